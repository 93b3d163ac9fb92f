using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Overviews;

/// <summary>评分总览 for who leads or watches over the marking: everything by work code.</summary>
[Route("events/{code}/overview"), Authorize(Policies.WatchJury)]
public sealed class OverviewsController(OverviewDesk desk, IAuthorizationService policies) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        ViewData["Stamp"] = await desk.Stamp(code); // before the page: what comes in between is asked for again
        ViewData["Leads"] = (await policies.AuthorizeAsync(User, Policies.LeadMarking)).Succeeded;
        return View(await desk.Of(code));
    }

    /// <summary>What the page's script asks for every few seconds; nothing while nothing changed.</summary>
    [HttpGet("rows")]
    public async Task<IActionResult> Show(string code)
    {
        var stamp = $"\"{await desk.Stamp(code)}\"";
        if (Request.Headers.IfNoneMatch == stamp)
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        (Response.Headers.ETag, Response.Headers.CacheControl) = (stamp, "private, no-cache");
        return PartialView("_Rows", await desk.Of(code));
    }
}
