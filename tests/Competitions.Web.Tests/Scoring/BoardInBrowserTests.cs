using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.Playwright;

namespace Competitions.Web.Tests.Scoring;

/// <summary>Two real windows over one board: rows move by themselves, and a lost line leaves nobody wrong.</summary>
public sealed class BoardInBrowserTests
{
    private const string Board = "/boards/WELD/final/workers";

    [Fact]
    public async Task Rows_move_in_every_open_window_and_who_was_offline_ends_with_what_the_server_has()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var organiser = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD/board");
        await organiser.Submit("#release-practical");
        await app.Shown(Board, p => p.Page.QuerySelectorAll("[data-row]").Length == 3);
        await using var steady = await Chromium.Window(app.Address);
        await using var losing = await Chromium.Window(app.Address, width: 1920, height: 1080);
        var (page, hall) = (await steady.NewPageAsync(), await losing.NewPageAsync());
        await page.GotoAsync(Board);
        await hall.GotoAsync($"{Board}/hall");
        await Wire(page, "已连接");
        await Wire(hall, "已连接");
        await page.EvaluateAsync("window.notReloaded = true");

        await Mark(floor, 2, 90);
        await First(page, "003", "63.00"); // 90 × 70 %
        await First(hall, "003", "63.00");
        await Assertions.Expect(page.Locator("[data-row='WELD@final.003']")).ToHaveClassAsync("hot");

        await losing.SetOfflineAsync(true);
        await Wire(hall, "重连中");
        await Mark(floor, 0, 95);
        await First(page, "001", "66.50");
        await Assertions.Expect(hall.Locator("tbody tr").First).ToContainTextAsync("003");

        await losing.SetOfflineAsync(false);
        await Wire(hall, "已连接");
        await First(hall, "001", "66.50");
        var server = await app.Open().Visit($"{Board}/snapshot");
        var expected = server.Texts("tbody tr").Select(t => t.Replace(" ", "", StringComparison.Ordinal));
        foreach (var window in (IPage[])[page, hall])
        {
            await Assertions.Expect(window.Locator("[data-version]")).ToHaveAttributeAsync("data-version", server.Page.QuerySelector("[data-version]")!.GetAttribute("data-version")!);
            Assert.Equal(expected, await window.EvaluateAsync<string[]>("[...document.querySelectorAll('tbody tr')].map(r => [...r.querySelectorAll('[data-rank],[data-name],[data-part],[data-total],[data-gap]')].map(c => c.textContent).join(''))"));
        }

        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"));
    }

    private static async Task First(IPage page, string number, string total)
    {
        await Assertions.Expect(page.Locator("tbody tr").First.Locator("[data-name]")).ToHaveTextAsync(number);
        await Assertions.Expect(page.Locator("tbody tr").First.Locator("[data-total]")).ToHaveTextAsync(total);
    }

    private static Task Wire(IPage page, string word) => Assertions.Expect(page.Locator("[data-wire-word]")).ToHaveTextAsync(word);

    private static async Task Mark(Floor floor, int work, decimal value)
    {
        foreach (var judge in floor.Judges)
        {
            Assert.NotNull((await floor.Give(judge, Floor.Panel(floor.Works[work], value))).Single().Sequence);
        }
    }
}
