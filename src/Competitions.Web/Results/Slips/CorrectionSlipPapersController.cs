using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Slips;

/// <summary>A slip with what it says in words.</summary>
/// <param name="Item">What was marked.</param>
/// <param name="Line">Of the ledger that it wrote; null before it is in force.</param>
public sealed record SlipLook(Event Event, string ContestName, CorrectionSlip Slip, string Module, string Item, string DrawnBy, string SignedBy, string JudgeName, long? Line);

public sealed record SlipView(SlipLook Look, HtmlString Markup, bool CanPrint, bool Signs);

/// <summary>更正单 as it is read, signed and printed: old and new, why, and both signatures.</summary>
[Route("events/{code}/correction-slips/{id:int}"), Authorize(Policies.ReadSlips)]
public sealed class CorrectionSlipPapersController(CompetitionsDb db, CorrectionSlipDesk desk, Documents documents, PdfPrinter printer, IAuthorizationService policies, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int id)
    {
        var look = await Load(code, id);
        var signs = look.Slip.Stage is SlipStage.Drawn && look.Slip.DrawnBy != User.Account() && (await policies.AuthorizeAsync(User, Policies.SignSlips)).Succeeded;
        return View("Paper", new SlipView(look, new HtmlString(await documents.Render<CorrectionSlipPaper>(Parameters(look))), printer.CanPrint, signs));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var look = await Load(code, id);
        await audit.Write("correction-slip.print", $"{code}/{look.Slip.Code}");
        return File(await documents.Pdf<CorrectionSlipPaper>("更正单", "result-forms.css", Parameters(look)), "application/pdf", $"slip-{code}-{look.Slip.Code}.pdf");
    }

    private async Task<SlipLook> Load(string code, int id) => await desk.Look(Missing.Unless(await db.Events.AsNoTracking().WithCode(code)), id);

    private static Dictionary<string, object?> Parameters(SlipLook look) => new() { [nameof(CorrectionSlipPaper.Look)] = look };
}
