using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Open;

/// <param name="Mine">Entries of the caller's units.</param>
/// <param name="Open">Of them, still under review or to be mended.</param>
public sealed record OpenEventRow(string Code, string Title, string ContestName, EventStage Stage, DateTime? OpensAt, DateTime? ClosesAt, int Capacity, int Accepted, int Mine, int Open);

/// <summary>The events that can be entered, and those that the caller's units have entered.</summary>
[Route("entries"), Authorize(Policies.ReadEntries)]
public sealed class OpenEventsController(CompetitionsDb db, MyDuties duties, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, int page = 1)
    {
        var units = db.Organisations.Within(await duties.Paths(Policies.Enter), o => o.Path).Select(o => o.Id);
        var (enters, given) = ((await duties.Paths(Policies.Enter)).Count > 0, await duties.Events(Policies.ReadEntries));
        ViewData["Q"] = q;
        ViewData["Now"] = clock.UtcNow();
        return View(await (
            from e in db.Events
            join contest in db.Contests on e.ContestId equals contest.Id
            where enters && e.Stage == EventStage.Registration || e.Stage != EventStage.Draft && (given.Contains(e.Id) || db.Entries.Any(x => x.EventId == e.Id && units.Contains(x.UnitId)))
            where string.IsNullOrWhiteSpace(q) || e.Title.Contains(q) || contest.Name.Contains(q)
            orderby e.Stage == EventStage.Registration descending, contest.Year descending, contest.RegistrationClosesAt, e.Title
            select new OpenEventRow(
                e.Code, e.Title, contest.Name, e.Stage, contest.RegistrationOpensAt, contest.RegistrationClosesAt, e.Capacity,
                db.Entries.Count(x => x.EventId == e.Id && EntryLifecycle.Placed.Contains(x.Stage)),
                db.Entries.Count(x => x.EventId == e.Id && units.Contains(x.UnitId)),
                db.Entries.Count(x => x.EventId == e.Id && units.Contains(x.UnitId) && EntryLifecycle.Open.Contains(x.Stage)))).ToPage(page));
    }
}
