using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>Everything by Tab, Enter, arrows and Escape, in a real browser.</summary>
public class KeyboardTests
{
    /// <summary>Every control of every page is reached by Tab in one round, its focus is seen, and the first is the way past the navigation.</summary>
    [Fact]
    public async Task Tab_reaches_every_control_and_the_focus_is_seen()
    {
        await using var app = new App();
        await using var chromium = await Chromium.Open(app, await Everyone.With(app));
        var (page, missed) = (chromium.Page, new List<string>());
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
        await using var chromium = await Chromium.Open(app, await Everyone.With(app));
        await chromium.Page.GotoAsync("/contests");

        await chromium.Page.Keyboard.PressAsync("Tab");
        await chromium.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await chromium.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task Control_K_finds_arrows_choose_and_enter_opens()
    {
        await using var app = new App();
        await using var chromium = await Chromium.Open(app, await Everyone.With(app));
        var page = chromium.Page;
        await page.GotoAsync("/workers");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("焊工");
        await page.WaitForSelectorAsync(".find-list a");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("true", await page.GetAttributeAsync("#find-0", "aria-selected"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/events/WELD");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("焊工");
        await page.WaitForSelectorAsync(".find-list a");
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator(".find-list").IsHiddenAsync());
    }

    [Fact]
    public async Task On_a_phone_the_search_is_a_page()
    {
        await using var app = new App();
        await using var chromium = await Chromium.Open(app, await Everyone.With(app), 390, 844);
        var page = chromium.Page;
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
        await using var chromium = await Chromium.Open(app, await Everyone.With(app));
        var page = chromium.Page;
        await page.GotoAsync("/contests");

        await page.FocusAsync(".bell summary");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(".bell .menu-list").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator(".bell .menu-list").IsHiddenAsync());
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
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
        await using var chromium = await Chromium.Open(app, town);
        var page = chromium.Page;
        await page.GotoAsync("/events/WELD/entries");

        await page.FocusAsync(".entry-tbl a.t");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-drawer] .checks");
        Assert.Equal("沈嘉禾", await page.TextContentAsync("[data-drawer-name]"));
        Assert.Equal("drawer-name", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator("[data-drawer]").IsHiddenAsync());
        Assert.Equal("沈嘉禾", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));

        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync("[data-drawer] .decide [value=Pass]");
        await page.WaitForURLAsync("**/events/WELD/entries");
        Assert.Equal(Competitions.Contests.EntryStage.TownVetted, await app.WithDb(db => db.Entries.Select(e => e.Stage).SingleAsync()));

        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync("/events/WELD/entries?tab=all");
        await page.ClickAsync(".entry-tbl a.t");
        await page.WaitForURLAsync("**/events/WELD/entries/*");
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
