using System.Net;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class AccountsTests
{
    [Fact]
    public async Task An_account_is_made_with_a_password_for_one_use_that_stands_in_no_database_and_on_no_second_page()
    {
        await using var app = new App();
        var (page, password) = await Made(app);

        Assert.InRange(password.Length, 12, 40);
        Assert.DoesNotContain(password, (await page.Visit("/accounts")).Body, StringComparison.Ordinal);
        var account = await app.WithDb(db => db.Users.SingleAsync(u => u.UserName == "lp-wang"));
        Assert.DoesNotContain(password, account.PasswordHash!, StringComparison.Ordinal);
        Assert.DoesNotContain(password, (await page.Visit($"/accounts/{account.Id}")).Body, StringComparison.Ordinal);
        Assert.True(account.MustChangePassword);

        var first = await SignIn(app, "lp-wang", password);
        Assert.Equal("/password/edit", first.Address);
        Assert.Equal("/password/edit", (await first.Visit("/")).Address);
        await first.Submit("#password", new Dictionary<string, string> { ["Old"] = password, ["New"] = "Mine-own-pass-1", ["Again"] = "Mine-own-pass-1" });
        Assert.Equal((HttpStatusCode.OK, "/"), (first.Status, first.Address));
    }

    [Fact]
    public async Task A_user_name_that_is_taken_is_refused_and_what_was_typed_stays()
    {
        await using var app = new App();
        var (page, _) = await Made(app);
        await (await page.Visit("/accounts/new")).Submit("#account", new Dictionary<string, string> { ["UserName"] = "LP-wang", ["DisplayName"] = "另一人", ["OrganisationCode"] = "E1" });
        Assert.Equal((HttpStatusCode.Conflict, "LP-wang", "另一人"), (page.Status, page.Value("#UserName"), page.Value("#DisplayName")));
        Assert.Equal(1, await app.WithDb(db => db.Users.CountAsync(u => u.NormalizedUserName == "LP-WANG")));
    }

    [Fact]
    public async Task What_was_chosen_stays_when_something_else_was_left_out()
    {
        await using var app = new App();
        var page = await (await app.Open(DutyKind.SystemAdministrator)).Visit("/accounts/new");
        await page.Submit("#account", new Dictionary<string, string> { ["UserName"] = "a b", ["DisplayName"] = "", ["OrganisationCode"] = "E1" });
        Assert.Equal((HttpStatusCode.BadRequest, "a b", "E1"), (page.Status, page.Value("#UserName"), page.Value("#OrganisationCode")));
        Assert.Equal(0, await app.WithDb(db => db.Users.CountAsync(u => u.UserName == "a b")));
    }

    [Fact]
    public async Task A_locked_account_loses_its_open_visits_at_once_cannot_sign_in_and_is_opened_again()
    {
        await using var app = new App();
        var (page, password) = await Made(app);
        var his = await SignIn(app, "lp-wang", password);
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == "lp-wang").Select(u => u.Id).SingleAsync());

        await (await page.Visit($"/accounts/{id}")).Submit("#lock", new Dictionary<string, string> { ["why"] = "离职" });
        Assert.Contains("离职", page.Text(".note-bad"), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await his.Visit("/password/edit")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SignIn(app, "lp-wang", password)).Status);

        await page.Submit("#unlock");
        Assert.Equal("/password/edit", (await SignIn(app, "lp-wang", password)).Address);
        Assert.Equal(["account.create", "account.lock", "account.unlock"], await app.WithDb(db => db.Audit.Where(l => l.Thing == id && !l.Act.StartsWith("account.sign")).OrderBy(l => l.Sequence).Select(l => l.Act).ToListAsync()));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_visit_and_keeps_the_password()
    {
        await using var app = new App();
        var (page, password) = await Made(app);
        var (desk, phone) = (await SignIn(app, "lp-wang", password), await SignIn(app, "lp-wang", password));
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == "lp-wang").Select(u => u.Id).SingleAsync());

        await (await page.Visit($"/accounts/{id}")).Submit("#everywhere");

        Assert.Contains("2 处", page.Text("[data-toast]"), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await desk.Visit("/")).Address, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await phone.Visit("/")).Address, StringComparison.Ordinal);
        Assert.Equal("/password/edit", (await SignIn(app, "lp-wang", password)).Address);
    }

    [Fact]
    public async Task A_reset_password_ends_the_old_one_and_its_visits()
    {
        await using var app = new App();
        var (page, old) = await Made(app);
        var his = await SignIn(app, "lp-wang", old);
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == "lp-wang").Select(u => u.Id).SingleAsync());

        await (await page.Visit($"/accounts/{id}")).Submit("#reset");
        var password = page.Text("[data-password]");

        Assert.NotEqual(old, password);
        Assert.StartsWith("/sign-in", (await his.Visit("/password/edit")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SignIn(app, "lp-wang", old)).Status);
        Assert.Equal("/password/edit", (await SignIn(app, "lp-wang", password)).Address);
    }

    [Fact]
    public async Task Who_makes_accounts_gives_no_duties_and_nobody_acts_on_his_own_account()
    {
        await using var app = new App();
        var (page, _) = await Made(app);
        var me = await app.WithDb(db => db.Users.Where(u => u.UserName == "SystemAdministrator@LP").Select(u => u.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await page.Visit("/duties")).Status);
        await app.WithDb(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.OrganisationId, db.Organisations.Where(o => o.Code == "LP").Select(o => (int?)o.Id).Single())));
        await page.Visit($"/accounts/{me}");
        Assert.Null(page.Page.QuerySelector("#lock"));
        Assert.Null(page.Page.QuerySelector("#reset"));
        await (await page.Visit("/accounts/new")).Submit("#account", new Dictionary<string, string>(), forged: true); // for its token
        var answer = await page.Http.PostAsync($"/accounts/{me}/lock", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["why"] = "forged", ["__RequestVerificationToken"] = page.Value("[name=__RequestVerificationToken]")!,
        }));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_worker_is_linked_by_name_and_number_together_and_has_one_account()
    {
        await using var app = new App();
        var (page, _) = await Made(app);
        var enterprise = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/workers/new");
        await enterprise.Submit("#worker", WorkersTests.Typed);
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == "lp-wang").Select(u => u.Id).SingleAsync());
        var (name, number) = (WorkersTests.Typed["Name"], WorkersTests.Typed["IdNumber"]);

        await (await page.Visit($"/accounts/{id}/worker/new")).Submit("#link", new Dictionary<string, string> { ["Name"] = "别人", ["IdNumber"] = number });
        Assert.Equal((HttpStatusCode.Conflict, "别人"), (page.Status, page.Value("#Name")));
        await page.Submit("#link", new Dictionary<string, string> { ["Name"] = name, ["IdNumber"] = number });
        Assert.Contains(await app.WithDb(db => db.Workers.Select(w => w.Name).SingleAsync()), page.Text(".pf aside"), StringComparison.Ordinal);

        await (await page.Visit("/accounts/new")).Submit("#account", new Dictionary<string, string> { ["UserName"] = "lp-two", ["DisplayName"] = "二号", ["OrganisationCode"] = "E1" });
        var two = await app.WithDb(db => db.Users.Where(u => u.UserName == "lp-two").Select(u => u.Id).SingleAsync());
        await (await page.Visit($"/accounts/{two}/worker/new")).Submit("#link", new Dictionary<string, string> { ["Name"] = name, ["IdNumber"] = number });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
    }

    [Fact]
    public async Task Accounts_of_another_district_are_neither_listed_nor_opened()
    {
        await using var app = new App();
        var (_, _) = await Made(app);
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == "lp-wang").Select(u => u.Id).SingleAsync());
        var foreign = await (await app.Open(DutyKind.SystemAdministrator, "XS")).Visit("/accounts");
        Assert.DoesNotContain("lp-wang", foreign.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.Visit($"/accounts/{id}")).Status);
    }

    [Fact]
    public async Task The_list_asks_no_more_of_the_database_for_many_accounts_than_for_one()
    {
        await using var app = new App();
        var (page, _) = await Made(app);
        using var log = app.CountQueries();
        await page.Visit("/accounts");
        var few = log.Count;
        await app.WithDb(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Code == "E1");
            for (var n = 0; n < 15; n++)
            {
                var account = new Account { UserName = $"a{n}", NormalizedUserName = $"A{n}", DisplayName = $"账号{n}", OrganisationId = organisation.Id };
                db.AddRange(account, Duty.At(organisation, account.Id, DutyKind.EnterpriseOfficer, new DateOnly(2020, 1, 1), null, account.Id));
            }

            await db.SaveChangesAsync();
        });
        log.Clear();
        await page.Visit("/accounts");
        Assert.InRange(log.Count, 1, few);
    }

    internal static async Task<Browser> SignIn(App app, string userName, string password)
    {
        var page = await app.Open().Visit("/sign-in");
        return await page.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = userName, ["Password"] = password });
    }

    private static async Task<(Browser Page, string Password)> Made(App app)
    {
        var page = await (await app.Open(DutyKind.SystemAdministrator)).Visit("/accounts/new");
        await page.Submit("#account", new Dictionary<string, string> { ["UserName"] = "lp-wang", ["DisplayName"] = "王工", ["OrganisationCode"] = "E1" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return (page, page.Text("[data-password]"));
    }
}
