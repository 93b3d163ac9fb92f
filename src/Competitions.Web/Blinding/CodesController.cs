using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Blinding;

/// <summary>加密 of an event: its key, its layers, and how far each of them is.</summary>
[Route("events/{code}/codes"), Authorize(Policies.ReadCodes)]
public sealed class CodesController(EntryDesk desk, CodePages pages) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code) => View(await pages.List(await desk.At(code)));
}
