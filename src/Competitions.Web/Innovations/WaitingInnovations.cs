using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Innovations.KeyProjects;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations;

/// <summary>推广 whose turn is the caller's: the adopting unit, the federation, the unit that has to mend. Two queries, and none for who has nothing to do with it.</summary>
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
        var today = now.InChina().Date();
        var others = await KeyProjectDesk.Late(db.KeyProjects.Where(p => mine.Contains(p.UnitId)), today).Select(p => new { What = "late", p.Id })
            .Concat(db.KeyProjects.Where(p => p.Stage == KeyProjectStage.Concluding && above.Contains(p.UnitId)).Select(p => new { What = "conclude", p.Id }))
            .Concat(db.KeyProjects.Where(p => p.Stage == KeyProjectStage.Correcting && mine.Contains(p.UnitId)).Select(p => new { What = "correct", p.Id }))
            .Concat(db.Needs.Where(n => n.Stage == NeedStage.Submitted && above.Contains(n.UnitId)).Select(n => new { What = "publish", n.Id }))
            .Concat(db.Needs.Where(n => n.Stage == NeedStage.Returned && mine.Contains(n.UnitId)).Select(n => new { What = "mend", n.Id }))
            .Concat(db.Needs.Where(n => n.Stage == NeedStage.Published && mine.Contains(n.UnitId) && n.Claims.Any(c => c.Stage == ClaimStage.Standing)).Select(n => new { What = "choose", n.Id }))
            .GroupBy(w => w.What).Select(g => new { g.Key, Count = g.Count(), First = g.Min(w => w.Id) }).ToListAsync();
        return others.Select(o => Of(o.Key, o.Count, o.First)).Concat(rows.Select(r => new WaitingItem(
            "trophy", r.Key switch { SpreadingStage.Registered => "成果推广：待本单位确认采用", SpreadingStage.Adopted => "成果推广：待区总确认", _ => "成果推广：被退回，待更正" }, "", null, $"{r.Count} 条",
            r.Count == 1 ? $"/spreadings/{r.First}" : $"/spreadings?stage={r.Key}", r.Key is SpreadingStage.Returned ? "更正" : "确认")));
    }

    private static WaitingItem Of(string what, int count, int first)
    {
        var (title, list, act) = what switch
        {
            "late" => ("重点创新项目：里程碑逾期", "/key-projects?late=true", "报送"),
            "conclude" => ("重点创新项目：待结题验收", "/key-projects?stage=Concluding", "验收"),
            "correct" => ("重点创新项目：中期整改", "/key-projects?stage=Correcting", "整改"),
            "publish" => ("揭榜挂帅：需求待审核", "/needs?stage=Submitted", "审核"),
            "mend" => ("揭榜挂帅：需求被退回", "/needs?stage=Returned", "更正"),
            _ => ("揭榜挂帅：有单位揭榜，待选定", "/needs?stage=Published&mine=true", "选定"),
        };
        var isNeed = list.StartsWith("/needs", StringComparison.Ordinal);
        return new WaitingItem(isNeed ? "flag" : "target", title, "", null, $"{count} 项", count == 1 ? $"{(isNeed ? "/needs" : "/key-projects")}/{first}" : list, act);
    }
}
