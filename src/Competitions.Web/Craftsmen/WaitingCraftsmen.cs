using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen;

/// <summary>Recommendations to confirm, checks to report, confirm and judge, suspensions that are proposed, cases to carry, to approve and to be heard in. Two queries for who acts, one for who reports or checks, one for a worker, and none for who has nothing to do with it.</summary>
public sealed class WaitingCraftsmen(IHttpContextAccessor http) : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var (me, held) = (http.HttpContext?.User.Worker(), await duties.Held());
        var own = me is not null || held.Any(d => d.Kind is DutyKind.EnterpriseOfficer or DutyKind.TownOfficer);
        var acts = held.Any(d => d.Kind is DutyKind.FederationOfficer or DutyKind.FederationLeader);
        return [.. acts ? await Acts(duties, db) : [], .. held.Any(d => d.Kind is DutyKind.FederationOfficer) ? await Suspensions(duties, db) : [], .. own ? await Checks(duties, db, me) : [], .. me is { } worker ? await Hearings(db, worker, now.InChina().Date()) : []];
    }

    /// <summary>连续不合格: who names decides.</summary>
    private static async Task<IEnumerable<WaitingItem>> Suspensions(MyDuties duties, CompetitionsDb db)
    {
        var names = db.Organisations.Within(await duties.Paths(Policies.NameCraftsmen), o => o.Path).Select(o => o.Id);
        var failed = await (
            from c in db.Craftsmen
            where c.Stage == CraftsmanStage.InForce && names.Contains(c.UnitId) && db.DutyChecks.Any(k => k.CraftsmanId == c.Id && k.Stage == DutyCheckStage.Failed)
            orderby c.Id
            select new { c.Id, c.WorkerName, c.Title, c.Rules, Checks = db.DutyChecks.Where(k => k.CraftsmanId == c.Id).Select(k => new { k.Year, k.Stage }).ToList() }).AsSingleQuery().ToListAsync();
        return failed.Select(c => (Of: c, Failures: DutyCheck.FailuresInARow(c.Checks.Select(k => (k.Year, k.Stage))))).Where(c => c.Failures >= c.Of.Rules.FailuresBeforeSuspension)
            .Select(c => new WaitingItem("pause", $"{c.Of.WorkerName}：建议暂停{c.Of.Title}", $"履职考核连续 {c.Failures} 年不合格", null, "", $"/craftsmen/{c.Of.Id}", "决定"));
    }

    /// <summary>陈述申辩: he himself, until his last day.</summary>
    private static async Task<IEnumerable<WaitingItem>> Hearings(CompetitionsDb db, int me, DateOnly today) =>
        (await (from k in db.CraftsmanCases where k.Stage == CaseStage.Hearing && k.HearBy >= today join c in db.Craftsmen on k.CraftsmanId equals c.Id where c.WorkerId == me select new { c.Title, By = k.HearBy!.Value }).ToListAsync())
        .Select(k => new WaitingItem("scales", $"{k.Title}：拟撤销，可以陈述申辩", "", k.By.EndInChina(), "", "/my/craftsman", "陈述"));

    private static async Task<IEnumerable<WaitingItem>> Checks(MyDuties duties, CompetitionsDb db, int? me)
    {
        var units = db.Organisations.Within(await duties.Paths(DutyKind.EnterpriseOfficer), o => o.Path).Select(o => o.Id);
        var towns = db.Organisations.Within(await duties.Paths(DutyKind.TownOfficer), o => o.Path).Select(o => o.Id);
        var checks = await (
            from k in db.DutyChecks
            where k.Stage == DutyCheckStage.Open || k.Stage == DutyCheckStage.Reported || k.Stage == DutyCheckStage.Confirmed
            join c in db.Craftsmen on k.CraftsmanId equals c.Id
            where c.WorkerId == me || units.Contains(c.UnitId) || towns.Contains(c.UnitId)
            group new { k.DueOn } by new { k.Year, k.Stage, Own = c.WorkerId == me, Unit = units.Contains(c.UnitId) } into g
            select new { g.Key.Year, g.Key.Stage, g.Key.Own, g.Key.Unit, Count = g.Count(), Due = g.Min(x => x.DueOn) }).ToListAsync();
        return checks.Where(k => k.Stage switch { DutyCheckStage.Open => k.Own || k.Unit, DutyCheckStage.Reported => k.Unit, _ => !k.Unit && !k.Own }).Select(k => new WaitingItem(
            "check", $"{k.Year} 年度履职考核{k.Stage.Name()}", "", k.Due.EndInChina(), $"{k.Count} 人", $"/craftsmen/duty-checks?year={k.Year}&stage={k.Stage}", k.Stage switch { DutyCheckStage.Open => "填报", DutyCheckStage.Reported => "核对", _ => "考核" }));
    }

    private static async Task<IEnumerable<WaitingItem>> Acts(MyDuties duties, CompetitionsDb db)
    {
        var names = db.Organisations.Within(await duties.Paths(Policies.NameCraftsmen), o => o.Path).Select(o => o.Id);
        var leads = db.Organisations.Within(await duties.Paths(DutyKind.FederationLeader), o => o.Path).Select(o => o.Id);
        var open = await (
            from c in db.Craftsmen
            where c.Stage == CraftsmanStage.Recommended && names.Contains(c.UnitId) || db.CraftsmanCases.Any(k => k.OpenOf == c.Id) && (names.Contains(c.UnitId) || leads.Contains(c.UnitId))
            select new { c.Id, c.WorkerName, c.Stage, Case = db.CraftsmanCases.Where(k => k.OpenOf == c.Id).Select(k => new { k.Id, k.Stage, k.HearBy }).FirstOrDefault(), Leads = leads.Contains(c.UnitId) }).ToListAsync();
        var recommended = open.Count(o => o.Stage is CraftsmanStage.Recommended);
        return [
            .. recommended > 0 ? [new WaitingItem("medal", "技能带头人待认定", "", null, $"{recommended} 人", "/craftsmen?stage=Recommended", "认定")] : Array.Empty<WaitingItem>(),
            .. open.Where(o => o.Case is not null && o.Case.Stage is CaseStage.Proposed == o.Leads).Select(o => new WaitingItem(
                "scales", $"{o.WorkerName}：撤销案{o.Case!.Stage.Name()}", o.Case.Stage is CaseStage.Hearing ? $"陈述申辩到 {o.Case.HearBy:yyyy-MM-dd}" : "", null, "", $"/craftsmen/{o.Id}/cases/{o.Case.Id}", o.Leads ? "审定" : "办理")),
        ];
    }
}
