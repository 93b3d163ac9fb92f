using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

/// <summary>现场打分表: points, time and deductions beside the seat, signed by judge and chief judge.</summary>
public class ProcessSheetTests
{
    [Fact]
    public async Task The_floor_judge_finds_his_works_by_seat_and_no_name()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, judges: 1, way: ModuleWay.ProcessSheet);
        await Seated(app);

        var judge = await app.As(floor.Judges[0]).Visit("/events/WELD/marking");

        Assert.Equal(["第一场 101", "第一场 102", "第一场 103"], judge.Texts(".work .seat"));
        Assert.DoesNotContain("选手0", judge.Body + (await judge.Visit($"/events/WELD/marking/{floor.Works[0]}")).Body, StringComparison.Ordinal);
        Assert.StartsWith("第一场 10", judge.Text(".mt .tag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_third_layer_nobody_learns_at_which_seat_a_work_is_made()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Seated(app);
        var onFloor = await app.As(await app.Judge(floor.EventId, DutyKind.FloorJudge, "floor")).Visit("/events/WELD/marking");

        Assert.Equal(floor.Works.Order(StringComparer.Ordinal), onFloor.Texts("[data-module=practical] .work .code"));
        Assert.Empty(onFloor.Texts("[data-module=practical] .seat"));
        Assert.DoesNotContain("第一场", (await onFloor.Visit($"/events/WELD/marking/{floor.Works[0]}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_signed_by_judge_and_chief_each_under_his_own_name_and_anew_after_a_change()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, judges: 2, way: ModuleWay.ProcessSheet);
        var (work, address) = (floor.Works[0], $"/events/WELD/marking/{floor.Works[0]}/signatures/new");
        var (judge, chief) = (app.As(floor.Judges[0]), app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")));
        var given = await floor.Stores(floor.Judges[0], Floor.Mark(work, MarkItem.Process, 90));
        Assert.Contains("还没有填完", (await judge.Visit(address)).Text("#signatures"), StringComparison.Ordinal);
        await floor.Stores(floor.Judges[0], Floor.Mark(work, MarkItem.Time, 3750));
        await floor.Stores(floor.Judges[0], Floor.Mark(work, "-a1", 5, why: "未按规程断电"));

        await (await judge.Visit(address)).Submit("#sign", new Dictionary<string, string> { ["Name"] = "别人" });
        Assert.Equal((HttpStatusCode.Conflict, "别人"), (judge.Status, judge.Value("#Name")));
        await (await chief.Visit(address)).Submit("#sign", new Dictionary<string, string> { ["Name"] = "chief" });
        Assert.Contains("现场裁判签字后", chief.Text("[role=alert]"), StringComparison.Ordinal);

        var open = await app.As(floor.Judges[1]).Visit(address); // still open while the sheet changes
        await floor.Stores(floor.Judges[0], Floor.Mark(work, MarkItem.Process, 95, after: given));
        await open.Submit("#sign", new Dictionary<string, string> { ["Name"] = "judge2" });
        Assert.Contains("有改动", open.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.SheetSignatures.CountAsync()));

        await (await judge.Visit(address)).Submit("#sign", new Dictionary<string, string> { ["Name"] = "judge1" });
        await (await chief.Visit(address)).Submit("#sign", new Dictionary<string, string> { ["Name"] = "chief" });
        Assert.Equal(["judge1 现场裁判", "chief 裁判长"], chief.Page.QuerySelectorAll("#signatures tbody tr").Select(r => $"{r.Children[0].TextContent} {r.Children[1].TextContent}"));
        Assert.Equal("90.00", chief.Page.QuerySelectorAll(".fig dd")[2].TextContent.Trim()); // 95 less 5

        await floor.Stores(floor.Judges[0], Floor.Mark(work, "-b2", 1, why: "工具未归位"));
        Assert.Contains("签字后有改动", (await chief.Visit(address)).Text("#signatures"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE SheetSignatures SET Sequence = 99")));
    }

    [Fact]
    public async Task Who_has_no_part_in_a_sheet_does_not_sign_it()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, judges: 1, way: ModuleWay.ProcessSheet);
        var work = floor.Works[0];
        await floor.Give(floor.Judges[0], Floor.Mark(work, MarkItem.Process, 90), Floor.Mark(work, MarkItem.Time, 60));
        var onFloor = await app.As(await app.Judge(floor.EventId, DutyKind.FloorJudge, "floor")).Visit($"/events/WELD/marking/{work}/signatures/new");
        var stranger = app.As(await app.Judge(floor.EventId, DutyKind.ScoringJudge, "stranger"));

        await onFloor.Submit("#sign", new Dictionary<string, string> { ["Name"] = "floor" });

        Assert.Equal(HttpStatusCode.Conflict, onFloor.Status);
        Assert.Contains("不由您签字", onFloor.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit($"/events/WELD/marking/{work}/signatures/new")).Status);
        Assert.Equal(0, await app.WithDb(db => db.SheetSignatures.CountAsync()));
    }

    /// <summary>In a real browser on a tablet held upright: points, time by its digits, a deduction with its reason, taken back.</summary>
    [Fact]
    public async Task Points_time_and_deductions_are_entered_on_the_tablet()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, judges: 1, way: ModuleWay.ProcessSheet);
        var work = floor.Works[0];
        await using var screens = new Screens(app);
        var page = await screens.Of("judge1", 768, 1024);
        await page.GotoAsync($"/events/WELD/marking/{work}");
        await page.Keyboard.TypeAsync("92.5");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h2:visible")).ToHaveTextAsync("用时");
        await page.Keyboard.TypeAsync("19930"); // 1:99:30 is no time
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-trouble-text]")).ToContainTextAsync("不能超过 59");
        foreach (var _ in "19930")
        {
            await page.ClickAsync("[data-key=back]");
        }

        await page.Keyboard.TypeAsync("10230");
        await Expect(page.Locator("[data-read]")).ToHaveTextAsync("1:02:30");
        await page.Keyboard.PressAsync("Enter");
        await screens.Look(page);

        await page.ClickAsync("[data-to=deductions]");
        await page.Keyboard.TypeAsync("5");
        await page.ClickAsync("[data-enter]");
        await Expect(page.Locator("[data-trouble-text]")).ToContainTextAsync("先写明扣分的事由");
        await page.FillAsync("[data-why]", "未戴护目镜");
        await page.ClickAsync("[data-enter]");
        await Expect(page.Locator("[data-deductions] li")).ToContainTextAsync("−5");
        await Expect(page.Locator("[data-saved]")).ToHaveTextAsync("3");
        await page.FillAsync("[data-why]", "看错人了");
        await page.ClickAsync("[data-back]");
        await Expect(page.Locator("[data-deductions] li")).ToContainTextAsync("已撤销");
        await Expect(page.Locator("[data-saved]")).ToHaveTextAsync("4");

        Assert.Equal([92.5m, 3750m, 5m, 0m], (await floor.Lines()).Select(l => l.Value));
        Assert.Equal(["未戴护目镜", "看错人了"], await app.WithDb(db => db.MarkReasons.OrderBy(r => r.Why == "看错人了").Select(r => r.Why).ToListAsync()));
        Assert.True(screens.Found.Count == 0, string.Join("\n", screens.Found));
    }

    /// <summary>Every entry has a seat, 101 on, in the order of its number.</summary>
    private static Task Seated(App app) => app.WithDb(async db =>
    {
        var session = new Session(await db.Events.SingleAsync(), "practical", "第一场", "一号厂房", app.Clock.GetUtcNow().UtcDateTime.AddHours(-1), 240);
        db.Add(session);
        await db.SaveChangesAsync();
        foreach (var (n, entry) in (await db.Entries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync()).Index())
        {
            var seat = new Seat(session.Id, $"{101 + n}", null);
            seat.Assign(entry);
            db.Add(seat);
        }

        await db.SaveChangesAsync();
    });
}
