using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Competitions.Web.Honours.Credentials;

/// <summary>Credentials as compact JWS with RS256; the payload is the credential itself (Open Badges 3.0 §8.2, VC-JOSE-COSE).</summary>
public sealed class CredentialSigner(CredentialKeys keys, CredentialSite site)
{
    public const string ContentType = "application/vc+jwt";

    /// <summary>Chinese as it is written: a credential is read by people too.</summary>
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="type">Of the header: Open Badges allows only <c>JWT</c>, a status list is a <c>vc+jwt</c>.</param>
    public string Sign(JsonObject payload, string type)
    {
        var key = keys.Signing;
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = type, ["kid"] = site.Key(key) };
        var signed = $"{Encoded(header)}.{Encoded(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>What a JWT says again of its credential: each equals the member that it repeats, else a verifier refuses it.</summary>
    public static JsonObject WithClaims(JsonObject credential, string issuer, DateTime validFrom)
    {
        credential["iss"] = issuer;
        credential["jti"] = (string)credential["id"]!;
        credential["sub"] = (string)credential["credentialSubject"]!["id"]!;
        credential["nbf"] = new DateTimeOffset(validFrom, TimeSpan.Zero).ToUnixTimeSeconds();
        return credential;
    }

    private static string Encoded(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part, Json));
}
