using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.SignIn;

public sealed class SignInForm : IForm
{
    [Display(Name = "用户名"), Required, StringLength(100)]
    public string UserName { get; set; } = "";

    [Display(Name = "密码"), Required, StringLength(100), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public string? To { get; set; }

    /// <summary>One account a duty, in Development alone.</summary>
    public IReadOnlyList<DemoAccount> Demo { get; internal set; } = [];
}

public sealed record DemoAccount(string UserName, string DisplayName, string Duty, string Place);

[Authorize(Policies.Public)]
public sealed class SignInController(SignInManager<Account> signIn, Visits visits, SecondFactors factors, CompetitionsDb db, AuditTrail audit, IWebHostEnvironment environment) : Controller, IFills
{
    /// <summary>The demo's accounts begin so and share one password; they exist in no other environment.</summary>
    public const string DemoPrefix = "demo-";
    public const string DemoPassword = "Demo-2026-pass";

    [HttpGet("sign-in")]
    public async Task<IActionResult> New(string? to) => View(await WithDemo(new SignInForm { To = to }));

    /// <summary>
    /// No such name, a wrong password, locked for a while, closed by an administrator: one sentence, and one password hashed each time,
    /// so that neither words nor time tell whose accounts there are.
    /// </summary>
    [HttpPost("sign-in"), EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form)
    {
        await WithDemo(form);
        var account = await signIn.UserManager.FindByNameAsync(form.UserName);
        if (account?.LockedAt is not null || account is null || await signIn.UserManager.IsLockedOutAsync(account))
        {
            signIn.UserManager.PasswordHasher.HashPassword(new Account { DisplayName = "" }, form.Password); // the check below hashes for the others alone
        }

        var done = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.CheckPasswordSignInAsync(account, form.Password, lockoutOnFailure: true);
        await audit.Write("account.sign-in", account?.Id ?? "-", done.Succeeded, done.IsLockedOut ? "locked" : done.IsNotAllowed ? "closed" : null, account?.Id);
        Refusal.Unless(done.Succeeded, "sign-in.wrong");
        if (await factors.Has(account!))
        {
            await SecondFactors.Ask(HttpContext, account!);
            return Redirect($"/second-factor/new{QueryString.Create("to", form.To ?? "/")}");
        }

        await visits.Begin(account!);
        return LocalRedirect(Url.IsLocalUrl(form.To) ? form.To : "/");
    }

    [HttpPost("sign-out")]
    public async Task<IActionResult> Delete()
    {
        await audit.Write("account.sign-out", User.Account() ?? "-");
        await visits.EndThis(HttpContext);
        return Redirect("/sign-in");
    }

    Task IFills.Fill(IForm form) => WithDemo((SignInForm)form);

    private async Task<SignInForm> WithDemo(SignInForm form)
    {
        if (environment.IsDevelopment())
        {
            form.Demo = (await (
                from account in db.Users.AsNoTracking()
                where account.UserName!.StartsWith(DemoPrefix)
                join duty in db.Duties on account.Id equals duty.AccountId
                join organisation in db.Organisations on duty.OrganisationId equals organisation.Id into places
                from organisation in places.DefaultIfEmpty()
                orderby duty.Id
                select new { account.UserName, account.DisplayName, duty.Kind, organisation.ShortName }).Take(60).ToListAsync())
                .Select(a => new DemoAccount(a.UserName!, a.DisplayName, a.Kind.Name(), a.ShortName ?? "本赛项")).Distinct().ToList();
        }

        return form;
    }
}
