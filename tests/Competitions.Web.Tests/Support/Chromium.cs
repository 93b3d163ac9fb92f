using Microsoft.Playwright;

namespace Competitions.Web.Tests.Support;

/// <summary>A real browser, signed in as an account by the test's header.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    public static async Task<Chromium> Open(App app, string account, int width = 1440, int height = 900)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null, Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = $"{app.Address}", ServiceWorkers = ServiceWorkerPolicy.Block /* it would ask without the test's header */, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce, ExtraHTTPHeaders = [new(SignedIn.Header, account)],
        });
        return new Chromium(playwright, browser, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
