using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations;

/// <summary>推广 whose turn is the caller's: the adopting unit, the federation, the unit that has to mend. One query, and none for who has nothing to do with it.</summary>
public sealed class WaitingInnovations(OwnUnits own) : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        if (!await duties.Any([.. Policies.KindsOf(Policies.KeepInnovations)]))
        {
            return [];
        }

        var mine = (await own.For(Policies.KeepInnovations)).Select(o => o.Id);
        var above = db.Organisations.Within(await duties.Paths(Policies.ConfirmInnovations), o => o.Path).Select(o => o.Id);
        var rows = await db.Spreadings.Where(s => s.Stage == SpreadingStage.Registered && mine.Contains(s.AdopterId ?? 0) || s.Stage == SpreadingStage.Returned && mine.Contains(s.UnitId) || s.Stage == SpreadingStage.Adopted && above.Contains(s.UnitId))
            .GroupBy(s => s.Stage).Select(g => new { g.Key, Count = g.Count(), First = g.Min(s => s.Id) }).ToListAsync();
        return rows.Select(r => new WaitingItem(
            "trophy", r.Key switch { SpreadingStage.Registered => "成果推广：待本单位确认采用", SpreadingStage.Adopted => "成果推广：待区总确认", _ => "成果推广：被退回，待更正" }, "", null, $"{r.Count} 条",
            r.Count == 1 ? $"/spreadings/{r.First}" : $"/spreadings?stage={r.Key}", r.Key is SpreadingStage.Returned ? "更正" : "确认"));
    }
}
