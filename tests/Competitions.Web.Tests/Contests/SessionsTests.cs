using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests;

public class SessionsTests
{
    private static readonly DateTime Eight = new(2026, 5, 21, 0, 0, 0, DateTimeKind.Utc); // 8:00 in China

    [Fact]
    public async Task Create_makes_seats_and_assigning_by_rule_seats_all_with_units_apart()
    {
        await using var app = new App();
        var (page, id) = await Seated(app, entries: 4, seats: "4");

        var units = await app.WithDb(db => (from s in db.Seats join e in db.Entries on s.EntryId equals e.Id where s.SessionId == id orderby s.Number select e.UnitId).ToListAsync());

        Assert.Equal(4, units.Count);
        Assert.DoesNotContain(units.Zip(units.Skip(1)), pair => pair.First == pair.Second);
        Assert.Equal(["01", "02", "03", "04"], page.Texts(".seats td.b:first-child"));
    }

    [Fact]
    public async Task Create_with_a_seat_twice_is_refused_and_keeps_what_was_typed()
    {
        await using var app = new App();
        await app.Ready();
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD/sessions/new");

        await page.Submit("#session", new Dictionary<string, string> { ["Name"] = "第一场", ["Room"] = "1 号车间", ["PlannedAt"] = "2026-05-21T09:00", ["Seats"] = "01\n01" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("不能重复", page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("第一场", page.Value("#Name"));
        Assert.Equal(0, await app.WithDb(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_ticket_signs_in_once_and_one_of_another_session_not_at_all()
    {
        await using var app = new App();
        var (page, id) = await Seated(app, entries: 2, seats: "2");
        app.Clock.Stop(Eight.AddMinutes(30));

        await page.Submit("#sign-in", new Dictionary<string, string> { ["ticket"] = "WELD/0001" });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(EntryStage.SignedIn, await app.WithDb(db => db.Entries.Where(e => e.AdmissionNumber == "0001").Select(e => e.Stage).SingleAsync()));

        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#sign-in", new Dictionary<string, string> { ["ticket"] = "0001" });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("已经签到", page.Text("[role=alert]"), StringComparison.Ordinal);

        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#sign-in", new Dictionary<string, string> { ["ticket"] = "WELD/0099" });
        Assert.Contains("没有这张准考证（0099）", page.Text("[role=alert]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_runs_start_late_absent_extra_time_end_and_each_actual_end_is_kept()
    {
        await using var app = new App();
        var (page, id) = await Seated(app, entries: 3, seats: "3");
        app.Clock.Stop(Eight.AddMinutes(45));
        await SignIn(page, id, "0001");
        app.Clock.Stop(Eight.AddMinutes(60));
        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#Start", new Dictionary<string, string>());
        app.Clock.Advance(TimeSpan.FromMinutes(19));
        await SignIn(page, id, "0002");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await SignIn(page, id, "0003");
        Assert.Contains("开赛已超过 20 分钟", page.Text("[role=alert]"), StringComparison.Ordinal);

        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#absences");
        Assert.Equal(EntryStage.Absent, await app.WithDb(db => db.Entries.Where(e => e.AdmissionNumber == "0003").Select(e => e.Stage).SingleAsync()));

        var seat = await app.WithDb(db => (from s in db.Seats join e in db.Entries on s.EntryId equals e.Id where e.AdmissionNumber == "0002" select s.Id).SingleAsync());
        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit($"#seat-{seat} [data-extra]", new Dictionary<string, string> { ["minutes"] = "10", ["why"] = "设备故障" });
        app.Clock.Advance(TimeSpan.FromMinutes(104)); // 125 minutes after the start

        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#End");
        Assert.Contains("还有 1 个赛位没有到时间", page.Text("[role=alert]"), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#End");

        var ends = await app.WithDb(db => (from s in db.Seats join e in db.Entries on s.EntryId equals e.Id orderby e.AdmissionNumber select s.EndedAt).ToListAsync());
        Assert.Equal([Eight.AddMinutes(180), Eight.AddMinutes(190), null], ends);
        Assert.Equal("已结束", page.Text("[data-stage=Ended]"));
    }

    [Fact]
    public async Task An_officer_of_another_district_sees_and_moves_nothing()
    {
        await using var app = new App();
        var (page, id) = await Seated(app, entries: 2, seats: "2");
        var stranger = await app.Open(DutyKind.FederationOfficer, "XS");

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Visit($"/events/WELD/sessions/{id}")).Status);
        await app.Registering("LATHE");
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit($"/events/LATHE/sessions/{id}")).Status); // a session of one event under another's address
    }

    [Fact]
    public async Task The_list_takes_as_many_queries_for_ten_sessions_as_for_one()
    {
        await using var app = new App();
        var id = await app.Ready(2);
        var page = await app.Open(DutyKind.FederationOfficer);
        await Add(1);
        await page.Visit("/events/WELD/sessions");
        using var log = app.CountQueries();
        await page.Visit("/events/WELD/sessions");
        var one = log.Count;
        await Add(9);
        log.Clear();
        await page.Visit("/events/WELD/sessions");

        Assert.Equal(10, page.Texts(".tbl tbody tr").Count);
        Assert.InRange(one, 1, 14);
        Assert.Equal(one, log.Count);

        Task Add(int count) => app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == id);
            db.AddRange(Enumerable.Range(0, count).Select(n => new Session(of, "theory", $"场次{n}", "机房", Eight.AddHours(n), 60)));
            await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Tickets_show_seat_and_code_and_print_as_one_file()
    {
        await using var app = new App();
        var (page, _) = await Seated(app, entries: 3, seats: "3");

        await page.Visit("/events/WELD/tickets");
        Assert.Equal(["0001", "0002", "0003"], page.Texts(".ticket .number"));
        Assert.Equal(3, page.Page.QuerySelectorAll(".ticket-qr svg").Length);
        Assert.Equal(3, page.Page.QuerySelectorAll(".ticket .seat").Length);

        Assert.SkipUnless(page.Page.QuerySelector("a[href*='pdf']") is not null, "No Chromium or Edge on this machine.");
        var pdf = await page.Http.GetByteArrayAsync("/events/WELD/tickets/pdf");
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.InRange(pdf.Length, 10_000, 600_000);
    }

    private static async Task<(Browser Page, int Id)> Seated(App app, int entries, string seats)
    {
        app.Clock.Stop(Eight.AddDays(-10));
        await app.Ready(entries);
        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD/sessions/new");
        await page.Submit("#session", new Dictionary<string, string> { ["Module"] = "practical", ["Name"] = "第一场", ["Room"] = "1 号车间", ["PlannedAt"] = "2026-05-21T09:00", ["Minutes"] = "120", ["Seats"] = seats });
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await page.Submit("#assign");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return (page, await app.WithDb(db => db.Sessions.Select(s => s.Id).SingleAsync()));
    }

    private static async Task SignIn(Browser page, int id, string number) =>
        await (await page.Visit($"/events/WELD/sessions/{id}")).Submit("#sign-in", new Dictionary<string, string> { ["ticket"] = number });
}
