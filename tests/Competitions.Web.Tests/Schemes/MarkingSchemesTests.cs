using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Schemes;

public class MarkingSchemesTests
{
    [Fact]
    public async Task Without_a_scheme_the_page_says_what_to_do_and_marking_does_not_start()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Visit("/events/WELD/scheme");
        Assert.Contains("还没有评分方案", page.Text(".empty"), StringComparison.Ordinal);

        await page.Starts();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("实操", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(EventStage.Ready, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));

        await (await page.Adopts(SchemeRoom.Clean)).Starts();
        Assert.Equal(EventStage.Running, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_says_that_the_scheme_is_missing_and_leads_to_it()
    {
        await using var app = new App();
        await app.Registering();
        await app.WithDb(async db =>
        {
            var of = new Event((await db.Contests.SingleAsync()).Id, "ELEC", new EventText("电工", "6-31-01-03", "电工", "3", true, 30, 2), AppContests.Preset);
            of.Compose(of.Rules, [.. of.Rounds], [.. of.Groups], [.. of.Modules.Select(m => m with { Way = ModuleWay.Aspects })]);
            db.Add(of);
            await db.SaveChangesAsync();
        });
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/ELEC");

        Assert.Equal(["理论", "实操"], page.Texts("[data-lack='event.lacks-scheme'] b"));
        Assert.Equal("/events/ELEC/scheme", page.Page.QuerySelector("[data-lack='event.lacks-scheme'] a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task The_start_locks_it_and_a_later_change_is_a_new_version_with_a_reason()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        Assert.Equal("草稿", page.Text("[data-locked]"));
        await page.Adopts(SchemeRoom.Warned); // a draft is written anew
        await page.Starts();
        Assert.Equal("已锁定", (await page.Visit("/events/WELD/scheme")).Text("[data-locked]"));
        Assert.Equal((1, true), ((await app.Scheme())!.Number, (await app.Scheme())!.IsLocked));

        await page.Adopts(SchemeRoom.Clean);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("scheme.reason-missing", page.Page.QuerySelector(".errsum")?.GetAttribute("data-refusal"));
        await page.Submit("#adopt", new Dictionary<string, string> { ["Why"] = "裁判长会议：试件尺寸改动" });

        Assert.Equal((2, true), ((await app.Scheme())!.Number, (await app.Scheme())!.IsLocked));
        Assert.Equal(["第 2 版", "第 1 版"], page.Texts("#versions li b"));
        Assert.Contains("裁判长会议：试件尺寸改动", page.Text("#versions li"), StringComparison.Ordinal);
        Assert.Equal("5.50", (await page.Visit("/events/WELD/scheme?version=1")).Text("[data-total]")); // as it was
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit("/events/WELD/scheme?version=9")).Status);
    }

    [Fact]
    public async Task Another_districts_scheme_is_closed_and_a_competitors_unit_never_sees_it()
    {
        await using var app = new App();
        await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        foreach (var closed in new[] { await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.Worker, "E1"),
            await app.Open(DutyKind.TeamLeader, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync())) })
        {
            foreach (var address in (string[])["/events/WELD/scheme", "/events/WELD/scheme/export.xlsx", "/events/WELD/scheme/uploads/new"])
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await closed.Visit(address)).Status);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/NONE/scheme")).Status);
    }

    [Fact]
    public async Task Who_marks_reads_it_and_has_no_button_to_change_it()
    {
        await using var app = new App();
        await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        var judge = await app.Open(DutyKind.ScoringJudge, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()));

        Assert.Equal(HttpStatusCode.OK, (await judge.Visit("/events/WELD/scheme")).Status);
        Assert.Empty(judge.Page.QuerySelectorAll(".acts .btn-primary, .acts a[href$='uploads/new']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await judge.Visit("/events/WELD/scheme/uploads/new")).Status);
        Assert.Equal("评分方案", (await judge.Visit("/events/WELD")).Text(".tabs a[href$='/scheme']"));
    }
}
