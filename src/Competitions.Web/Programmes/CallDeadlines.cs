using Competitions.Data;
using Competitions.Notices;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>When calls open, close, are recommended and reviewed by and their notices end, when applications must be mended and the unit's notice of them is over, together where there are several of a call; two queries, one for an expert.</summary>
public sealed class CallDeadlines(CallDesk calls, ApplicationDesk applications) : IDeadlines
{
    private const int Most = 300;

    public async Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to)
    {
        var reads = await duties.Any([.. Policies.KindsOf(Policies.ReadCalls)]);
        var reviews = await duties.Any([.. Policies.KindsOf(Policies.Review)]);
        IEnumerable<Deadline> all =
        [
            .. reads ? await OfCalls(db, from, to) : [], .. reads ? await OfApplications(db, from, to) : [], .. reviews && !reads ? await OfExpert(db, duties.Account!, from, to) : [],
        ];
        return all.Where(d => d.At >= from && d.At < to);
    }

    private async Task<IEnumerable<Deadline>> OfCalls(CompetitionsDb db, DateTime from, DateTime to)
    {
        var (first, last) = (from.InChina().Date(), to.InChina().Date());
        var notices = db.PublicNotices.Where(n => n.Of == NoticeOf.Call && n.Stage != NoticeStage.Withdrawn && n.EndsOn >= first && n.EndsOn <= last);
        return (await (await calls.Visible())
            .Where(c => c.Stage == CallStage.Published && (c.OpensAt >= from && c.OpensAt < to || c.ClosesAt >= from && c.ClosesAt < to || c.RecommendBy >= from && c.RecommendBy < to)
                || (c.Stage == CallStage.Published || c.Stage == CallStage.Reviewing || c.Stage == CallStage.Pitching) && c.ReviewBy >= from && c.ReviewBy < to
                || c.Stage == CallStage.Noticed && notices.Any(n => n.SourceId == c.Id))
            .Select(c => new { c.Id, c.Title, c.Stage, c.OpensAt, c.ClosesAt, c.RecommendBy, c.ReviewBy, EndsOn = notices.Where(n => n.SourceId == c.Id).Max(n => (DateOnly?)n.EndsOn) }).ToListAsync())
            .SelectMany(c =>
            {
                Deadline Of(DateTime at, string what, string detail) => new(at, $"{c.Title}：{what}", detail, $"/calls/{c.Id}", $"call-{c.Id}");
                Deadline[] taking = c.Stage is CallStage.Published ? [Of(c.OpensAt, "申报开始", $"{c.OpensAt.Clock()} 开始"), Of(c.ClosesAt, "申报截止", $"{c.ClosesAt.Clock()} 截止"), Of(c.RecommendBy, "推荐截止", $"{c.RecommendBy.Clock()} 截止")] : [];
                Deadline[] review = c.Stage is not CallStage.Noticed && c.ReviewBy is { } by ? [Of(by, "评审截止", $"{by.Clock()} 截止")] : [];
                Deadline[] notice = c.Stage is CallStage.Noticed && c.EndsOn is { } ends ? [Of(ends.EndInChina(), "公示期满", "24:00")] : [];
                return (Deadline[])[.. taking, .. review, .. notice];
            });
    }

    /// <summary>Of the calls that he reviews.</summary>
    private static async Task<IEnumerable<Deadline>> OfExpert(CompetitionsDb db, string me, DateTime from, DateTime to) =>
        (await db.Calls.Where(c => (c.Stage == CallStage.Reviewing || c.Stage == CallStage.Pitching) && c.ReviewBy >= from && c.ReviewBy < to && c.Reviewers.Any(r => r.AccountId == me))
            .Select(c => new { c.Id, c.Title, By = c.ReviewBy!.Value }).ToListAsync())
        .Select(c => new Deadline(c.By, $"{c.Title}：评审截止", $"{c.By.Clock()} 截止", "/reviews", $"call-{c.Id}"));

    private async Task<IEnumerable<Deadline>> OfApplications(CompetitionsDb db, DateTime from, DateTime to)
    {
        var (first, last) = (from.InChina().Date(), to.InChina().Date());
        return (await (await applications.Visible())
            .Where(a => a.Stage == ApplicationStage.Correcting && a.CorrectBy >= first && a.CorrectBy <= last || a.Stage == ApplicationStage.UnitNoticed)
            .OrderByDescending(a => a.Id).Select(a => new { a.Id, a.CallId, Call = db.Calls.Where(c => c.Id == a.CallId).Select(c => c.Title).First(), a.Title, a.UnitName, a.Stage, a.CorrectBy, a.UnitNotice }).Take(Most).ToListAsync())
            .Select(a => (Its: a, Last: a is { Stage: ApplicationStage.UnitNoticed, UnitNotice.EndsOn: var ends } ? ends : a.CorrectBy!.Value))
            .GroupBy(a => (a.Its.CallId, a.Its.Stage, a.Last))
            .Select(g =>
            {
                var (it, at, what) = (g.First().Its, g.Key.Last.EndInChina(), g.Key.Stage is ApplicationStage.Correcting ? "补正截止" : "单位公示期满");
                return g.Count() == 1 ? new Deadline(at, $"{it.Title}：{what}", $"{it.UnitName} · 24:00", $"/applications/{it.Id}")
                    : new Deadline(at, $"{it.Call}：{what} {g.Count()} 项", "24:00", $"/applications?call={g.Key.CallId}&stage={g.Key.Stage}");
            });
    }
}
