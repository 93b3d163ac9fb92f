using Competitions.People;
using Competitions.Web.Scoring;
using Competitions.Web.Tests.Schemes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring.Day;

/// <summary>
/// The whole day in real browser windows: three judges with tablets, a chief judge, a viewer at a desk and the hall's screen,
/// all open at once; the hall loses its line. Every figure is that of a sheet made without the program.
/// </summary>
public class DayJourneyTests
{
    private const string Board = "/boards/WELD";

    [Fact]
    public async Task From_an_imported_scheme_to_a_verified_certificate()
    {
        await using var app = new App();
        app.Clock.Advance(new DateTime(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc) - app.Clock.GetUtcNow().UtcDateTime); // a year whose holidays are arranged, whenever the test runs
        var id = await app.Ready(5);
        await app.MarkedByAspects(id);
        foreach (var (duty, name) in ((DutyKind, string)[])[(DutyKind.ScoringJudge, "judge1"), (DutyKind.ScoringJudge, "judge2"), (DutyKind.ScoringJudge, "judge3"), (DutyKind.ChiefJudge, "chief")])
        {
            await app.Judge(id, duty, name);
        }

        await app.Open(DutyKind.FederationOfficer);
        await using var screens = new Screens(app);
        var organiser = await screens.Of("FederationOfficer@LP");
        await TakeScheme(organiser);
        await Seat(organiser, "theory", "理论阅卷组");
        await Seat(organiser, "practical", "实操评分组");
        await organiser.GotoAsync("/events/WELD");
        await Screens.Send(organiser, "#Start button");
        await Expect(organiser.Locator("h1 [data-stage]")).ToHaveTextAsync("竞赛进行中");
        await organiser.GotoAsync("/events/WELD/board");
        await Screens.Send(organiser, "#release-theory button");
        await Screens.Send(organiser, "#release-practical button");

        var viewer = await screens.Of("chief", 1440, 900); // what the public sees, whoever looks
        await viewer.GotoAsync(Board);
        var hall = await screens.Of("chief", 1920, 1080);
        await hall.GotoAsync($"{Board}/final/workers/hall");
        var judges = new Dictionary<string, IPage>();
        foreach (var n in (string[])["1", "2", "3"])
        {
            judges[n] = await screens.Of($"judge{n}", 1024, 768);
        }

        var works = await Works(app);
        foreach (var competitor in Enumerable.Range(1, 5))
        {
            await hall.Context.SetOfflineAsync(competitor is 2 or 3); // it comes back and has missed a good deal
            await Task.WhenAll(judges.Select(j => Mark(j.Value, [.. DaySheets.Marks.Where(m => m.Competitor == competitor && m.Judge == j.Key)], works[competitor])));
        }

        await Times(app, works);
        await Task.WhenAll(Shows(viewer), Shows(hall));
        await Publish(screens, organiser);
        await Certify(app, screens, organiser);
        Assert.True(screens.Found.Count == 0, string.Join("\n", screens.Found));
    }

