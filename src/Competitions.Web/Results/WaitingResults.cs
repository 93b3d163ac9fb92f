using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results;

/// <summary>Results that wait for the caller: another person's to confirm, those to publish, those that were sent back.</summary>
public sealed class WaitingResults(IHttpContextAccessor http) : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var me = http.HttpContext!.User.Account();
        var (confirms, organises) = (await duties.Paths(Policies.ConfirmResults), await duties.Paths(Policies.Organise));
        var (confirmsEvents, organisesEvents, computesEvents) = (await duties.Events(Policies.ConfirmResults), await duties.Events(Policies.Organise), await duties.Events(Policies.ComputeResults));
        if (confirms.Count + organises.Count + confirmsEvents.Count + organisesEvents.Count + computesEvents.Count == 0)
        {
            return [];
        }

        var (mayConfirm, mayOrganise) = (db.Organisations.Within(confirms, o => o.Path).Select(o => o.Id), db.Organisations.Within(organises, o => o.Path).Select(o => o.Id));
        var waiting = await (
            from result in db.Results
            join of in db.Events on result.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            where result.Stage == ResultStage.Computed && result.ComputedBy != me && (mayConfirm.Contains(contest.OrganisationId) || confirmsEvents.Contains(of.Id))
                || result.Stage == ResultStage.Confirmed && (mayOrganise.Contains(contest.OrganisationId) || organisesEvents.Contains(of.Id))
                || result.Stage == ResultStage.Returned && (mayOrganise.Contains(contest.OrganisationId) || computesEvents.Contains(of.Id))
            orderby result.Id
            select new { result.Id, of.Code, result.EventTitle, result.RoundName, result.GroupName, result.Stage, Lines = result.Lines.Count }).Take(50).ToListAsync();
        return waiting.Select(r => new WaitingItem("trophy", $"{r.EventTitle}：成绩{r.Stage.Name()}", $"{r.RoundName} · {r.GroupName}", null, $"{r.Lines} 人", $"/events/{r.Code}/results/{r.Id}",
            r.Stage switch { ResultStage.Computed => "确认", ResultStage.Confirmed => "发布", _ => "处理" }));
    }
}
