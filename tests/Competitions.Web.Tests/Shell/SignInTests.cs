using System.Net;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Shell;

public class SignInTests
{
    private static readonly Dictionary<string, string> Right = new() { ["UserName"] = "officer", ["Password"] = "Right-pass-1" };
    private static readonly Dictionary<string, string> Wrong = new() { ["UserName"] = "officer", ["Password"] = "wrong" };

    [Fact]
    public async Task Create_with_the_right_password_opens_the_home_page_and_is_audited()
    {
        await using var app = await WithOfficer();
        var page = await app.Open().Visit("/");
        Assert.StartsWith("/sign-in", page.Address, StringComparison.Ordinal);

        await page.Submit("#sign-in", Right);

        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address));
        Assert.Equal("工作台", page.Text("h1"));
        Assert.Equal(1, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "account.sign-in" && l.Allowed)));
    }

    [Fact]
    public async Task Create_with_a_wrong_name_and_with_a_wrong_password_says_the_same_and_keeps_the_name()
    {
        await using var app = await WithOfficer();
        var page = await app.Open().Visit("/sign-in");

        await page.Submit("#sign-in", Wrong);
        var (status, sentence) = (page.Status, page.Text("[role=alert]"));
        Assert.Equal("officer", page.Value("#UserName"));
        await page.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = "nobody", ["Password"] = "wrong" });

        Assert.Equal((HttpStatusCode.Conflict, status), (status, page.Status));
        Assert.Equal(sentence, page.Text("[role=alert]"));
        Assert.Null(page.Value("#Password") is { Length: > 0 } typed ? typed : null);
    }

    /// <summary>S12: ten wrong tries; the sentence is the same for an account that is locked and for one that does not exist.</summary>
    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_even_for_the_right_one_and_say_no_more_than_of_an_unknown_name()
    {
        await using var app = await WithOfficer();
        var (known, unknown) = (await app.Open().Visit("/sign-in"), await app.Open().Visit("/sign-in"));
        for (var n = 0; n < 10; n++)
        {
            await known.Submit("#sign-in", Wrong);
            await unknown.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = "nobody", ["Password"] = "wrong" });
            Assert.Equal((unknown.Status, unknown.Text("[role=alert]")), (known.Status, known.Text("[role=alert]")));
        }

        await known.Submit("#sign-in", Right);
        Assert.Equal((HttpStatusCode.Conflict, unknown.Text("[role=alert]")), (known.Status, known.Text("[role=alert]")));

        app.Clock.Stop(app.Clock.UtcNow().AddMinutes(16));
        await app.WithDb(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, DateTimeOffset.UtcNow.AddMinutes(-1)))); // identity reads the real clock
        Assert.Equal("/", (await known.Submit("#sign-in", Right)).Address);
    }

    /// <summary>S12: what takes the time is the hashing of the password; each answer does it once.</summary>
    [Theory]
    [InlineData("officer", "Right-pass-1")]
    [InlineData("officer", "wrong")]
    [InlineData("nobody", "wrong")]
    [InlineData("locked", "wrong")]
    [InlineData("closed", "Right-pass-1")]
    public async Task Every_answer_hashes_one_password(string userName, string password)
    {
        await using var app = await WithOfficer();
        foreach (var name in (string[])["locked", "closed"])
        {
            await Add(app, name, first: false);
        }

        await app.WithDb(async db =>
        {
            (await db.Users.SingleAsync(u => u.UserName == "locked")).LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(10);
            (await db.Users.SingleAsync(u => u.UserName == "closed")).Lock("离职", app.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        var page = await app.Open().Visit("/sign-in");
        var before = app.Hashes.Count;

        await page.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = userName, ["Password"] = password });

        Assert.Equal(1, app.Hashes.Count - before);
    }

    /// <summary>S12: the cookie as it was before signing out, sent again.</summary>
    [Fact]
    public async Task A_cookie_kept_after_signing_out_opens_nothing()
    {
        await using var app = await WithOfficer();
        var (http, cookies) = Keeping(app);
        var page = new Browser(http, null);
        await (await page.Visit("/sign-in")).Submit("#sign-in", Right);
        var kept = cookies.GetCookieHeader(app.Address);
        Assert.Contains("competitions=", kept, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Replay(app, kept));

        await page.Submit("form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.Found, await Replay(app, kept));
    }

    /// <summary>S12: a cookie that somebody planted is not the one that is signed in.</summary>
    [Fact]
    public async Task Signing_in_begins_a_visit_of_its_own_whatever_cookie_the_browser_had()
    {
        await using var app = await WithOfficer();
        await Add(app, "other", first: false);
        var (http, cookies) = Keeping(app);
        var page = new Browser(http, null);
        await (await page.Visit("/sign-in")).Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = "other", ["Password"] = "Right-pass-1" });
        var planted = cookies.GetCookieHeader(app.Address);

        await (await page.Visit("/sign-in")).Submit("#sign-in", Right);

        Assert.NotEqual(planted, cookies.GetCookieHeader(app.Address));
        using var attacker = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, "/"));
        attacker.Headers.Add("Cookie", planted);
        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        Assert.DoesNotContain("经办人", await (await plain.SendAsync(attacker)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_ends_the_visits_that_the_old_one_opened_but_this_one()
    {
        await using var app = await WithOfficer();
        var (desk, phone) = (await app.Open().Visit("/sign-in"), await app.Open().Visit("/sign-in"));
        await desk.Submit("#sign-in", Right);
        await phone.Submit("#sign-in", Right);
        Assert.Equal("/", (await phone.Visit("/")).Address);

        await (await desk.Visit("/password/edit")).Submit("#password", new Dictionary<string, string> { ["Old"] = "Right-pass-1", ["New"] = "Other-pass-2", ["Again"] = "Other-pass-2" });

        Assert.Equal((HttpStatusCode.OK, "/"), (desk.Status, desk.Address));
        Assert.StartsWith("/sign-in", (await phone.Visit("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_ends_after_a_day_however_busy()
    {
        await using var app = await WithOfficer();
        var page = await (await app.Open().Visit("/sign-in")).Submit("#sign-in", Right);
        Assert.Equal("/", (await page.Visit("/")).Address);
        await app.WithDb(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(v => v.At, app.Clock.UtcNow().AddHours(-25))));
        Assert.StartsWith("/sign-in", (await page.Visit("/")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_password_is_changed_before_any_other_page_opens()
    {
        await using var app = await WithOfficer(first: true);
        var page = await app.Open().Visit("/sign-in");
        await page.Submit("#sign-in", Right);
        Assert.Equal("/password/edit", page.Address);

        await page.Submit("#password", new Dictionary<string, string> { ["Old"] = "Right-pass-1", ["New"] = "Other-pass-2", ["Again"] = "Other-pass-3" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("两次输入的新密码不一致", page.Text("[role=alert]"), StringComparison.Ordinal);

        await page.Submit("#password", new Dictionary<string, string> { ["Old"] = "Right-pass-1", ["New"] = "Other-pass-2", ["Again"] = "Other-pass-2" });
        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var app = await WithOfficer();
        var answer = await app.Open().Http.PostAsync("/sign-in", new FormUrlEncodedContent(Right));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<App> WithOfficer(bool first = false)
    {
        var app = new App();
        await app.Organisations();
        await Add(app, "officer", first);
        await app.WithDb(async db =>
        {
            db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "LP01"), (await db.Users.SingleAsync()).Id, DutyKind.TownOfficer, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
        });
        return app;
    }

    private static async Task Add(App app, string userName, bool first)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var done = await accounts.CreateAsync(new Account { UserName = userName, DisplayName = userName is "officer" ? "经办人" : userName, MustChangePassword = first }, "Right-pass-1");
        Assert.True(done.Succeeded);
    }

    private static (HttpClient Http, CookieContainer Cookies) Keeping(App app)
    {
        var cookies = new CookieContainer();
        return (new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = app.Address }, cookies);
    }

    private static async Task<HttpStatusCode> Replay(App app, string cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, "/password/edit"));
        request.Headers.Add("Cookie", cookie);
        return (await http.SendAsync(request)).StatusCode;
    }
}
