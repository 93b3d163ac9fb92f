using Competitions.Data;
using Competitions.Data.People;
using Competitions.Web.People.Duties;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.SignIn;
using Competitions.Web.Shell.Verbs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Accounts;

public sealed record AccountDetails(
    Account Account, AccountState State, string? Place, string? Worker, IReadOnlyList<DutyRow> Duties, bool Manages, bool GivesDuties, bool IsMe, int Visits, bool HasSecondFactor);

/// <summary>Ways to sign in. Who keeps them gives no duties, and who gives duties makes none of them.</summary>
[Route("accounts"), Authorize(Policies.LockAccounts)]
public sealed class AccountsController(
    CompetitionsDb db, AccountBook book, DutyBook given, Register register, UserManager<Account> accounts, MyDuties duties, Visits visits, SecondFactors factors, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AccountFilter filter) => View(new AccountsPage(filter, await book.Page(filter), await Manages()));

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id)
    {
        var account = await book.Find(id, Policies.LockAccounts);
        return View(new AccountDetails(
            account, AccountBook.StateOf(account, clock.UtcNow()),
            await db.Organisations.Where(o => o.Id == account.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(),
            await db.Workers.Where(w => w.Id == account.WorkerId).Select(w => w.Name).SingleOrDefaultAsync(),
            await given.Of(id), await Manages(), (await duties.Paths(Policies.ManageDuties)).Count > 0, id == User.Account(), await visits.Open(id).CountAsync(), await factors.Has(account)));
    }

    [HttpGet("new"), Authorize(Policies.ManageAccounts)]
    public async Task<IActionResult> New() => View(await Filled(new AccountForm()));

    /// <summary>The password stands in this answer alone; a page that is loaded again does not have it.</summary>
    [HttpPost(""), Authorize(Policies.ManageAccounts)]
    public async Task<IActionResult> Create(AccountForm form)
    {
        await Filled(form);
        Refusal.Unless(form.Organisations.Any(o => o.Value == form.OrganisationCode), "account.organisation-missing");
        var (account, password) = (new Account
        {
            UserName = form.UserName.Trim(), DisplayName = form.DisplayName.Trim(), MustChangePassword = true,
            OrganisationId = await db.Organisations.Where(o => o.Code == form.OrganisationCode).Select(o => o.Id).SingleAsync(),
        }, DatabaseVerbs.OneTimePassword());
        Refusal.Unless(await accounts.FindByNameAsync(account.UserName) is null, "account.name-taken", form.UserName);
        await audit.Write("account.create", account.Id);
        var done = await accounts.CreateAsync(account, password);
        Refusal.Unless(done.Succeeded, "account.name-taken", form.UserName);
        Response.Headers.CacheControl = "no-store";
        return View("Password", new OneTimePassword(account.Id, account.UserName, account.DisplayName, password, IsNew: true));
    }

    Task IFills.Fill(IForm form) => Filled((AccountForm)form);

    private async Task<bool> Manages() => (await duties.Paths(Policies.ManageAccounts)).Count > 0;

    private async Task<AccountForm> Filled(AccountForm form)
    {
        form.Organisations = await register.Organisations(Policies.ManageAccounts);
        return form;
    }
}
