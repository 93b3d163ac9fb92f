using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Boards;

/// <summary>What is left of the session that runs.</summary>
/// <param name="Left">Seconds.</param>
public sealed record HallClock(string Name, int Left, bool Runs);

public sealed record HallPage(BoardPage Page, HallClock? Clock);

/// <summary>大屏: a public board for 1920 × 1080, read from twenty metres.</summary>
[Route("boards/{code}"), Authorize(Policies.Public)]
public sealed class HallsController(CompetitionsDb db, BoardPages pages, TimeProvider clock) : Controller
{
    [HttpGet("{round}/{group}/hall")]
    public async Task<IActionResult> Show(string code, string round, string group)
    {
        var page = await pages.Of(code, round, group, jury: false);
        return View("Hall", new HallPage(page, await Clock(page.Event)));
    }

    /// <summary>Server time decides; the screen only counts between two answers.</summary>
    [HttpGet("clock")]
    public async Task<IActionResult> Index(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        Missing.Unless(of.Stage is EventStage.Draft ? null : of);
        return Json(await Clock(of));
    }

    /// <summary>The first that is under way; null while none is.</summary>
    private async Task<HallClock?> Clock(Event of)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.EventId == of.Id && (s.Stage == SessionStage.Running || s.Stage == SessionStage.Paused))
            .OrderBy(s => s.Stage).ThenBy(s => s.PlannedAt).ThenBy(s => s.Id).FirstOrDefaultAsync();
        return session is null ? null : new HallClock(session.Name, (int)session.RemainingAt(clock.UtcNow()).TotalSeconds, session.Stage is SessionStage.Running);
    }
}
