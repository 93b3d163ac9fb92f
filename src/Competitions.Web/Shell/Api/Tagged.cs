using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Competitions.Web.Shell.Api;

/// <summary>Something public as JSON, with an ETag made of its bytes: who holds it already gets 304.</summary>
internal sealed class Tagged(object value) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, json) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, json);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        (http.Response.Headers.ETag, http.Response.Headers.CacheControl) = (etag, "no-cache");
        if (http.Request.Headers.IfNoneMatch == etag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (http.Response.ContentType, http.Response.ContentLength) = ("application/json; charset=utf-8", bytes.Length);
        await http.Response.Body.WriteAsync(bytes);
    }
}