    private static async Task TakeScheme(IPage page)
    {
        await page.GotoAsync("/events/WELD/scheme/uploads/new");
        await page.SetInputFilesAsync("#File", new FilePayload { Name = "装配方案.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = DaySheets.Scheme });
        await page.ClickAsync("#upload button[type=submit]");
        await Expect(page.Locator("[data-total]")).ToHaveTextAsync("20.00");
        if (await page.Locator("#verdicts button[value=true]").IsVisibleAsync())
        {
            await page.ClickAsync("#verdicts button[value=true]");
        }

        await page.ClickAsync("#adopt .btn-primary");
        await Expect(page.Locator("#criteria tfoot")).ToContainTextAsync("20.00");
    }

    private static async Task Seat(IPage page, string module, string name)
    {
        await page.GotoAsync($"/events/WELD/panels/new?module={module}");
        await page.SelectOptionAsync("#Module", module);
        await page.FillAsync("#Name", name);
        foreach (var n in (string[])["1", "2", "3"])
        {
            await page.CheckAsync($"[aria-label='编入 judge{n}']");
        }

        await page.ClickAsync("#panel button[type=submit]");
        await Expect(page.Locator($"[data-module='{module}'] tbody tr")).ToHaveCountAsync(1);
    }

    /// <summary>The works of each competitor by module, in the order of the rows: what no judge's page knows.</summary>
    private static Task<Dictionary<int, Dictionary<string, string>>> Works(App app) => app.WithDb(async db =>
    {
        var lines = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == "WELD").ToListAsync();
        return lines.Where(l => l.Module == WorkBook.RowsOf("final")).OrderBy(l => l.Work)
            .Select((row, i) => (Number: i + 1, row.EntryId)).ToDictionary(r => r.Number, r => lines.Where(l => l.EntryId == r.EntryId).ToDictionary(l => l.Module, l => l.Work));
    });

    /// <summary>One judge marks what is his of one competitor, module by module, with the keyboard; at the end all of it is stored.</summary>
    private static async Task Mark(IPage page, IReadOnlyList<DayMark> marks, Dictionary<string, string> works)
    {
        foreach (var module in marks.GroupBy(m => m.Item == "theory" ? "theory" : "practical"))
        {
            await page.GotoAsync($"/events/WELD/marking/{works[module.Key]}");
            foreach (var mark in module)
            {
                var section = page.Locator(mark.Item == "theory" ? "[data-item=panel]" : $"[data-item]:has(> p:text-matches('^{mark.Item} '))");
                await page.ClickAsync($"[data-to='{await section.GetAttributeAsync("data-item")}']");
                if (await section.Locator($"[data-choice='{mark.Value}']").CountAsync() == 0)
                {
                    await page.Keyboard.TypeAsync(mark.Value);
                    await page.Keyboard.PressAsync("Enter");
                }
                else
                {
                    await page.Keyboard.PressAsync(mark.Value);
                }
            }

            await Expect(page.Locator("[data-saved]")).ToHaveTextAsync($"{module.Count()}");
            await Expect(page.Locator("[data-waiting-count]")).ToHaveTextAsync("0");
        }
    }

    private static async Task Times(App app, Dictionary<int, Dictionary<string, string>> works)
    {
        var id = await app.WithDb(db => db.Users.Where(u => u.UserName == "judge1").Select(u => u.Id).SingleAsync());
        var marks = DaySheets.Marks.Where(m => m.Item == "time").Select(m => new { Id = Guid.NewGuid(), Work = works[m.Competitor]["practical"], Item = "time", m.Value, GivenAt = DateTimeOffset.UnixEpoch });
        using var answer = await (await app.As(id).Visit("/")).Send("/events/WELD/marks", marks.ToArray());
        Assert.DoesNotContain("\"refusal\":\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The event ends, the codes are opened, one person computes, the chief judge confirms, it is published.</summary>
    private static async Task Publish(Screens screens, IPage organiser)
    {
        foreach (var (move, stage) in ((string, string)[])[("Finish", "成绩评定"), ("OpenCodes", "已解密")])
        {
            await organiser.GotoAsync("/events/WELD");
            await Screens.Send(organiser, $"#{move} button");
            await Expect(organiser.Locator("h1 [data-stage]")).ToHaveTextAsync(stage);
        }

        await screens.Visit(organiser, "/events/WELD/results/new");
        await organiser.ClickAsync("#compute");
        await Screens.Computed(organiser);
        await Sheet(organiser);
        var result = new Uri(organiser.Url).AbsolutePath;
        var chief = await screens.Of("chief");
        await screens.Visit(chief, result);
        await Screens.Send(chief, "#confirm button");
        await Expect(chief.Locator(".toast")).ToContainTextAsync("已确认");
        await organiser.GotoAsync(result);
        await Screens.Send(organiser, "#publish button");
        await Expect(organiser.Locator(".toast")).ToContainTextAsync("已发布");
        await screens.Look(organiser);
        await organiser.GotoAsync("/events/WELD");
        await Screens.Send(organiser, "#Announce button");
        await Expect(organiser.Locator("h1 [data-stage]")).ToHaveTextAsync("成绩发布");
        await organiser.ClickAsync("#GiveNotice");
        await Expect(organiser.Locator("#list tbody tr")).ToHaveCountAsync(DaySheets.Expected.Count(r => r.Rank.Length > 0 && char.IsDigit(r.Rank[0])));
        await screens.Look(organiser);
        await organiser.ClickAsync("#notice button[type=submit]");
        await Expect(organiser.Locator("h1 [data-stage]")).ToHaveTextAsync("公示中");
        await screens.Look(organiser);
        await organiser.GotoAsync("/events/WELD");
        await Expect(organiser.Locator("h1 [data-stage]")).ToHaveTextAsync("结果公示");
    }

    /// <summary>Prizes become honours, honours are granted by document, each gets its certificate, and anybody can verify the first.</summary>
    private static async Task Certify(App app, Screens screens, IPage organiser)
    {
        await screens.Visit(organiser, "/events/WELD/honours");
        await Expect(organiser.Locator("#award")).ToHaveCountAsync(0); // the notice runs
        var ends = await app.WithDb(db => db.PublicNotices.Select(n => n.EndsOn).SingleAsync());
        app.Clock.Advance(ends.AddDays(1).ToDateTime(TimeOnly.MinValue) - app.Clock.GetUtcNow().UtcDateTime);
        await screens.Visit(organiser, "/events/WELD/honours");
        await organiser.ClickAsync("#award button");
        await Expect(organiser.Locator(".toast")).ToContainTextAsync("已认定");
        await organiser.GotoAsync("/events/WELD/honours/decree/new");
        await organiser.FillAsync("#DocumentNumber", "临总工〔2026〕18 号");
        await organiser.ClickAsync("#decree button[type=submit]");
        await Expect(organiser.Locator(".errsum, .toast").First).ToContainTextAsync("授予");
        await screens.Look(organiser);
        await organiser.GotoAsync("/certificate-orders/new?event=WELD");
        await organiser.ClickAsync("#order button[type=submit]");
        await Expect(organiser.Locator("#outcome")).ToContainTextAsync("证书");
        await screens.Look(organiser);

        var winners = await app.WithDb(async db => await db.Certificates.AsNoTracking().OrderBy(c => c.Number).ToListAsync());
        var prizes = DaySheets.Expected.Where(r => r.Prize.Length > 0).Select(r => r.Prize);
        Assert.Equal(prizes.Order(), winners.Select(c => c.Text.Award.Split('·')[0]).Where(a => a.EndsWith("等奖", StringComparison.Ordinal)).Order());
        var phone = await screens.Of("chief", 390, 844);
        await screens.Visit(phone, $"/verify/{winners.First(c => c.Text.Award.StartsWith("一等奖", StringComparison.Ordinal)).Token}");
        await Expect(phone.Locator(".res h2")).ToHaveTextAsync("证书有效");
        await Expect(phone.Locator("#holder")).ToContainTextAsync("*");
    }

    /// <summary>The sheet's rows with the names that the codes stood for.</summary>
    private static async Task Sheet(IPage page)
    {
        var rows = page.Locator("#sheet tbody tr");
        await Expect(rows).ToHaveCountAsync(DaySheets.Expected.Count);
        foreach (var (place, row) in DaySheets.Expected.Index())
        {
            var line = rows.Nth(place);
            await Expect(line).ToHaveAttributeAsync("data-number", $"{row.Competitor:000}");
            await Expect(line.Locator(".res-place")).ToHaveTextAsync(row.Rank);
            await Expect(line.Locator("[data-h=理论]")).ToHaveTextAsync(row.Theory);
            await Expect(line.Locator("[data-h=实操]")).ToHaveTextAsync(row.Practical);
            await Expect(line.Locator(".res-total")).ToHaveTextAsync(row.Total);
            await Expect(line).ToContainTextAsync(row.Prize);
            await Expect(line.Locator(".res-low")).ToHaveCountAsync(row.Passed == "yes" ? 0 : 1);
        }
    }

    /// <summary>The board ends with the sheet's rows, in its order and with its figures.</summary>
    private static async Task Shows(IPage page)
    {
        var rows = page.Locator("tbody tr");
        foreach (var (place, row) in DaySheets.Expected.Index())
        {
            await Expect(rows.Nth(place).Locator("[data-name]")).ToHaveTextAsync($"{row.Competitor:000}");
            await Expect(rows.Nth(place).Locator("[data-rank]")).ToHaveTextAsync(row.Rank);
            await Expect(rows.Nth(place).Locator("[data-part=theory]")).ToHaveTextAsync(row.Theory);
            await Expect(rows.Nth(place).Locator("[data-part=practical]")).ToHaveTextAsync(row.Practical);
            await Expect(rows.Nth(place).Locator("[data-total]")).ToHaveTextAsync(row.Total);
        }
    }
}
