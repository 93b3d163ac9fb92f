using System.ComponentModel.DataAnnotations;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Results.Sheets.Locks;

public sealed class SheetUnlockForm : IForm
{
    [Display(Name = "解锁原因"), Required(ErrorMessage = "请写明解锁的原因。"), StringLength(SheetLock.LongestReason, ErrorMessage = "原因不超过 200 个字。")]
    public string Why { get; set; } = "";

    [ValidateNever]
    public DaySheetPage Look { get; internal set; } = null!;
}

/// <summary>解锁: a duty of its own, with a reason that stays.</summary>
[Route("events/{code}/sheets/{id}/unlock"), Authorize(Policies.UnlockSheets)]
public sealed class SheetUnlocksController(DaySheetDesk desk, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string id) => View(new SheetUnlockForm { Look = await desk.Load(code, id) });

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string id, SheetUnlockForm form)
    {
        await desk.Unlock(await desk.Event(code), DaySheetDesk.Named(id), form.Why);
        await audit.Write("day-sheet.unlock", $"{code}/{id}", why: form.Why);
        TempData["Done"] = "已解锁。改完后须重新确认和锁定。";
        return Redirect($"/events/{code}/sheets/{id}");
    }

    async Task IFills.Fill(IForm form) => ((SheetUnlockForm)form).Look = await desk.Load((string)RouteData.Values["code"]!, (string)RouteData.Values["id"]!);
}
