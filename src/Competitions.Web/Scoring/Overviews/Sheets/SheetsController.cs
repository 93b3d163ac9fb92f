using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Overviews.Sheets;

/// <summary>The sheets of an event's works, by code, with all judges' values: read by who leads or watches over the marking.</summary>
[Route("events/{code}/overview/works"), Authorize(Policies.WatchJury)]
public sealed class SheetsController(CompetitionsDb db, SheetDesk desk, IAuthorizationService policies) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, string? q, string? module, int page = 1)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var search = q?.Trim().ToUpperInvariant();
        var marked = of.Modules.Where(m => m.Way is not ModuleWay.Sitting).Select(m => m.Code).ToList();
        var works = db.Works.Where(w => w.EventCode == code && marked.Contains(w.Module) && (string.IsNullOrEmpty(search) || w.Code.Contains(search)) && (string.IsNullOrEmpty(module) || w.Module == module));
        return View(new SheetsPage(of, q, module, await works.OrderBy(w => w.Module).ThenBy(w => w.Code)
            .Select(w => new SheetLine(w.Code, w.Module, db.Marks.Count(m => m.EventCode == code && m.Work == w.Code), db.Marks.Where(m => m.EventCode == code && m.Work == w.Code).Max(m => (DateTime?)m.TakenAt))).ToPage(page)));
    }

    [HttpGet("{work}")]
    public async Task<IActionResult> Show(string code, string work) =>
        View(await desk.Of(code, work, (await policies.AuthorizeAsync(User, Policies.LeadMarking)).Succeeded));
}
