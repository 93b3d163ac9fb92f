using Competitions.Data;
using Competitions.Web.Shell.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Batches;

#pragma warning disable CA1032, CA1710 // ends a run, seen by the runner alone
/// <summary>The person who started it pressed stop.</summary>
public sealed class BatchStopped : Exception;

/// <summary>The lease ran out and another run has the batch: this one stores nothing more.</summary>
public sealed class LeaseLost : Exception;

/// <summary>One run of a batch: its file, and the door by which its progress reaches the row.</summary>
public sealed class BatchRun(IServiceScopeFactory scopes, BatchFiles files, TimeProvider clock, Batch batch, CancellationToken stop)
{
    /// <summary>Longer than any step takes between two reports.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(400);

    private const int Lines = 8;

    private long _reported;

    public int Id => batch.Id;
    public string By => batch.By;
    public string Target => batch.Target;
    public bool Ended { get; private set; }
    public CancellationToken Stop => stop;

    public Stream Open() => files.Open(batch.InputFile);

    public string Make(Action<Stream> write) => files.Make(write);

    /// <summary>Tells the row how far it is, at most a few times a second. Not inside a transaction: on the embedded database it would wait for itself.</summary>
    public async Task Report(string step, int done, int? total, bool now = false)
    {
        stop.ThrowIfCancellationRequested();
        if (!now && clock.GetElapsedTime(_reported) < Between)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await Hold(scope.ServiceProvider.GetRequiredService<CompetitionsDb>(), step, done, total);
    }

    /// <summary>The same in the caller's transaction: what it stores is stored only while the lease is held and nobody wants a stop.</summary>
    /// <exception cref="BatchStopped"/>
    /// <exception cref="LeaseLost"/>
    public async Task Hold(CompetitionsDb db, string step, int done, int? total)
    {
        stop.ThrowIfCancellationRequested();
        var (until, mine) = (clock.UtcNow() + Lease, db.Batches.Where(b => b.Id == batch.Id && b.LeaseBy == batch.LeaseBy));
        var held = await mine.Where(b => !b.StopWanted).ExecuteUpdateAsync(set => set
            .SetProperty(b => b.Step, step).SetProperty(b => b.Done, done).SetProperty(b => b.Total, total).SetProperty(b => b.LeaseUntil, until), stop);
        if (held == 0)
        {
            throw await mine.AnyAsync(stop) ? new BatchStopped() : new LeaseLost();
        }

        _reported = clock.GetTimestamp();
    }

    /// <summary>What is wrong, in the words of the page and in a marked copy of what was sent.</summary>
    public async Task<BatchOutcome> Refused(Stream file, IReadOnlyList<Column> columns, RowErrors errors, int rows)
    {
        await Report("正在标注错处", rows, rows, now: true);
        var more = errors.Rows > RowErrors.Most ? "，后面的没有再检查" : "";
        var words = $"检查了 {rows:N0} 行，{errors.Rows:N0} 行有误{more}：\n{string.Join('\n', errors.Lines(Lines))}{(errors.Rows > Lines ? "\n……" : "")}";
        return new BatchOutcome(errors.Rows, words, Make(to => MarkedCopy.Write(file, to, columns, errors)));
    }

    /// <summary>Ends it well in the caller's transaction: the outcome is there when the data is, and not otherwise.</summary>
    public async Task Succeed(CompetitionsDb db, int succeeded, string outcome, string step = "")
    {
        await Hold(db, step, succeeded, succeeded);
        var row = await db.Batches.SingleAsync(b => b.Id == batch.Id, stop);
        await db.Entry(row).ReloadAsync(stop);
        row.End(BatchState.Succeeded, succeeded, 0, outcome, null, clock.UtcNow());
        await db.SaveChangesAsync(stop);
        Ended = true;
    }
}
