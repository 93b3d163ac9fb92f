using System.Security.Claims;
using System.Text.Encodings.Web;
using Competitions.Data;
using Competitions.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Competitions.Web.Shell.Api;

/// <summary>
/// Who asks with a key in the header <c>X-Api-Key</c>. It says only which key it is; what the key reaches is read by
/// <see cref="Access.MyDuties"/> like a duty, so that policies and scopes are the same for persons and systems.
/// </summary>
public sealed class ApiKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, CompetitionsDb db, AuditTrail audit, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Named = "ApiKey";
    public const string Header = "X-Api-Key";
    public const string Claim = "api-key";

    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 and <= 100 } sent)
        {
            return AuthenticateResult.NoResult();
        }

        var hash = ApiKey.HashOf(sent);
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash);
        if (key is null || !key.IsInForceOn(clock.Today()))
        {
            await (key is null ? Task.CompletedTask : audit.Write("api-key.refused", $"{key.Id}", allowed: false));
            return AuthenticateResult.Fail("No key in force.");
        }

        await Note(key);
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, $"{Claim}-{key.Id}"), new(ClaimTypes.Name, key.Name), new(Claim, $"{key.Id}")];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Named)), Named));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        (Response.StatusCode, Response.Headers.WWWAuthenticate) = (StatusCodes.Status401Unauthorized, Named);
        return Task.CompletedTask;
    }

    private async Task Note(ApiKey key)
    {
        var now = clock.UtcNow();
        if (key.LastUsedAt is null || now - key.LastUsedAt > UseIsNoted)
        {
            await db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now));
        }
    }
}
