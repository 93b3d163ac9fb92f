using System.Data.Common;
using System.Threading.Channels;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.Scoring;
using Competitions.Web.Scoring.Boards;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marks;

/// <summary>A mark on its way to the writer.</summary>
/// <param name="IsOfEachJudge">Whether each judge's own mark stands, or the last one given.</param>
/// <param name="Objection">Why it may not be stored; heard only when it is not stored already.</param>
/// <param name="Device">The tablet that it came from, when a ticket opened its session.</param>
public sealed record OfferedMark(string EventCode, string Judge, GivenMark Given, Sheet Sheet, bool IsOfEachJudge, string? Objection = null, MarkDevice? Device = null);

/// <summary>The only writer of the ledger's marks. All that wait go in one transaction; each caller is answered after it is durable.</summary>
public sealed class MarkWriter(IServiceScopeFactory scopes, ScoreboardBroadcaster viewers, TimeProvider clock) : BackgroundService
{
    private const int MostAtOnce = 500;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Dictionary<string, StandingMarks> _standing = [];

    public async Task<MarkAnswer> Write(OfferedMark offered)
    {
        var waiting = new Waiting(offered);
        await _waiting.Writer.WriteAsync(waiting);
        return await waiting.Answer.Task;
    }

    /// <summary>What was let in is written before the program ends.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        return ExecuteTask ?? Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<Waiting>();
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await Settle(batch);
        }
    }

    private async Task Settle(List<Waiting> batch)
    {
        try
        {
            var answers = await Commit(batch);
            batch.ForEach(w => w.Answer.SetResult(answers[w]));
        }
        catch (Exception problem) when (batch.Count > 1 && problem is DbUpdateException or DbException { IsTransient: false })
        {
            _standing.Clear(); // what was offered is not stored: read again from the ledger
            foreach (var one in batch) // one mark that the database will not have does not cost its neighbours theirs
            {
                await Settle([one]);
            }
        }
        catch (Exception problem)
        {
            // a full disk is the caller's trouble; the writer goes on with the next batch
            _standing.Clear();
            batch.ForEach(w => w.Answer.SetException(problem));
        }
    }

    private async Task<Dictionary<Waiting, MarkAnswer>> Commit(List<Waiting> batch)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
            var (ids, codes) = (batch.Select(w => w.Offered.Given.Id).ToList(), batch.Select(w => w.Offered.EventCode).Distinct().ToList());
            var heads = await db.LedgerHeads.AsNoTracking().Where(h => codes.Contains(h.EventCode)).ToDictionaryAsync(h => h.EventCode);
            var before = heads.ToDictionary(h => h.Key, h => (h.Value.Sequence, h.Value.LockVersion));
            var known = await db.KnownMarks(ids);
            foreach (var head in heads.Values)
            {
                await Standing(head.EventCode).CatchUp(db, head.Sequence);
            }

            var lines = new List<Mark>();
            var answers = batch.ToDictionary(w => w, w => Answer(w.Offered, heads, known, lines));
            if (lines.Count == 0 || await Append(db, lines, Beside(batch, lines), heads, before))
            {
                lines.ForEach(l => Standing(l.EventCode).Apply(l.Sequence, l.Work, l.Aspect, l.Judge, l.Value, l.TakenAt));
                lines.Select(l => l.EventCode).Distinct().ToList().ForEach(viewers.Changed);
                return answers;
            }

            // a lock, or another node, moved a head: nothing was written, and all is asked again
            lines.ForEach(l => _standing.Remove(l.EventCode));
        }
    }

    private MarkAnswer Answer(OfferedMark offered, Dictionary<string, LedgerHead> heads, Dictionary<Guid, long> known, List<Mark> lines)
    {
        var given = offered.Given;
        if (known.TryGetValue(given.Id, out var first))
        {
            return new MarkAnswer(given.Id, first, null);
        }

        if (offered.Objection is { } no)
        {
            return Refused(given.Id, no);
        }

        var standing = Standing(offered.EventCode).Of(given.Work, given.Aspect, offered.IsOfEachJudge ? offered.Judge : null);
        if (standing is not null && standing.Sequence != given.After)
        {
            return Refused(given.Id, "marks.stale") with { Standing = standing };
        }

        if (standing is not null && IsLocked(offered, heads))
        {
            return Refused(given.Id, "marks.locked");
        }

        try
        {
            var line = (heads.GetValueOrDefault(offered.EventCode) ?? throw new Refusal("marks.not-running")).Append(given, offered.Judge, offered.Sheet, clock.UtcNow());
            lines.Add(line);
            Standing(offered.EventCode).Offer(line.Sequence, line.Work, line.Aspect, line.Judge, line.Value, line.TakenAt);
            return new MarkAnswer(given.Id, known[given.Id] = line.Sequence, null);
        }
        catch (Refusal refusal)
        {
            return new MarkAnswer(given.Id, null, refusal.Code, Sentences.Of(refusal));
        }
    }

    /// <summary>What was given on a day that is locked is not replaced on a later one either.</summary>
    private bool IsLocked(OfferedMark offered, Dictionary<string, LedgerHead> heads) =>
        heads.GetValueOrDefault(offered.EventCode) is { LockedSheets.Count: > 0 } head
        && head.LockedSheets.Contains(new Sheet(offered.Sheet.Module, Standing(offered.EventCode).DayOf(offered.Given.Work, offered.Given.Aspect, offered.IsOfEachJudge ? offered.Judge : null)).ToString());

    /// <summary>What is kept beside the lines: why, and by which tablet.</summary>
    private static (List<MarkReason> Reasons, List<MarkDevice> Devices) Beside(List<Waiting> batch, List<Mark> lines)
    {
        var stored = lines.ToDictionary(l => l.Id);
        var offered = batch.Select(w => w.Offered).DistinctBy(o => o.Given.Id).Where(o => stored.ContainsKey(o.Given.Id)).ToList();
        return (
            [.. offered.Where(o => o.Given.Why is not null).Select(o => new MarkReason(o.Given.Id, o.EventCode, o.Given.Work, o.Given.Why!))],
            [.. offered.Where(o => o.Device is not null).Select(o => o.Device!)]);
    }

    private static MarkAnswer Refused(Guid id, string code) => new(id, null, code, Sentences.For(code));

    /// <summary>Lines, what is beside them, and heads in one transaction; false when a head is no longer what was read.</summary>
    private static async Task<bool> Append(CompetitionsDb db, List<Mark> lines, (List<MarkReason> Reasons, List<MarkDevice> Devices) beside, Dictionary<string, LedgerHead> heads, Dictionary<string, (long Sequence, int LockVersion)> before)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var code in lines.Select(l => l.EventCode).Distinct())
        {
            var (head, (sequence, lockVersion)) = (heads[code], before[code]);
            var moved = await db.LedgerHeads.Where(h => h.EventCode == code && h.Sequence == sequence && h.LockVersion == lockVersion)
                .ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, head.Sequence).SetProperty(x => x.Hash, head.Hash));
            if (moved == 0)
            {
                return false;
            }
        }

        await db.AppendMarks(lines, beside.Reasons, beside.Devices);
        await transaction.CommitAsync();
        return true;
    }

    private StandingMarks Standing(string code) => _standing.TryGetValue(code, out var standing) ? standing : _standing[code] = new StandingMarks(code);

    private sealed class Waiting(OfferedMark offered)
    {
        public OfferedMark Offered { get; } = offered;
        public TaskCompletionSource<MarkAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
