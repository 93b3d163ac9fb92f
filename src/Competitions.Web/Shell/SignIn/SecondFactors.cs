using System.Security.Claims;
using Competitions.Data.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Competitions.Web.Shell.SignIn;

/// <summary>What an account proves beside its password: six digits of an authenticator, a recovery code, or a passkey in place of both.</summary>
public sealed class SecondFactors(SignInManager<Account> signIn)
{
    /// <summary>As many codes are good at one moment: the clocks of phone and server may differ by two steps of thirty seconds.</summary>
    private const int Remembered = 5;

    private const string House = "Competitions";
    private const string Used = "used-codes";

    private UserManager<Account> Accounts => signIn.UserManager;

    public async Task<bool> Has(Account account) => account.TwoFactorEnabled || (await Accounts.GetPasskeysAsync(account)).Count > 0;

    /// <summary>The password was right; for five minutes the browser may say the rest.</summary>
    public static Task Ask(HttpContext context, Account account) => context.SignInAsync(
        IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Id)], IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Whom the browser is half signed in as.</summary>
    public Task<Account?> Asked() => signIn.GetTwoFactorAuthenticationUserAsync();

    /// <summary>Whether the code is his. Each is good once, and a wrong one counts as a wrong password does.</summary>
    public async Task<bool> Takes(Account account, string? typed)
    {
        var code = (typed ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var fits = account.LockedAt is null && !await Accounts.IsLockedOutAsync(account) && (code.Length == 6 ? await IsCode(account, code) : code.Length > 0 && (await Accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded);
        _ = fits ? await Accounts.ResetAccessFailedCountAsync(account) : await Accounts.AccessFailedAsync(account);
        return fits;
    }

    /// <summary>A new key, not yet in force; the old one is good until the first code of the new one has come.</summary>
    public async Task<string> Key(Account account)
    {
        if (await Accounts.GetAuthenticatorKeyAsync(account) is not { Length: > 0 })
        {
            await Accounts.ResetAuthenticatorKeyAsync(account);
        }

        return (await Accounts.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>Ten codes for the day when the phone is lost; those of before are void.</summary>
    public async Task<IReadOnlyList<string>> RecoveryCodes(Account account) => [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10))!];

    /// <summary>Takes everything away: the account begins anew with its password.</summary>
    public async Task Forget(Account account)
    {
        foreach (var passkey in await Accounts.GetPasskeysAsync(account))
        {
            await Accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        await Accounts.SetTwoFactorEnabledAsync(account, false);
        await Accounts.ResetAuthenticatorKeyAsync(account);
        await RecoveryCodes(account);
    }

    private async Task<bool> IsCode(Account account, string code)
    {
        var used = (await Accounts.GetAuthenticationTokenAsync(account, House, Used) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (used.Contains(code) || !await Accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return false;
        }

        return (await Accounts.SetAuthenticationTokenAsync(account, House, Used, string.Join(';', used.Append(code).TakeLast(Remembered)))).Succeeded;
    }
}
