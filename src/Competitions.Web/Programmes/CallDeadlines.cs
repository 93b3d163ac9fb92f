using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes;

/// <summary>When calls open, close and are recommended by, when the own applications must be mended and the unit's notice is over; two queries.</summary>
public sealed class CallDeadlines(CallDesk calls, ApplicationDesk applications) : IDeadlines
{
    private const int Most = 300;

    public async Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to) =>
        !await duties.Any([.. Policies.KindsOf(Policies.ReadCalls)]) ? [] : [.. (await OfCalls(from, to)).Concat(await OfApplications(from, to)).Where(d => d.At >= from && d.At < to)];

    private async Task<IEnumerable<Deadline>> OfCalls(DateTime from, DateTime to) =>
        (await (await calls.Visible()).Where(c => c.Stage == CallStage.Published && (c.OpensAt >= from && c.OpensAt < to || c.ClosesAt >= from && c.ClosesAt < to || c.RecommendBy >= from && c.RecommendBy < to))
            .Select(c => new { c.Id, c.Title, c.OpensAt, c.ClosesAt, c.RecommendBy }).ToListAsync())
        .SelectMany(c => new Deadline[]
        {
            new(c.OpensAt, $"{c.Title}：申报开始", $"{c.OpensAt.Clock()} 开始", $"/calls/{c.Id}", $"call-{c.Id}"),
            new(c.ClosesAt, $"{c.Title}：申报截止", $"{c.ClosesAt.Clock()} 截止", $"/calls/{c.Id}", $"call-{c.Id}"),
            new(c.RecommendBy, $"{c.Title}：推荐截止", $"{c.RecommendBy.Clock()} 截止", $"/calls/{c.Id}", $"call-{c.Id}"),
        });

    private async Task<IEnumerable<Deadline>> OfApplications(DateTime from, DateTime to)
    {
        var (first, last) = (from.InChina().Date(), to.InChina().Date());
        return (await (await applications.Visible())
            .Where(a => a.Stage == ApplicationStage.Correcting && a.CorrectBy >= first && a.CorrectBy <= last || a.Stage == ApplicationStage.UnitNoticed)
            .OrderByDescending(a => a.Id).Select(a => new { a.Id, a.Title, a.UnitName, a.Stage, a.CorrectBy, a.UnitNotice }).Take(Most).ToListAsync())
            .Select(a => a is { Stage: ApplicationStage.UnitNoticed, UnitNotice.EndsOn: var ends }
                ? new Deadline(ends.AddDays(1).StartInChina().AddMinutes(-1), $"{a.Title}：单位公示期满", a.UnitName, $"/applications/{a.Id}")
                : new Deadline(a.CorrectBy!.Value.AddDays(1).StartInChina().AddMinutes(-1), $"{a.Title}：补正截止", $"{a.UnitName} · 24:00 前", $"/applications/{a.Id}"));
    }
}
