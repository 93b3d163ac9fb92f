using System.Text.Json.Nodes;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Credentials;

/// <summary>Who grants: a body that has a series of certificates. Its profile, and the lists of what it withdrew; no name of a holder is in either.</summary>
[Route("credentials/issuers/{organisation}"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class IssuersController(CompetitionsDb db, OpenBadge badge) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string organisation)
    {
        var (id, name) = await db.IssuerWith(organisation);
        var profile = badge.Profile(organisation, name);
        profile["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        return CredentialDocument.Of(profile);
    }
}

/// <summary>状态列表 of an issuer, as a signed credential.</summary>
[Route("credentials/issuers/{organisation}/status"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class StatusListsController(CompetitionsDb db, StatusLists lists) : Controller
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string organisation, int id) =>
        new CredentialDocument(Missing.Unless(await lists.Of((await db.IssuerWith(organisation)).Id, organisation, id)), CredentialSigner.ContentType);
}

/// <summary>验签公钥: the set that a verifier keeps.</summary>
[Route(".well-known/jwks.json"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class CredentialKeySetsController(CredentialKeys keys, CredentialSite site) : Controller
{
    [HttpGet("")]
    public IActionResult Show() => CredentialDocument.Of(new JsonObject { ["keys"] = new JsonArray([.. keys.All.Select(k => k.Jwk(site.Key(k)))]) }, "application/jwk-set+json");
}

/// <summary>One key alone: what the <c>kid</c> of a credential leads to.</summary>
[Route("credentials/keys"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.Api)]
public sealed class CredentialKeysController(CredentialKeys keys, CredentialSite site) : Controller
{
    [HttpGet("{id}")]
    public IActionResult Show(string id)
    {
        var key = Missing.Unless(keys.All.SingleOrDefault(k => k.Thumbprint == id));
        return CredentialDocument.Of(key.Jwk(site.Key(key)), "application/jwk+json");
    }
}

internal static class IssuerQueries
{
    public static async Task<(int Id, string Name)> IssuerWith(this CompetitionsDb db, string code)
    {
        var found = Missing.Unless(await db.Organisations.Where(o => o.Code == code && db.CertificateSeries.Any(s => s.OwnerId == o.Id)).Select(o => new { o.Id, o.Name, o.Code }).SingleOrDefaultAsync());
        return found.Code == code ? (found.Id, found.Name) : throw new Missing(); // a database may compare without regard to case
    }

    public static Task<string> IssuerOf(this CompetitionsDb db, Competitions.Honours.Honour honour) => db.Organisations.Where(o => o.Id == honour.GrantorId).Select(o => o.Code).SingleAsync();
}
