using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Boards;

/// <summary>The jury's board: every module, by code.</summary>
[Route("events/{code}/board"), Authorize(Policies.WatchJury)]
public sealed class JuryBoardsController(JuryDesk desk, ScoreboardBroadcaster boards, ScoreboardSnapshots snapshots) : Controller
{
    [HttpGet(""), HttpGet("{round}/{group}")]
    public async Task<IActionResult> Show(string code, string? round, string? group) => View("Jury", await desk.Of(code, round, group));

    [HttpGet("{round}/{group}/snapshot")]
    public async Task<IActionResult> Index(string code, string round, string group) =>
        await snapshots.Of(await boards.Attend(new BoardKey(code, round, group, Jury: true)));
}
