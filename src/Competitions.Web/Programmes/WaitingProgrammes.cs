using Competitions.Data;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>Whoever's turn it is in a call: the unit, the recommending union, who runs it, its experts, its leader, and who has to mend or finish what he declares. One query.</summary>
public sealed class WaitingProgrammes : IWaiting
{
    /// <summary>Before the end of recommending a union is told that it is below its least.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(10);

    private static readonly CallStage[] Over = [CallStage.Draft, CallStage.Named, CallStage.Cancelled];

    private sealed record Row(int Id, string Title, CallStage Stage, DateTime ClosesAt, DateTime RecommendBy, int Drafts, int ToCheck, int ToMend, int ToRecommend, int ToAccept, bool Runs, bool Leads, int ToReview, int Reviewed, int Unfinished, int Short);

    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var held = await duties.Held();
        if (!held.Any(d => Policies.KindsOf(Policies.ReadApplications).Contains(d.Kind) || d.Kind is DutyKind.ReviewExpert))
        {
            return [];
        }

        return (await Rows(duties, db, held)).SelectMany(r => Items(r, now));
    }

    private static async Task<List<Row>> Rows(MyDuties duties, CompetitionsDb db, IReadOnlyList<HeldDuty> held)
    {
        var me = duties.Account!;
        var units = db.Organisations.Within(await duties.Paths(DutyKind.EnterpriseOfficer), o => o.Path).Select(o => o.Id);
        var bodies = held.Where(d => d.OrganisationId is not null && Policies.KindsOf(Policies.RunCalls).Contains(d.Kind)).Select(d => d.OrganisationId!.Value).ToList();
        var run = db.Organisations.Within(await duties.Paths(Policies.RunCalls), o => o.Path).Select(o => o.Id);
        var led = db.Organisations.Within(await duties.Paths(Policies.Approve), o => o.Path).Select(o => o.Id);
        return await (
            from c in db.Calls
            where !Over.Contains(c.Stage)
            select new Row(
                c.Id, c.Title, c.Stage, c.ClosesAt, c.RecommendBy,
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Draft && a.MadeBy == me),
                db.Applications.Count(a => a.CallId == c.Id && (a.Stage == ApplicationStage.Submitted || a.Stage == ApplicationStage.UnitNoticed) && (units.Contains(a.UnitId) || bodies.Contains(a.UnitId))),
                db.Applications.Count(a => a.CallId == c.Id && (a.Stage == ApplicationStage.Returned || a.Stage == ApplicationStage.Correcting) && (units.Contains(a.UnitId) || a.MadeBy == me)),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.UnitPassed && bodies.Contains(a.RecommenderId ?? 0)),
                db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.Recommended && run.Contains(c.OrganisationId)),
                run.Contains(c.OrganisationId), led.Contains(c.OrganisationId),
                c.Reviewers.Any(r => r.AccountId == me) ? db.Applications.Count(a => a.CallId == c.Id && a.Stage == ApplicationStage.UnderReview) : 0,
                db.ReviewSheets.Count(s => s.CallId == c.Id && s.AccountId == me && s.Stage != ReviewSheetStage.Open && s.Round == (c.Stage == CallStage.Pitching ? ReviewRound.Pitch : ReviewRound.First)),
                db.Applications.Count(a => a.CallId == c.Id && (a.Stage == ApplicationStage.Recommended || a.Stage == ApplicationStage.Correcting)),
                db.CallQuotas.Where(q => q.CallId == c.Id && bodies.Contains(q.OrganisationId) && q.Used < q.Fewest).Sum(q => q.Fewest - q.Used))).ToListAsync();
    }

    private static IEnumerable<WaitingItem> Items(Row r, DateTime now)
    {
        var published = r.Stage is CallStage.Published;
        (bool Is, WaitingItem Item)[] all =
        [
            (published && r.Drafts > 0, Of(r, "草稿待提交", "edit", r.ClosesAt, r.Drafts, $"/applications?call={r.Id}&stage=Draft", "填写")),
            (published && r.ToCheck > 0, Of(r, "待单位审核", "document", r.RecommendBy, r.ToCheck, $"/applications?call={r.Id}", "审核")),
            (published && r.ToMend > 0, Of(r, "退回待补正", "edit", r.RecommendBy > now ? r.RecommendBy : null, r.ToMend, $"/applications?call={r.Id}", "补正")),
            (published && r.ToRecommend > 0, Of(r, "待推荐", "flag", r.RecommendBy, r.ToRecommend, $"/applications?call={r.Id}&stage=UnitPassed", "推荐")),
            (published && r.Short > 0 && now < r.RecommendBy && r.RecommendBy - now < Soon, Of(r, "推荐名额还没有用足", "calendar", r.RecommendBy, r.Short, $"/calls/{r.Id}", "查看")),
            (published && r.ToAccept > 0, Of(r, "待形式审查", "check", null, r.ToAccept, $"/applications?call={r.Id}&stage=Recommended", "审查")),
            (r.ToReview > r.Reviewed, Of(r, "待评审", "document", null, r.ToReview - r.Reviewed, "/reviews", "评审")),
            (r.Runs && published && now >= r.RecommendBy && r.Unfinished == 0, Of(r, "可以开始评审", "play", null, null, $"/calls/{r.Id}", "办理")),
            (r.Leads && r.Stage is CallStage.Ranked, Of(r, "名单待审定", "scales", null, null, $"/calls/{r.Id}/approval/new", "审定")),
            (r.Runs && r.Stage is CallStage.Approved, Of(r, "名单待公示", "megaphone", null, null, $"/calls/{r.Id}", "公示")),
        ];
        return all.Where(i => i.Is).Select(i => i.Item);
    }

    private static WaitingItem Of(Row r, string what, string icon, DateTime? due, int? count, string address, string act) => new(icon, $"{r.Title}：{what}", "", due, count is { } n ? $"{n} 项" : "", address, act);
}
