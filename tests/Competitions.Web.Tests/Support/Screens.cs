using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Support;

/// <summary>One Chromium, and a window of it for each account: what people have open at once.</summary>
public sealed class Screens : IAsyncDisposable
{
    private readonly App _app;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Screens(App app, IPlaywright playwright, IBrowser browser) => (_app, _playwright, _browser) = (app, playwright, browser);

    /// <summary>What axe or the width of the screen found wrong on the pages that were looked at.</summary>
    public List<string> Found { get; } = [];

    public static async Task<Screens> On(App app)
    {
        var playwright = await Playwright.CreateAsync();
        return new(app, playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null, Args = ["--no-sandbox"] }));
    }

    /// <summary>A window of the account of that name (as <see cref="App.Open(Competitions.People.DutyKind, string)"/> names them).</summary>
    public async Task<IPage> Of(string account, int width = 1440, int height = 900, ColorScheme colours = ColorScheme.Light)
    {
        var id = await _app.WithDb(db => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync());
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = $"{_app.Address}", ServiceWorkers = ServiceWorkerPolicy.Block /* it would ask without the test's header */, ColorScheme = colours, ViewportSize = new() { Width = width, Height = height }, HasTouch = width < 1200, ExtraHTTPHeaders = [new(SignedIn.Header, id)],
        });
        return await context.NewPageAsync();
    }

    /// <summary>Goes to an address and looks at the page, which must not be another: closed to the caller, or broken.</summary>
    public async Task Visit(IPage page, string address)
    {
        var answer = await page.GotoAsync(address);
        Found.AddRange(answer!.Status is 403 or >= 500 ? [$"{address} answered {answer.Status}"] : []);
        await Look(page);
    }

    /// <summary>Nothing serious for axe, nothing wider than the screen, no script refused or broken.</summary>
    public async Task Look(IPage page)
    {
        var axe = await page.RunAxe();
        Found.AddRange(axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{page.Url} {v.Id}: {v.Nodes[0].Html}"));
        var wider = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Found.AddRange(wider > 0 ? [$"{page.Url} is {wider} px wider than the screen"] : []);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
