using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Competitions.Data;
using Competitions.Honours;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Credentials;

/// <summary>The signed lists that were asked for last: one that has not changed is not signed again.</summary>
public sealed class SignedStatusLists
{
    private readonly ConcurrentDictionary<string, (string Content, byte[] Jwt)> _last = new();

    public byte[] Take(string address, string content, Func<string> sign)
    {
        if (_last.TryGetValue(address, out var known) && known.Content == content)
        {
            return known.Jwt;
        }

        var jwt = Encoding.ASCII.GetBytes(sign());
        _last[address] = (content, jwt);
        return jwt;
    }
}

/// <summary>
/// The status lists of an issuer as credentials of their own. What ended is in the next answer: they are read from the
/// certificates whenever they are asked for.
/// </summary>
public sealed class StatusLists(CompetitionsDb db, CredentialSite site, CredentialSigner signer, CredentialKeys keys, SignedStatusLists kept)
{
    /// <returns>Null where that issuer has no certificate in that list.</returns>
    public async Task<byte[]?> Of(int organisationId, string organisation, int list)
    {
        var (first, last) = StatusList.Ids(list);
        var certificates = from c in db.Certificates where c.Id >= first && c.Id <= last join h in db.Honours on c.HonourId equals h.Id where h.GrantorId == organisationId select c;
        if (await certificates.MinAsync(c => (DateTime?)c.At) is not { } since)
        {
            return null;
        }

        var ended = await certificates.Where(c => c.Stage != CertificateStage.Valid).Select(c => new { c.Id, c.EndedAt }).ToListAsync();
        var credential = Credential(site.StatusList(organisation, list), site.Issuer(organisation), Seconds(ended.Max(c => c.EndedAt) ?? since), ended.Select(c => StatusList.PlaceOf(c.Id).Index));
        return kept.Take(site.StatusList(organisation, list), keys.Signing.Thumbprint + JsonSerializer.Serialize(credential), () => signer.Sign(credential, "vc+jwt"));
    }

    private static JsonObject Credential(string address, string issuer, DateTime from, IEnumerable<int> ended) => CredentialSigner.WithClaims(new JsonObject
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["id"] = address,
        ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
        ["issuer"] = issuer,
        ["validFrom"] = OpenBadge.Instant(from),
        ["credentialSubject"] = new JsonObject { ["id"] = $"{address}#list", ["type"] = "BitstringStatusList", ["statusPurpose"] = "revocation", ["encodedList"] = StatusList.Encode(ended) },
    }, issuer, from);

    private static DateTime Seconds(DateTime at) => DateTime.SpecifyKind(at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)), DateTimeKind.Utc);
}
