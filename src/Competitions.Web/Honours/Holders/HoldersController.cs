using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Honours.Credentials;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Honours.Holders;

/// <param name="HasCredential">False where the program has no public address yet.</param>
public sealed record HolderPage(Certificate Certificate, Honour Honour, HtmlString Markup, string Here, string Verify, DateTime EndsAt, DateTime At, bool CanPrint, bool HasCredential)
{
    public bool IsValid => Certificate.Stage is CertificateStage.Valid;
}

/// <summary>A page behind a secret address: kept by no cache, found by no search engine, named to no other site.</summary>
internal sealed class SecretAddressAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        (headers.CacheControl, headers["X-Robots-Tag"], headers["Referrer-Policy"]) = ("no-store", "noindex, nofollow, noarchive", "no-referrer");
    }
}

/// <summary>持证人页: the certificate with the whole name, for whoever its holder gives the link to. How often one address may ask is limited.</summary>
[Route("holders/{token}"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Verification), SecretAddress]
public sealed class HoldersController(HolderDesk desk, CertificatePrint print, PdfPrinter printer, CredentialSite site, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string token)
    {
        if (await desk.Open(token) is not var (link, certificate, honour))
        {
            var none = View("None");
            none.StatusCode = StatusCodes.Status404NotFound;
            return none;
        }

        var markup = await print.Markup([CertificateCopy.Of(certificate, print.Site)], StampPlace.Copy);
        return View(new HolderPage(certificate, honour, markup, $"/holders/{token}", $"{print.Site}/verify/{certificate.Token}", link.EndsAt, clock.UtcNow(), printer.CanPrint, site.IsKnown));
    }

    [HttpGet("certificate.pdf")]
    public async Task<IActionResult> File(string token)
    {
        var certificate = Missing.Unless(await desk.Open(token)).Certificate;
        await audit.Write("certificate.print", $"{certificate.Id}", why: "holder-link");
        return File(await print.Pdf([CertificateCopy.Of(certificate, print.Site)], StampPlace.Copy), "application/pdf", $"{certificate.Number}.pdf");
    }
}

/// <summary>电子凭证 itself; what has ended is given out no more.</summary>
[Route("holders/{token}"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Verification), SecretAddress]
public sealed class HolderCredentialsController(CompetitionsDb db, HolderDesk desk, OpenBadge badge, CredentialSigner signer, AuditTrail audit) : Controller
{
    private static readonly JsonSerializerOptions ForPeople = new(CredentialSigner.Json) { WriteIndented = true };

    [HttpGet("credential.jwt")]
    public async Task<IActionResult> File(string token)
    {
        var (certificate, credential) = await Find(token);
        var jwt = signer.Sign(credential, "JWT");
        await audit.Write("credential.fetch", $"{certificate.Id}");
        return File(Encoding.ASCII.GetBytes(jwt), CredentialSigner.ContentType, $"{certificate.Number}.jwt");
    }

    /// <summary>What the signed one says, to read.</summary>
    [HttpGet("credential.json")]
    public async Task<IActionResult> Show(string token) => Content(JsonSerializer.Serialize((await Find(token)).Credential, ForPeople), "application/json; charset=utf-8");

    private async Task<(Certificate Certificate, JsonObject Credential)> Find(string token)
    {
        var (_, certificate, honour) = Missing.Unless(await desk.Open(token));
        Refusal.Unless(certificate.Stage is CertificateStage.Valid, "certificate.not-valid");
        return (certificate, badge.Of(certificate, honour, await db.IssuerOf(honour)));
    }
}
