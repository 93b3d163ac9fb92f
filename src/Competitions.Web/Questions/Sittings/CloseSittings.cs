using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Sittings;

/// <summary>Hands in what ran out: also for a browser that was closed or never came back. Harmless twice.</summary>
public sealed class CloseSittings(CompetitionsDb db, SittingDesk desk, TimeProvider clock)
{
    public async Task Run(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var ended = await db.Sittings.Where(s => s.Stage == SittingStage.Sitting && s.Deadline < now).ToListAsync(stop);
        var ids = ended.Select(s => s.OccasionId).Distinct().ToList();
        var occasions = await db.Occasions.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        foreach (var sitting in ended.Where(s => s.RanOut(occasions[s.OccasionId], now)))
        {
            try
            {
                await desk.End(sitting);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Entry(sitting).State = EntityState.Detached; // he handed in at the same moment
            }
        }
    }
}

/// <summary>Looks every few seconds: a deadline of an examination is a matter of seconds.</summary>
public sealed class SittingClock(IServiceScopeFactory scopes, ILogger<SittingClock> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CloseSittings>().Run(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Sittings could not be closed; tried again in a moment");
            }
        }
    }
}
