using System.Text.Json;
using Competitions.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

/// <summary>A judge's tablet as a real browser with its service worker and its own storage, over a program that may come and go.</summary>
internal sealed class OfflinePage : IAsyncDisposable
{
    private OfflinePage(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<OfflinePage> Open(Uri address)
    {
        var window = await Chromium.Window(address, width: 1024, height: 768, more: o => o.HasTouch = true);
        return new OfflinePage(await window.NewPageAsync());
    }

    public async Task SignIn(string user, string to)
    {
        await Page.GotoAsync($"/sign-in?to={Uri.EscapeDataString(to)}");
        await Page.FillAsync("#UserName", user);
        await Page.FillAsync("#Password", ServedFloor.Password);
        await Page.ClickAsync("#sign-in [type=submit]");
        await Screens.Arrives(Page, to);
    }

    /// <summary>The ticket that the chief judge gave: the tablet has its place.</summary>
    public async Task Scan(string code)
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync($"/panel-seat#{code}");
        await Page.WaitForSelectorAsync("#seat[data-ready]");
        await Page.ClickAsync("#seat [type=submit]");
        await Screens.Arrives(Page, "/events/WELD/marking");
    }

    /// <summary>The list of works with every sheet of it kept.</summary>
    public async Task Keeps(int sheets) => await Expect(Page.Locator("[data-offline]")).ToHaveTextAsync($"断网可用 {sheets} / {sheets} 份评分表");

    public Task Offline(bool cut) => Page.Context.SetOfflineAsync(cut);

    public async Task Give(string points)
    {
        await Page.WaitForSelectorAsync("[data-to][aria-current]"); // a sheet, and its script has begun
        await Page.Keyboard.TypeAsync(points);
        await Page.Keyboard.PressAsync("Enter");
        await Shows(points);
    }

    public Task Shows(string points) => Expect(Page.Locator("[data-to=panel] [data-said]")).ToHaveTextAsync(points);

    public Task Waits(int marks) => Expect(Page.Locator("[data-waiting-count]")).ToHaveTextAsync($"{marks}");

    /// <summary>The marks that lie on this tablet, in their order.</summary>
    public async Task<List<(Guid Id, string Value)>> Queue()
    {
        var text = await Page.EvaluateAsync<string>("""
            async () => JSON.stringify((await (await import('/js/marking/store.js')).allMarks()).map(m => [m.id, m.value]))
            """);
        return [.. JsonDocument.Parse(text).RootElement.EnumerateArray().Select(m => (m[0].GetGuid(), m[1].GetString()!))];
    }

    /// <summary>All that is kept for pages without a network: address → content.</summary>
    public async Task<Dictionary<string, string>> Kept()
    {
        var text = await Page.EvaluateAsync<string>("""
            async () => {
              const kept = {};
              for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) kept[new URL(request.url).pathname] = await (await caches.match(request)).text();
              return JSON.stringify(kept);
            }
            """);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(text)!;
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();
}
