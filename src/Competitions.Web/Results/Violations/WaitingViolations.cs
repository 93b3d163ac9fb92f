using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Violations;

/// <summary>Violations that another person registered and that wait for the caller's word.</summary>
public sealed class WaitingViolations : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var (me, events, paths) = (duties.Account, await duties.Events(Policies.RuleOnViolations), await duties.Paths(Policies.RuleOnViolations));
        if (events.Count + paths.Count == 0)
        {
            return [];
        }

        var owned = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var waiting = await (
            from violation in db.Violations
            where violation.Stage == ViolationStage.Registered && violation.RecordedBy != me && violation.Account != me
            join of in db.Events on violation.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            where events.Contains(of.Id) || owned.Contains(contest.OrganisationId)
            group violation by new { of.Code, of.Title } into of
            select new { of.Key.Code, of.Key.Title, Count = of.Count() }).Take(50).ToListAsync();
        return waiting.Select(w => new WaitingItem("flag", $"{w.Title}：违纪登记待确认", "确认后处理才生效", null, $"{w.Count} 条", $"/events/{w.Code}/violations?stage=Registered", "确认"));
    }
}
