using Competitions.Data.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.SignIn;
using Competitions.Web.Shell.Verbs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Accounts;

internal static class IdentityResults
{
    /// <summary>What is typed here is right; the one thing left to fail is that somebody else changed the account meanwhile.</summary>
    public static void OrChanged(this IdentityResult done)
    {
        if (!done.Succeeded)
        {
            throw new DbUpdateConcurrencyException();
        }
    }
}

/// <summary>Closes an account and opens it again. Its duties are without effect from the next request on.</summary>
[Route("accounts/{id}/lock"), Authorize(Policies.LockAccounts)]
public sealed class LocksController(AccountBook book, UserManager<Account> accounts, Visits visits, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string id, string? why)
    {
        var account = await book.Find(id, Policies.LockAccounts);
        Refusal.Unless(id != User.Account(), "account.not-yourself");
        account.Lock(why ?? "", clock.UtcNow());
        await audit.Write("account.lock", id, why: account.LockedWhy);
        (await accounts.UpdateSecurityStampAsync(account)).OrChanged();
        await visits.EndAll(id);
        TempData["Done"] = "账号已停用，立即生效。";
        return Redirect($"/accounts/{id}");
    }

    [HttpPost("end")]
    public async Task<IActionResult> Delete(string id)
    {
        var account = await book.Find(id, Policies.LockAccounts);
        account.Unlock();
        await audit.Write("account.unlock", id);
        (await accounts.UpdateAsync(account)).OrChanged();
        TempData["Done"] = "账号已恢复，可以登录。";
        return Redirect($"/accounts/{id}");
    }
}

/// <summary>A password forgotten is not found again: a new one, for one use.</summary>
[Route("accounts/{id}/passwords"), Authorize(Policies.ManageAccounts)]
public sealed class PasswordResetsController(AccountBook book, UserManager<Account> accounts, Visits visits, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string id)
    {
        var account = await book.Find(id, Policies.ManageAccounts);
        Refusal.Unless(id != User.Account(), "account.not-yourself");
        var password = DatabaseVerbs.OneTimePassword();
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = true;
        await audit.Write("account.reset-password", id);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        (await accounts.UpdateSecurityStampAsync(account)).OrChanged();
        await visits.EndAll(id); // whoever is signed in with the old one
        Response.Headers.CacheControl = "no-store";
        return View("Password", new OneTimePassword(id, account.UserName!, account.DisplayName, password, IsNew: false));
    }
}

/// <summary>A lost phone without recovery codes. Who gives duties takes the second factor away, who resets passwords cannot: neither alone gets into an account.</summary>
[Route("accounts/{id}/second-factors"), Authorize(Policies.ManageDuties)]
public sealed class SecondFactorResetsController(AccountBook book, SecondFactors factors, Visits visits, AuditTrail audit) : Controller
{
    [HttpPost("end")]
    public async Task<IActionResult> Delete(string id, string? why)
    {
        var account = await book.Find(id, Policies.ManageDuties);
        Refusal.Unless(id != User.Account(), "account.not-yourself");
        Refusal.Unless((why ?? "").Trim().Length >= 2, "account.reason-missing");
        await audit.Write("account.reset-second-factor", id, why: why!.Trim());
        await factors.Forget(account);
        await visits.EndAll(id);
        TempData["Done"] = "登录保护已重置，本人下次登录时重新设置。";
        return Redirect($"/accounts/{id}");
    }
}

/// <summary>A lost phone, a hall computer left open: every visit of the account ends, its password stays.</summary>
[Route("accounts/{id}/visits"), Authorize(Policies.LockAccounts)]
public sealed class AccountVisitsController(AccountBook book, Visits visits, AuditTrail audit) : Controller
{
    [HttpPost("end")]
    public async Task<IActionResult> Delete(string id)
    {
        await book.Find(id, Policies.LockAccounts);
        await audit.Write("account.sign-out-everywhere", id);
        TempData["Done"] = $"已退出 {await visits.EndAll(id)} 处登录。";
        return Redirect($"/accounts/{id}");
    }
}
