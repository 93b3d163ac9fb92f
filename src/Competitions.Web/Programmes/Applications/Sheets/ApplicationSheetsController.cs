using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications.Sheets;

public sealed record ApplicationSheetView(Application Application, HtmlString Markup, bool CanPrint);

/// <summary>申报表 on paper, with the places for the seals of those who have their say (innovations.md §6.7).</summary>
[Route("applications/{id:int}/sheet"), Authorize(Policies.ReadApplications)]
public sealed class ApplicationSheetsController(CompetitionsDb db, ApplicationDesk desk, Documents documents, PdfPrinter printer, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id)
    {
        var place = await desk.Find(id);
        return View(new ApplicationSheetView(place.Application, new HtmlString(await documents.Render<ApplicationSheet>(await Parameters(place))), printer.CanPrint));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(int id)
    {
        var place = await desk.Find(id);
        await audit.Write("application.print", $"{id}");
        return File(await documents.Pdf<ApplicationSheet>($"{place.Application.Title} 申报表", "application-sheet.css", await Parameters(place)), "application/pdf", $"申报表-{place.Application.Number ?? $"{id}"}.pdf");
    }

    private async Task<Dictionary<string, object?>> Parameters(ApplicationPlace place) => new()
    {
        [nameof(ApplicationSheet.Call)] = place.Call, [nameof(ApplicationSheet.Application)] = place.Application, [nameof(ApplicationSheet.Stage)] = place.Shown,
        [nameof(ApplicationSheet.Content)] = ApplicationContent.Of(place.Call, place.Application),
        [nameof(ApplicationSheet.Papers)] = await db.ApplicationPapers.AsNoTracking().Where(p => p.ApplicationId == place.Application.Id).OrderBy(p => p.Id).Select(p => p.Title).ToListAsync(),
    };
}
