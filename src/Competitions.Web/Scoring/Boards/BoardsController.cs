using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Boards;

/// <summary>The public board of a round and group: what is released, and nothing else.</summary>
[Route("boards/{code}"), Authorize(Policies.Public)]
public sealed class BoardsController(BoardPages pages, ScoreboardBroadcaster boards, ScoreboardSnapshots snapshots) : Controller
{
    [HttpGet(""), HttpGet("{round}/{group}")]
    public async Task<IActionResult> Show(string code, string? round, string? group) => View(await pages.Of(code, round, group, jury: false));

    /// <summary>The table as it stands, for a page that lost its thread. Who holds it already is told so by its ETag.</summary>
    [HttpGet("{round}/{group}/snapshot")]
    public async Task<IActionResult> Index(string code, string round, string group) =>
        await snapshots.Of(await boards.Attend(new BoardKey(code, round, group)));
}
