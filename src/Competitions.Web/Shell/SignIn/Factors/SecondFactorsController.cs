using System.ComponentModel.DataAnnotations;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.SignIn.Factors;

/// <param name="IsNeeded">His duties ask for it.</param>
/// <param name="CodesLeft">Recovery codes not yet used.</param>
public sealed record SecondFactorsPage(bool HasAuthenticator, IReadOnlyList<UserPasskeyInfo> Passkeys, int CodesLeft, bool IsNeeded)
{
    public bool IsSet => HasAuthenticator || Passkeys.Count > 0;
}

/// <summary>登录保护: what the caller proves beside his password.</summary>
[Route("second-factors"), Authorize(Policies.SignedIn)]
public sealed class SecondFactorsController(UserManager<Account> accounts, MyDuties duties) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var account = Missing.Unless(await accounts.GetUserAsync(User));
        return View(new SecondFactorsPage(
            account.TwoFactorEnabled, [.. (await accounts.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)],
            account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0, (await duties.Held()).Any(d => SecondFactor.IsNeededFor(d.Kind))));
    }
}

public sealed class AuthenticatorForm : IForm
{
    [Display(Name = "登录密码"), Required, StringLength(100), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [Display(Name = "6 位动态码"), Required(ErrorMessage = "请输入手机上显示的 6 位动态码。"), StringLength(20)]
    public string Code { get; set; } = "";

    public string Key { get; internal set; } = "";
    public string Address { get; internal set; } = "";
}

/// <summary>An authenticator app on the caller's phone (RFC 6238). In force from its first code on.</summary>
[Route("authenticators"), Authorize(Policies.SignedIn)]
public sealed class AuthenticatorsController(SecondFactors factors, SignInManager<Account> signIn, Visits visits, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New()
    {
        Refusal.Unless(!(await Me()).TwoFactorEnabled, "second-factor.has-authenticator");
        return View(await Filled(new AuthenticatorForm()));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(AuthenticatorForm form)
    {
        var account = await Me();
        Refusal.Unless(!account.TwoFactorEnabled, "second-factor.has-authenticator");
        Refusal.Unless((await signIn.CheckPasswordSignInAsync(account, form.Password, lockoutOnFailure: true)).Succeeded, "second-factor.password");
        Refusal.Unless(await factors.Takes(account, form.Code), "second-factor.first-code");
        await audit.Write("account.add-authenticator", account.Id);
        await signIn.UserManager.SetTwoFactorEnabledAsync(account, true);
        return await Codes(account);
    }

    /// <summary>Another phone: the old key is void at once, the new one is set up next.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> Delete()
    {
        var account = await Me();
        await audit.Write("account.end-authenticator", account.Id);
        await signIn.UserManager.SetTwoFactorEnabledAsync(account, false);
        await signIn.UserManager.ResetAuthenticatorKeyAsync(account);
        return RedirectToAction("New");
    }

    /// <summary>The codes stand in this answer alone.</summary>
    [HttpPost("recovery-codes")]
    public async Task<IActionResult> Update()
    {
        var account = await Me();
        Refusal.Unless(account.TwoFactorEnabled, "second-factor.no-authenticator");
        await audit.Write("account.new-recovery-codes", account.Id);
        return await Codes(account);
    }

    async Task IFills.Fill(IForm form) => await Filled((AuthenticatorForm)form);

    /// <summary>Who has a second factor already changes it only where he has proved it.</summary>
    private async Task<Account> Me()
    {
        var account = Missing.Unless(await signIn.UserManager.GetUserAsync(User));
        Refusal.Unless(Visits.IsStrong(HttpContext) || !await factors.Has(account), "second-factor.sign-in-anew");
        return account;
    }

    /// <summary>Whoever is signed in with the password alone is out.</summary>
    private async Task<IActionResult> Codes(Account account)
    {
        var codes = await factors.RecoveryCodes(account);
        await visits.EndAll(account.Id);
        await visits.Begin(account, strong: true);
        Response.Headers.CacheControl = "no-store";
        return View("Codes", codes);
    }

    private async Task<AuthenticatorForm> Filled(AuthenticatorForm form)
    {
        var account = Missing.Unless(await signIn.UserManager.GetUserAsync(User));
        if (account.TwoFactorEnabled)
        {
            return form; // its key is shown to nobody any more
        }

        Response.Headers.CacheControl = "no-store";
        var issuer = Uri.EscapeDataString("技能竞赛与创新管理");
        form.Key = await factors.Key(account);
        form.Address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.UserName!)}?secret={form.Key}&issuer={issuer}&digits=6&period=30";
        return form;
    }
}
