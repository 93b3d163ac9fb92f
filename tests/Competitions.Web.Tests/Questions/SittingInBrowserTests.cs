using Competitions.Questions;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Questions;

/// <summary>A real browser: what is answered is neither lost nor counted twice, whatever happens to the page and its network.</summary>
public sealed class SittingInBrowserTests
{
    [Fact]
    public async Task A_sitting_survives_a_reload_and_going_offline_and_nothing_is_lost_or_there_twice()
    {
        await using var app = new App();
        var hall = await Hall.Open(app);
        var (sitting, account) = hall.Sittings[0];
        var right = await Hall.Right(app, sitting);
        await using var context = await Chromium.Window(app.Address, account, 1280, 720);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/sittings/{sitting}");
        await page.ClickAsync("#start button");

        Assert.Empty(await Screens.Faults(page));
        foreach (var place in Enumerable.Range(1, 4))
        {
            await Give(page, place, right[place]);
        }

        await Expect(page, "[data-saved]", "4");

        // the network goes; three more are answered, one is changed; the page says that they wait
        await context.SetOfflineAsync(true);
        foreach (var place in Enumerable.Range(5, 3))
        {
            await Give(page, place, right[place]);
        }

        await page.Locator("[data-place='1'] input:not(:checked)").First.CheckAsync();
        await Give(page, 1, right[1]);
        await Assertions.Expect(page.Locator("[data-waiting]")).ToBeVisibleAsync();
        Assert.Equal(4, await Places(app, sitting));

        // the network is back only after the page was closed: what waited is in the browser, and sent by the next page
        await page.CloseAsync();
        await context.SetOfflineAsync(false);
        page = await context.NewPageAsync();
        await page.GotoAsync($"/sittings/{sitting}");
        await Expect(page, "[data-saved]", "7");
        await Assertions.Expect(page.Locator("[data-waiting]")).ToBeHiddenAsync();

        foreach (var place in Enumerable.Range(8, 2))
        {
            await Give(page, place, right[place]);
        }

        // answers whose acknowledgement is lost are sent again and counted once
        await page.RouteAsync("**/answers", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 2 });
        await Give(page, 10, right[10]);
        await Expect(page, "[data-saved]", "10");
        await page.ReloadAsync();
        await Expect(page, "[data-done-count]", "10");

        await page.ClickAsync("[data-ask]");
        await Assertions.Expect(page.Locator("[data-summary]")).ToHaveTextAsync("10 题全部作答。");
        await page.ClickAsync("[data-hand-in]");
        await Assertions.Expect(page.Locator("[data-points]")).ToHaveTextAsync("20.00");
        await Assertions.Expect(page.Locator("[data-cleared]")).ToBeVisibleAsync();
        Assert.Equal("null", await page.EvaluateAsync<string>($"JSON.stringify(localStorage.getItem('sitting-{sitting}'))"));

        var lines = await app.WithDb(db => db.GivenAnswers.Where(a => a.SittingId == sitting).ToListAsync());
        Assert.Equal(right, Sitting.Latest(lines));
        Assert.Equal(lines.Count, lines.Select(l => (l.Place, l.Turn)).Distinct().Count());
    }

    [Fact]
    public async Task At_the_end_of_the_time_the_page_hands_in_by_itself_what_was_answered()
    {
        await using var app = new App();
        var hall = await Hall.Open(app, minutes: 1);
        var (sitting, account) = hall.Sittings[0];
        var right = await Hall.Right(app, sitting);
        await using var context = await Chromium.Window(app.Address, account, 1280, 720);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/sittings/{sitting}");
        await page.ClickAsync("#start button");
        await Give(page, 1, right[1]);
        await Expect(page, "[data-saved]", "1");

        app.Clock.Advance(TimeSpan.FromSeconds(58)); // the server's clock decides: the page hears of it when it asks
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-points]")).ToHaveTextAsync("2.00");
        await Assertions.Expect(page.Locator(".cover")).ToContainTextAsync("系统已自动交卷");
    }

    [Fact]
    public async Task What_is_answered_before_the_script_of_the_page_has_come_is_saved_when_it_comes()
    {
        await using var app = new App();
        var hall = await Hall.Open(app);
        var (sitting, account) = hall.Sittings[0];
        var right = await Hall.Right(app, sitting);
        await using var context = await Chromium.Window(app.Address, account, 1280, 720);
        var (page, answered) = (await context.NewPageAsync(), new TaskCompletionSource());
        await page.RouteAsync("**/js/sitting.js*", async route =>
        {
            await answered.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"/sittings/{sitting}");
        await page.ClickAsync("#start button");
        await Give(page, 1, right[1]);
        Assert.Equal(0, await Places(app, sitting));

        answered.SetResult();
        await Expect(page, "[data-saved]", "1");
        Assert.Equal(1, await Places(app, sitting));
    }

    private static Task<int> Places(App app, int sitting) =>
        app.WithDb(db => db.GivenAnswers.Where(a => a.SittingId == sitting).Select(a => a.Place).Distinct().CountAsync());

    private static Task Expect(IPage page, string selector, string text) => Assertions.Expect(page.Locator(selector)).ToHaveTextAsync(text);

    private static async Task Give(IPage page, int place, string right)
    {
        var field = page.Locator($"[data-place='{place}']");
        if (await field.GetAttributeAsync("data-kind") == "FillIn")
        {
            await field.Locator("input").FillAsync(right);
            await field.Locator("input").BlurAsync();
            return;
        }

        foreach (var letter in right)
        {
            await field.Locator($"input[value='{letter}']").CheckAsync();
        }
    }
}
