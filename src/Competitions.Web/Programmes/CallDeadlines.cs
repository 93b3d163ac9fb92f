using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>When calls open, close and are recommended by, when applications must be mended and the unit's notice of them is over, together where there are several of a call; two queries.</summary>
public sealed class CallDeadlines(CallDesk calls, ApplicationDesk applications) : IDeadlines
{
    private const int Most = 300;

    public async Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to) =>
        !await duties.Any([.. Policies.KindsOf(Policies.ReadCalls)]) ? [] : [.. (await OfCalls(from, to)).Concat(await OfApplications(db, from, to)).Where(d => d.At >= from && d.At < to)];

    private async Task<IEnumerable<Deadline>> OfCalls(DateTime from, DateTime to) =>
        (await (await calls.Visible()).Where(c => c.Stage == CallStage.Published && (c.OpensAt >= from && c.OpensAt < to || c.ClosesAt >= from && c.ClosesAt < to || c.RecommendBy >= from && c.RecommendBy < to))
            .Select(c => new { c.Id, c.Title, c.OpensAt, c.ClosesAt, c.RecommendBy }).ToListAsync())
        .SelectMany(c => new Deadline[]
        {
            new(c.OpensAt, $"{c.Title}：申报开始", $"{c.OpensAt.Clock()} 开始", $"/calls/{c.Id}", $"call-{c.Id}"),
            new(c.ClosesAt, $"{c.Title}：申报截止", $"{c.ClosesAt.Clock()} 截止", $"/calls/{c.Id}", $"call-{c.Id}"),
            new(c.RecommendBy, $"{c.Title}：推荐截止", $"{c.RecommendBy.Clock()} 截止", $"/calls/{c.Id}", $"call-{c.Id}"),
        });

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
                var (it, at, what) = (g.First().Its, g.Key.Last.AddDays(1).StartInChina().AddMinutes(-1), g.Key.Stage is ApplicationStage.Correcting ? "补正截止" : "单位公示期满");
                return g.Count() == 1 ? new Deadline(at, $"{it.Title}：{what}", $"{it.UnitName} · 24:00", $"/applications/{it.Id}")
                    : new Deadline(at, $"{it.Call}：{what} {g.Count()} 项", "24:00", $"/applications?call={g.Key.CallId}&stage={g.Key.Stage}");
            });
    }
}
