using System.Net;
using Competitions.Data.People;
using Competitions.People;
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

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        await using var app = await WithOfficer();
        var page = await app.Open().Visit("/sign-in");
        for (var n = 0; n < 5; n++)
        {
            await page.Submit("#sign-in", Wrong);
        }

        await page.Submit("#sign-in", Right);

        Assert.Contains("锁定 15 分钟", page.Text("[role=alert]"), StringComparison.Ordinal);
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
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var done = await accounts.CreateAsync(new Account { UserName = "officer", DisplayName = "经办人", MustChangePassword = first }, "Right-pass-1");
        Assert.True(done.Succeeded);
        await app.WithDb(async db =>
        {
            db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "LP"), (await db.Users.SingleAsync()).Id, DutyKind.FederationOfficer, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
        });
        return app;
    }
}
