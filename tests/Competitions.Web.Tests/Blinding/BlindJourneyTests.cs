using Competitions.Web.Shell.Proofs;
using Competitions.Web.Shell.Verbs;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Blinding;

/// <summary>
/// A blind contest from its key to its credentials, everybody at his own window: three layers drawn, sealed and opened, the practical
/// judged without a network, an appeal that changes who is first, a notice without objection.
/// </summary>
public class BlindJourneyTests
{
    /// <summary>Of 0001 to 0005: what all three judges give for the theory, and each of them for the practical.</summary>
    private static readonly (int Theory, int[] Practical)[] Marks = [(80, [91, 90, 92]), (84, [88, 89, 90]), (90, [85, 86, 84]), (76, [80, 81, 82]), (70, [62, 63, 64])];

    /// <summary>By hand, 30 % of the theory and 70 % of the mean of the practical: 24 + 63.7, 25.2 + 62.3, 27 + 59.5, 22.8 + 56.7, 21 + 44.1.</summary>
    private static readonly (int Competitor, string Total)[] First = [(1, "87.70"), (2, "87.50"), (3, "86.50"), (4, "79.50"), (5, "65.10")];

    /// <summary>The second judge's 89 for 0002 becomes 98: the mean 92, the total 25.2 + 64.4.</summary>
    private static readonly (int Competitor, string Total)[] Corrected = [(2, "89.60"), (1, "87.70"), (3, "86.50"), (4, "79.50"), (5, "65.10")];

    [Fact]
    public async Task Drawn_judged_and_opened_blind_corrected_on_appeal_noticed_and_verified()
    {
        await using var app = new App();
        var day = DateTime.UtcNow.Date.AddDays(-13).AddHours(1); // 09:00 in China; near enough for a tablet's browser to keep its ticket, past enough for the notice to be over today
        app.Clock.Stop(day);
        await using var room = await BlindRoom.Open(app, entries: 5);
        await room.MakeKey();
        await room.Press(room.Organiser, "/events/WELD", "#Start button");
        var handed = await Draw(room);
        await app.HoldSession(day);
        await Judge(app, room, handed);
        app.Clock.Stop(day.AddMinutes(110));
        await LockAndRecheck(room, DateOnly.FromDateTime(day));
        await Open(room);
        var numbers = await Publish(app, room, handed);
        await Appeal(app, room, numbers[2]);
        await PublishAgain(room, numbers);
        await Notice(app, room, numbers);
        await Certify(app, room);
        await app.Services.GetRequiredService<HeadSigner>().SignNow(all: true);
        var said = new StringWriter();
        Assert.True(await VerifyVerb.Run(["verify", $"--Data={app.Folder}"], said, said) == 0, $"{said}");
        Assert.True(room.Screens.Found.Count == 0, string.Join("\n", room.Screens.Found));
    }

    /// <summary>Each layer promised, drawn, read out and sealed; what each competitor was handed, layer by layer.</summary>
    private static async Task<List<Dictionary<string, string>>> Draw(BlindRoom room)
    {
        var handed = new List<Dictionary<string, string>>();
        foreach (var layer in (int[])[1, 2, 3])
        {
            await room.Press(room.Keeper, "/events/WELD/codes", "form.commit button");
            await room.Keeper.ClickAsync("a[href$='/result/new']");
            await room.Witness(("#Word", $"第{layer}签"));
            await Screens.Send(room.Keeper, "#result button[type=submit]");
            await Expect(room.Keeper.Locator("#handed tbody tr")).ToHaveCountAsync(5);
            await room.Screens.Look(room.Keeper);
            var pairs = await room.Keeper.Locator("#handed tbody td").AllInnerTextsAsync();
            handed.Add(pairs.Chunk(2).ToDictionary(p => p[0], p => p[1]));
            await room.Keeper.ClickAsync("a[href$='/seal/new']");
            await room.Witness();
            await Screens.Send(room.Keeper, "#seal button[type=submit]");
            await Expect(room.Keeper.Locator("#handed")).ToHaveCountAsync(0);
        }

        return handed;
    }

