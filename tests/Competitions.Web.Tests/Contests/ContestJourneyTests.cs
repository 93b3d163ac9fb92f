using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.Entries.Imports;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Contests;

/// <summary>The way of a contest as people walk it, in real browser screens: each page on it is looked at by axe.</summary>
public sealed class ContestJourneyTests
{
    private static readonly DateTime InApril = new(2026, 4, 1, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime OnTheDay = new(2026, 5, 21, 0, 30, 0, DateTimeKind.Utc); // 8:30 in China

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1024, 768)]
    public async Task From_a_real_workbook_to_the_session_clock(int width, int height)
    {
        var workbook = Repository.RealData("marking/WSUK2024_nationals_web_development_marking_final_cis.xlsx");
        await using var app = new App();
        app.Clock.Stop(InApril);
        foreach (var (duty, at) in ((DutyKind, string)[])[(DutyKind.FederationOfficer, "LP"), (DutyKind.TownOfficer, "LP01"), (DutyKind.EnterpriseOfficer, "E1"), (DutyKind.EnterpriseOfficer, "E2")])
        {
            await app.Open(duty, at);
        }

        var numbers = await Register(app, ("沈嘉禾", "E1"), ("阿依古丽·麦麦提艾力", "E1"), ("欧阳娜娜", "E1"), ("陆一鸣", "E2"));
        await using var screens = new Screens(app);
        var organiser = await screens.Of("FederationOfficer@LP", width, height);

        await SetUp(screens, organiser);
        await TakeScheme(screens, organiser, workbook);
        await organiser.GotoAsync("/events/WEB");
        await Screens.Send(organiser, "#OpenRegistration button");
        await Expect(organiser.Locator("h1 [data-stage]")).ToHaveTextAsync("报名中");

        var one = await screens.Of("EnterpriseOfficer@E1", width, height);
        await EnterByHand(screens, one, "沈嘉禾");
        await EnterFromExcel(screens, one, [.. numbers.Skip(1).Take(2)]);
        await EnterByHand(screens, await screens.Of("EnterpriseOfficer@E2", width, height), "陆一鸣");

        await PassAll(screens, await screens.Of("TownOfficer@LP01", width, height), "4 份将审核通过");
        await PassAll(screens, organiser, "3 份将审核通过", "1 份名额已满，转候补");
        var stages = await app.WithDb(db => db.Entries.OrderBy(e => e.Id).Select(e => e.Stage).ToListAsync());
        Assert.Equal([EntryStage.Accepted, EntryStage.Accepted, EntryStage.Accepted, EntryStage.Waiting], stages);

        await Prepare(screens, organiser);
        await PrintTickets(screens, organiser);
        app.Clock.Stop(OnTheDay);
        await RunTheDay(app, screens, organiser);

        Assert.True(screens.Found.Count == 0, string.Join("\n", screens.Found));
    }

    private static async Task SetUp(Screens screens, IPage page)
    {
        await screens.Visit(page, "/contests/new");
        await Fill(page, ("#Name", "2026 年临平区第五届职工技能争霸赛"), ("#Code", "C2026"), ("#Year", "2026"), ("#StartsOn", "2026-05-21"), ("#EndsOn", "2026-05-22"),
            ("#RegistrationOpensAt", "2026-03-16T09:00"), ("#RegistrationClosesAt", "2026-04-20T17:00"), ("#RulesMarkdown", "# 规程\n- 三名裁判独立评分"));
        await page.ClickAsync("#contest button[type=submit]");
        await screens.Look(page);
        await screens.Visit(page, "/contests/C2026/events/new");
        await Fill(page, ("#Title", "网站设计与开发"), ("#Code", "WEB"), ("#Capacity", "3"), ("#FewestEntries", "2"));
        await page.SelectOptionAsync("#OccupationCode", "4-04-05-01");
        await page.SelectOptionAsync("#Preset", "worldskills");
        await page.ClickAsync("#event button[type=submit]");
        await screens.Look(page);
        await Fill(page, ("#Rules_InsuranceMonths", "0"), ("#Rules_MostPerUnit", "5")); // every number of the preset can be changed
        await page.ClickAsync("#event button.btn-primary");
        await Expect(page.Locator("[data-lack='event.lacks-scheme']")).ToHaveCountAsync(4);
        await screens.Look(page);
    }

    private static async Task TakeScheme(Screens screens, IPage page, string workbook)
    {
        await screens.Visit(page, "/events/WEB/scheme/uploads/new");
        await page.SetInputFilesAsync("#File", workbook);
        await page.ClickAsync("#upload button[type=submit]");
        await Expect(page.Locator("[data-total]")).ToHaveTextAsync("100.00");
        await screens.Look(page);
        if (await page.Locator("#verdicts button[value=true]").IsVisibleAsync())
        {
            await page.ClickAsync("#verdicts button[value=true]");
        }

        await Expect(page.Locator("#adopt .btn-primary")).ToBeVisibleAsync(); // the long page is there to its end
        var criteria = page.Locator("#adopt select");
        foreach (var n in Enumerable.Range(0, await criteria.CountAsync()))
        {
            await criteria.Nth(n).SelectOptionAsync(((string[])["a", "b", "c", "d"])[n % 4]);
        }

        await page.ClickAsync("#adopt .btn-primary");
        await Expect(page.Locator("#criteria tfoot")).ToContainTextAsync("100.00");
        await screens.Look(page);
    }

    private static async Task EnterByHand(Screens screens, IPage page, string name)
    {
        await screens.Visit(page, "/events/WEB/entries/new");
        await page.FillAsync("#Search", name);
        await page.PressAsync("#Search", "Enter");
        await page.ClickAsync("text=选为选手");
        await page.CheckAsync("[name='Members[0].HasPaper']");
        await page.CheckAsync("#NoTitles");
        await page.CheckAsync("#CleanRecord");
        await screens.Look(page);
        await page.ClickAsync("text=提交报名");
        await Expect(page.Locator("h1 .st")).ToHaveTextAsync("镇街审核中");
        await screens.Look(page);
    }

    private static async Task EnterFromExcel(Screens screens, IPage page, IReadOnlyList<(string Name, string Number)> people)
    {
        await screens.Visit(page, "/events/WEB/entries/imports/new");
        var template = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=下载模板"));
        using (var sheet = SheetReader.Open(File.OpenRead(await template.PathAsync()), EntrySheet.Columns))
        {
            Assert.Empty(sheet.Rows()); // the example is a note, nobody is entered by it
        }

        // once with a wrong cell, which enters nobody; then right
        await Upload(page, Filled([(people[0].Name, people[0].Number[..^1] + "?"), people[1]]));
        await Expect(page.Locator("main")).ToContainTextAsync("证件号码");
        await page.GotoAsync("/events/WEB/entries?tab=all");
        await Expect(page.Locator(".entry-tbl tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync("/events/WEB/entries/imports/new");
        await Upload(page, Filled(people));
        await page.GotoAsync("/events/WEB/entries?tab=all");
        await Expect(page.Locator(".entry-tbl tbody tr")).ToHaveCountAsync(3);
        await screens.Look(page);
    }

    private static async Task Upload(IPage page, byte[] file)
    {
        await page.SetInputFilesAsync("#File", new FilePayload { Name = "报名.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file });
        await page.ClickAsync("#import button[type=submit]");
        await Expect(page.Locator("#outcome, .errsum").First).ToBeVisibleAsync(); // the batch's page shows its end by itself
    }

    private static async Task PassAll(Screens screens, IPage page, params string[] outcomes)
    {
        await screens.Visit(page, "/events/WEB/entries");
        await page.CheckAsync("[data-all]");
        await page.ClickAsync("text=预览：审核通过");
        foreach (var outcome in outcomes)
        {
            await Expect(page.Locator("form.preview")).ToContainTextAsync(outcome);
        }

        await screens.Look(page);
        await Screens.Send(page, "form.preview .btn-primary");
    }

    private static async Task Prepare(Screens screens, IPage page)
    {
        await page.GotoAsync("/events/WEB");
        await Screens.Send(page, "#CloseRegistration button");
        await Screens.Send(page, "#FinishVetting button");
        await screens.Visit(page, "/events/WEB/sessions/new");
        await page.SelectOptionAsync("#Module", "a");
        await Fill(page, ("#Name", "第一场"), ("#Room", "1 号机房"), ("#PlannedAt", "2026-05-21T09:00"), ("#Minutes", "120"), ("#Seats", "01 工作站一\n02 工作站二\n03 工作站三"));
        await Screens.Send(page, "#session button[type=submit]");
        await Screens.Send(page, "#assign button");
        Assert.Equal(["0001", "0002", "0003"], (await page.Locator(".seats tbody tr td:nth-child(2)").AllInnerTextsAsync()).Order()); // drawn by lot
        await screens.Look(page);
    }

    private static async Task PrintTickets(Screens screens, IPage page)
    {
        await screens.Visit(page, "/events/WEB/tickets");
        await Expect(page.Locator(".tickets svg")).ToHaveCountAsync(3);
        var pdf = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=下载 PDF"));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await File.ReadAllBytesAsync(await pdf.PathAsync()))[..4]));
    }

    private static async Task RunTheDay(App app, Screens screens, IPage page)
    {
        await page.GotoAsync("/events/WEB/sessions");
        await page.ClickAsync("text=第一场");
        var first = await page.Locator(".seats tbody tr td:nth-child(2)").First.InnerTextAsync();
        await page.FillAsync("#ticket", $"WEB/{first}"); // a hand scanner types what the code says
        await page.PressAsync("#ticket", "Enter");
        await Expect(page.Locator("[data-signed-in]")).ToHaveTextAsync("1");
        await page.ClickAsync("[aria-label='签到 02 号赛位']");
        await Expect(page.Locator("[data-signed-in]")).ToHaveTextAsync("2");

        var session = page.Url;
        await page.GotoAsync("/events/WEB");
        await page.ClickAsync("#Start button");
        await Expect(page.Locator("h1 [data-stage]")).ToHaveTextAsync("竞赛进行中");
        await screens.Visit(page, "/events/WEB/scheme");
        await Expect(page.Locator("[data-locked]")).ToHaveAttributeAsync("data-locked", "true");

        await page.GotoAsync(session);
        app.Clock.Stop(OnTheDay.AddMinutes(30)); // 9:00
        await page.ClickAsync("#Start button");
        app.Clock.Stop(OnTheDay.AddMinutes(60));
        await page.FillAsync("#Pause input", "停电");
        await page.ClickAsync("#Pause button");
        await Expect(page.Locator("[data-face]")).ToHaveTextAsync("01:30:00");
        await screens.Look(page);
        await page.ClickAsync("#absences button"); // seat 03 came not within the 20 minutes
        await Expect(page.Locator("[data-absent]")).ToHaveTextAsync("1");
        app.Clock.Stop(OnTheDay.AddMinutes(70)); // ten minutes stood still
        await page.ClickAsync("#Resume button");

        await page.ClickAsync("[aria-label='02 号赛位的操作']");
        await page.FillAsync("form[data-extra] >> visible=true >> [name=minutes]", "5");
        await page.FillAsync("form[data-extra] >> visible=true >> [name=why]", "设备故障");
        await page.ClickAsync("form[data-extra] >> visible=true >> button");
        await Expect(page.Locator(".seats")).ToContainTextAsync("补时 5 分");
        app.Clock.Stop(OnTheDay.AddMinutes(100));
        await page.ClickAsync("[aria-label='01 号赛位的操作']");
        await page.ClickAsync("text=交卷（交件） >> visible=true");
        app.Clock.Stop(OnTheDay.AddMinutes(165)); // 90 minutes after the resumption, and the five of seat 02
        await page.GotoAsync(session);
        await page.FillAsync("#End input", "");
        await page.ClickAsync("#End button");
        await screens.Look(page);

        var ends = await app.WithDb(db => db.Seats.OrderBy(s => s.Number).Select(s => s.EndedAt).ToListAsync());
        Assert.Equal([OnTheDay.AddMinutes(100), OnTheDay.AddMinutes(165), null], ends);
    }

    private static async Task Fill(IPage page, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields)
        {
            await page.FillAsync(field, value);
        }
    }

    /// <summary>Workers with made-up ID numbers of the unassigned area 990101, born 1990-01-01.</summary>
    private static async Task<IReadOnlyList<(string Name, string Number)>> Register(App app, params (string Name, string Unit)[] people)
    {
        List<(string, string)> made = [];
        foreach (var (name, unit) in people)
        {
            var seventeen = $"99010119900101{made.Count + 1:000}";
            var number = IdNumber.Read(IdKind.ResidentCard, seventeen + IdNumber.CheckCharacter(seventeen));
            made.Add((name, number.Value));
            await app.WithDb(async db =>
            {
                var organisation = await db.Organisations.SingleAsync(o => o.Code == unit);
                db.Add(new Worker(name, IdKind.ResidentCard, app.Services.GetRequiredService<FieldCipher>().Seal("worker.id-number", number.Value), Sex.Female, number.BornOn!.Value)
                    .Employed(false, new DateOnly(2015, 1, 1)).Skilled("4-04-05-01", "3", null, 2012).Join(organisation, new DateOnly(2020, 1, 1)));
                await db.SaveChangesAsync();
            });
        }

        return made;
    }

    private static byte[] Filled(IReadOnlyList<(string Name, string Number)> people)
    {
        using var file = new MemoryStream();
        using (var sheet = new SheetWriter(file))
        {
            sheet.Begin("填写", EntrySheet.Columns.Select(_ => 12));
            sheet.Row(EntrySheet.Columns.Select(c => new Cell(c.Name, Look.Header)));
            foreach (var (name, number) in people)
            {
                sheet.Row(((string[])[name, number, "职工组", "", "选手", "无", "是", "是"]).Select(c => (Cell)c));
            }
        }

        return file.ToArray();
    }
}
