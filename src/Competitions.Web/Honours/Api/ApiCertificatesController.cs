using Competitions.Data;
using Competitions.Web.Honours.Verifications;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Api;

/// <param name="Stage">Whether it counts, as <c>Valid</c> or <c>Withdrawn</c>.</param>
/// <param name="Holder">Masked, as on the page.</param>
/// <param name="Why">It counts no longer; empty while it does.</param>
public sealed record ApiCertificate(
    string Number, string Stage, string Holder, string Unit, string Award, string Occasion, string Event, string Grantor, DateOnly IssuedOn, string? Document, DateTime? EndedAt, string Why);

/// <summary>证书核验 by the code of the QR; a code that is none is simply not found.</summary>
[ApiController, Route("api/v1/certificates"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Verification)]
public sealed class ApiCertificatesController(CompetitionsDb db) : ControllerBase
{
    [HttpGet("{token}"), EndpointSummary("核验一张证书"), ProducesResponseType<ApiCertificate>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Show(string token)
    {
        var found = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Token == token);
        var certificate = Missing.Unless(found?.Token == token ? found : null); // a database may compare without regard to case
        var shown = VerificationsController.Masked(certificate, await db.Honours.AsNoTracking().SingleAsync(h => h.Id == certificate.HonourId));
        return new Tagged(new ApiCertificate(
            shown.Number, $"{shown.Stage}", shown.Holder, shown.Unit, shown.Award, shown.Occasion, shown.Event, shown.Grantor, shown.On, shown.Document, shown.EndedAt, shown.Why));
    }
}
