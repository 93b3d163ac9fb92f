using Competitions.Data;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Batches;

/// <summary>Takes batches from the queue, a few side by side but one of a kind, and brings each to its end, whatever happens in it.</summary>
public sealed class BatchRunner(IServiceScopeFactory scopes, BatchFiles files, BatchBell bell, AuditTrail audit, TimeProvider clock, ILogger<BatchRunner> log)
    : BackgroundService
{
    /// <summary>Marks the queries of the queue, which nobody's page asks.</summary>
    public const string Queue = "queue of batches";

    private const int AtOnce = 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FilesKept = TimeSpan.FromDays(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> running = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                running.RemoveAll(r => r.IsCompleted);
                while (running.Count < AtOnce && await Take() is { } batch)
                {
                    running.Add(Task.Run(() => Run(batch, stoppingToken), CancellationToken.None));
                }

                await ForgetFiles();
                await bell.Heard(Look, stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "The queue of batches was not read; tried again in a moment");
                await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // going down
            }
        }

        await Task.WhenAll(running);
    }

    /// <summary>The next that is free, first those whose run was lost; another node that is quicker keeps it.</summary>
    private async Task<Batch?> Take()
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<CompetitionsDb>(), clock.UtcNow());
        var free = await db.Batches.TagWith(Queue).OrderByDescending(b => b.State == BatchState.Running).ThenBy(b => b.Id).FirstOrDefaultAsync(b =>
            (b.State == BatchState.Queued || (b.State == BatchState.Running && b.LeaseUntil < now)) && !db.Batches.Any(o => o.Lane == b.Kind && o.LeaseUntil >= now));
        if (free is null)
        {
            return null;
        }

        free.Begin($"{Environment.MachineName}-{Guid.NewGuid():N}", now, now + BatchRun.Lease);
        try
        {
            await db.SaveChangesAsync();
            return free;
        }
        catch (DbUpdateException) // another node has it, or its lane
        {
            return null;
        }
    }

    private async Task Run(Batch batch, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<MyDuties>().ActFor(batch.By);
        var work = scope.ServiceProvider.GetServices<IBatchWork>().Single(w => w.Kind == batch.Kind);
        var run = new BatchRun(scopes, files, clock, batch, stop);
        try
        {
            await work.Discard(batch.Id);
            Refusal.Unless(batch.Attempts <= Batch.MostAttempts, "batch.attempts", Batch.MostAttempts);
            var outcome = batch.StopWanted ? throw new BatchStopped() : await work.Run(run);
            await (run.Ended ? Told(batch.Id) : End(work, batch, BatchState.Failed, outcome!));
        }
        catch (Exception problem)
        {
            await Broken(work, batch, problem, stop.IsCancellationRequested);
        }

        bell.Ring();
    }

    private async Task Broken(IBatchWork work, Batch batch, Exception problem, bool goingDown)
    {
        try
        {
            switch (problem)
            {
                case LeaseLost:
                    log.LogWarning("Batch {Batch} is in other hands", batch.Id);
                    break;
                case BatchStopped:
                    await End(work, batch, BatchState.Stopped, new BatchOutcome(0, work.Words.Stopped, null));
                    break;
                case Refusal no:
                    await End(work, batch, BatchState.Failed, new BatchOutcome(0, Sentences.Of(no), null));
                    break;
                default:
                    log.Log(goingDown ? LogLevel.Information : LogLevel.Error, problem, "Batch {Batch} did not come to its end; it goes back to the queue", batch.Id);
                    await Change(batch, row => row.GiveBack(counts: !goingDown));
                    break;
            }
        }
        catch (Exception second)
        {
            log.LogError(second, "Batch {Batch} stays as it is until its lease is over", batch.Id);
        }
    }

    private async Task End(IBatchWork work, Batch batch, BatchState state, BatchOutcome outcome)
    {
        await work.Discard(batch.Id);
        if (await Change(batch, row => row.End(state, 0, outcome.Failed, outcome.Words, outcome.ResultFile, clock.UtcNow())))
        {
            await Told(batch.Id);
        }
    }

    private async Task Told(int id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = await scope.ServiceProvider.GetRequiredService<CompetitionsDb>().Batches.AsNoTracking().SingleAsync(b => b.Id == id);
        files.Delete(batch.InputFile);
        await audit.Write($"batch.{batch.State}".ToLowerInvariant(), $"{id}", batch.State is BatchState.Succeeded, $"{batch.Kind} {batch.Succeeded}/{batch.Failed}", batch.By);
    }

    /// <summary>Only while the lease is ours; a stop that was pressed meanwhile is not overwritten.</summary>
    private async Task<bool> Change(Batch batch, Action<Batch> change)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
            if (await db.Batches.SingleOrDefaultAsync(b => b.Id == batch.Id && b.LeaseBy == batch.LeaseBy) is not { } row)
            {
                return false;
            }

            change(row);
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                // a stop was wanted in between: read again
            }
        }
    }

    private async Task ForgetFiles()
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, before) = (scope.ServiceProvider.GetRequiredService<CompetitionsDb>(), clock.UtcNow() - FilesKept);
        foreach (var old in await db.Batches.TagWith(Queue).Where(b => b.EndedAt < before && b.InputFile != "").OrderBy(b => b.Id).Take(20).ToListAsync())
        {
            files.Delete(old.InputFile);
            files.Delete(old.ResultFile);
            await scope.ServiceProvider.GetServices<IBatchWork>().Single(w => w.Kind == old.Kind).Forget(old.Id);
            old.ForgetFiles();
            await db.SaveChangesAsync();
        }
    }
}
