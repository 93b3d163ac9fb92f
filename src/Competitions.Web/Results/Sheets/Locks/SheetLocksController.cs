using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Sheets.Locks;

/// <summary>锁定 of a sheet that another confirmed: from here on it takes no mark.</summary>
[Route("events/{code}/sheets/{id}/lock"), Authorize(Policies.LockSheets)]
public sealed class SheetLocksController(DaySheetDesk desk, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string id)
    {
        await desk.Lock(await desk.Event(code), DaySheetDesk.Named(id));
        await audit.Write("day-sheet.lock", $"{code}/{id}");
        TempData["Done"] = "已锁定，此后的差错用更正单更正。";
        return Redirect($"/events/{code}/sheets/{id}");
    }
}
