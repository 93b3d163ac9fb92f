using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Competitions.Web.Results.Rechecks;

/// <summary>成绩复核 of an event, module by module, by work code alone.</summary>
[Route("events/{code}/rechecks"), Authorize(Policies.ReadRechecks)]
public sealed class RechecksController(RecheckDesk desk, RecheckPages pages, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code) => View(await pages.List(code));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id) => View(await pages.Load(code, id));

    /// <summary>The supervisor draws.</summary>
    [HttpPost(""), Authorize(Policies.Recheck)]
    public async Task<IActionResult> Create(string code, [BindRequired] string module)
    {
        var recheck = await desk.Start(code, module);
        await audit.Write("recheck.draw", $"{code}/{recheck.Id}");
        TempData["Done"] = $"已抽取 {recheck.Items.Count} 件作品，请逐件复核。";
        return RedirectToAction("Show", new { code, id = recheck.Id });
    }
}
