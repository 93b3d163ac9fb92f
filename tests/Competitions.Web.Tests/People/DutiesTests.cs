using System.Net;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class DutiesTests
{
    private static readonly Dictionary<string, string> Officer = new() { ["UserName"] = "wang", ["Kind"] = "EnterpriseOfficer", ["OrganisationCode"] = "E1" };

    [Fact]
    public async Task A_duty_counts_from_the_next_request_and_ends_at_the_next_one()
    {
        await using var app = new App();
        var (page, id) = await WithAccount(app);
        var his = app.As(id);
        Assert.Equal(HttpStatusCode.Forbidden, (await his.Visit("/workers")).Status);

        await (await page.Visit("/duties/new")).Submit("#duty", Officer);
        Assert.Equal($"/accounts/{id}", page.Address);
        Assert.Equal(HttpStatusCode.OK, (await his.Visit("/workers")).Status);

        await page.Submit("form[data-end]");
        Assert.Equal(HttpStatusCode.Forbidden, (await his.Visit("/workers")).Status);
        Assert.Equal(["duty.give", "duty.end"], await app.WithDb(db => db.Audit.Where(l => l.Thing == id && l.Act.StartsWith("duty.")).OrderBy(l => l.Sequence).Select(l => l.Act).ToListAsync()));
    }

    [Fact]
    public async Task A_duty_that_begins_tomorrow_or_ended_yesterday_opens_nothing()
    {
        await using var app = new App();
        var (page, id) = await WithAccount(app);
        var today = DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));
        await (await page.Visit("/duties/new")).Submit("#duty", new Dictionary<string, string>(Officer) { ["From"] = $"{today.AddDays(1):yyyy-MM-dd}", ["To"] = $"{today.AddDays(2):yyyy-MM-dd}" });
        var his = app.As(id);

        Assert.Equal(HttpStatusCode.Forbidden, (await his.Visit("/workers")).Status);
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await his.Visit("/workers")).Status);
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Forbidden, (await his.Visit("/workers")).Status);
    }

    [Fact]
    public async Task Duties_that_do_not_go_together_are_refused_audited_and_what_was_typed_stays()
    {
        await using var app = new App();
        var (page, id) = await WithAccount(app);
        await (await page.Visit("/duties/new")).Submit("#duty", Officer);
        await (await page.Visit("/duties/new")).Submit("#duty", new Dictionary<string, string> { ["UserName"] = "wang", ["Kind"] = "AuditAdministrator", ["OrganisationCode"] = "LP" });

        Assert.Equal((HttpStatusCode.Conflict, "wang", "LP"), (page.Status, page.Value("#UserName"), page.Value("#OrganisationCode")));
        Assert.Contains("管理员账号不办理业务", page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Duties.CountAsync(d => d.AccountId == id)));
        Assert.Equal(1, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "duty.give" && !l.Allowed && l.Thing == id)));
    }

    [Fact]
    public async Task Nobody_gives_himself_a_duty_and_the_last_security_administrator_stays()
    {
        await using var app = new App();
        var (page, _) = await WithAccount(app);
        await (await page.Visit("/duties/new")).Submit("#duty", new Dictionary<string, string> { ["UserName"] = "SecurityAdministrator@LP", ["Kind"] = "FederationLeader", ["OrganisationCode"] = "LP" });
        Assert.Contains("不能给自己授予职责", page.Text("[role=alert]"), StringComparison.Ordinal);

        await (await page.Visit("/duties?kind=SecurityAdministrator")).Submit("form[data-end]");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("最后一位", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_or_an_account_outside_the_administration_is_not_found()
    {
        await using var app = new App();
        var (page, _) = await WithAccount(app);
        await (await page.Visit("/duties/new")).Submit("#duty", new Dictionary<string, string>(Officer) { ["OrganisationCode"] = "XE" });
        Assert.Contains("没有编码为 XE 的组织", page.Text("[role=alert]"), StringComparison.Ordinal);

        var foreign = await (await app.Open(DutyKind.SecurityAdministrator, "XS")).Visit("/duties/new");
        await foreign.Submit("#duty", new Dictionary<string, string>(Officer) { ["OrganisationCode"] = "XE" });
        Assert.Contains("没有这个用户名", foreign.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Duties.CountAsync(d => d.Kind == DutyKind.EnterpriseOfficer)));
    }

    [Fact]
    public async Task Two_who_give_at_once_leave_one_of_two_that_do_not_go_together()
    {
        await using var app = new App();
        var (page, id) = await WithAccount(app);
        await page.Visit("/duties/new");
        var forms = new[] { ("AuditAdministrator", "LP"), ("SystemAdministrator", "LP"), ("EnterpriseOfficer", "E1"), ("AuditAdministrator", "LP"), ("SystemAdministrator", "LP") };
        var token = page.Value("[name=__RequestVerificationToken]")!;
        var day = page.Value("#From")!;

        await Task.WhenAll(forms.Select(f => page.Http.PostAsync("/duties", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["UserName"] = "wang", ["Kind"] = f.Item1, ["OrganisationCode"] = f.Item2, ["From"] = day, ["__RequestVerificationToken"] = token,
        }))));

        Assert.Equal(1, await app.WithDb(db => db.Duties.CountAsync(d => d.AccountId == id)));
    }

    internal static async Task<string> Account(App app, string name, string organisation = "E1", int? worker = null) => await app.WithDb(async db =>
    {
        var account = new Account
        {
            UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, SecurityStamp = name, WorkerId = worker,
            OrganisationId = await db.Organisations.Where(o => o.Code == organisation).Select(o => o.Id).SingleAsync(),
        };
        db.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    });

    private static async Task<(Browser Page, string Id)> WithAccount(App app)
    {
        var page = await app.Open(DutyKind.SecurityAdministrator);
        await app.WithDb(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.OrganisationId, db.Organisations.Where(o => o.Code == "LP").Select(o => (int?)o.Id).Single())));
        return (page, await Account(app, "wang"));
    }
}
