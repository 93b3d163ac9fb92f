using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Results.Sheets.Confirmations;

public sealed class SheetConfirmationForm : IForm
{
    /// <summary>The ledger's line up to which he saw the sheet.</summary>
    public long Sequence { get; set; }

    [Display(Name = "签字人姓名"), Required(ErrorMessage = "请输入您本人的姓名。"), StringLength(50)]
    public string Name { get; set; } = "";

    [ValidateNever]
    public DaySheetPage Look { get; internal set; } = null!;
}

/// <summary>The second person's word on a sheet. There is nothing on it that he could change.</summary>
[Route("events/{code}/sheets/{id}/confirmation"), Authorize(Policies.ConfirmSheets)]
public sealed class SheetConfirmationsController(DaySheetDesk desk, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string id)
    {
        var look = await desk.Load(code, id);
        return View(new SheetConfirmationForm { Look = look, Sequence = look.Sheet.Sequence });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string id, SheetConfirmationForm form)
    {
        await desk.Confirm(await desk.Event(code), DaySheetDesk.Named(id), form.Name, form.Sequence);
        await audit.Write("day-sheet.confirm", $"{code}/{id}");
        TempData["Done"] = "评分单已确认，等裁判长锁定。";
        return Redirect($"/events/{code}/sheets/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var given = (SheetConfirmationForm)form;
        given.Look = await desk.Load((string)RouteData.Values["code"]!, (string)RouteData.Values["id"]!);
        ModelState.Remove(nameof(SheetConfirmationForm.Sequence)); // what is shown again is the sheet as it is now
        given.Sequence = given.Look.Sheet.Sequence;
    }
}
