using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Sittings;

/// <summary>Hands in what ran out: also for a browser that was closed or never came back. Harmless twice.</summary>
public sealed class CloseSittings(CompetitionsDb db, SittingDesk desk, TimeProvider clock) : IJob
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
