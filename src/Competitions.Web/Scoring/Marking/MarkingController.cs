using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Marking;

/// <summary>The judge's tablet. It names works by their code and knows nothing of whose they are.</summary>
[Route("events/{code}/marking"), Authorize(Policies.Mark)]
public sealed class MarkingController(MarkingDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var floor = await desk.Floor(code);
        ViewData["Event"] = floor.Event;
        return View(await desk.Works(floor, User.Account()));
    }

    [HttpGet("{work}")]
    public async Task<IActionResult> Show(string code, string work)
    {
        var floor = await desk.Floor(code);
        ViewData["State"] = await desk.State(floor, User.Account(), work);
        ViewData["Runs"] = floor.Event.Stage is Competitions.Contests.EventStage.Running;
        return View(await desk.Sheet(floor, User.Account(), work));
    }
}

/// <summary>What stands, for a page that is open.</summary>
[ApiController, Route("events/{code}/marking/{work}/state"), Authorize(Policies.Mark)]
public sealed class MarkingStatesController(MarkingDesk desk) : ControllerBase
{
    [HttpGet("")]
    public async Task<IReadOnlyDictionary<string, ItemState>> Show(string code, string work) => await desk.State(await desk.Floor(code), User.Account(), work);
}
