using System.Text.RegularExpressions;
using Competitions.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

/// <summary>Issue 4: judging goes on without a network, and no mark is lost, twice or out of its order.</summary>
public partial class OfflineTests
{
    [Fact]
    public async Task The_network_is_cut_the_page_reloaded_the_server_restarted_and_every_mark_is_in_the_ledger_once_and_in_order()
    {
        await using var floor = await ServedFloor.Open(entries: 3, judges: 1, "Development");
        await floor.Server.Start();
        await using var tablet = await OfflinePage.Open(floor.Server.Address);
        var (page, works) = (tablet.Page, floor.Works.Order(StringComparer.Ordinal).ToList());
        await tablet.SignIn("judge1", "/events/WELD/marking");
        await tablet.Keeps(3);
        await page.ClickAsync($"[data-work='{works[0]}']");
        await tablet.Give("81");
        await tablet.Waits(0);

        await tablet.Offline(true);
        await floor.Server.Kill();
        await page.ReloadAsync();
        await tablet.Shows("81"); // acknowledged after this page was kept
        await tablet.Give("82");
        await tablet.Give("83");
        await page.GotoAsync($"/events/WELD/marking/{works[1]}"); // a sheet that was never opened
        await tablet.Give("71.5");
        await page.ReloadAsync();
        await tablet.Shows("71.5");
        await tablet.Waits(3);
        await page.GotoAsync($"/events/WELD/marking/{works[0]}");
        await tablet.Shows("83");
        await Expect(page.Locator("[data-line]")).ToHaveTextAsync("离线");
        var queue = await tablet.Queue();

        await floor.Server.Start();
        await page.ReloadAsync(); // the network is still away
        await tablet.Waits(3);
        Assert.Equal(queue, await tablet.Queue());
        Assert.Single(await floor.Lines());

        await tablet.Offline(false);
        await tablet.Waits(0);
        var lines = await floor.Lines();
        Assert.Equal([(works[0], 81m), (works[0], 82m), (works[0], 83m), (works[1], 71.5m)], lines.Select(l => (l.Work, l.Value)));
        Assert.Equal(queue.Select(q => q.Id), lines.Skip(1).Select(l => l.Id));
        Assert.Null(LedgerHead.FirstBroken(lines));
        Assert.Empty(await tablet.Queue());
    }

    /// <summary>"断网可用" is said of a sheet with its scripts: nothing of it was ever opened before the network went.</summary>
    [Fact]
    public async Task A_tablet_that_has_only_seen_the_list_opens_any_sheet_without_a_network_and_marks_on_it()
    {
        await using var floor = await ServedFloor.Open(entries: 2, judges: 1, "Development");
        await floor.Server.Start();
        await using var tablet = await OfflinePage.Open(floor.Server.Address);
        await tablet.SignIn("judge1", "/events/WELD/marking");
        await tablet.Keeps(2);

        await tablet.Offline(true);
        await tablet.Page.GotoAsync($"/events/WELD/marking/{floor.Works[1]}");
        await tablet.Give("75.5");
        await tablet.Waits(1);
        await tablet.Offline(false);
        await tablet.Waits(0);

        Assert.Equal((floor.Works[1], 75.5m), (await floor.Lines()).Select(l => (l.Work, l.Value)).Single());
    }

    /// <summary>What the page shows as given is given, though it is left before the tablet's database has it.</summary>
    [Fact]
    public async Task A_mark_is_not_lost_when_the_page_is_left_in_the_moment_in_which_it_is_given()
    {
        await using var floor = await ServedFloor.Open(entries: 2, judges: 1, "Development");
        await floor.Server.Start();
        await using var tablet = await OfflinePage.Open(floor.Server.Address);
        await tablet.Page.AddInitScriptAsync("if (!sessionStorage.left && location.pathname.includes('/marking/')) { sessionStorage.left = 1; SubtleCrypto.prototype.sign = () => new Promise(() => {}); }"); // on this page nothing gets as far as the database
        await tablet.SignIn("judge1", $"/events/WELD/marking/{floor.Works[0]}");
        await tablet.Give("77");
        Assert.Empty(await tablet.Queue());

        await tablet.Page.GotoAsync($"/events/WELD/marking/{floor.Works[1]}");

        await tablet.Waits(0);
        Assert.Equal((floor.Works[0], 77m), (await floor.Lines()).Select(l => (l.Work, l.Value)).Single());
    }

