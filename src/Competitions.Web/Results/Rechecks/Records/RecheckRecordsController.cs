using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Rechecks.Records;

public sealed record RecheckRecordView(RecheckPage Look, HtmlString Markup, bool CanPrint);

/// <summary>复核记录表 for print: by work code.</summary>
[Route("events/{code}/rechecks/{id:int}/record"), Authorize(Policies.ReadRechecks)]
public sealed class RecheckRecordsController(RecheckPages pages, Documents documents, PdfPrinter printer, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int id)
    {
        var look = await pages.Load(code, id);
        return View(new RecheckRecordView(look, new HtmlString(await documents.Render<RecheckRecord>(Parameters(look))), printer.CanPrint));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var look = await pages.Load(code, id);
        await audit.Write("recheck.print", $"{code}/{id}");
        return File(await documents.Pdf<RecheckRecord>("复核记录表", "result-forms.css", Parameters(look)), "application/pdf", $"recheck-{code}-{look.Recheck.Module}-{look.Recheck.Number}.pdf");
    }

    private static Dictionary<string, object?> Parameters(RecheckPage look) => new() { [nameof(RecheckRecord.Look)] = look };
}
