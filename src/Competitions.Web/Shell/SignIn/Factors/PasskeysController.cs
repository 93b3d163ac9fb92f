using Competitions.Data.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;

namespace Competitions.Web.Shell.SignIn.Factors;

/// <param name="Credential">What the browser made, as WebAuthn's JSON.</param>
/// <param name="Name">What its owner calls it.</param>
public sealed record NewPasskey(string Credential, string? Name);

/// <param name="To">Where he wanted to go.</param>
public sealed record GivenPasskey(string Credential, string? To);

/// <summary>通行密钥 (WebAuthn): the phone or computer itself, opened by finger, face or its own code; it takes the place of password and digits.</summary>
[Route("passkeys"), Authorize(Policies.SignedIn)]
public sealed class PasskeysController(SignInManager<Account> signIn, SecondFactors factors, Visits visits, AuditTrail audit) : ControllerBase
{
    public const int Most = 10;

    private UserManager<Account> Accounts => signIn.UserManager;

    /// <summary>What a browser is asked to make.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> New()
    {
        var account = await Me();
        return Content(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.DisplayName }), "application/json");
    }

    [HttpPost("")]
    public async Task<IActionResult> Create([FromBody] NewPasskey made)
    {
        var account = await Me();
        Refusal.Unless((await Accounts.GetPasskeysAsync(account)).Count < Most, "second-factor.too-many", Most);
        var done = await signIn.PerformPasskeyAttestationAsync(made.Credential);
        Refusal.Unless(done.Succeeded && done.UserEntity.Id == account.Id, "second-factor.passkey");
        done.Passkey!.Name = (made.Name?.Trim() is { Length: > 0 and <= 40 } name) ? name : "通行密钥";
        await audit.Write("account.add-passkey", account.Id);
        await Accounts.AddOrUpdatePasskeyAsync(account, done.Passkey);
        await visits.EndAll(account.Id);
        await visits.Begin(account, strong: true);
        return NoContent();
    }

    [HttpPost("{id}/end")]
    public async Task<IActionResult> Delete(string id)
    {
        var account = await Me();
        var passkey = Missing.Unless((await Accounts.GetPasskeysAsync(account)).FirstOrDefault(p => WebEncoders.Base64UrlEncode(p.CredentialId) == id));
        await audit.Write("account.end-passkey", account.Id);
        await Accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        return Redirect("/second-factors");
    }

    private async Task<Account> Me()
    {
        var account = Missing.Unless(await Accounts.GetUserAsync(User));
        Refusal.Unless(Visits.IsStrong(HttpContext) || !await factors.Has(account), "second-factor.sign-in-anew");
        return account;
    }
}

/// <summary>Signing in with a passkey alone.</summary>
[Route("passkey-sign-ins"), Authorize(Policies.Public), EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasskeySignInsController(SignInManager<Account> signIn, Visits visits, AuditTrail audit) : ControllerBase
{
    /// <summary>What a browser is asked to prove; of whom, the passkey says.</summary>
    [HttpPost("options")]
    public async Task<IActionResult> New() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost("")]
    public async Task<IActionResult> Create([FromBody] GivenPasskey given)
    {
        var done = await signIn.PerformPasskeyAssertionAsync(given.Credential);
        var allowed = done.Succeeded && done.User.LockedAt is null && !await signIn.UserManager.IsLockedOutAsync(done.User);
        await audit.Write("account.passkey-sign-in", done.Succeeded ? done.User.Id : "-", allowed, accountId: done.Succeeded ? done.User.Id : null);
        Refusal.Unless(allowed, "second-factor.passkey-sign-in");
        await signIn.UserManager.AddOrUpdatePasskeyAsync(done.User!, done.Passkey!); // its counter
        await visits.Begin(done.User!, strong: true);
        return Ok(new { To = Url.IsLocalUrl(given.To) ? given.To : "/" });
    }
}
