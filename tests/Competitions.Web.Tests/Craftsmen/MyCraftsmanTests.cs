using System.Net;
using Competitions.Craftsmen;
using Competitions.People;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Innovations;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Craftsmen;

/// <summary>A holder at his own page: the year that he reports, and his word before a title is taken away. And what is proposed to who decides.</summary>
public class MyCraftsmanTests
{
    private static readonly DateTime Friday = new(2026, 11, 13, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_holder_finds_his_year_from_the_navigation_reports_it_and_does_no_more()
    {
        await using var app = new App();
        app.Clock.Stop(Friday);
        var (own, other) = await Holders(app);
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit("/craftsmen/duty-checks")).Submit("#open");

        await own.Visit("/");
        Assert.Contains("履职考核待填报", own.Text("#waiting"), StringComparison.Ordinal);
        Assert.NotNull(own.Page.QuerySelector("nav a[href='/my/craftsman']"));
        await own.Visit("/my/craftsman");
        Assert.Equal(["临平工匠"], own.Texts("#titles b"));
        var check = own.Page.QuerySelector("#checks a.t")!.GetAttribute("href")!;
        await (await own.Visit(check + "/edit")).Submit("#report", Lines("1", "2", "0"));
        Assert.Equal((HttpStatusCode.OK, "待单位核对"), (own.Status, own.Text("h1 .badge")));
        Assert.Null(own.Page.QuerySelector("a[href='/craftsmen/1']")); // the office's page is not his
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit(check + "/moves/new?move=Confirm")).Status); // not by himself
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(check)).Status);
        Assert.DoesNotContain("沈嘉禾", (await other.Visit("/craftsmen/duty-checks")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_told_states_his_own_case_until_his_last_day_and_reads_nothing_of_who_reported_him()
    {
        await using var app = new App();
        app.Clock.Stop(Friday);
        var (own, other) = await Holders(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        await (await federation.Visit("/craftsmen/1/cases/new")).Submit("#clue", new Dictionary<string, string> { ["Ground"] = "弄虚作假", ["Clue"] = "老周来信反映不实" });
        var of = federation.Address;
        await Step(federation, of, "Verify", "派两人核查");
        Assert.DoesNotContain("弄虚作假", (await own.Visit("/my/craftsman")).Body, StringComparison.Ordinal);
        await Step(federation, of, "Notify", "业绩材料系他人所有");

        Assert.Contains("可以陈述申辩", (await own.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        Assert.Contains("2026-11-20 23:59 截止", own.Text("#waiting"), StringComparison.Ordinal);
        await own.Visit("/my/craftsman");
        Assert.Contains("业绩材料系他人所有", own.Text("#case-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("老周", own.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("业绩材料", (await other.Visit("/my/craftsman")).Body, StringComparison.Ordinal);
        await own.Submit("#statement");
        Assert.Equal(HttpStatusCode.BadRequest, own.Status);
        var stale = await app.As(await app.WithDb(db => db.Users.Where(u => u.WorkerId != null && db.Craftsmen.Any(c => c.Id == 1 && c.WorkerId == u.WorkerId)).Select(u => u.Id).FirstAsync())).Visit("/my/craftsman");
        await own.Submit("#statement", new Dictionary<string, string> { ["Text"] = "属于集体成果，有会议记录" });
        Assert.Contains("属于集体成果，有会议记录", own.Text("#case-1"), StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector("#statement"));
        await stale.Submit("#statement", new Dictionary<string, string> { ["Text"] = "第二份" });
        Assert.Equal(HttpStatusCode.Conflict, stale.Status); // once
        Assert.Contains("属于集体成果，有会议记录", (await federation.Visit(of)).Body, StringComparison.Ordinal);
        Assert.Equal("已陈述申辩", federation.Text("h1 .badge"));
    }

    [Fact]
    public async Task After_his_last_day_he_is_told_that_it_is_over_and_nobody_states_in_anothers_place()
    {
        await using var app = new App();
        app.Clock.Stop(Friday);
        var (own, other) = await Holders(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        await (await federation.Visit("/craftsmen/1/cases/new")).Submit("#clue", new Dictionary<string, string> { ["Ground"] = "弄虚作假", ["Clue"] = "群众来信反映不实" });
        var of = federation.Address;
        await Step(federation, of, "Verify", "派两人核查");
        await Step(federation, of, "Notify", "属实");
        await own.Visit("/my/craftsman");
        using var forged = new FormUrlEncodedContent([new("__RequestVerificationToken", (await other.Visit("/my/consents")).Value("[name=__RequestVerificationToken]") ?? ""), new("Version", "2"), new("Text", "替他说两句")]);
        Assert.NotEqual(HttpStatusCode.OK, (await other.Http.PostAsync("/my/craftsman/cases/1/statement", forged)).StatusCode);
        app.Clock.Stop(new DateTime(2026, 11, 20, 16, 0, 0, DateTimeKind.Utc)); // midnight in China after the last day
        await own.Submit("#statement", new Dictionary<string, string> { ["Text"] = "晚到的陈述" });

        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Contains("陈述申辩期到 2026-11-20 为止", own.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("可以陈述申辩", (await own.Visit("/")).Body, StringComparison.Ordinal);
        Assert.Equal((CaseStage.Hearing, ""), await app.WithDb(async db => (await db.CraftsmanCases.SingleAsync()) is var k ? (k.Stage, k.Statement) : default));
    }

    [Fact]
    public async Task A_suspension_that_is_proposed_waits_for_who_decides_until_it_is_decided()
    {
        await using var app = new App();
        app.Clock.Stop(Friday);
        await app.Crafted(on: new DateOnly(2023, 9, 20));
        await app.Crafted("陆一鸣", 2, "E2", new DateOnly(2023, 9, 20));
        await app.WithDb(async db =>
        {
            var (first, second) = (await db.Craftsmen.SingleAsync(c => c.Id == 1), await db.Craftsmen.SingleAsync(c => c.Id == 2));
            foreach (var (of, year) in new[] { (first, 2024), (first, 2025), (second, 2023), (second, 2025) }) // the second not in a row
            {
                var check = new DutyCheck(of, year, app.Today());
                check.Judge(false, app.Today(), "test", app.Clock.GetUtcNow().UtcDateTime, "没有填报");
                db.Add(check);
            }

            return await db.SaveChangesAsync();
        });
        async Task<string> Waits(DutyKind duty, string place = "LP") => (await (await app.Open(duty, place)).Visit("/")).Text("#waiting");

        var waits = await Waits(DutyKind.FederationOfficer);
        Assert.Contains("沈嘉禾：建议暂停临平工匠", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("陆一鸣", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("建议暂停", await Waits(DutyKind.EnterpriseOfficer, "E1"), StringComparison.Ordinal);
        Assert.DoesNotContain("建议暂停", await Waits(DutyKind.FederationOfficer, "XS"), StringComparison.Ordinal);
        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit("/craftsmen/1/moves/new?move=Suspend");
        await federation.Submit("#move", new Dictionary<string, string> { ["Why"] = "连续两年不合格" });
        Assert.Equal(HttpStatusCode.OK, federation.Status);
        Assert.DoesNotContain("建议暂停", await Waits(DutyKind.FederationOfficer), StringComparison.Ordinal);
        Assert.Contains("现在不享受", (await federation.Visit("/craftsmen/1")).Text(".split aside"), StringComparison.Ordinal);
    }

    /// <summary>沈嘉禾 of E1 and 陆一鸣 of E2, each signed in by himself.</summary>
    private static async Task<(Browser Own, Browser Other)> Holders(App app)
    {
        await app.Crafted();
        await app.Crafted("陆一鸣", 2, "E2");
        var (one, two) = await app.WithDb(async db => (await db.Workers.SingleAsync(w => w.Name == "沈嘉禾"), await db.Workers.SingleAsync(w => w.Name == "陆一鸣")));
        return (await app.Own(one), await app.Own(two));
    }

    private static Dictionary<string, string> Lines(params string[] done) =>
        done.SelectMany((d, i) => new[] { KeyValuePair.Create($"Lines[{i}].Done", d), KeyValuePair.Create($"Lines[{i}].Proof", d == "0" ? "" : "有记录") }).ToDictionary();

    private static async Task Step(Browser browser, string of, string move, string text) =>
        await (await browser.Visit($"{of}/moves/new?move={move}")).Submit("#move", new Dictionary<string, string> { ["Text"] = text });
}
