using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Holders;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Certificates;

public sealed record CertificatePage(Certificate Certificate, Honour Honour, HtmlString Markup, StampPlace Place, int? StampId, IReadOnlyList<Stamp> Stamps, bool Grants, bool CanPrint, HolderLinkPanel? Link);

/// <summary>One certificate, to look at and to print. The same page is shown, printed and made a PDF.</summary>
[Route("certificates/{id:int}"), Authorize(Policies.ReadHonours)]
public sealed class CertificatesController(CompetitionsDb db, HonourRegister register, CertificatePrint print, PdfPrinter printer, HolderDesk holders, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id, StampPlace place = StampPlace.Sample, int? stamp = null)
    {
        var (certificate, honour, grants) = await Find(id);
        var stamps = grants ? await (await print.Stamps()).AsNoTracking().Where(s => s.OrganisationId == honour.GrantorId).ToListAsync() : [];
        var picture = await Picture(certificate, honour, place, stamp, grants);
        var markup = await print.Markup([CertificateCopy.Of(certificate, print.Site)], place, picture);
        var link = grants ? await holders.Panel(certificate, $"/certificates/{id}/holder-link") : null;
        return View(new CertificatePage(certificate, honour, markup, place, stamp, stamps, grants, printer.CanPrint, link));
    }

    [HttpGet("certificate.pdf")]
    public async Task<IActionResult> File(int id, StampPlace place = StampPlace.Sample, int? stamp = null)
    {
        var (certificate, honour, grants) = await Find(id);
        var picture = await Picture(certificate, honour, place, stamp, grants);
        await audit.Write("certificate.print", $"{id}");
        return File(await print.Pdf([CertificateCopy.Of(certificate, print.Site)], place, picture), "application/pdf", $"{certificate.Number}.pdf");
    }

    /// <summary>A real stamp is for him who grants; a certificate that ended is printed with none.</summary>
    private async Task<string?> Picture(Certificate certificate, Honour honour, StampPlace place, int? stamp, bool grants)
    {
        if (place is not StampPlace.Picture)
        {
            return null;
        }

        Refusal.Unless(grants && stamp is not null, "stamp.not-yours");
        Refusal.Unless(certificate.Stage is CertificateStage.Valid, "certificate.not-valid");
        return await print.Use(stamp!.Value, certificate.Number, honour.GrantorId);
    }

    private async Task<(Certificate Certificate, Honour Honour, bool Grants)> Find(int id)
    {
        var certificate = Missing.Unless(await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id));
        var honour = await register.Find(certificate.HonourId);
        return (certificate, honour, await (await register.Granting()).AnyAsync(h => h.Id == honour.Id));
    }
}

public sealed class CertificateEndForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请写明原因，核验页会显示。"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string Why { get; set; } = "";

    public string? Number { get; internal set; }
}

/// <summary>撤销: the certificate is worth nothing, its honour stands.</summary>
[Route("certificates/{id:int}/withdrawal"), Authorize(Policies.GrantHonours)]
public sealed class CertificateWithdrawalsController(CompetitionsDb db, HonourRegister register, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(await Filled(new CertificateEndForm { Id = id }));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CertificateEndForm form)
    {
        form.Id = id;
        var certificate = await db.ToEnd(register, id);
        db.Entry(certificate).Property(c => c.Version).OriginalValue = form.Version;
        certificate.Withdraw(form.Why, clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("certificate.withdraw", certificate.Number, why: form.Why);
        TempData["Done"] = "证书已撤销，核验页即刻显示。";
        return Redirect($"/certificates/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((CertificateEndForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task<CertificateEndForm> Filled(CertificateEndForm form, int? again = null)
    {
        form.Id = again ?? form.Id;
        var certificate = await db.ToEnd(register, form.Id);
        (form.Number, form.Version) = (certificate.Number, again is null ? certificate.Version : form.Version);
        return form;
    }
}

/// <summary>换发: lost, damaged or misprinted.</summary>
[Route("certificates/{id:int}/replacement"), Authorize(Policies.GrantHonours)]
public sealed class CertificateReplacementsController(CompetitionsDb db, HonourRegister register, CertificateDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(await Filled(new CertificateEndForm { Id = id }));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CertificateEndForm form)
    {
        var certificate = await db.ToEnd(register, id);
        await desk.MustBePrintable([certificate.HonourId]);
        var fresh = await desk.Reissue(id, clock.Today(), form.Why, User.Account());
        await audit.Write("certificate.reissue", certificate.Number, why: form.Why);
        TempData["Done"] = "已换发新证书，原证书作废。";
        return Redirect($"/certificates/{fresh}");
    }

    async Task IFills.Fill(IForm form)
    {
        ((CertificateEndForm)form).Id = int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        await Filled((CertificateEndForm)form);
    }

    private async Task<CertificateEndForm> Filled(CertificateEndForm form)
    {
        form.Number = (await db.ToEnd(register, form.Id)).Number;
        return form;
    }
}

internal static class CertificateQueries
{
    /// <summary>One that the caller's own body granted.</summary>
    public static async Task<Certificate> ToEnd(this CompetitionsDb db, HonourRegister register, int id)
    {
        var granting = (await register.Granting()).Select(h => h.Id);
        return Missing.Unless(await db.Certificates.SingleOrDefaultAsync(c => c.Id == id && granting.Contains(c.HonourId)));
    }
}
