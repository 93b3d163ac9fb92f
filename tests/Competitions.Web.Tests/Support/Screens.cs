using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Support;

/// <summary>A window for each account: what people have open at once.</summary>
public sealed class Screens : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly (int Width, ColorScheme Colours)[] EverySize = [(390, ColorScheme.Light), (1024, ColorScheme.Dark), (1440, ColorScheme.Light)];

    private readonly App _app;
    private readonly List<IBrowserContext> _windows = [];
    private readonly HashSet<IPage> _turned = [];

    public Screens(App app) => _app = app;

    /// <summary>What axe or the width of the screen found wrong on the pages that were looked at.</summary>
    public List<string> Found { get; } = [];

    /// <summary>A window of the account of that name (as <see cref="App.Open(Competitions.People.DutyKind, string)"/> names them).</summary>
    public async Task<IPage> Of(string account, int width = 1440, int height = 900, ColorScheme colours = ColorScheme.Light)
    {
        var id = await _app.WithDb(db => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync());
        _windows.Add(await Chromium.Window(_app.Address, id, width, height, o => (o.ColorScheme, o.HasTouch, o.ReducedMotion) = (colours, width < 1200, ReducedMotion.Reduce)));
        return await _windows[^1].NewPageAsync();
    }

    /// <summary>A window of one account in which each page is looked at on a phone, on a tablet in the dark and at a desk.</summary>
    public async Task<IReadOnlyList<IPage>> Sizes(string account)
    {
        var page = await Of(account);
        _turned.Add(page);
        return [page];
    }

    /// <summary>All of them at once, each from address to address.</summary>
    public Task Visit(IEnumerable<IPage> pages, params IEnumerable<string> addresses) => Task.WhenAll(pages.Select(async page =>
    {
        foreach (var address in addresses)
        {
            await Visit(page, address);
        }
    }));

    /// <summary>Goes to an address and looks at the page, which must not be another: closed to the caller, or broken.</summary>
    public async Task Visit(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        Finds(answer!.Status is 403 or >= 500 ? [$"{address} answered {answer.Status}"] : []);
        await Look(page);
    }

    /// <summary>Nothing serious for axe, nothing wider than the screen, no script refused or broken.</summary>
    public async Task Look(IPage page)
    {
        if (!_turned.Contains(page))
        {
            await LookAsItIs(page);
            return;
        }

        foreach (var (width, colours) in EverySize)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            await page.EvaluateAsync("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"); // what follows the size has followed it
            await LookAsItIs(page);
        }
    }

    /// <summary>What axe finds serious on a page as it stands. By its own call: the library's loads a second page for each.</summary>
    public static async Task<string[]> Faults(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${location.pathname} at ${innerWidth} px ${v.id}: ${v.nodes[0].html}`)
            """);
    }

    /// <summary>The page has come to that path. Asked again and again: a single wait for a navigation misses one that ends while it begins to wait.</summary>
    public static Task Arrives(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(path)}([?#].*)?$"));

    /// <summary>The computed result's own page: the form before it shows the same rows.</summary>
    public static Task Computed(IPage page) => Assertions.Expect(page).ToHaveURLAsync(new Regex("/results/[0-9]+$"));

    /// <summary>Presses a button that sends its form, and waits for the answer, which it gives: what comes next may be in another window.</summary>
    public static Task<IResponse> Send(IPage page, string button) => page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), r => r.Request.Method == "POST");

    private async Task LookAsItIs(IPage page)
    {
        Finds(await Faults(page));
        var wider = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Finds(wider > 0 ? [$"{page.Url} is {wider} px wider than the screen of {page.ViewportSize!.Width}"] : []);
    }

    private void Finds(IEnumerable<string> faults)
    {
        lock (Found)
        {
            Found.AddRange(faults);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }
    }
}
