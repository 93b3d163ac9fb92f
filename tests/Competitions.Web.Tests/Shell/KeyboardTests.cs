using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Shell;

/// <summary>Everything by Tab, Enter, arrows and Escape, in a real browser.</summary>
public class KeyboardTests
{
    /// <summary>Every control of every page is reached by Tab in one round, its focus is seen, and the first is the way past the navigation.</summary>
    [Fact]
    public async Task Tab_reaches_every_control_and_the_focus_is_seen()
    {
        await using var app = new App();
        await using var window = await Chromium.Window(app.Address, await Everyone.With(app));
        var (page, missed) = (await window.NewPageAsync(), new List<string>());
        foreach (var address in (string[])["/", "/deadlines", "/contests", "/contests/C-WELD", "/events/WELD", "/events/WELD/edit", "/events/WELD/entries?tab=all", "/events/WELD/entries/1", "/events/WELD/sessions", "/events/WELD/sessions/1",
            "/entries", "/workers", "/workers/1", "/organisations", "/organisations/LP", "/questions", "/papers", "/occasions", "/search?q=焊", "/my/entries", "/sittings", "/password/edit", "/portal"])
        {
            await page.GotoAsync(address);
            missed.AddRange((await page.EvaluateAsync<string[]>(Wanted)).Select(w => $"{address} {w}"));
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.querySelector('[autofocus]') ? '#main' : document.activeElement.getAttribute('href')"));
            for (var n = 0; n < 600 && await page.EvaluateAsync<bool>("() => window.goesOn(document.activeElement)"); n++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            missed.AddRange((await page.EvaluateAsync<string[]>("() => [...window.unseen(), ...window.faints]")).Select(w => $"{address} {w}"));
        }

        Assert.Equal("", string.Join('\n', missed));
    }

    [Fact]
    public async Task The_skip_link_goes_to_the_content()
    {
        await using var app = new App();
        await using var window = await Chromium.Window(app.Address, await Everyone.With(app));
        var page = await window.NewPageAsync();
        await page.GotoAsync("/contests");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Control_K_finds_arrows_choose_and_enter_opens()
    {
        await using var app = new App();
        await using var window = await Chromium.Window(app.Address, await Everyone.With(app));
        var page = await window.NewPageAsync();
        await page.GotoAsync("/workers");

        await Find(page, "焊工");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#find-0")).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Screens.Arrives(page, "/events/WELD");

        await Find(page, "焊工");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".find-list")).ToBeHiddenAsync();
    }

    /// <summary>The keys go to a page that has loaded and whose box has the focus: else the word is typed into nothing.</summary>
    private static async Task Find(IPage page, string word)
    {
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("form.find input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(word);
        await Assertions.Expect(page.Locator(".find-list")).ToBeVisibleAsync();
        Assert.NotEmpty(await page.Locator(".find-list a").AllAsync());
    }

    [Fact]
    public async Task On_a_phone_the_search_is_a_page()
    {
        await using var app = new App();
        await using var window = await Chromium.Window(app.Address, await Everyone.With(app), 390, 844);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/contests");

        await page.ClickAsync(".find-link");
        await page.FillAsync("#search input", "焊工");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForSelectorAsync(".hit-list a[href='/events/WELD']");
    }

    [Fact]
    public async Task The_bell_opens_by_enter_and_escape_gives_the_focus_back()
    {
        await using var app = new App();
        await using var window = await Chromium.Window(app.Address, await Everyone.With(app));
        var page = await window.NewPageAsync();
        await page.GotoAsync("/");
        var waits = await page.Locator("#waiting .todo a.t").CountAsync();
        await page.GotoAsync("/contests");

        await Assertions.Expect(page.Locator(".bell .count")).ToHaveTextAsync($"{waits}"); // it asks when the page stands
        await page.FocusAsync(".bell summary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".bell .menu-list")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".bell .menu-list")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".bell summary")).ToBeFocusedAsync();
    }

    /// <summary>An entry opens beside the list; Escape closes it and the focus is on its line again. Narrow, or without the script, the same link is a page.</summary>
    [Fact]
    public async Task An_entry_opens_beside_the_list_and_is_decided_there()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("沈嘉禾", 1);
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await unit.Enter(worker);
        await app.Open(DutyKind.TownOfficer, "LP01");
        var town = await app.WithDb(db => db.Users.Where(u => u.UserName == "TownOfficer@LP01").Select(u => u.Id).SingleAsync());
        await using var window = await Chromium.Window(app.Address, town);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/events/WELD/entries");

        await page.FocusAsync(".entry-tbl a.t");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-drawer] .checks");
        await Assertions.Expect(page.Locator("[data-drawer-name]")).ToHaveTextAsync("沈嘉禾");
        await Assertions.Expect(page.Locator("#drawer-name")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-drawer]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".entry-tbl a.t")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.RunAndWaitForResponseAsync(() => page.ClickAsync("[data-drawer] .decide [value=Pass]"), r => r.Request.Method == "POST");
        Assert.Equal(Competitions.Contests.EntryStage.TownVetted, await app.WithDb(db => db.Entries.Select(e => e.Stage).SingleAsync()));

        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/events/WELD/entries?tab=all");
        await page.ClickAsync(".entry-tbl a.t");
        await Screens.Arrives(page, "/events/WELD/entries/1");
    }

    /// <summary>What must be reached; radio buttons of one name are one stop, as in every browser.</summary>
    private const string Wanted = """
        () => {
          window.seen = new Set(); window.faints = [];
          const name = e => (e.getAttribute('aria-label') || e.textContent || e.name || e.id || '').trim().slice(0, 30);
          const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
            .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !(e.type === 'radio'));
          window.unseen = () => all.filter(e => !window.seen.has(e) && e.checkVisibility({ visibilityProperty: true })).map(e => 'not reached: ' + e.tagName + ' ' + name(e));
          let rounds = 0;
          window.goesOn = e => {
            if (e === document.body) return ++rounds < 2;
            if (window.seen.has(e)) return false;
            window.seen.add(e);
            window.faint(e);
            return true;
          };
          window.faint = e => {
            const s = getComputedStyle(e), box = e.closest('form.find, label, .inp-icon');
            const seen = x => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) > 0 || x && getComputedStyle(x).boxShadow !== 'none';
            if (!seen(e) && !seen(box)) window.faints.push('focus not seen: ' + e.tagName + ' ' + name(e) + ' ' + s.outline);
          };
          return [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).map(e => 'tabindex above 0: ' + name(e));
        }
        """;
}
