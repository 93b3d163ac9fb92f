using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Scoring.Marking;

/// <summary>What a tablet needs to know to install the marking of one event as an app of its own.</summary>
[Route("events/{code}/marking/manifest.webmanifest"), Authorize(Policies.Mark)]
public sealed class MarkingManifestsController(MarkingDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string code)
    {
        var of = (await desk.Floor(code)).Event;
        var home = $"/events/{of.Code}/marking";
        return new JsonResult(new
        {
            id = home, name = $"评分 {of.Title}", short_name = "评分", lang = "zh-CN", start_url = home, scope = home, display = "standalone", background_color = "#FFFFFF", theme_color = "#B3261E",
            icons = new[] { Icon(192), Icon(512) },
        }) { ContentType = "application/manifest+json" };
    }

    private static object Icon(int size) => new { src = $"/icons/marking-{size}.png", sizes = $"{size}x{size}", type = "image/png", purpose = "any" };
}
