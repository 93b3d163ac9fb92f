using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marking.Signatures;

public sealed class SheetSignatureForm : IForm
{
    /// <summary>The ledger's line up to which the signer saw the sheet.</summary>
    public long Sequence { get; set; }

    [Display(Name = "签字人姓名"), Required(ErrorMessage = "请输入您本人的姓名。"), StringLength(50)]
    public string Name { get; set; } = "";

    [ValidateNever]
    public ProcessSheet Sheet { get; internal set; } = null!;
}

/// <summary>现场打分表 as it is signed.</summary>
/// <param name="As">As what the reader signs.</param>
public sealed record ProcessSheet(
    Event Event, EventModule Module, string Work, string? Seat, MarkSheet Marks, IReadOnlyList<DeductionState> Deductions, IReadOnlyList<SheetSignature> Signatures, long Sequence, SignedAs As, bool IsWhole);

/// <summary>Judge and chief judge sign a process sheet, each under his own name; whose it is stands nowhere.</summary>
[Route("events/{code}/marking/{work}/signatures"), Authorize(Policies.Mark)]
public sealed class SheetSignaturesController(CompetitionsDb db, MarkingDesk desk, MarkingStates states, WorkSeats seats, Scoretaking scoretaking, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string work)
    {
        var sheet = await Load(code, work);
        return View(new SheetSignatureForm { Sheet = sheet, Sequence = sheet.Sequence });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string work, SheetSignatureForm form)
    {
        var sheet = form.Sheet = await Load(code, work);
        var (account, floor) = (User.Account(), await desk.Floor(code));
        Refusal.Unless(sheet.As is SignedAs.Chief || floor.Marks(account, floor.Plan.Of(sheet.Module.Code)[0]), "sheet.not-yours");
        Refusal.Unless(sheet.Event.Stage is EventStage.Running, "marks.not-running");
        var name = await db.Users.Where(u => u.Id == account).Select(u => u.DisplayName).SingleAsync();
        db.Add(SheetSignature.Sign(new SheetToSign(code, work, sheet.Sequence, sheet.IsWhole), sheet.As, account, form.Name, name, form.Sequence, sheet.Signatures, clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("sheet.sign", $"{code}/{work}");
        TempData["Done"] = "已签字。";
        return RedirectToAction("New", new { code, work });
    }

    async Task IFills.Fill(IForm form)
    {
        var given = (SheetSignatureForm)form;
        given.Sheet = await Load((string)RouteData.Values["code"]!, (string)RouteData.Values["work"]!);
        ModelState.Remove(nameof(SheetSignatureForm.Sequence)); // what is shown again is the sheet as it is now
        given.Sequence = given.Sheet.Sequence;
    }

    private async Task<ProcessSheet> Load(string code, string work)
    {
        var floor = await desk.Floor(code);
        var module = Missing.Unless(floor.Event.Modules.FirstOrDefault(m => m.Code == floor.Modules.GetValueOrDefault(work) && m.Way is ModuleWay.ProcessSheet));
        var giver = await scoretaking.GiverIn(floor, User.Account());
        var state = await states.Of(floor, giver, work);
        var marks = new MarkSheet(work, module.Code, floor.Plan);
        (await db.Marks.AsNoTracking().Where(m => m.EventCode == code && m.Work == work && m.Sequence <= state.Sequence).OrderBy(m => m.Sequence).ToListAsync()).ForEach(marks.Apply);
        var signatures = await db.SheetSignatures.AsNoTracking().Where(s => s.EventCode == code && s.Work == work).OrderBy(s => s.Id).ToListAsync();
        var place = (await seats.Of(floor.Event, module, giver)).GetValueOrDefault(work);
        var (marked, all) = marks.Progress;
        return new ProcessSheet(floor.Event, module, work, place, marks, state.Deductions, signatures, state.Sequence, giver.IsChief ? SignedAs.Chief : SignedAs.Judge, marked == all && (marks.Seconds is not null || module.Minutes == 0));
    }
}
