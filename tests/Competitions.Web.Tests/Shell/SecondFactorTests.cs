using System.Net;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Shell;

/// <summary>Federation staff, administrators and who holds codes prove more than a password (RFC 6238 by a phone made here, WebAuthn by Chromium's virtual device).</summary>
public class SecondFactorTests
{
    private const string Password = "Right-pass-1";

    [Theory]
    [InlineData(DutyKind.FederationOfficer, true)]
    [InlineData(DutyKind.FederationLeader, true)]
    [InlineData(DutyKind.SystemAdministrator, true)]
    [InlineData(DutyKind.SecurityAdministrator, true)]
    [InlineData(DutyKind.AuditAdministrator, true)]
    [InlineData(DutyKind.TownOfficer, false)]
    [InlineData(DutyKind.EnterpriseOfficer, false)]
    public async Task Whose_duty_needs_a_second_factor_sees_nothing_else_until_he_has_one(DutyKind duty, bool needed)
    {
        await using var app = new App();
        var page = await SignIn(app, await Account(app, duty));

        Assert.Equal(needed ? "/second-factors" : "/", page.Address);
        Assert.Equal(needed ? "/second-factors" : "/search", (await page.Visit("/search")).Address);
        Assert.Equal(needed ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound, (await page.Send("/batches/1/stops", new { })).StatusCode);
        Assert.Equal("/portal", (await page.Visit("/portal")).Address);
    }

