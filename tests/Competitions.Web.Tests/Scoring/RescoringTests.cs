using System.Text.Json;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

/// <summary>Issue 3: a judgement is shown when all have given; a spread over 1 asks to re-score and keeps both.</summary>
public class RescoringTests
{
    [Fact]
    public async Task Judgements_are_secret_until_all_have_given_then_all_give_again_and_only_then_it_counts()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, way: ModuleWay.Aspects);
        var work = floor.Works[0];
        var first = new List<long>();
        foreach (var (judge, value) in floor.Judges.Zip([0, 3, 2]))
        {
            Assert.Equal((null, null), await Shown(app, floor.Judges[0], work, first.Count == 0)); // one of three, two of three: nothing of the others
            first.Add(await floor.Stores(judge, Floor.Mark(work, "K1", value)));
        }

        var apart = await State(app, floor.Judges[0], work);
        Assert.Equal("0 2 3", Panel(apart));
        Assert.Equal((true, JsonValueKind.Null, JsonValueKind.Null), (apart.GetProperty("apart").GetBoolean(), apart.GetProperty("mine").ValueKind, apart.GetProperty("points").ValueKind));

        await floor.Stores(floor.Judges[0], Floor.Mark(work, "K1", 2, after: first[0]));
        var waiting = await State(app, floor.Judges[1], work);
        Assert.Equal(("3 0 2", true, 1, JsonValueKind.Null), (Panel(waiting), waiting.GetProperty("apart").GetBoolean(), waiting.GetProperty("again").GetInt32(), waiting.GetProperty("points").ValueKind)); // the new one of the first is secret again
        await floor.Stores(floor.Judges[1], Floor.Mark(work, "K1", 3, after: first[1]));
        await floor.Stores(floor.Judges[2], Floor.Mark(work, "K1", 2, after: first[2]));

        var agreed = await State(app, floor.Judges[2], work);
        Assert.Equal(("2 2 3", false, "1.56"), (Panel(agreed), agreed.GetProperty("apart").GetBoolean(), agreed.GetProperty("points").GetString())); // 2.00 × 7 ÷ 9
        Assert.Equal([0m, 3m, 2m, 2m, 3m, 2m], (await floor.Lines()).Select(l => l.Value)); // all of it stays
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit($"/events/WELD/overview/works/{work}");
        Assert.Contains("复议前 judge1 0 judge2 3 judge3 2 复议后 judge1 2 judge2 3 judge3 2", chief.Text("#sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_which_works_wait_to_be_scored_again_and_the_chief_sees_who_has()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, way: ModuleWay.Aspects);
        var first = new List<long>();
        foreach (var (judge, value) in floor.Judges.Zip([1, 3, 3]))
        {
            first.Add(await floor.Stores(judge, Floor.Mark(floor.Works[1], "K1", value)));
        }

        await floor.Stores(floor.Judges[0], Floor.Mark(floor.Works[1], "K1", 2, after: first[0]));
        Assert.Empty((await app.As(floor.Judges[0]).Visit("/events/WELD/marking")).Texts(".again"));
        Assert.Equal(["1 项待复议"], (await app.As(floor.Judges[1]).Visit("/events/WELD/marking")).Texts(".again"));

        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit("/events/WELD/overview");
        Assert.Equal([floor.Works[1], "A1.J1 评分点 2", "judge1 1 judge2 3 judge3 3", "1 / 3"], chief.Texts("#rescores tbody td"));
    }

    /// <summary>In a real browser: a judge whose page is open hears of it without loading it again.</summary>
    [Fact]
    public async Task A_judge_whose_page_is_open_sees_the_others_and_gives_again()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, way: ModuleWay.Aspects);
        var work = floor.Works[0];
        await using var screens = new Screens(app);
        var page = await screens.Of("judge1", 1024, 768);
        await page.GotoAsync($"/events/WELD/marking/{work}");
        await page.Keyboard.PressAsync("3");
        await Expect(page.Locator("[data-saved]")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-item=K1] [data-panel]")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowDown"); // he looks at something else by now

        var others = new[] { await floor.Stores(floor.Judges[1], Floor.Mark(work, "K1", 1)), await floor.Stores(floor.Judges[2], Floor.Mark(work, "K1", 2)) };
        await Expect(page.Locator("[data-rescore]")).ToContainTextAsync("请合议后重新评分");
        await page.ClickAsync("[data-rescore-go]");
        await Expect(page.Locator("[data-item=K1] [data-apart]")).ToContainTextAsync("分差超过 1，请合议后重新评分");
        await Expect(page.Locator("[data-item=K1] [data-panel-marks] b")).ToHaveTextAsync(["3", "1", "2"]);
        await screens.Look(page);

        await page.ClickAsync("[data-item=K1] [data-choice='2']");
        await Expect(page.Locator("[data-item=K1] [data-again-count]")).ToHaveTextAsync("1 / 3");
        await floor.Stores(floor.Judges[1], Floor.Mark(work, "K1", 2, after: others[0]));
        await floor.Stores(floor.Judges[2], Floor.Mark(work, "K1", 2, after: others[1]));
        await Expect(page.Locator("[data-item=K1] [data-points]")).ToHaveTextAsync("1.33");
        await Expect(page.Locator("[data-item=K1] [data-apart]")).ToBeHiddenAsync();
        Assert.True(screens.Found.Count == 0, string.Join("\n", screens.Found));
    }

    private static async Task<JsonElement> State(App app, string judge, string work)
    {
        var text = await app.As(judge).Http.GetStringAsync($"/events/WELD/marking/{work}/state");
        return JsonDocument.Parse(text).RootElement.GetProperty("items").GetProperty("K1");
    }

    /// <summary>What of the others' judgements one sees; nothing.</summary>
    private static async Task<(string? Panel, string? Points)> Shown(App app, string judge, string work, bool before)
    {
        var state = await State(app, judge, work);
        Assert.Equal(before ? JsonValueKind.Null : JsonValueKind.Number, state.GetProperty("mine").ValueKind);
        return (state.GetProperty("panel").ValueKind is JsonValueKind.Null ? null : "shown", state.GetProperty("points").ValueKind is JsonValueKind.Null ? null : "counts");
    }

    private static string Panel(JsonElement state) => string.Join(' ', state.GetProperty("panel").EnumerateArray().Select(v => $"{v.GetDecimal():0.##}"));
}
