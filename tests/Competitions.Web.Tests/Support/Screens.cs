using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Support;

/// <summary>A window for each account: what people have open at once.</summary>
public sealed class Screens : IAsyncDisposable
{
    private static readonly AxeRunOptions OnlyFaults = new() { ResultTypes = [ResultType.Violations] };

    private readonly App _app;
    private readonly List<IBrowserContext> _windows = [];

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

    /// <summary>A desk, a tablet in the dark and a phone of one account.</summary>
    public async Task<IReadOnlyList<IPage>> Sizes(string account) => [await Of(account), await Of(account, 1024, 900, ColorScheme.Dark), await Of(account, 390)];

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
        var axe = await page.RunAxe(OnlyFaults);
        Finds(axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{page.Url} {v.Id}: {v.Nodes[0].Html}"));
        var wider = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Finds(wider > 0 ? [$"{page.Url} is {wider} px wider than the screen"] : []);
    }

    /// <summary>The page has come to that path. Asked again and again: a single wait for a navigation misses one that ends while it begins to wait.</summary>
    public static Task Arrives(IPage page, string path) => Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(path)}([?#].*)?$"));

    /// <summary>The computed result's own page: the form before it shows the same rows.</summary>
    public static Task Computed(IPage page) => Assertions.Expect(page).ToHaveURLAsync(new Regex("/results/[0-9]+$"));

    /// <summary>Presses a button that sends its form, and waits for the answer, which it gives: what comes next may be in another window.</summary>
    public static Task<IResponse> Send(IPage page, string button) => page.RunAndWaitForResponseAsync(() => page.ClickAsync(button), r => r.Request.Method == "POST");

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
