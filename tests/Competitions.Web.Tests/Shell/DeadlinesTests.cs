using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Home.Deadlines;
using Competitions.Web.Tests.Support;
using Competitions.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>The calendar shows each caller the dates of his own contests, sessions and sittings.</summary>
public class DeadlinesTests
{
    /// <summary>国办发明电〔2025〕7号: 1–5 May 2026 are off, 9 May is worked.</summary>
    [Fact]
    public async Task A_month_shows_the_country_s_days_off_and_made_up()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 5, 21, 6, 6, 0, DateTimeKind.Utc));
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/deadlines?month=2026-05");

        string Words(int day) => officer.Text($"#d{day} .tag");
        Assert.Equal(["休", "休", "休", "休", "休"], Enumerable.Range(1, 5).Select(Words));
        Assert.Equal("班", Words(9));
        Assert.False(officer.Page.QuerySelector("#d9")!.ClassList.Contains("off"));
        Assert.True(officer.Page.QuerySelector("#d16")!.ClassList.Contains("off"));
        Assert.True(officer.Page.QuerySelector("#d21")!.ClassList.Contains("now"));
        Assert.Contains("还没有录入", (await officer.Visit("/deadlines?month=2031-01")).Text(".note"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_has_whole_weeks_from_monday()
    {
        var month = CalendarMonth.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 21), [new CalendarDay(new DateOnly(2026, 5, 9), CalendarDayKind.Work, "劳动节")], []);

        Assert.All(month.Weeks, w => Assert.Equal(7, w.Count));
        Assert.Equal(31, month.Weeks.SelectMany(w => w).Count(c => c is not null));
        Assert.Equal(4, month.Weeks[0].Count(c => c is null)); // 1 May 2026 is a Friday
        Assert.Equal(DayOfWeek.Monday, month.Weeks[1][0]!.Day.DayOfWeek);
        Assert.True(month.Weeks[1][5]!.IsWorked);
    }

    [Fact]
    public async Task An_officer_sees_registration_substitution_start_and_sessions()
    {
        await using var app = new App();
        var (officer, closes, starts, planned) = await WithSession(app);

        await officer.Visit($"/deadlines?month={closes:yyyy-MM}");
        Assert.Contains("2026 年临平区职工技能争霸赛：报名截止", officer.Texts($"#d{closes.Day} b"));
        await officer.Visit($"/deadlines?month={starts.AddDays(-1):yyyy-MM}");
        Assert.Contains("2026 年临平区职工技能争霸赛：换人截止", officer.Texts($"#d{starts.AddDays(-1).Day} b"));
        await officer.Visit($"/deadlines?month={starts:yyyy-MM}");
        Assert.Contains("2026 年临平区职工技能争霸赛：开赛", officer.Texts($"#d{starts.Day} b"));
        await officer.Visit($"/deadlines?month={planned:yyyy-MM}");
        Assert.Contains("焊工 · 第一场", officer.Texts($"#d{planned.Day} b"));
        await officer.Visit("/");
        Assert.Contains("2026 年临平区职工技能争霸赛：报名截止", officer.Texts(".days .day-t"));
        Assert.Equal("2026 年临平区职工技能争霸赛", officer.Text("#running a.t"));
    }

    [Fact]
    public async Task A_unit_sees_the_session_its_worker_sits_in_and_a_stranger_nothing()
    {
        await using var app = new App();
        var (_, _, _, planned) = await WithSession(app);

        async Task<IReadOnlyList<string>> Seen(DutyKind duty, string place) => (await (await app.Open(duty, place)).Visit($"/deadlines?month={planned:yyyy-MM}")).Texts(".sheet-line b");
        Assert.Contains("焊工 · 第一场", await Seen(DutyKind.EnterpriseOfficer, "E1"));
        Assert.DoesNotContain("焊工 · 第一场", await Seen(DutyKind.EnterpriseOfficer, "E2"));
        Assert.Empty(await Seen(DutyKind.FederationOfficer, "XS"));
        Assert.Empty(await Seen(DutyKind.SystemAdministrator, "LP"));
    }

    [Fact]
    public async Task A_worker_sees_what_he_entered()
    {
        await using var app = new App();
        var (_, _, _, planned) = await WithSession(app);
        var worker = await app.Open(DutyKind.Worker, "E1");
        await app.WithDb(db => db.Users.Where(u => u.UserName!.StartsWith("Worker")).ExecuteUpdateAsync(u => u.SetProperty(a => a.WorkerId, db.Workers.Single(w => w.Name == "选手01").Id)));

        await worker.Visit($"/deadlines?month={planned:yyyy-MM}");

        Assert.Contains("焊工 · 第一场", worker.Texts(".sheet-line b"));
        Assert.All(worker.Page.QuerySelectorAll(".sheet-line"), a => Assert.Equal("/my/entries", a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_cancelled_contest_has_no_dates()
    {
        await using var app = new App();
        await app.Registering();
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE Events SET Stage = 'Cancelled'"));

        Assert.Empty((await (await app.Open(DutyKind.FederationOfficer)).Visit("/")).Texts(".days .day-t"));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("abc")]
    [InlineData("9999-12")]
    [InlineData("")]
    public async Task A_month_that_is_none_shows_this_one(string month)
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 5, 21, 6, 6, 0, DateTimeKind.Utc));

        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/deadlines?month=" + Uri.EscapeDataString(month));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("2026 年 5 月", page.Text(".head .sub"), StringComparison.Ordinal);
    }

    /// <summary>The home page asks the same whether there is one contest or many.</summary>
    [Fact]
    public async Task The_home_page_costs_the_same_with_one_contest_and_with_four()
    {
        await using var app = new App();
        await app.Registering();
        var officer = await app.Open(DutyKind.FederationOfficer);
        using var log = app.CountQueries();
        await officer.Visit("/");
        var one = log.Count;
        foreach (var code in (string[])["SEW", "TURN", "COOK"])
        {
            await app.Registering(code);
        }

        log.Clear();
        await officer.Visit("/");

        Assert.Equal(one, log.Count);
        Assert.InRange(one, 1, 26); // one for each kind of thing that waits, two for the dates of calls
    }

    /// <summary>The event in preparation; the entry of E1 sits in a session a week from now.</summary>
    private static async Task<(Browser Officer, DateOnly Closes, DateOnly Starts, DateOnly Planned)> WithSession(App app)
    {
        var id = await app.Ready(2);
        var planned = app.Clock.GetUtcNow().UtcDateTime.AddDays(7);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == id);
            var session = new Session(of, "practical", "第一场", "一号实训室", planned, 240);
            db.Add(session);
            await db.SaveChangesAsync();
            var seat = new Seat(session.Id, "1", null);
            seat.Assign(await db.Entries.Where(e => e.UnitName.Contains("衡远")).Select(e => e.Id).SingleAsync());
            db.Add(seat);
            await db.SaveChangesAsync();
        });
        var contest = await app.WithDb(db => db.Contests.AsNoTracking().SingleAsync());
        return (await app.Open(DutyKind.FederationOfficer), contest.RegistrationClosesAt!.Value.InChina().Date(), contest.StartsOn, planned.InChina().Date());
    }
}
