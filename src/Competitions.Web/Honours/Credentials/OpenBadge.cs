using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell;

namespace Competitions.Web.Honours.Credentials;

/// <summary>
/// 电子凭证: a certificate as an OpenBadgeCredential (1EdTech Open Badges 3.0, Verifiable Credentials 2.0). Persons are in it by salted
/// hashes of their names: who holds it shows it and says his name, and nobody else learns one from it.
/// </summary>
public sealed class OpenBadge(CredentialSite site, FieldCipher cipher)
{
    private const string Schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    /// <summary>The unsigned credential with the claims of its JWT; the same certificate gives the same.</summary>
    /// <param name="issuer">Code of the organisation that granted it.</param>
    public JsonObject Of(Certificate certificate, Honour honour, string issuer)
    {
        var from = certificate.IssuedOn.StartInChina();
        return CredentialSigner.WithClaims(new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
            ["id"] = site.Certificate(certificate),
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["issuer"] = Profile(issuer, honour.GrantorName),
            ["validFrom"] = Instant(from),
            ["awardedDate"] = Instant((honour.GrantedOn ?? certificate.IssuedOn).StartInChina()),
            ["name"] = certificate.Text.Award,
            ["description"] = certificate.Text.Body + certificate.Text.Award,
            ["credentialSubject"] = Subject(certificate, honour),
            ["credentialStatus"] = Status(certificate, issuer),
            ["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = Schema, ["type"] = "1EdTechJsonSchemaValidator2019" }),
        }, site.Issuer(issuer), from);
    }

    /// <summary>Who grants, as anybody may read it at its address.</summary>
    public JsonObject Profile(string organisation, string name) => new() { ["id"] = site.Issuer(organisation), ["type"] = new JsonArray("Profile"), ["name"] = name, ["url"] = site.Address };

    private JsonObject Status(Certificate certificate, string issuer)
    {
        var place = StatusList.PlaceOf(certificate.Id);
        var list = site.StatusList(issuer, place.List);
        return new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{list}#{place.Index}"), ["type"] = "BitstringStatusListEntry", ["statusPurpose"] = "revocation",
            ["statusListIndex"] = place.Index.ToString(CultureInfo.InvariantCulture), ["statusListCredential"] = list,
        };
    }

    /// <summary>Another one in each credential: two of the same person cannot be laid together.</summary>
    private JsonObject Subject(Certificate certificate, Honour honour) => new()
    {
        ["id"] = Urn(Convert.FromHexString(cipher.IndexOf("credential.subject", certificate.Token))),
        ["type"] = new JsonArray("AchievementSubject"),
        ["identifier"] = new JsonArray([.. Identities(certificate, honour)]),
        ["licenseNumber"] = certificate.Number,
        ["achievement"] = Achievement(honour),
    };

    /// <summary>An organisation or a team's own name is no secret; a person's is hashed with a salt of this credential.</summary>
    private IEnumerable<JsonNode> Identities(Certificate certificate, Honour honour)
    {
        var salt = cipher.IndexOf("credential.salt", certificate.Token)[..32];
        var named = honour.HolderKind is HolderKind.Organisation ? honour.UnitName : honour.TeamName;
        var open = named is null ? [] : new JsonNode[] { new JsonObject { ["type"] = "IdentityObject", ["hashed"] = false, ["identityHash"] = named, ["identityType"] = "name" } };
        return open.Concat(honour.People.Select(p => new JsonObject
        {
            ["type"] = "IdentityObject", ["hashed"] = true, ["identityHash"] = HashOf(p.Name, salt), ["identityType"] = "name", ["salt"] = salt,
        }));
    }

    /// <summary>An IdentityHash of Open Badges: SHA-256 over the name and the salt behind it, in UTF-8.</summary>
    internal static string HashOf(string name, string salt) => "sha256$" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name + salt)));

    /// <summary>The same honour of the same event is the same achievement, whoever earned it.</summary>
    private static JsonObject Achievement(Honour honour)
    {
        var at = string.Join('，', ((string[])[honour.Occasion, honour.EventTitle, honour.GroupName]).Where(t => t.Length > 0));
        var what = string.Join('\n', honour.GrantorId, honour.Kind, honour.Name, honour.Occasion, honour.EventTitle, honour.GroupName, honour.Year);
        return new JsonObject
        {
            ["id"] = Urn(SHA256.HashData(Encoding.UTF8.GetBytes(what))),
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = honour.Kind is HonourKind.Level ? "Certification" : "Award",
            ["name"] = honour.Name,
            ["description"] = $"{honour.Kind.Name()}：{honour.Name}（{at}）",
            ["criteria"] = new JsonObject { ["narrative"] = $"{at}，{honour.Year} 年。由{honour.GrantorName}认定{(honour.DocumentNumber is null ? "" : $"，文件 {honour.DocumentNumber}")}。" },
            ["inLanguage"] = "zh-CN",
        };
    }

    /// <summary>A name-based UUID (RFC 9562, version 8) of the first 16 bytes.</summary>
    private static string Urn(byte[] hash)
    {
        var bytes = hash[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    /// <summary>With its zone, as the specification asks.</summary>
    internal static string Instant(DateTime utc) => utc.InChina().ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture);
}
