using Competitions.Data;
using Competitions.Data.WorkingDays;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>Whoever's turn it is in a call: the unit, the recommending union, who runs it, its experts, its leader, and who has to mend or finish what he declares, each with its day. Two queries, and the working days for who runs or decides.</summary>
public sealed class WaitingProgrammes : IWaiting
{
    /// <summary>Before the end of recommending a union is told that it is below its least.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(10);

    /// <summary>Before the end of the review those who have not finished are reminded, and who runs it is told.</summary>
    private static readonly TimeSpan LastDays = TimeSpan.FromDays(3);

    private static readonly CallStage[] Over = [CallStage.Draft, CallStage.Named, CallStage.Cancelled];

    private sealed record Row(
        int Id, string Title, CallStage Stage, DateTime ClosesAt, DateTime RecommendBy, DateTime? ReviewBy, bool Runs, bool Leads, int Drafts, int ToCheck, int Returned, int Correcting, DateOnly? CorrectBy,
        int ToRecommend, int ToAccept, int ToReview, int Unscored, int Unfinished, int Short, DateTime? MovedAt, bool IsNoticed, DateOnly? NoticeEndsOn, CallRules Rules);

    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var held = await duties.Held();
        if (!held.Any(d => Policies.KindsOf(Policies.ReadApplications).Contains(d.Kind) || d.Kind is DutyKind.ReviewExpert))
        {
            return [];
        }