    /// <summary>The answer to a batch is lost, and the page with it: what is sent again is the same mark.</summary>
    [Fact]
    public async Task A_mark_whose_acknowledgement_was_lost_is_sent_again_after_a_reload_and_stored_once()
    {
        await using var floor = await ServedFloor.Open(entries: 2, judges: 1, "Development");
        await floor.Server.Start();
        await using var tablet = await OfflinePage.Open(floor.Server.Address);
        var page = tablet.Page;
        await tablet.SignIn("judge1", $"/events/WELD/marking/{floor.Works[0]}");
        await page.RouteAsync("**/marks", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await tablet.Give("64");
        await Expect(page.Locator("[data-line]")).ToHaveTextAsync("离线");
        Assert.Single(await floor.Lines());
        await page.UnrouteAsync("**/marks");
        await page.ReloadAsync();

        await tablet.Waits(0);
        await tablet.Shows("64");
        Assert.Single(await floor.Lines());
    }

    [Fact]
    public async Task What_a_tablet_keeps_is_its_own_sheets_and_says_of_nobody_who_he_is()
    {
        await using var floor = await ServedFloor.Open(entries: 3, judges: 1, "Development");
        await floor.Server.Start();
        await using var tablet = await OfflinePage.Open(floor.Server.Address);
        await tablet.SignIn("judge1", "/events/WELD/marking");
        await tablet.Keeps(3);
        foreach (var address in (string[])["/", "/contests", "/events/WELD", "/password/edit", "/events/WELD/marking"])
        {
            await tablet.Page.GotoAsync(address);
        }

        await tablet.Keeps(3);
        var kept = await tablet.Kept();
        Assert.Empty(kept.Keys.Where(k => !Ours().IsMatch(k)));
        Assert.Equal(4, kept.Keys.Count(k => k.StartsWith("/events/", StringComparison.Ordinal)));
        var people = await floor.Look(db => db.Entries.AsNoTracking().Select(e => new { Name = e.Members.Select(m => m.Name).First(), e.UnitName, e.AdmissionNumber }).ToListAsync());
        Assert.NotEmpty(people);
        Assert.All(kept, k => Assert.All(people, p => Assert.False(new[] { p.Name, p.UnitName, p.AdmissionNumber! }.Any(k.Value.Contains), k.Key)));
    }

    [Fact]
    public async Task Signing_out_warns_of_marks_that_are_not_acknowledged_and_keeps_them_for_the_next_sign_in()
    {
        await using var floor = await ServedFloor.Open(entries: 2, judges: 2, "Development");
        await floor.Server.Start();
        await using var tablet = await OfflinePage.Open(floor.Server.Address);
        var page = tablet.Page;
        await tablet.SignIn("judge1", $"/events/WELD/marking/{floor.Works[0]}");
        await page.RouteAsync("**/marks", route => route.AbortAsync());
        await tablet.Give("77");
        await page.GotoAsync("/events/WELD/marking");
        await tablet.Waits(1);
        await page.ClickAsync(".me");
        await page.ClickAsync("form[action='/sign-out'] button");
        await Expect(page.Locator("#leaving")).ToContainTextAsync("还有 1 条给分未确认");
        await page.ClickAsync("#leaving button:not([value=leave])");
        Assert.EndsWith("/marking", page.Url, StringComparison.Ordinal);

        await page.GotoAsync("/"); // and so it is on every other page
        await page.ClickAsync(".me");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.ClickAsync("#leaving button[value=leave]");
        await Screens.Arrives(page, "/sign-in");
        Assert.DoesNotContain(await tablet.Kept(), k => k.Key.StartsWith("/events/", StringComparison.Ordinal));
        Assert.Equal("77", Assert.Single(await tablet.Queue()).Value);

        // another judge on the same tablet neither sees it nor sends it as his own
        await page.UnrouteAsync("**/marks");
        await tablet.SignIn("judge2", "/events/WELD/marking");
        await tablet.Waits(0);
        await Expect(page.Locator("[data-others-count]")).ToHaveTextAsync("1");
        Assert.Empty(await floor.Lines());
        await page.ClickAsync(".me");
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.ClickAsync("#leaving button[value=leave]");
        await Screens.Arrives(page, "/sign-in");

        await tablet.SignIn("judge1", "/events/WELD/marking");
        await Expect(page.Locator("[data-others]")).ToBeHiddenAsync();
        await tablet.Waits(0);
        Assert.Equal((77m, floor.Works[0]), (await floor.Lines()).Select(l => (l.Value, l.Work)).Single());
    }

    [GeneratedRegex(@"^(/events/WELD/marking(/[^/.]+)?|/(css|js|lib)/.+\.(css|js)|/seal\.svg)$")]
    private static partial Regex Ours();
}
