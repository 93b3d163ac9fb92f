using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Api;

/// <param name="Name">As on the day of entry.</param>
/// <param name="Role"><c>Competitor</c>, <c>Leader</c> or <c>Coach</c>.</param>
public sealed record ApiMember(int WorkerId, string Name, string Role);

/// <param name="Stage">As <c>Submitted</c>, <c>Accepted</c>, <c>Finished</c>.</param>
public sealed record ApiEntry(
    int Id, string Contest, string Event, string Group, string? TeamName, string? AdmissionNumber, string Unit, string UnitName, string Stage, DateTime EnteredAt, IReadOnlyList<ApiMember> Members);

/// <summary>Entries as the key's duty shows them: of its units, and of the contests that its organisation runs.</summary>
[ApiController, Route("api/v1/entries"), Authorize(Policies.ReadEntries, AuthenticationSchemes = ApiKeyScheme.Named), EnableRateLimiting(RateLimits.Api)]
public sealed class ApiEntriesController(CompetitionsDb db, MyDuties duties, AuditTrail audit) : ControllerBase
{
    [HttpGet(""), EndpointSummary("密钥范围内的报名，按编号分段"), ProducesResponseType<ApiPage<ApiEntry>>(StatusCodes.Status200OK)]
    public async Task<ApiPage<ApiEntry>> Index([FromQuery] ApiRange range, [FromQuery, StringLength(40)] string? @event)
    {
        var entries = await db.EntriesOf(duties, worker: null);
        await audit.Write("entries.read-by-key", @event ?? "*", why: $"{range.After}+{range.Size}");
        var page = await entries.Where(e => @event == null || db.Events.Any(x => x.Id == e.EventId && x.Code == @event)).ToApiPage(range, Request, e => e.Id);
        var (events, units) = (page.Items.Select(e => e.EventId).Distinct().ToList(), page.Items.Select(e => e.UnitId).Distinct().ToList());
        var codes = await (from of in db.Events where events.Contains(of.Id) join contest in db.Contests on of.ContestId equals contest.Id select new { of.Id, of.Code, Contest = contest.Code }).ToDictionaryAsync(e => e.Id);
        var bodies = await db.Organisations.Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code);
        return page.With(e => new ApiEntry(
            e.Id, codes[e.EventId].Contest, codes[e.EventId].Code, e.Group, e.TeamName, e.AdmissionNumber, bodies[e.UnitId], e.UnitName, $"{e.Stage}", e.At,
            [.. e.Members.Select(m => new ApiMember(m.WorkerId, m.Name, $"{m.Role}"))]));
    }
}
