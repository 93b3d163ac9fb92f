using Microsoft.Playwright;

namespace Competitions.Web.Tests.Support;

/// <summary>One Chromium for the whole run; a test has windows of its own in it, with their own storage.</summary>
public static class Chromium
{
    private const float Patience = 120_000; // milliseconds: a test fails by what it sees, not by how slow the machine is

    private static readonly Lazy<Task<IBrowser>> Shared = new(Launched);

    /// <param name="account">Signed in by the test's header; null for nobody, or for who signs in by the page.</param>
    public static async Task<IBrowserContext> Window(Uri address, string? account = null, int width = 1440, int height = 900, Action<BrowserNewContextOptions>? more = null)
    {
        var options = new BrowserNewContextOptions { BaseURL = $"{address}", ViewportSize = new() { Width = width, Height = height } };
        if (account is not null)
        {
            options.ServiceWorkers = ServiceWorkerPolicy.Block; // it would ask without the test's header
            options.ExtraHTTPHeaders = [new(SignedIn.Header, account)];
        }

        more?.Invoke(options);
        var window = await (await Shared.Value).NewContextAsync(options);
        window.SetDefaultTimeout(Patience);
        return window;
    }

    private static async Task<IBrowser> Launched()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }
}
