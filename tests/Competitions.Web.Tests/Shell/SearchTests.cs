using System.Net;
using System.Text.Json;
using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>One box for everything; each finds what his duties show him and nothing else.</summary>
public class SearchTests
{
    [Theory]
    [InlineData("争霸", "赛事 /contests/C-WELD")]
    [InlineData("C-WELD", "赛事 /contests/C-WELD")]
    [InlineData("焊工", "赛项 /events/WELD")]
    [InlineData("衡远", "组织 /organisations/E1")]
    [InlineData("职工名册", "页面 /workers")]
    public async Task An_officer_finds_each_kind(string word, string wanted)
    {
        await using var app = new App();
        await app.Registering();
        var officer = await app.Open(DutyKind.FederationOfficer);

        Assert.Contains(wanted, await Hits(officer, word));
    }

    [Fact]
    public async Task Entries_are_found_by_number_and_name_and_workers_by_name()
    {
        await using var app = new App();
        await app.Ready(2);
        var officer = await app.Open(DutyKind.FederationOfficer);
        var id = await app.WithDb(db => db.Entries.Where(e => e.AdmissionNumber == "0002").Select(e => e.Id).SingleAsync());

        Assert.Equal([$"报名 /events/WELD/entries/{id}"], await Hits(officer, "0002"));
        Assert.Equal(2, (await Hits(officer, "选手")).Count(h => h.StartsWith("报名", StringComparison.Ordinal)));
        Assert.Equal(2, (await Hits(officer, "选手")).Count(h => h.StartsWith("职工", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_finds_what_lies_outside_his_duties()
    {
        await using var app = new App();
        await app.Ready(2);
        var unit = await app.Unit("E1");

        Assert.Equal(["选手01"], (await Titles(unit, "选手")).Distinct());
        foreach (var stranger in new[] { await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.SystemAdministrator), await app.Open(DutyKind.Worker, "E1") })
        {
            foreach (var word in (string[])["选手", "争霸", "衡远", "0001"])
            {
                Assert.Empty(await Hits(stranger, word));
            }
        }

        var judge = await app.Open(DutyKind.ScoringJudge, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()));
        Assert.Empty(await Hits(judge, "选手")); // who marks does not learn who is marked
        Assert.Contains("赛项 /events/WELD", await Hits(judge, "焊工"));
        Assert.True((await app.Open().Http.GetAsync("/search.json?q=a")).StatusCode is HttpStatusCode.Found or HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_event_that_is_still_a_draft_of_the_body_above_is_not_found_below()
    {
        await using var app = new App();
        await app.Registering();
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE Events SET Stage = 'Draft'"));

        Assert.Empty(await Hits(await app.Unit(), "焊工"));
        Assert.Empty(await Hits(await app.Unit(), "争霸"));
    }

    [Fact]
    public async Task A_team_leader_finds_his_own_team_only()
    {
        await using var app = new App();
        var @event = await app.Ready(2);
        var leader = await app.Open(DutyKind.TeamLeader, @event);
        var himself = await app.Worker("毛松", 77);
        await app.WithDb(db => db.Users.Where(u => u.UserName!.StartsWith("TeamLeader")).ExecuteUpdateAsync(u => u.SetProperty(a => a.WorkerId, himself.Id)));

        Assert.Equal(["选手01"], await Titles(leader, "选手"));
    }

    [Fact]
    public async Task Numbers_of_cards_and_phones_are_neither_looked_for_nor_shown()
    {
        await using var app = new App();
        await app.Ready(2);
        var officer = await app.Open(DutyKind.FederationOfficer);

        var answer = await officer.Http.GetStringAsync("/search.json?q=" + Uri.EscapeDataString("选手"));

        Assert.Empty(await Hits(officer, "test-1"));
        Assert.Equal(["address", "detail", "icon", "kind", "title"], JsonDocument.Parse(answer).RootElement[0].EnumerateObject().Select(p => p.Name).Order());
        Assert.DoesNotContain("1990-01-01", answer, StringComparison.Ordinal);
    }

    /// <summary>Sign-in and duties take two, each kind one, whatever is found.</summary>
    [Fact]
    public async Task A_search_costs_one_query_a_kind()
    {
        await using var app = new App();
        await app.Ready(6);
        var officer = await app.Open(DutyKind.FederationOfficer);
        using var log = app.CountQueries();

        await Hits(officer, "选手");
        Assert.InRange(log.Count, 1, 10);
        log.Clear();
        await Hits(await app.Open(DutyKind.SystemAdministrator), "选手");
        Assert.DoesNotContain(log.Commands, c => c.Contains("Workers", StringComparison.Ordinal) && c.Contains("LIKE", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'; DROP TABLE Workers; --")]
    [InlineData("没有这个词")]
    public async Task What_is_odd_finds_nothing_and_breaks_nothing(string word)
    {
        await using var app = new App();
        await app.Ready(2);

        Assert.Empty(await Hits(await app.Open(DutyKind.FederationOfficer), word));
    }

    [Fact]
    public async Task Without_script_the_box_opens_a_page_of_results()
    {
        await using var app = new App();
        await app.Ready(2);
        var officer = await app.Open(DutyKind.FederationOfficer);

        await officer.Visit("/");
        await officer.Submit("form.find", new Dictionary<string, string> { ["q"] = "选手" });

        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.Equal("选手", officer.Value("#search input"));
        Assert.Equal(4, officer.Texts(".hit-list a").Count);
        await officer.Visit("/search?q=" + new string('长', 600));
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.Contains("没有找到", officer.Text(".empty"), StringComparison.Ordinal);
    }

    private static async Task<List<string>> Hits(Browser browser, string word) =>
        [.. (await All(browser, word)).Select(h => $"{h.GetProperty("kind")} {h.GetProperty("address")}")];

    private static async Task<List<string>> Titles(Browser browser, string word) => [.. (await All(browser, word)).Select(h => h.GetProperty("title").GetString()!)];

    private static async Task<List<JsonElement>> All(Browser browser, string word) =>
        [.. JsonDocument.Parse(await browser.Http.GetStringAsync("/search.json?q=" + Uri.EscapeDataString(word))).RootElement.EnumerateArray()];
}
