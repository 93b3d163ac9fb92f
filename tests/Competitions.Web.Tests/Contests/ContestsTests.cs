using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests;

public class ContestsTests
{
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["Name"] = "2026 年临平区第五届职工技能争霸赛", ["Year"] = "2026", ["StartsOn"] = "2026-05-21", ["EndsOn"] = "2026-05-22",
        ["RegistrationOpensAt"] = "2026-03-16T09:00", ["RegistrationClosesAt"] = "2026-04-20T17:00", ["RulesMarkdown"] = "# 规程\n<script>alert(1)</script>\n[x](javascript:alert(1))",
    };

    [Fact]
    public async Task A_contest_is_set_up_from_a_preset_until_registration_opens()
    {
        await using var app = new App();
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/contests/new");
        await page.Submit("#contest", Typed);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("2026 年临平区第五届职工技能争霸赛", page.Text("h1"), StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll(".prose script"));
        Assert.DoesNotContain("javascript:", page.Body, StringComparison.Ordinal);
        var contest = page.Address;

        await (await page.Visit(contest + "/events/new")).Submit("#event", new Dictionary<string, string>
        {
            ["Title"] = "焊工", ["OccupationCode"] = "6-18-02-04", ["Preset"] = "district", ["Code"] = "WELD", ["Capacity"] = "30", ["FewestEntries"] = "10",
        });
        Assert.Equal("/events/WELD/edit", page.Address);
        var modules = await app.WithDb(db => db.Events.AsNoTracking().Where(e => e.Code == "WELD").SelectMany(e => e.Modules).ToListAsync());
        Assert.Equal([30m, 70m], modules.OrderBy(m => m.Weight).Select(m => m.Weight)); // P-W

        await page.Submit("#event", new Dictionary<string, string> { ["Modules[0].Weight"] = "40" });
        Assert.Equal((HttpStatusCode.OK, "/events/WELD"), (page.Status, page.Address));
        Assert.Contains("这一轮各模块权重之和不是 100%", page.Text("#lacks"), StringComparison.Ordinal);
        Assert.Contains("这一轮理论占比超过上限", page.Text("#lacks"), StringComparison.Ordinal);
        await page.Submit("#OpenRegistration");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);

        await (await page.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Modules[0].Weight"] = "30" });
        Assert.Equal(["event.lacks-paper"], page.Page.QuerySelectorAll("[data-lack]").Select(l => l.GetAttribute("data-lack"))); // the preset's theory is sat
        await (await page.Visit("/papers/new?module=WELD/theory")).Submit("form[action='/papers']", new Dictionary<string, string>
        {
            ["Rows[0].Kind"] = "TrueFalse", ["Rows[0].Count"] = "50", ["Rows[0].Points"] = "2",
        });
        var paper = page.Address.Split('/')[^1];
        await (await page.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Modules[0].PaperId"] = paper });
        await (await page.Visit("/events/WELD")).Submit("#OpenRegistration");
        Assert.Equal("报名中", page.Text("h1 [data-stage]"));
    }

    [Fact]
    public async Task Create_with_two_leading_hosts_is_refused_and_keeps_what_was_typed()
    {
        await using var app = new App();
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/contests/new");

        await page.Submit("#contest", new Dictionary<string, string>(Typed) { ["Hosts[1].Role"] = "Host", ["Hosts[1].Name"] = "临平区人社局", ["Hosts[1].Leads"] = "true" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("有且只有一个牵头单位", page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("临平区人社局", page.Value("#Hosts_1__Name"));
        Assert.Equal(Typed["Name"], page.Value("#Name"));
        Assert.Equal(0, await app.WithDb(db => db.Contests.CountAsync()));
    }

    [Fact]
    public async Task Create_with_missing_fields_says_which_and_links_to_them()
    {
        await using var app = new App();
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/contests/new");

        await page.Submit("#contest", new Dictionary<string, string> { ["Name"] = "", ["Year"] = "26年", ["StartsOn"] = "" });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["#Name", "#Year", "#StartsOn"], page.Page.QuerySelectorAll(".errsum a").Select(a => a.GetAttribute("href")));
        Assert.Equal("26年", page.Value("#Year"));
        Assert.Contains("请填写赛事名称", page.Text("#Name-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_save_is_told_and_keeps_what_he_typed()
    {
        await using var app = new App();
        await app.Registering();
        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.TownOfficer, "LP"));
        await one.Visit("/events/WELD/edit");
        await two.Visit("/events/WELD/edit");

        await one.Submit("#event", new Dictionary<string, string> { ["Capacity"] = "40" });
        await two.Submit("#event", new Dictionary<string, string> { ["Capacity"] = "50" });

        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.Contains("别人已经改过", two.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("50", two.Value("#Capacity"));
        Assert.Equal(40, await app.WithDb(db => db.Events.Select(e => e.Capacity).SingleAsync()));
    }

    [Fact]
    public async Task Another_districts_officer_neither_sees_nor_changes_it_and_forged_fields_change_nothing()
    {
        await using var app = new App();
        await app.Registering();
        var (stranger, own) = (await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.FederationOfficer));

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Visit("/contests/C-WELD")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Visit("/events/WELD/edit")).Status);
        Assert.DoesNotContain("技能争霸赛", (await stranger.Visit("/contests")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit("/contests/NIX")).Status);

        await (await own.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Stage"] = "Archived", ["ContestId"] = "99", ["Rules.PresetVersion"] = "77" }, forged: true);
        var of = await app.WithDb(db => db.Events.AsNoTracking().SingleAsync());
        Assert.Equal((EventStage.Registration, 1), (of.Stage, of.Rules.PresetVersion));
    }

    [Fact]
    public async Task A_cancelled_event_releases_its_people()
    {
        await using var app = new App();
        await app.Ready(3);
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD");

        await page.Visit(page.Page.QuerySelector(".moves .btn-danger")!.GetAttribute("href")!);
        await page.Submit("#cancel", new Dictionary<string, string> { ["Why"] = "报名人数不足" });

        Assert.Equal("已取消", page.Text("h1 [data-stage]"));
        Assert.Equal([EntryStage.Released], await app.WithDb(db => db.Entries.Select(e => e.Stage).Distinct().ToListAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await page.Visit("/events/WELD/cancellation/new")).Status); // what is cancelled has no form to cancel
    }

    /// <summary>There is one way to cancel, the one that lets the entries go.</summary>
    [Fact]
    public async Task An_event_is_not_cancelled_by_a_forged_move()
    {
        await using var app = new App();
        await app.Ready(3);
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD");

        await page.Submit("#Start", new Dictionary<string, string> { ["move"] = "Cancel", ["why"] = "报名人数不足" }, forged: true);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(EventStage.Ready, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Once_it_runs_the_rules_change_only_with_a_reason_as_a_new_version()
    {
        await using var app = new App();
        await app.Ready(2);
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD");
        await page.Submit("#Start");
        await (await page.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Rules.AppealMinutes"] = "60" });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("60", page.Value("#Rules_AppealMinutes"));

        await page.Submit("#event", new Dictionary<string, string> { ["Why"] = "组委会决定" });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var of = await app.WithDb(db => db.Events.AsNoTracking().SingleAsync());
        Assert.Equal((60, 2, "组委会决定"), (of.Rules.AppealMinutes, of.Changes.Single().Version, of.Changes.Single().Why));
    }

    [Fact]
    public async Task A_copy_takes_what_is_written_and_nothing_that_happened()
    {
        await using var app = new App();
        await app.Ready(2);
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/contests/C-WELD");
        app.Clock.Advance(TimeSpan.FromDays(365));

        await page.Submit("#copy");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var copies = await app.WithDb(db => db.Events.AsNoTracking().OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([EventStage.Ready, EventStage.Draft], copies.Select(e => e.Stage));
        Assert.Equal(copies[0].Modules, copies[1].Modules);
        Assert.Empty(copies[1].History);
        Assert.Equal(2, await app.WithDb(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_for_ten_contests_as_for_one()
    {
        await using var app = new App();
        var page = await app.Open(DutyKind.FederationOfficer);
        await app.Registering("A0");
        await page.Visit("/contests");
        using var log = app.CountQueries();
        await page.Visit("/contests");
        var one = log.Count;
        for (var n = 1; n < 10; n++)
        {
            await app.Registering($"A{n}");
        }

        log.Clear();
        await page.Visit("/contests");

        Assert.Equal(10, page.Texts("#contests tbody tr").Count);
        Assert.Equal(one, log.Count);
    }
}