    [Fact]
    public async Task An_authenticator_is_in_force_from_its_first_code_and_signing_in_asks_for_the_next()
    {
        await using var app = new App();
        var name = await Account(app);
        var page = await SignIn(app, name);
        var key = await Key(page);
        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = Password, ["Code"] = Totp.Code(key, 40) });
        Assert.Equal((HttpStatusCode.Conflict, key), (page.Status, page.Text("#key")));
        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = "wrong", ["Code"] = Totp.Code(key) });
        Assert.Contains("登录密码不对", page.Text("[role=alert]"), StringComparison.Ordinal);

        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = Password, ["Code"] = Totp.Code(key) });
        Assert.Equal(10, page.Texts("#recovery-codes li").Distinct().Count());
        Assert.Equal("/", (await page.Visit("/")).Address);

        var next = await SignIn(app, name);
        Assert.StartsWith("/second-factor/new", next.Address, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await next.Visit("/search")).Address, StringComparison.Ordinal); // half signed in is not signed in
        await next.Visit("/second-factor/new?to=%2Fsearch");
        await next.Submit("#second-factor", new Dictionary<string, string> { ["Code"] = "000000" });
        Assert.Equal(HttpStatusCode.Conflict, next.Status);
        await next.Submit("#second-factor", new Dictionary<string, string> { ["Code"] = Totp.Code(key, 1) });
        Assert.Equal("/search", next.Address);
        Assert.Equal(1, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "account.second-factor" && l.Allowed)));
    }

    [Fact]
    public async Task A_code_is_good_once_and_so_is_a_recovery_code()
    {
        await using var app = new App();
        var name = await Account(app);
        var page = await SignIn(app, name);
        var key = await Key(page);
        var (first, second) = (Totp.Code(key), Totp.Code(key, 1));
        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = Password, ["Code"] = first });
        var recovery = page.Texts("#recovery-codes li")[0];

        foreach (var (code, taken) in ((string, bool)[])[(first, false), (second, true), (second, false), (recovery.ToLowerInvariant(), true), (recovery, false)])
        {
            var next = await SignIn(app, name);
            await next.Submit("#second-factor", new Dictionary<string, string> { ["Code"] = code });
            Assert.Equal((code, taken), (code, next.Address == "/"));
        }
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_and_the_right_password_does_not_set_their_number_back()
    {
        await using var app = new App();
        var name = await Account(app);
        var page = await SignIn(app, name);
        var key = await Key(page);
        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = Password, ["Code"] = Totp.Code(key) });
        for (var n = 0; n < 5; n++)
        {
            await (await SignIn(app, name)).Submit("#second-factor", new Dictionary<string, string> { ["Code"] = "000000" });
        }

        var locked = await SignIn(app, name);
        Assert.Equal((HttpStatusCode.Conflict, "/sign-in"), (locked.Status, locked.Address));
    }

    [Fact]
    public async Task The_key_of_an_authenticator_lies_sealed_in_the_database()
    {
        await using var app = new App();
        var key = (await Key(await SignIn(app, await Account(app)))).Replace(" ", "", StringComparison.Ordinal);
        var kept = await app.WithDb(db => db.UserTokens.Select(t => t.Value).ToListAsync());
        Assert.Equal(32, key.Length);
        Assert.Single(kept);
        Assert.DoesNotContain(kept, k => k!.Contains(key, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A visit that was stolen with the password alone changes nothing, and a visit opened before is over.</summary>
    [Fact]
    public async Task Setting_it_up_ends_the_visits_that_a_password_opened()
    {
        await using var app = new App();
        var name = await Account(app);
        var (page, other) = (await SignIn(app, name), await SignIn(app, name));
        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = Password, ["Code"] = Totp.Code(await Key(page)) });
        Assert.StartsWith("/sign-in", (await other.Visit("/second-factors")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_security_administrator_takes_it_away_with_a_reason_and_the_system_administrator_cannot()
    {
        await using var app = new App();
        var name = await Account(app);
        var page = await SignIn(app, name);
        await page.Submit("#authenticator", new Dictionary<string, string> { ["Password"] = Password, ["Code"] = Totp.Code(await Key(page)) });
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
        var system = await (await app.Open(DutyKind.SystemAdministrator)).Visit($"/accounts/{id}");
        Assert.Empty(system.Texts("#reset-second-factor"));
        Assert.Equal(HttpStatusCode.Forbidden, (await system.Post($"/accounts/{id}/second-factors/end")).Status);

        var security = await (await app.Open(DutyKind.SecurityAdministrator)).Visit($"/accounts/{id}");
        await security.Submit("#reset-second-factor", new Dictionary<string, string> { ["why"] = " " });
        Assert.Equal(HttpStatusCode.Conflict, security.Status);
        await (await security.Visit($"/accounts/{id}")).Submit("#reset-second-factor", new Dictionary<string, string> { ["why"] = "手机丢失，本人到场" });

        Assert.StartsWith("/sign-in", (await page.Visit("/")).Address, StringComparison.Ordinal);
        Assert.Equal("/second-factors", (await SignIn(app, name)).Address);
        Assert.Equal("手机丢失，本人到场", await app.WithDb(db => db.Audit.Where(l => l.Act == "account.reset-second-factor").Select(l => l.Why).SingleAsync()));
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        await using var app = new App();
        var name = await Account(app);
        await using var window = await Chromium.Window(new UriBuilder(app.Address) { Host = "localhost" }.Uri);
        var page = await window.NewPageAsync();
        var device = await window.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#UserName", name);
        await page.FillAsync("#Password", Password);
        await page.ClickAsync("#sign-in [type=submit]");
        await page.FillAsync("[data-passkey-add] [name=name]", "办公室电脑");
        await page.ClickAsync("[data-passkey-add] [type=submit]");
        await Assertions.Expect(page.Locator("tbody td").First).ToHaveTextAsync("办公室电脑");
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("工作台");

        await page.ClickAsync(".me-menu summary");
        await page.ClickAsync("form[action='/sign-out'] button");
        await Screens.Arrives(page, "/sign-in");
        await page.GotoAsync("/sign-in?to=%2Fsearch");
        await page.ClickAsync("[data-passkey-go]");
        await Screens.Arrives(page, "/search");

        await app.WithDb(async db =>
        {
            (await db.Users.SingleAsync(u => u.UserName == name)).Lock("离职", app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
        await window.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("[data-passkey-go]");
        await Assertions.Expect(page.Locator("[data-passkey-said]")).ToContainTextAsync("账号已停用");
    }

    private static async Task<string> Account(App app, DutyKind duty = DutyKind.FederationOfficer)
    {
        await app.Organisations();
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = "officer", DisplayName = "经办人", OrganisationId = await app.WithDb(db => db.Organisations.Where(o => o.Code == "LP").Select(o => o.Id).SingleAsync()) };
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        await app.WithDb(async db =>
        {
            db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "LP"), account.Id, duty, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
        });
        return account.UserName;
    }

    private static async Task<Browser> SignIn(App app, string name)
    {
        var page = await app.Open().Visit("/sign-in");
        return await page.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = name, ["Password"] = Password });
    }

    private static async Task<string> Key(Browser page) => (await page.Visit("/authenticators/new")).Text("#key");
}
