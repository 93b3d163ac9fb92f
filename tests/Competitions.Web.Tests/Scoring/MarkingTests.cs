using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

public class MarkingTests
{
    [Fact]
    public async Task A_judge_sees_his_panels_works_by_code_and_nothing_that_says_whose_they_are()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var judge = await app.As(floor.Judges[0]).Visit("/events/WELD/marking");

        Assert.Equal(floor.Works.Order(StringComparer.Ordinal), judge.Texts(".work .code"));
        var seen = judge.Body + (await judge.Visit($"/events/WELD/marking/{floor.Works[0]}")).Body + await judge.Http.GetStringAsync($"/events/WELD/marking/{floor.Works[0]}/state");
        foreach (var hint in await app.WithDb(db => db.Entries.AsNoTracking().Select(e => new { Name = e.Members.Select(m => m.Name).First(), e.UnitName, e.AdmissionNumber }).ToListAsync()))
        {
            Assert.DoesNotContain(hint.Name, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(hint.UnitName, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(hint.AdmissionNumber!, seen, StringComparison.Ordinal);
        }

        var unseated = app.As(await app.Judge(floor.EventId, DutyKind.ScoringJudge, "unseated"));
        Assert.Equal(HttpStatusCode.NotFound, (await unseated.Visit($"/events/WELD/marking/{floor.Works[0]}")).Status);
        Assert.Contains("还没有评分任务", (await unseated.Visit("/events/WELD/marking")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await judge.Visit("/events/WELD/marking/NOSUCHWORK")).Status);
    }

    [Fact]
    public async Task Marks_of_a_panel_are_each_judges_own_secret()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 87.65m));

        Assert.Contains("87.65", (await app.As(floor.Judges[0]).Visit($"/events/WELD/marking/{floor.Works[0]}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("87.65", (await app.As(floor.Judges[1]).Visit($"/events/WELD/marking/{floor.Works[0]}")).Body, StringComparison.Ordinal);
    }

    /// <summary>In a real browser on a tablet: the pad, the keyboard, the network gone and back, and somebody who was first.</summary>
    [Fact]
    public async Task What_is_entered_on_the_tablet_is_in_the_ledger_once_whatever_the_network_does()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await using var screens = new Screens(app);
        var page = await screens.Of("judge1", 1024, 768);
        await page.GotoAsync("/events/WELD/marking");
        await page.ClickAsync(".work >> nth=0");
        await screens.Look(page);

        foreach (var key in "85.5")
        {
            await page.ClickAsync($"[data-key='{key}']");
        }

        await page.ClickAsync("[data-key=enter]");
        await Expect(page.Locator("[data-saved]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-to=panel] [data-said]")).ToHaveTextAsync("85.5");

        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync("86");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-waiting-count]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-line]")).ToHaveTextAsync("离线");
        Assert.Single(await floor.Lines());
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("[data-waiting-count]")).ToHaveTextAsync("0");
        Assert.Equal([85.5m, 86m], (await floor.Lines()).Select(l => l.Value));

        // more than the full mark is told at once, and nothing is sent
        await page.Keyboard.TypeAsync("101");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-trouble-text]")).ToContainTextAsync("超过满分");
        Assert.Equal(2, (await floor.Lines()).Count);

        // another tablet of the same judge was first: both values are shown, he decides
        var work = page.Url.Split('/')[^1].Split('#')[0];
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("about:blank");
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync($"/events/WELD/marking/{work}");
        await page.RouteAsync("**/state", route => route.AbortAsync()); // it does not hear of the other in time
        var last = (await floor.Lines())[^1].Sequence;
        await floor.Give(floor.Judges[0], Floor.Panel(work, 70, after: last));
        await page.Keyboard.TypeAsync("90");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-stale-theirs]")).ToHaveTextAsync("70");
        await Expect(page.Locator("[data-stale-mine]")).ToHaveTextAsync("90");
        await page.UnrouteAsync("**/state");
        await page.ClickAsync("[data-keep-mine]");
        await Expect(page.Locator("[data-saved]")).ToHaveTextAsync("1");
        Assert.Equal([85.5m, 86m, 70m, 90m], (await floor.Lines()).Select(l => l.Value));

        Assert.True(screens.Found.Count == 0, string.Join("\n", screens.Found));
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_for_twenty_works_as_for_two()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, entries: 20);
        var judge = await app.As(floor.Judges[0]).Visit("/events/WELD/marking");
        using var log = app.CountQueries();
        await judge.Visit("/events/WELD/marking");
        var none = log.Count;
        await floor.Give(floor.Judges[0], [.. floor.Works.Select(w => Floor.Panel(w, 80))]);
        log.Clear();
        await judge.Visit("/events/WELD/marking");

        Assert.Equal(none, log.Count);
        Assert.All(judge.Texts(".work .num.s"), t => Assert.Equal("1 / 1 项", t));
    }
}
