using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Competitions.Contests;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Competitions.Web.Tests.Scoring;

/// <summary>Issue 4: a one-time ticket gives a judge's tablet its place until the module is locked, and its marks bear the tablet's key.</summary>
public sealed class PanelTicketsTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_ticket_seats_one_tablet_once_and_the_tablet_marks_and_opens_nothing_else()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (_, code) = await Give(app, floor);
        var tablet = await Enter(app, code);
        Assert.Equal("/events/WELD/marking", tablet.Address);
        Assert.Equal(3, tablet.Texts(".work .code").Count);

        foreach (var closed in (string[])["/", "/events/WELD", "/contests", "/password/edit", "/events/WELD/overview"])
        {
            Assert.Equal("/events/WELD/marking", (await tablet.Visit(closed)).Address);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.Send("/password", new { })).StatusCode);
        app.Clock.Advance(TimeSpan.FromDays(3)); // idle, and longer than any visit with a password
        Assert.Equal("/events/WELD/marking", (await tablet.Visit("/events/WELD/marking")).Address);

        var again = await Enter(app, code);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("已经用过", again.Text(".errsum"), StringComparison.Ordinal);
        Assert.Contains("入席码不对", (await Enter(app, "AAAA-BBBB-CCCC-DDDD")).Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal([("panel-ticket.give", true), ("panel-ticket.use", true), ("panel-ticket.use", false), ("panel-ticket.use", false)],
            (await app.WithDb(db => db.Audit.Where(a => a.Act.StartsWith("panel-ticket.")).OrderBy(a => a.Sequence).Select(a => new { a.Act, a.Allowed }).ToListAsync())).Select(a => (a.Act, a.Allowed)));
    }

    [Fact]
    public async Task Marks_of_a_seated_tablet_bear_its_key_and_without_it_are_refused()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var tablet = await Enter(app, (await Give(app, floor)).Code);
        var (mine, foreign) = (Signed(floor.Works[0], "85.50"), Floor.Panel(floor.Works[1], "80"));

        var answers = await Send(tablet, mine, foreign, Signed(floor.Works[1], "81") with { Value = System.Text.Json.JsonSerializer.SerializeToElement("91") });

        Assert.Equal([null, "marks.wrong-device", "marks.wrong-device"], answers.Select(a => a.Refusal));
        var (line, device) = ((await floor.Lines()).Single(), await app.WithDb(db => db.MarkDevices.SingleAsync()));
        var ticket = await app.WithDb(db => db.PanelTickets.SingleAsync(t => t.UsedAt != null));
        Assert.Equal((line.Id, ticket.Id, floor.Judges[0]), (device.Id, device.Ticket, line.Judge));
        Assert.True(device.Signs(line, null, ticket.DeviceKey!));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("DELETE FROM MarkDevices")));
        Assert.Null((await floor.Give(floor.Judges[1], Floor.Panel(floor.Works[1], "80"))).Single().Refusal); // who signed in with a password needs none
    }

    [Fact]
    public async Task A_ticket_is_of_one_module_and_one_event_wherever_else_its_judge_sits()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (_, code) = await Give(app, floor);
        await app.Registering("LATHE");
        await app.WithDb(async db =>
        {
            var panel = new Panel(await db.Events.SingleAsync(e => e.Code == "WELD"), "theory", "理论组", []);
            panel.Seat(floor.Judges[0], "judge1", leads: false);
            db.AddRange(panel, Duty.In(await db.Events.Where(e => e.Code == "LATHE").Select(e => e.Id).SingleAsync(), floor.Judges[0], DutyKind.ScoringJudge, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
        });
        var theory = await app.WithDb(db => db.Works.Where(w => w.Module == "theory").OrderBy(w => w.Code).Select(w => w.Code).FirstAsync());
        var tablet = await Enter(app, code);

        Assert.Equal(["marks.not-yours", null], (await Send(tablet, Signed(theory, "80"), Signed(floor.Works[0], "80"))).Select(a => a.Refusal));
        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.Send("/events/LATHE/marks", Array.Empty<TabletMark>())).StatusCode);
        Assert.Equal("/events/WELD/marking", (await tablet.Visit("/events/LATHE/marking")).Address);
        Assert.Null((await floor.Give(floor.Judges[0], Floor.Panel(theory, "80"))).Single().Refusal); // with his password he marks both
    }

    [Theory]
    [InlineData("new ticket")]
    [InlineData("taken back")]
    [InlineData("locked")]
    [InlineData("finished")]
    [InlineData("unseated")]
    public async Task A_place_is_over_and_the_tablet_is_asked_for_a_new_ticket(string how)
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (chief, code) = await Give(app, floor);
        var tablet = await Enter(app, code);
        switch (how)
        {
            case "new ticket": await Give(app, floor); break;
            case "taken back": await (await chief.Visit(Tickets(await PanelId(app)))).Submit("form[action$='/endings']"); break;
            case "locked":
                await app.WithDb(async db =>
                {
                    var head = await db.LedgerHeads.SingleAsync();
                    head.Take(new Sheet("practical", DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8))), marks: false);
                    return await db.SaveChangesAsync();
                });
                break;
            case "finished": await (await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD")).Submit("#Finish"); break;
            default:
                await app.WithDb(async db =>
                {
                    (await db.Panels.SingleAsync()).Unseat(floor.Judges[0]);
                    return await db.SaveChangesAsync();
                });
                break;
        }

        Assert.Equal(HttpStatusCode.Found, (await Post(tablet, Signed(floor.Works[0], "85"))).StatusCode);
        Assert.Equal("/panel-seat?over=true", (await tablet.Visit("/events/WELD/marking")).Address);
        Assert.Contains("入席已到期", tablet.Text("main"), StringComparison.Ordinal);
        Assert.Empty(await floor.Lines());
    }

    /// <summary>In a real browser: the place ends while marks wait; they stay, and go on with the next ticket.</summary>
    [Fact]
    public async Task When_the_place_is_over_the_queue_stays_and_goes_on_with_a_new_ticket()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await using var tablet = await OfflinePage.Open(app.Address);
        var page = tablet.Page;
        await tablet.Scan((await Give(app, floor)).Code);
        await tablet.Keeps(3);
        await page.ClickAsync($"[data-work='{floor.Works[0]}']");
        await tablet.Give("81");
        await tablet.Waits(0);

        await tablet.Offline(true);
        await tablet.Give("82");
        await tablet.Give("83.50");
        var next = (await Give(app, floor)).Code;
        await tablet.Offline(false);
        await Expect(page.Locator("[data-trouble-text]")).ToContainTextAsync("请扫新的入席码");
        await tablet.Waits(2);
        var queue = await tablet.Queue();
        await page.ClickAsync("[data-enter-again]");
        await Expect(page.Locator("[data-waiting-count]")).ToHaveTextAsync("2");
        Assert.Single(await floor.Lines());

        await tablet.Scan(next);
        await tablet.Waits(0);
        var lines = await floor.Lines();
        Assert.Equal([81m, 82m, 83.5m], lines.Select(l => l.Value));
        Assert.Equal(queue.Select(q => q.Id), lines.Skip(1).Select(l => l.Id));
        var tickets = await app.WithDb(db => db.PanelTickets.OrderBy(t => t.Id).ToListAsync());
        Assert.Equal(tickets[0].DeviceKey, tickets[1].DeviceKey); // the same tablet
        var devices = await app.WithDb(db => db.MarkDevices.ToDictionaryAsync(d => d.Id));
        Assert.All(lines, l => Assert.True(devices[l.Id].Signs(l, null, tickets[0].DeviceKey!)));
    }

    private static Task<int> PanelId(App app) => app.WithDb(db => db.Panels.Select(p => p.Id).SingleAsync());

    private static string Tickets(int panel) => $"/events/WELD/panels/{panel}/tickets";

    /// <summary>The chief judge gives the first judge a ticket; its code as it is printed.</summary>
    private static async Task<(Browser Chief, string Code)> Give(App app, Floor floor)
    {
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit(Tickets(await PanelId(app)));
        await chief.Submit($"tr[data-judge='{floor.Judges[0]}'] form");
        return (chief, chief.Page.QuerySelector("[data-ticket]")!.GetAttribute("data-ticket")!);
    }

    private async Task<Browser> Enter(App app, string code)
    {
        var tablet = await app.Open().Visit("/panel-seat");
        return await tablet.Submit("#seat", new Dictionary<string, string> { ["Code"] = code, ["Key"] = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()) });
    }

    private TabletMark Signed(string work, string value)
    {
        var mark = Floor.Panel(work, value);
        var plain = decimal.Parse(value, CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture);
        var text = $"WELD\n{mark.Id}\n{work}\npanel\n{plain}\n1970-01-01T00:00:00.000Z\n";
        return mark with { Signature = Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256)) };
    }

    private static Task<HttpResponseMessage> Post(Browser tablet, params TabletMark[] marks) => tablet.Send("/events/WELD/marks", marks);

    private static async Task<MarkAnswer[]> Send(Browser tablet, params TabletMark[] marks) => (await (await Post(tablet, marks)).Content.ReadFromJsonAsync<MarkAnswer[]>())!;
}
