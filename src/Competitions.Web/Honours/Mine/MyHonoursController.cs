using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Honours.Holders;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Mine;

public sealed record MyCertificatePage(HonourRow Honour, Certificate Certificate, HtmlString Markup, bool CanPrint, HolderLinkPanel Link);

/// <summary>我的荣誉: a worker's own, those of his teams and as a coach too; granted ones, and withdrawn ones with their reason.</summary>
[Route("my/honours"), Authorize(Policies.Own)]
public sealed class MyHonoursController(CompetitionsDb db, HonourRegister register, CertificatePrint print, PdfPrinter printer, HolderDesk holders, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1) => View(await register.Rows(Mine()).ToPage(page));

    /// <summary>Printed without a stamp: who doubts it scans the code.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var (row, certificate) = await Find(id);
        return View(new MyCertificatePage(row, certificate, await print.Markup([CertificateCopy.Of(certificate, print.Site)], StampPlace.Copy), printer.CanPrint, await holders.Panel(certificate, $"/my/honours/{id}/holder-link")));
    }

    [HttpGet("{id:int}/certificate.pdf")]
    public async Task<IActionResult> File(int id)
    {
        var (_, certificate) = await Find(id);
        await audit.Write("certificate.print", $"{certificate.Id}");
        return File(await print.Pdf([CertificateCopy.Of(certificate, print.Site)], StampPlace.Copy), "application/pdf", $"{certificate.Number}.pdf");
    }

    private async Task<(HonourRow Row, Certificate Certificate)> Find(int id) => (
        Missing.Unless(await register.Rows(Mine().Where(h => h.Id == id)).SingleOrDefaultAsync()),
        Missing.Unless(await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.LivingOf == id)));

    private IQueryable<Honour> Mine() => db.HonoursOf(this.WorkerId());
}

internal static class MyHonourQueries
{
    /// <summary>His own, those of his teams and as a coach, once they are granted.</summary>
    public static IQueryable<Honour> HonoursOf(this CompetitionsDb db, int worker) =>
        db.Honours.Where(h => (h.Stage == HonourStage.Granted || h.Stage == HonourStage.Withdrawn) && h.People.Any(p => p.WorkerId == worker));
}
