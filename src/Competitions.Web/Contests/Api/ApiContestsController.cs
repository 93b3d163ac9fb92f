using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Api;

/// <param name="Stage">As <c>Registration</c>, <c>Running</c>, <c>Announced</c>.</param>
public sealed record ApiEvent(string Code, string Title, string Occupation, string Stage, int Capacity, int Entries, IReadOnlyList<ApiPart> Rounds, IReadOnlyList<ApiPart> Groups);

public sealed record ApiPart(string Code, string Name);

public sealed record ApiContest(
    int Id, string Code, string Name, string Owner, int Year, DateOnly StartsOn, DateOnly EndsOn, DateTime? RegistrationOpensAt, DateTime? RegistrationClosesAt, string Stage, IReadOnlyList<ApiEvent> Events);

/// <summary>Contests with what anybody may see of them: no person is named.</summary>
[ApiController, Route("api/v1/contests"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiContestsController(CompetitionsDb db) : ControllerBase
{
    [HttpGet(""), EndpointSummary("公开的赛事，按编号分段"), ProducesResponseType<ApiPage<ApiContest>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Index([FromQuery] ApiRange range, [FromQuery, Range(1950, 2100)] int? year)
    {
        var page = await Public().Where(c => year == null || c.Year == year).ToApiPage(range, Request, c => c.Id);
        var events = await Events([.. page.Items.Select(c => c.Id)]);
        return new Tagged(page.With(c => Of(c, events[c.Id])));
    }

    [HttpGet("{contest}"), EndpointSummary("一个赛事和它的赛项"), ProducesResponseType<ApiContest>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Show(string contest)
    {
        var found = Missing.Unless(await Public().SingleOrDefaultAsync(c => c.Code == contest));
        return new Tagged(Of(found, (await Events([found.Id]))[found.Id]));
    }

    private IQueryable<Contest> Public() => db.Contests.AsNoTracking().Where(c => db.Events.Any(e => e.ContestId == c.Id && e.Stage != EventStage.Draft));

    /// <summary>Two queries.</summary>
    private async Task<ILookup<int, ApiEvent>> Events(IReadOnlyList<int> contests)
    {
        var counts = await db.Entries.Where(e => contests.Contains(e.ContestId) && EntryLifecycle.Alive.Contains(e.Stage)).GroupBy(e => e.EventId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var events = await db.Events.AsNoTracking().Where(e => contests.Contains(e.ContestId) && e.Stage != EventStage.Draft).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.ContestId, e.Code, e.Title, e.OccupationName, e.Stage, e.Capacity, e.Rounds, e.Groups }).ToListAsync();
        return events.ToLookup(e => e.ContestId, e => new ApiEvent(
            e.Code, e.Title, e.OccupationName, $"{e.Stage}", e.Capacity, counts.GetValueOrDefault(e.Id),
            [.. e.Rounds.Select(r => new ApiPart(r.Code, r.Name))], [.. e.Groups.Select(g => new ApiPart(g.Code, g.Name))]));
    }

    private static ApiContest Of(Contest contest, IEnumerable<ApiEvent> events)
    {
        var all = events.ToList();
        return new ApiContest(contest.Id, contest.Code, contest.Name, contest.OrganisationName, contest.Year, contest.StartsOn, contest.EndsOn, contest.RegistrationOpensAt, contest.RegistrationClosesAt,
            $"{EventLifecycle.Of([.. all.Select(e => Enum.Parse<EventStage>(e.Stage))])}", all);
    }
}
