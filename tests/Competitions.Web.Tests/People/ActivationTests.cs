using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class ActivationTests
{
    private static readonly string End = WorkersTests.Typed["IdNumber"][^6..];

    /// <summary>The whole chain: register, slip, account, consent, entry.</summary>
    [Fact]
    public async Task A_registered_worker_opens_his_account_with_the_slip_consents_and_enters_himself()
    {
        await using var app = new App();
        await MyEntriesTests.Allow(app, await app.Registering());
        var (officer, code) = await Given(app);
        Assert.DoesNotContain(code, (await officer.Visit("/slips")).Body, StringComparison.Ordinal); // printed once
        Assert.Contains("已开具", officer.Text("tbody"), StringComparison.Ordinal);

        var own = await Activate(app, code);
        Assert.Equal((HttpStatusCode.OK, "/my/consents"), (own.Status, own.Address));
        await own.Submit("#give-Processing");
        await own.Submit("#give-Publication");
        await (await own.Visit("/my/events/WELD/entry/new")).Submit("form#self", new Dictionary<string, string> { ["Processing"] = "true", ["Publication"] = "true" });

        var worker = await app.WithDb(db => db.Workers.SingleAsync());
        Assert.Equal(EntryStage.Submitted, (await app.EntryOf(worker.Id)).Stage);
        var account = await app.WithDb(db => db.Users.SingleAsync(u => u.WorkerId == worker.Id));
        Assert.Equal((worker.Name, false), (account.DisplayName, account.MustChangePassword));
        Assert.Equal([DutyKind.Worker], await app.WithDb(db => db.Duties.Where(d => d.AccountId == account.Id).Select(d => d.Kind).ToListAsync()));
        Assert.Contains("没有待激活的职工", (await officer.Visit("/slips")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_number_are_answered_alike_and_what_was_typed_stays()
    {
        await using var app = new App();
        var (_, code) = await Given(app);
        var (wrongNumber, wrongCode) = (await Activate(app, code, end: "00000X"), await Activate(app, "AAAA-BBBB-CCCC-DDDD"));
        Assert.Equal((HttpStatusCode.Conflict, "lu.mingyuan"), (wrongNumber.Status, wrongNumber.Value("#UserName")));
        Assert.Equal((wrongNumber.Status, wrongNumber.Text("[role=alert]")), (wrongCode.Status, wrongCode.Text("[role=alert]")));
        Assert.Equal(0, await app.WithDb(db => db.Users.CountAsync(u => u.WorkerId != null)));
        Assert.Equal("/my/consents", (await Activate(app, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Address);
    }

    [Fact]
    public async Task A_slip_is_used_once()
    {
        await using var app = new App();
        var (_, code) = await Given(app);
        await Activate(app, code);
        var again = await Activate(app, code, userName: "another");
        Assert.Contains("已经用过", again.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Users.CountAsync(u => u.WorkerId != null)));
    }

    [Fact]
    public async Task Ten_who_come_with_one_slip_at_once_leave_one_account()
    {
        await using var app = new App();
        var (_, code) = await Given(app);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Activate(app, code, userName: $"racer{n}")));
        Assert.Equal(1, await app.WithDb(db => db.Users.CountAsync(u => u.WorkerId != null)));
        Assert.Equal(1, await app.WithDb(db => db.Duties.CountAsync(d => d.Kind == DutyKind.Worker)));
    }

    [Fact]
    public async Task A_slip_ends_after_thirty_days_or_five_wrong_numbers_or_when_a_newer_one_is_given()
    {
        await using var app = new App();
        var (officer, first) = await Given(app);
        await (await officer.Visit("/slips")).Submit("[data-slip-of]");
        var second = officer.Text(".slip-code");
        Assert.NotEqual(first, second);
        Assert.Contains("已过有效期", (await Activate(app, first)).Text("[role=alert]"), StringComparison.Ordinal);

        for (var n = 0; n < 5; n++)
        {
            await Activate(app, second, end: $"00000{n}");
        }

        Assert.Contains("不对", (await Activate(app, second)).Text("[role=alert]"), StringComparison.Ordinal);

        await (await officer.Visit("/slips")).Submit("[data-slip-of]");
        var third = officer.Text(".slip-code");
        app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Contains("已过有效期", (await Activate(app, third)).Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Users.CountAsync(u => u.WorkerId != null)));
    }

    [Fact]
    public async Task Who_tries_too_often_is_asked_to_wait()
    {
        await using var app = new App();
        await app.Organisations();
        var page = await app.Open().Visit("/activation");
        for (var n = 0; n < RateLimits.ActivationsAMinute; n++)
        {
            await page.Visit("/activation");
            await page.Submit("#activation", new Dictionary<string, string> { ["Code"] = "AAAA-BBBB-CCCC-DDDD", ["IdEnd"] = "123456", ["UserName"] = "lu.mingyuan", ["Password"] = "short" });
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        }

        await page.Submit("#activation", new Dictionary<string, string> { ["Code"] = "AAAA-BBBB-CCCC-DDDD" });
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("操作过于频繁", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_a_slip_for_a_worker_of_another_unit()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("职工甲", 1, "E2");
        await app.Worker("职工乙", 2, "E1");
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/slips");
        Assert.DoesNotContain("职工甲", officer.Body, StringComparison.Ordinal);
        await officer.Submit("[data-slip-of]", new Dictionary<string, string> { ["worker"] = $"{worker.Id}" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Equal(0, await app.WithDb(db => db.ActivationSlips.CountAsync()));
    }

    [Fact]
    public async Task A_whole_unit_gets_its_slips_on_one_sheet_and_only_hashes_are_kept()
    {
        await using var app = new App();
        await app.Organisations();
        for (var n = 1; n <= 12; n++)
        {
            await app.Worker($"职工{n}", n);
        }

        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/slips");
        await officer.Submit("#unit");

        var codes = officer.Texts(".slip-code");
        Assert.Equal((12, 12, 12), (codes.Distinct().Count(), officer.Page.QuerySelectorAll(".slip svg").Length, await app.WithDb(db => db.ActivationSlips.CountAsync())));
        var kept = await app.WithDb(db => db.ActivationSlips.Select(s => s.CodeHash).ToListAsync());
        Assert.DoesNotContain(kept, k => codes.Contains(k));
    }

    internal static async Task<Browser> Activate(App app, string code, string? end = null, string userName = "lu.mingyuan")
    {
        var page = await app.Open().Visit("/activation");
        return await page.Submit("#activation", new Dictionary<string, string>
        {
            ["Code"] = code, ["IdEnd"] = end ?? End, ["UserName"] = userName, ["Password"] = "Own-pass-2026", ["Again"] = "Own-pass-2026",
        });
    }

    internal static async Task<(Browser Officer, string Code)> Given(App app)
    {
        await app.Organisations();
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/workers/new");
        await officer.Submit("#worker", WorkersTests.Typed);
        await (await officer.Visit("/slips")).Submit("#unit");
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        return (officer, officer.Text(".slip-code"));
    }
}
