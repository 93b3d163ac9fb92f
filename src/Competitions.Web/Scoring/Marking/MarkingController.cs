using Competitions.Contests;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Marking;

/// <summary>The judge's tablet. It names works by their code and knows nothing of whose they are.</summary>
[Route("events/{code}/marking"), Authorize(Policies.Mark)]
public sealed class MarkingController(MarkingDesk desk, MarkingStates states, Scoretaking scoretaking) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var floor = await desk.Floor(code);
        ViewData["Event"] = floor.Event;
        return View(await desk.Works(floor, await scoretaking.GiverIn(floor, User.Account())));
    }

    [HttpGet("{work}")]
    public async Task<IActionResult> Show(string code, string work)
    {
        var floor = await desk.Floor(code);
        var giver = await scoretaking.GiverIn(floor, User.Account());
        var page = await desk.Sheet(floor, giver, work);
        ViewData["State"] = await states.Of(floor, giver, work);
        ViewData["Runs"] = floor.Event.Stage is EventStage.Running;
        return View(page);
    }
}