    /// <summary>The practical by tablets with tickets whose network is cut until all is given, the theory at desks meanwhile.</summary>
    private static async Task Judge(App app, BlindRoom room, List<Dictionary<string, string>> handed)
    {
        await room.Chief.GotoAsync($"/events/WELD/panels/{await room.Panel("practical")}/tickets");
        await Screens.Send(room.Chief, "#all button");
        await Expect(room.Chief.Locator("[data-ticket]")).ToHaveCountAsync(3);
        var works = Enumerable.Range(1, 5).ToDictionary(n => n, n => Work(handed, n));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async judge =>
        {
            var ticket = room.Chief.Locator("[data-ticket]").Filter(new() { HasText = $"judge{judge + 1}" });
            await using var tablet = await OfflinePage.Open(app.Address);
            await tablet.Scan((await ticket.GetAttributeAsync("data-ticket"))!);
            await tablet.Keeps(5);
            await tablet.Offline(true);
            foreach (var (competitor, work) in works.OrderBy(w => w.Value, StringComparer.Ordinal))
            {
                await tablet.Page.GotoAsync($"/events/WELD/marking/{work}");
                await tablet.Give($"{Marks[competitor - 1].Practical[judge]}");
            }

            await tablet.Page.ReloadAsync();
            await tablet.Waits(5);
            await tablet.Offline(false);
            await tablet.Waits(0);
        }));
        var papers = await app.WithDb(db => (from line in db.CodeBook where line.Module == "theory" join entry in db.Entries on line.EntryId equals entry.Id select new { entry.AdmissionNumber, line.Work }).ToListAsync());
        await Task.WhenAll(Enumerable.Range(1, 3).Select(async judge =>
        {
            var desk = await room.Screens.Of($"judge{judge}");
            foreach (var paper in papers)
            {
                await desk.GotoAsync($"/events/WELD/marking/{paper.Work}");
                await desk.Keyboard.TypeAsync($"{Marks[int.Parse(paper.AdmissionNumber!, System.Globalization.CultureInfo.InvariantCulture) - 1].Theory}");
                await desk.Keyboard.PressAsync("Enter");
                await Expect(desk.Locator("[data-saved]")).ToHaveTextAsync("1");
            }
        }));
        Assert.Equal(30, await app.WithDb(db => db.Marks.CountAsync()));
        Assert.Equal(15, await app.WithDb(db => db.MarkDevices.CountAsync())); // the practical, by tablets
    }

    /// <summary>参赛编号, 赛位号, 作品号: as three slips of paper in the competitor's hand.</summary>
    private static string Work(List<Dictionary<string, string>> handed, int competitor) => handed[2][handed[1][handed[0].Single(p => p.Key.Contains($"选手{competitor:00}", StringComparison.Ordinal)).Value]];

    private static async Task LockAndRecheck(BlindRoom room, DateOnly day)
    {
        await room.Press(room.Organiser, "/events/WELD", "#Finish button");
        foreach (var module in (string[])["theory", "practical"])
        {
            var sheet = $"/events/WELD/sheets/{module}@{day:yyyy-MM-dd}";
            await room.Clerk.GotoAsync($"{sheet}/confirmation/new");
            await room.Screens.Look(room.Clerk);
            await BlindRoom.Sign(room.Clerk, "clerk", "#confirm");
            await room.Press(room.Chief, sheet, "#lock button");

            await room.Press(room.Supervisor, "/events/WELD/rechecks", $"#draw-{module} button");
            await Expect(room.Supervisor.Locator("#items tbody tr")).ToHaveCountAsync(3); // 30 % of five are two, 15 % of three is one
            foreach (var work in await room.Supervisor.Locator("#items [name=works]").AllAsync())
            {
                await work.CheckAsync();
            }

            await room.Supervisor.ClickAsync("[data-pass]");
            await room.Screens.Look(room.Supervisor);
            await BlindRoom.Sign(room.Supervisor, SealedEvent.Supervisor, "#pass");
            await room.Supervisor.ClickAsync("a[href$='/completion/new']");
            await room.Screens.Look(room.Supervisor);
            await BlindRoom.Sign(room.Supervisor, SealedEvent.Supervisor, "#finish");
        }
    }

    private static async Task Open(BlindRoom room)
    {
        var viewer = await room.Screens.Of("chief");
        await viewer.GotoAsync("/boards/WELD");
        Assert.DoesNotContain("选手", await viewer.InnerTextAsync("main"), StringComparison.Ordinal);
        await room.Screens.Visit(room.Keeper, "/events/WELD/opening/new");
        foreach (var (field, value) in ((string, string)[])[("OwnPassword", SealedEvent.Password), ("OwnHalf", room.OwnHalf), ("Witness", SealedEvent.Supervisor), ("WitnessPassword", SealedEvent.Password), ("WitnessHalf", room.OtherHalf)])
        {
            await room.Keeper.FillAsync($"#{field}", value);
        }

        await Screens.Send(room.Keeper, "#open button[type=submit]");
        await Expect(room.Keeper.Locator("[data-steps] b")).ToHaveCountAsync(7);
        await room.Screens.Look(room.Keeper);
    }

    /// <summary>Computed, confirmed by another, published, announced; what number each competitor had.</summary>
    private static async Task<Dictionary<int, string>> Publish(App app, BlindRoom room, List<Dictionary<string, string>> handed)
    {
        var numbers = Enumerable.Range(1, 5).ToDictionary(n => n, n => handed[0].Single(p => p.Key.Contains($"选手{n:00}", StringComparison.Ordinal)).Value);
        await room.Organiser.GotoAsync("/events/WELD/results/new");
        await room.Result(First, numbers);
        await room.Press(room.Organiser, "/events/WELD", "#Announce button");
        Assert.All(numbers, n => Assert.Equal(n.Value, app.NumberOf($"{n.Key:0000}").Result));
        return numbers;
    }

    /// <summary>The leader in time, the arbitration group, the leader's receipt, the chief judge's slip, the supervisor's signature.</summary>
    private static async Task Appeal(App app, BlindRoom room, string number)
    {
        await app.Leader("E2");
        var (leader, arbiter) = (await room.Screens.Of("leader-E2", 390, 844), await room.Screens.Of("arbiter"));
        await room.Screens.Visit(leader, "/events/WELD/appeals/new");
        await leader.CheckAsync($"[name=Ground][value='{await app.EntryOf("0002")}/practical']");
        await leader.CheckAsync("[name=Kind][value=Judging]");
        await leader.FillAsync("#Facts", Appealing.Facts["Facts"]);
        await Screens.Send(leader, "#appeal button[type=submit]");
        await room.Press(arbiter, "/events/WELD/appeals/1", "#accept button");
        await arbiter.ClickAsync("a[href*='move=Find']");
        await arbiter.SelectOptionAsync("#Outcome", "Corrected");
        await arbiter.FillAsync("#Text", "经复测，第三道焊缝漏计，应予更正。");
        await Screens.Send(arbiter, "#move button[type=submit]");
        await room.Press(leader, "/events/WELD/appeals/1", "#deliver button");
        await Expect(leader.Locator("#outcome")).ToContainTextAsync("更正");
        await room.Screens.Look(leader);

        await room.Screens.Visit(room.Chief, $"/events/WELD/correction-slips/new?q={number}&appeal=1");
        await room.Chief.Locator("#slip label").Filter(new() { HasText = "实操" }).Filter(new() { HasText = "judge2" }).Locator("input").CheckAsync();
        await room.Chief.FillAsync("#Value", "98");
        await room.Chief.FillAsync("#Why", "监督仲裁组书面通知第 2 号");
        await Screens.Send(room.Chief, "#slip button[type=submit]");
        await Expect(room.Chief.Locator("#sign-1")).ToHaveCountAsync(0);
        await room.Screens.Visit(arbiter, "/events/WELD/correction-slips/1");
        await Screens.Send(arbiter, "#sign button");
        await Expect(arbiter.Locator("#slips tbody tr")).ToContainTextAsync("已生效");
    }

    private static async Task PublishAgain(BlindRoom room, Dictionary<int, string> numbers)
    {
        await room.Organiser.GotoAsync("/events/WELD/results/new?corrects=1");
        await room.Organiser.FillAsync("#Why", "申诉复议：第三道焊缝漏计，见更正单 G-01");
        await room.Result(Corrected, numbers);
        var anybody = await (await Chromium.Window(room.Address)).NewPageAsync();
        await room.Screens.Visit(anybody, "/portal/C-WELD/results/1");
        await Expect(anybody.Locator("#notice")).ToContainTextAsync("见更正单 G-01");
        await Expect(anybody.Locator("#sheet tbody tr").First).ToHaveAttributeAsync("data-number", numbers[2]);
        await anybody.Context.DisposeAsync();
    }

    private static async Task Notice(App app, BlindRoom room, Dictionary<int, string> numbers)
    {
        await room.Organiser.GotoAsync("/events/WELD");
        await room.Organiser.ClickAsync("#GiveNotice");
        await Screens.Send(room.Organiser, "#notice button[type=submit]");
        await Expect(room.Organiser.Locator("h1 [data-stage]")).ToHaveTextAsync("公示中");
        var anybody = await (await Chromium.Window(room.Address, width: 390, height: 844)).NewPageAsync();
        await room.Screens.Visit(anybody, "/portal/notices/1");
        await Expect(anybody.Locator("#list tbody tr").First).ToContainTextAsync(numbers[2]);
        Assert.DoesNotContain("选手02", await anybody.InnerTextAsync("main"), StringComparison.Ordinal);
        await anybody.Context.DisposeAsync();

        var ends = await app.WithDb(db => db.PublicNotices.Select(n => n.EndsOn).SingleAsync());
        app.Clock.Stop(ends.ToDateTime(new TimeOnly(16, 0), DateTimeKind.Utc)); // the first minute after it in China
        await room.Press(room.Organiser, "/notices/1", "#close button");
        await Expect(room.Organiser.Locator(".nslip")).ToContainTextAsync("公示期间未收到异议");
    }

    /// <summary>Honours by document, certificates, and each of them checked as a credential by who never heard of this program.</summary>
    private static async Task Certify(App app, BlindRoom room)
    {
        await room.Press(room.Organiser, "/events/WELD/honours", "#award button");
        await room.Organiser.GotoAsync("/events/WELD/honours/decree/new");
        await room.Organiser.FillAsync("#DocumentNumber", Awarded.Document);
        await Screens.Send(room.Organiser, "#decree button[type=submit]");
        await room.Organiser.GotoAsync("/certificate-orders/new?event=WELD");
        await Screens.Send(room.Organiser, "#order button[type=submit]");
        await Expect(room.Organiser.Locator("#outcome")).ToContainTextAsync("证书");

        var certificates = await app.WithDb(db => db.Certificates.AsNoTracking().OrderBy(c => c.Number).ToListAsync());
        Assert.Equal(["选手02 一等奖", "选手01 二等奖", "选手03 三等奖"], certificates.Select(c => $"{c.Text.Addressee} {c.Text.Award.Split('·')[0]}").Where(c => c.EndsWith("等奖", StringComparison.Ordinal)));
        var employer = await (await Chromium.Window(room.Address, width: 390, height: 844)).NewPageAsync();
        await room.Screens.Visit(employer, $"/verify/{certificates[0].Token}");
        await Expect(employer.Locator(".res h2")).ToHaveTextAsync("证书有效");
        Assert.DoesNotContain("选手02", await employer.InnerTextAsync("main"), StringComparison.Ordinal);
        await room.Press(room.Organiser, "/certificates/1", "#give-link button");
        var link = await room.Organiser.InputValueAsync("#holder-address");
        await room.Screens.Visit(employer, new Uri(link).AbsolutePath);
        await Expect(employer.Locator("#holder")).ToHaveTextAsync("选手02");
        await employer.Context.DisposeAsync();
        foreach (var certificate in certificates)
        {
            Assert.Equal("", (await Credentials.Checked(await app.Jwt(certificate.Id), certificate.Text.Addressee)).Problems());
        }
    }
}
