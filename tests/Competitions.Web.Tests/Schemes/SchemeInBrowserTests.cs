using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Schemes;

/// <summary>A real browser: the tree is turned round by hand and by keyboard, and what the page adds up is what the server stores.</summary>
public sealed class SchemeInBrowserTests
{
    [Fact]
    public async Task The_tree_is_edited_by_dragging_and_by_keyboard_and_the_total_follows()
    {
        await using var app = new App();
        await (await app.Organiser()).Adopts(SchemeRoom.Clean); // A1: M 0.50, J 1.50; B1: M 2.00
        var officer = await app.WithDb(db => db.Users.Where(u => u.UserName == "FederationOfficer@LP").Select(u => u.Id).SingleAsync());
        await using var context = await Chromium.Window(app.Address, officer, 1440, 1000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/events/WELD/scheme/edit");
        await Total(page, "4.00");
        await Codes(page, "A1.M1", "A1.J1", "B1.M1");

        // typed: the total follows at once
        await page.FillAsync("#Lines_3__Most", "0.75");
        await Total(page, "4.25");

        // by keyboard: the first aspect goes below the second, then into the next criterion, and keeps the focus
        await page.FocusAsync("#Lines_3__Most");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Codes(page, "A1.J1", "B1.M1", "B1.M2");
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("A1.M1 移到 B1.M1");
        Assert.Equal("Lines_3__Most", await page.EvaluateAsync<string>("document.activeElement.id"));
        await Assertions.Expect(page.Locator("[data-line=criterion]").Nth(1).Locator(".ed-head [data-sum]").First).ToHaveTextAsync("2.75");

        // by button
        await page.Locator("[data-line=aspect][data-id='7'] [data-up]").ClickAsync();
        await Codes(page, "A1.J1", "B1.M1", "B1.M2");
        Assert.Equal("7", await page.Locator("[data-line=aspect]").Nth(1).GetAttributeAsync("data-id"));

        // dragged: the judgement to the end of B1, then criterion B above A
        await Drag(page, page.Locator("[data-line=aspect][data-id='4'] [data-grip]"), page.Locator("[data-line=aspect][data-id='3']"));
        await Codes(page, "B1.M1", "B1.M2", "B1.J1");
        await page.Locator("[data-line=criterion]").First.Locator("[data-add=M]").ClickAsync();
        await page.Keyboard.TypeAsync("补上的评分点");
        await page.Locator("[data-line=criterion]").First.Locator("[data-most]").FillAsync("1");
        await Total(page, "5.25");
        await Drag(page, page.Locator("[data-line=criterion]").Nth(1).Locator("[data-grip]").First, page.Locator("[data-line=criterion]").First, above: true);
        await Codes(page, "A1.M1", "A1.M2", "A1.J1", "B1.M1");

        // deleted, and taken back
        await page.Locator("[data-line=criterion]").First.Locator("[data-delete]").First.ClickAsync();
        await Total(page, "1.00");
        await page.ClickAsync("[data-undo]");
        await Total(page, "5.25");

        Assert.Empty(await Screens.Faults(page));
        await page.Keyboard.PressAsync("Control+s");
        await Screens.Arrives(page, "/events/WELD/scheme");
        await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync("5.25");

        var scheme = (await app.Scheme())!.Content;
        Assert.Equal([("A", "B1's", 4.25m), ("B", "A1's", 1m)], scheme.Criteria.Select(c => (c.Code, c.Aspects.Any(a => a.Key == "K3") ? "B1's" : "A1's", c.Total.Value)));
        Assert.Equal(["K3", "K1", "K2", "K4"], scheme.Aspects.Select(a => a.Key)); // each the one it was, wherever it went
        Assert.Equal("补上的评分点", scheme.Aspects.Last().Description);
    }

    private static async Task Drag(IPage page, ILocator grip, ILocator to, bool above = false)
    {
        await grip.ScrollIntoViewIfNeededAsync();
        await grip.HoverAsync();
        await page.Mouse.DownAsync();
        var box = (await to.BoundingBoxAsync())!; // as it lies once everything else is folded
        await page.Mouse.MoveAsync(box.X + 40, box.Y + box.Height / 2, new() { Steps = 4 });
        box = (await to.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 40, above ? box.Y + 3 : box.Y + box.Height - 3, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    private static Task Total(IPage page, string total) => Assertions.Expect(page.Locator(".ed-side [data-total]")).ToHaveTextAsync(total);

    private static Task Codes(IPage page, params string[] codes) => Assertions.Expect(page.Locator("[data-line=aspect] [data-code]")).ToHaveTextAsync(codes);
}
