using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Competitions.Web.Blinding.Draws;

/// <summary>加密抽签 of one layer: first the promise, whose hash everybody in the room sees.</summary>
[Route("events/{code}/draws"), Authorize(Policies.ReadCodes)]
public sealed class CodeDrawsController(EntryDesk desk, CodeDesk codes, CodePages pages, AuditTrail audit) : Controller
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id) => View(await pages.Load(await desk.At(code), id));

    [HttpPost(""), Authorize(Policies.KeepCodes)]
    public async Task<IActionResult> Create(string code, [BindRequired] string at, [BindRequired] int layer)
    {
        var draw = await codes.Commit(await desk.At(code), at, layer);
        await audit.Write("code-draw.commit", $"{code}/{draw.Id}", why: draw.Commitment);
        return RedirectToAction("Show", new { code, id = draw.Id });
    }
}
