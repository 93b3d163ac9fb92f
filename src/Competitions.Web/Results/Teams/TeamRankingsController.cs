using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Teams;

/// <param name="Back">The page that it belongs to.</param>
/// <param name="IsContest">Over all events of a contest.</param>
public sealed record TeamsPage(string Title, string Back, bool IsContest, IReadOnlyList<TeamTable> Tables)
{
    public string File => $"{Back}/team-ranking/file";
}

/// <summary>团体名次 of an event.</summary>
[Route("events/{code}/team-ranking"), Authorize(Policies.ReadResults)]
public sealed class EventTeamsController(CompetitionsDb db, EntryDesk desk, TeamRankings teams) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var place = await desk.At(code);
        return View("Index", new TeamsPage(place.Event.Title, $"/events/{code}", false, await teams.Of(db.Events.Where(e => e.Id == place.Event.Id))));
    }

    [HttpGet("file")]
    public async Task<IActionResult> Show(string code)
    {
        var place = await desk.At(code);
        return ContestTeamsController.Workbook(await teams.Of(db.Events.Where(e => e.Id == place.Event.Id)), code);
    }
}

/// <summary>团体名次 over all events of a contest.</summary>
[Route("contests/{contest}/team-ranking"), Authorize(Policies.ReadResults)]
public sealed class ContestTeamsController(CompetitionsDb db, TeamRankings teams) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string contest)
    {
        var found = Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest));
        return View("Index", new TeamsPage(found.Name, $"/contests/{contest}", true, await teams.Of(db.Events.Where(e => e.ContestId == found.Id))));
    }

    [HttpGet("file")]
    public async Task<IActionResult> Show(string contest)
    {
        var found = Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest));
        return Workbook(await teams.Of(db.Events.Where(e => e.ContestId == found.Id)), contest);
    }

    internal static IActionResult Workbook(IReadOnlyList<TeamTable> tables, string code)
    {
        Refusal.Unless(tables.Count > 0, "result.no-team-ranking");
        return SheetFile.Of($"{code}-team-ranking.xlsx", to => TeamRankings.Write(to, tables));
    }
}
