using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Honours.Credentials;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Verifications;

/// <summary>A certificate as anybody may see it who holds its code: whose it is by a masked name, and whether it counts.</summary>
/// <param name="Members">Of a team, masked; empty else.</param>
/// <param name="Why">It counts no longer; empty while it does.</param>
public sealed record VerifiedCertificate(
    string Holder, string Members, string Unit, string Award, string Occasion, string Event, string Grantor, DateOnly On, string Number, string? Document, string Fingerprint, CertificateStage Stage,
    DateTime? EndedAt, string Why);

/// <param name="Issuer">Code of who granted it; its status lists are published under it.</param>
/// <param name="Place">Its bit in them.</param>
public sealed record VerificationPage(string? Number, string? Check, DateTime At, VerifiedCertificate? Found, bool Asked, string? Issuer = null, StatusPlace? Place = null);

/// <summary>
/// 证书核验, for everybody: by the QR's code, or by number and 核验码 together. What does not fit is simply not found: nothing says whether
/// the number exists. How often one address may ask is limited.
/// </summary>
[Route("verify"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Verification)]
public sealed class VerificationsController(CompetitionsDb db, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? number, string? check)
    {
        if (string.IsNullOrWhiteSpace(number) && string.IsNullOrWhiteSpace(check))
        {
            return View("Show", new VerificationPage(null, null, clock.UtcNow(), null, false));
        }

        var typed = Letters(check);
        var token = CertificateNumber.Read(number) is { } n && typed.Length > 0
            ? await db.Certificates.Where(c => c.Series == n.Series && c.Year == n.Year && c.Sequence == n.Sequence && c.Check == typed).Select(c => c.Token).SingleOrDefaultAsync()
            : null;
        return token is null ? NothingFound(number, check) : Redirect($"/verify/{token}");
    }

    [HttpGet("{token}")]
    public async Task<IActionResult> Show(string token)
    {
        var found = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Token == token);
        if (found is null || found.Token != token) // a database may compare without regard to case
        {
            return NothingFound(null, null);
        }

        Response.Headers.CacheControl = "no-store";
        var honour = await db.Honours.AsNoTracking().SingleAsync(h => h.Id == found.HonourId);
        return View(new VerificationPage(found.Number, found.Check, clock.UtcNow(), Masked(found, honour), true, await db.IssuerOf(honour), StatusList.PlaceOf(found.Id)));
    }

    internal static VerifiedCertificate Masked(Certificate certificate, Honour honour)
    {
        var names = string.Join('、', honour.People.Select(p => PersonName.Mask(p.Name)));
        var holder = honour.HolderKind switch { HolderKind.Organisation => honour.UnitName, HolderKind.Team when honour.TeamName is not null => honour.TeamName, _ => names };
        return new VerifiedCertificate(
            holder, honour is { HolderKind: HolderKind.Team, TeamName: not null } ? names : "", honour.HolderKind is HolderKind.Organisation ? "" : honour.UnitName, certificate.Text.Award, honour.Occasion,
            string.Join('，', ((string[])[honour.EventTitle, honour.GroupName]).Where(t => t.Length > 0)), honour.GrantorName, certificate.IssuedOn, certificate.Number, honour.DocumentNumber, certificate.Fingerprint,
            certificate.Stage, certificate.EndedAt, certificate.Why);
    }

    /// <summary>核验码 as people type it: small letters, without its hyphen.</summary>
    private static string Letters(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return letters.Length == 8 ? letters.Insert(4, "-") : "";
    }

    private ViewResult NothingFound(string? number, string? check)
    {
        var page = View("Show", new VerificationPage(number, check, clock.UtcNow(), null, true));
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
