using System.ComponentModel.DataAnnotations;
using Competitions.Data.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Competitions.Web.Shell.SignIn.SecondStep;

public sealed class SecondFactorForm : IForm
{
    [Display(Name = "动态码"), Required(ErrorMessage = "请输入手机上的 6 位动态码。"), StringLength(20)]
    public string Code { get; set; } = "";

    public string? To { get; set; }

    public bool HasCode { get; internal set; }
    public bool HasPasskey { get; internal set; }
}

/// <summary>The second step of signing in, after the right password.</summary>
[Route("second-factor"), Authorize(Policies.Public)]
public sealed class SecondFactorController(SecondFactors factors, UserManager<Account> accounts, Visits visits, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string? to) => await factors.Asked() is null ? Redirect("/sign-in") : View(await Filled(new SecondFactorForm { To = to }));

    [HttpPost(""), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(SecondFactorForm form)
    {
        if (await factors.Asked() is not { } account)
        {
            return Redirect("/sign-in");
        }

        var fits = await factors.Takes(account, form.Code);
        await audit.Write("account.second-factor", account.Id, fits, accountId: account.Id);
        Refusal.Unless(fits, "second-factor.wrong");
        await visits.Begin(account, strong: true);
        return LocalRedirect(Url.IsLocalUrl(form.To) ? form.To : "/");
    }

    Task IFills.Fill(IForm form) => Filled((SecondFactorForm)form);

    private async Task<SecondFactorForm> Filled(SecondFactorForm form)
    {
        if (await factors.Asked() is { } account)
        {
            (form.HasCode, form.HasPasskey) = (account.TwoFactorEnabled, (await accounts.GetPasskeysAsync(account)).Count > 0);
        }

        return form;
    }
}
