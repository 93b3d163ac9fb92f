using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Promotions;

/// <summary>Lists and result sheets that wait for the caller's word: another person's to confirm, his own to publish or to compute anew.</summary>
public sealed class WaitingPromotions(IHttpContextAccessor http) : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var me = http.HttpContext!.User.Account();
        var (confirms, organises, events) = (await duties.Paths(Policies.Confirm), await duties.Paths(Policies.Organise), await duties.Events(Policies.Organise));
        if (confirms.Count + events.Count == 0)
        {
            return [];
        }

        var (mayConfirm, mayOrganise) = (db.Organisations.Within(confirms, o => o.Path).Select(o => o.Id), db.Organisations.Within(organises, o => o.Path).Select(o => o.Id));
        var lists = await (
            from list in db.PromotionLists
            join of in db.Events on list.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            where list.Stage == PromotionStage.Computed && list.ComputedBy != me && (mayConfirm.Contains(contest.OrganisationId) || events.Contains(of.Id))
                || (list.Stage == PromotionStage.Confirmed || list.Stage == PromotionStage.Returned) && (mayOrganise.Contains(contest.OrganisationId) || events.Contains(of.Id))
            orderby list.Id
            select new { list.Id, of.Code, of.Title, list.SourceTitle, list.Stage, Going = list.Lines.Count(l => l.Outcome == PromotionOutcome.Goes) }).Take(50).ToListAsync();
        var sheets = await db.ResultSheets.Where(s => s.Stage == ResultSheetStage.Imported && s.ImportedBy != me && mayConfirm.Contains(s.ReceiverId)).OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.ContestName, s.EventTitle, s.OrganisationName, Rows = s.Rows.Count }).Take(50).ToListAsync();
        return
        [
            .. lists.Select(l => new WaitingItem("up", $"{l.Title}：晋级名单{l.Stage.Name()}", l.SourceTitle, null, $"{l.Going} 人", $"/events/{l.Code}/promotions/{l.Id}",
                l.Stage switch { PromotionStage.Computed => "确认", PromotionStage.Confirmed => "发布", _ => "修改" })),
            .. sheets.Select(s => new WaitingItem("list", $"{s.ContestName}：成绩单待审核", $"{s.EventTitle} · {s.OrganisationName}", null, $"{s.Rows} 人", $"/result-sheets/{s.Id}", "审核")),
        ];
    }
}
