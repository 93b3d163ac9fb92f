using Competitions.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

/// <summary>F9: a tablet that comes back with an older version is shown both values; a person decides, and the ledger has all that was stored.</summary>
public class ConflictsTests
{
    [Fact]
    public async Task What_is_not_stored_is_shown_with_both_values_and_a_person_decides_on_each()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var works = floor.Works.Order(StringComparer.Ordinal).ToList();
        await using var screens = new Screens(app);
        var page = await screens.Of("judge1", 1024, 768);
        foreach (var (work, value) in works.Zip(["86", "66"]))
        {
            await page.GotoAsync($"/events/WELD/marking/{work}");
            await page.Context.SetOfflineAsync(true);
            await page.Keyboard.TypeAsync(value);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("[data-to=panel] [data-said]")).ToHaveTextAsync(value);
            await floor.Stores(floor.Judges[0], Floor.Panel(work, int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) - 10)); // on another tablet of his
            await page.GotoAsync("about:blank");
            await page.Context.SetOfflineAsync(false);
        }

        await page.GotoAsync("/events/WELD/marking");
        var rows = page.Locator("[data-conflict-rows] li");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(page.Locator("[data-waiting-count]")).ToHaveTextAsync("2"); // refused is not acknowledged
        await Expect(rows.Nth(0).Locator("[data-mine]")).ToHaveTextAsync("86");
        await Expect(rows.Nth(0).Locator("[data-theirs]")).ToHaveTextAsync("76");
        await Expect(rows.Nth(1).Locator("[data-mine]")).ToHaveTextAsync("66");
        await Expect(rows.Nth(1).Locator("[data-theirs]")).ToHaveTextAsync("56");
        await screens.Look(page);
        await page.ReloadAsync(); // nothing is decided by a reload
        await Expect(rows).ToHaveCountAsync(2);
        Assert.Equal([76m, 56m], (await floor.Lines()).Select(l => l.Value));

        await rows.Nth(0).Locator("[data-keep-mine]").ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await rows.Nth(0).Locator("[data-keep-theirs]").ClickAsync();
        await Expect(page.Locator("[data-waiting-count]")).ToHaveTextAsync("0");
        await Expect(page.Locator("[data-conflicts]")).ToBeHiddenAsync();
        Assert.Equal([(works[0], 76m), (works[1], 56m), (works[0], 86m)], (await floor.Lines()).Select(l => (l.Work, l.Value)));
        Assert.True(screens.Found.Count == 0, string.Join("\n", screens.Found));
    }
}
