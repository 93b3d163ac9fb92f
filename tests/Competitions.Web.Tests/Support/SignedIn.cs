using System.Security.Claims;
using System.Text.Encodings.Web;
using Competitions.Data;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Competitions.Web.Tests.Support;

/// <summary>Takes an account's id from a header in place of its password; without the header the program's own cookie counts.</summary>
public sealed class SignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CompetitionsDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";
    public const string Header = "X-Account";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var id))
        {
            return await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        }

        var account = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id.ToString());
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, account.Id), new(ClaimTypes.Name, account.UserName!), new("name", account.DisplayName)];
        if (account.WorkerId is { } worker)
        {
            claims.Add(new Claim(AccountClaims.WorkerId, $"{worker}"));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Context.ChallengeAsync(IdentityConstants.ApplicationScheme, properties);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
