using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Honours.Credentials;

/// <summary>What verifiers fetch, a wallet in any browser too: public bytes with an ETag; who holds them already gets 304.</summary>
internal sealed class CredentialDocument(byte[] bytes, string contentType) : IActionResult
{
    public static CredentialDocument Of(JsonNode json, string contentType = "application/json") => new(JsonSerializer.SerializeToUtf8Bytes(json, CredentialSigner.Json), contentType);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        (response.Headers.ETag, response.Headers.CacheControl, response.Headers.AccessControlAllowOrigin) = (etag, "no-cache", "*");
        if (request.Headers.IfNoneMatch == etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (response.ContentType, response.ContentLength) = (contentType, bytes.Length);
        await response.Body.WriteAsync(bytes);
    }
}
