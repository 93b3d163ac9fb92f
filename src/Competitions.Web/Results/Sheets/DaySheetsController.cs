using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Sheets;

/// <summary>评分单 of an event by module and day, by work code: how far each is, who confirmed and who locked it.</summary>
[Route("events/{code}/sheets"), Authorize(Policies.ReadSheets)]
public sealed class DaySheetsController(DaySheetDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code) => View(await desk.List(code));

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string code, string id) => View(await desk.Load(code, id));
}