        var bodies = held.Where(d => d.OrganisationId is not null && Policies.KindsOf(Policies.RunCalls).Contains(d.Kind)).Select(d => d.OrganisationId!.Value).ToList();
        var units = db.Organisations.Within(await duties.Paths(DutyKind.EnterpriseOfficer), o => o.Path).Select(o => o.Id);
        var noticed = await db.Applications.Where(a => a.Stage == ApplicationStage.UnitNoticed && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId))).Select(a => new { a.CallId, a.UnitNotice }).ToListAsync();
        var running = noticed.Where(a => a.UnitNotice!.EndsOn >= now.InChina().Date()).CountBy(a => a.CallId).ToDictionary(); // till it ends nobody can act
        var rows = (await Rows(duties, db, bodies, units)).ConvertAll(r => r with { ToCheck = r.ToCheck - running.GetValueOrDefault(r.Id) });
        var calendar = rows.Exists(r => r.Runs || r.Leads) ? await db.WorkingDays() : null;
        return rows.SelectMany(r => Items(r, calendar is null ? null : new CallDue(r.Stage, r.RecommendBy, r.ReviewBy, r.MovedAt, r.NoticeEndsOn, r.Rules.OfficeDays).By(calendar), now));
    }

    /// <param name="bodies">Whose calls and recommendations are his.</param>
    /// <param name="units">Those he declares for.</param>
    private static async Task<List<Row>> Rows(MyDuties duties, CompetitionsDb db, List<int> bodies, IQueryable<int> units)
    {
        var me = duties.Account!;
        var run = db.Organisations.Within(await duties.Paths(Policies.RunCalls), o => o.Path).Select(o => o.Id);
        var led = db.Organisations.Within(await duties.Paths(Policies.Approve), o => o.Path).Select(o => o.Id);
        return await (
            from c in db.Calls
            where !Over.Contains(c.Stage)
            let round = c.Stage == CallStage.Pitching ? ReviewRound.Pitch : ReviewRound.First
            select new Row(
                c.Id, c.Title, c.Stage, c.ClosesAt, c.RecommendBy, c.ReviewBy, run.Contains(c.OrganisationId), led.Contains(c.OrganisationId),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Draft && a.MadeBy == me && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId) || a.Channel != ApplicationChannel.Unit)),
                db.Applications.Count(a => a.CallId == c.Id && (a.Stage == ApplicationStage.Submitted || a.Stage == ApplicationStage.UnitNoticed) && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId))),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Returned && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId) || a.MadeBy == me && a.Channel != ApplicationChannel.Unit)),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Correcting && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId) || a.MadeBy == me && a.Channel != ApplicationChannel.Unit)),
                db.Applications.Where(a => a.CallId == c.Id && a.Stage == ApplicationStage.Correcting && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId) || a.MadeBy == me && a.Channel != ApplicationChannel.Unit)).Min(a => a.CorrectBy),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.UnitPassed && bodies.Contains(a.RecommenderId ?? 0)),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Recommended && run.Contains(c.OrganisationId)),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.UnderReview && c.Reviewers.Any(r => r.AccountId == me
                    && r.UnitId != a.UnitId && !a.People.Any(p => p.WorkerId == r.WorkerId || p.UnitId == r.UnitId) && !a.History.Any(h => h.By == r.AccountId)
                    && !db.ReviewSheets.Any(s => s.ApplicationId == a.Id && s.AccountId == r.AccountId && s.Round == round && s.Stage != ReviewSheetStage.Open))),
                db.Applications.Count(a => a.CallId == c.Id && run.Contains(c.OrganisationId) && a.Stage == ApplicationStage.UnderReview && c.Reviewers.Any(r =>
                    r.UnitId != a.UnitId && !a.People.Any(p => p.WorkerId == r.WorkerId || p.UnitId == r.UnitId) && !a.History.Any(h => h.By == r.AccountId)
                    && !db.ReviewSheets.Any(s => s.ApplicationId == a.Id && s.AccountId == r.AccountId && s.Round == round && s.Stage != ReviewSheetStage.Open))),
                db.Applications.Count(a => a.CallId == c.Id && (a.Stage == ApplicationStage.Recommended || a.Stage == ApplicationStage.Correcting)),
                db.CallQuotas.Where(q => q.CallId == c.Id && bodies.Contains(q.OrganisationId) && q.Used < q.Fewest).Sum(q => q.Fewest - q.Used),
                c.History.Max(h => (DateTime?)h.At),
                db.PublicNotices.Any(n => n.Of == NoticeOf.Call && n.SourceId == c.Id && n.Stage != NoticeStage.Withdrawn),
                db.PublicNotices.Where(n => n.Of == NoticeOf.Call && n.SourceId == c.Id && (n.Stage == NoticeStage.Running || n.Stage == NoticeStage.Closed)).Max(n => (DateOnly?)n.EndsOn),
                c.Rules)).ToListAsync();
    }

    /// <param name="due">Of the step of who runs or decides it.</param>
    private static IEnumerable<WaitingItem> Items(Row r, DateTime? due, DateTime now)
    {
        var (published, reviewing, today) = (r.Stage is CallStage.Published, r.Stage is CallStage.Reviewing or CallStage.Pitching, now.InChina().Date());
        var (over, soon) = (r.ReviewBy <= now, r.ReviewBy - now < LastDays);
        (bool Is, WaitingItem Item)[] all =
        [
            (published && r.Drafts > 0, Of(r, "草稿待提交", "edit", r.ClosesAt, r.Drafts, $"/applications?call={r.Id}&stage=Draft", "填写")),
            (published && r.ToCheck > 0, Of(r, "待单位审核", "document", r.RecommendBy, r.ToCheck, $"/applications?call={r.Id}", "审核")),
            (published && r.Returned > 0, Of(r, "退回待修改", "edit", r.RecommendBy, r.Returned, $"/applications?call={r.Id}&stage=Returned", "修改")),
            (published && r.Correcting > 0, Of(r, "待补正", "edit", r.CorrectBy?.EndInChina(), r.Correcting, $"/applications?call={r.Id}&stage=Correcting", "补正")),
            (published && r.ToRecommend > 0, Of(r, "待推荐", "flag", r.RecommendBy, r.ToRecommend, $"/applications?call={r.Id}&stage=UnitPassed", "推荐")),
            (published && r.Short > 0 && now < r.RecommendBy && r.RecommendBy - now < Soon, Of(r, "推荐名额还没有用足", "calendar", r.RecommendBy, r.Short, $"/calls/{r.Id}", "查看")),
            (published && r.ToAccept > 0, Of(r, "待形式审查", "check", due, r.ToAccept, $"/applications?call={r.Id}&stage=Recommended", "审查")),
            (r.Runs && published && now >= r.RecommendBy && r.Unfinished == 0, Of(r, "可以开始评审", "play", due, null, $"/calls/{r.Id}", "办理")),
            (r.ToReview > 0, Of(r, over ? "评审已截止，还没有评完" : soon ? "评审快要截止，还没有评完" : "待评审", "document", r.ReviewBy, r.ToReview, "/reviews", over ? "查看" : "评审")),
            (r.Runs && reviewing && r.Unscored > 0 && soon, Of(r, over ? "评审已截止，还没有评完" : "评审快要截止，还没有评完", "calendar", r.ReviewBy, r.Unscored, $"/calls/{r.Id}", over ? "延长" : "催办")),
            (r.Runs && reviewing && r.Unscored == 0, Of(r, "评审表已交齐", "scales", due, null, $"/calls/{r.Id}", "汇总")),
            (r.Leads && r.Stage is CallStage.Ranked, Of(r, "名单待审定", "scales", due, null, $"/calls/{r.Id}/approval/new", "审定")),
            (r.Runs && r.Stage is CallStage.Approved, Of(r, "名单待公示", "megaphone", due, null, $"/calls/{r.Id}", "公示")),
            (r.Runs && r.Stage is CallStage.Noticed && !r.IsNoticed, Of(r, "公示已撤回，待重新公示", "megaphone", due, null, $"/calls/{r.Id}", "公示")),
            (r.Runs && r.Stage is CallStage.Noticed && r.NoticeEndsOn < today, Of(r, "公示期满，待命名", "medal", due, null, $"/calls/{r.Id}", "命名")),
        ];
        return all.Where(i => i.Is).Select(i => i.Item);
    }

    private static WaitingItem Of(Row r, string what, string icon, DateTime? due, int? count, string address, string act) => new(icon, $"{r.Title}：{what}", "", due, count is { } n ? $"{n} 项" : "", address, act);
}
