using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>评分单 of a module and day: confirmed by a second person, locked by the chief judge, opened by a duty of its own.</summary>
public class SheetsTests
{
    private const string Sheets = "/events/WELD/sheets";

    [Fact]
    public async Task A_sheet_is_confirmed_by_one_locked_by_another_and_takes_no_mark_any_more()
    {
        await using var app = new App();
        var (floor, sheet) = await Marked(app);
        var (clerk, chief) = (app.As(await app.Judge(floor.EventId, DutyKind.ScoreClerk, "clerk")), app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")));

        Assert.Null((await chief.Visit(sheet)).Page.QuerySelector("#lock"));
        Assert.Equal(HttpStatusCode.Conflict, (await chief.Post($"{sheet}/lock")).Status);
        Assert.Contains("还没有人确认", chief.Body, StringComparison.Ordinal);
        await (await clerk.Visit($"{sheet}/confirmation/new")).Submit("#confirm", new Dictionary<string, string> { ["Name"] = "别人" });
        Assert.Equal((HttpStatusCode.Conflict, "别人"), (clerk.Status, clerk.Value("#Name")));
        await clerk.Submit("#confirm", new Dictionary<string, string> { ["Name"] = "clerk" });
        Assert.Equal((HttpStatusCode.OK, sheet), (clerk.Status, clerk.Address));

        await (await chief.Visit(sheet)).Submit("#lock");

        Assert.Contains("已锁定", chief.Text("h1"), StringComparison.Ordinal);
        Assert.Equal("marks.locked", (await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 60, (await floor.Lines())[0].Sequence))).Single().Refusal);
        Assert.Equal(["锁定", "确认"], chief.Texts("#history b"));
        Assert.Contains("clerk", (await clerk.Visit(Sheets)).Text("#sheets tbody tr"), StringComparison.Ordinal);
        Assert.Equal(["day-sheet.confirm", "day-sheet.lock"], await app.WithDb(db => db.Audit.Where(a => a.Act.StartsWith("day-sheet")).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync()));
    }

    /// <summary>The ledger's day is that of the line: what was given on the locked day is not replaced on the next, what is new then belongs to another sheet.</summary>
    [Fact]
    public async Task What_was_given_on_a_locked_day_is_not_replaced_on_the_next()
    {
        await using var app = new App();
        var (floor, sheet) = await Marked(app, leaveOut: 1);
        await Lock(app, floor, sheet);
        var first = (await floor.Lines()).First(l => l.Work == floor.Works[0] && l.Judge == floor.Judges[0]);
        app.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("marks.locked", (await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 60, first.Sequence))).Single().Refusal);
        Assert.NotNull((await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[^1], 71))).Single().Sequence);
    }

    [Fact]
    public async Task Who_marked_on_the_sheet_does_not_confirm_it_whatever_duty_he_was_given()
    {
        await using var app = new App();
        var (floor, sheet) = await Marked(app);
        await app.WithDb(async db =>
        {
            db.Add(Duty.In(floor.EventId, floor.Judges[0], DutyKind.Supervisor, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
        });
        var both = app.As(floor.Judges[0]);

        Assert.Null((await both.Visit(sheet)).Page.QuerySelector("a[href$='/confirmation/new']"));
        await (await both.Visit($"{sheet}/confirmation/new")).Submit("#confirm", new Dictionary<string, string> { ["Name"] = "judge1" });

        Assert.Equal((HttpStatusCode.Conflict, 0), (both.Status, await app.WithDb(db => db.SheetConfirmations.CountAsync())));
        Assert.Contains("您在这张评分单上给过分", both.Text(".errsum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_unlocking_duty_unlocks_with_a_reason_that_stays_in_the_timeline()
    {
        await using var app = new App();
        var (floor, sheet) = await Marked(app);
        await Lock(app, floor, sheet);
        foreach (var duty in (DutyKind[])[DutyKind.ChiefJudge, DutyKind.Supervisor, DutyKind.ScoreClerk, DutyKind.EventOrganiser])
        {
            var other = await (await app.Open(duty, floor.EventId)).Visit(sheet);
            Assert.Equal(HttpStatusCode.OK, other.Status);
            Assert.Null(other.Page.QuerySelector("a[href$='/unlock/new']"));
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Post($"{sheet}/unlock")).Status);
        }

        var unlocker = app.As(await app.Judge(floor.EventId, DutyKind.SheetUnlocker, "unlocker"));
        await (await unlocker.Visit($"{sheet}/unlock/new")).Submit("#unlock", new Dictionary<string, string> { ["Why"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, unlocker.Status);
        await unlocker.Submit("#unlock", new Dictionary<string, string> { ["Why"] = "第二组裁判漏录一件作品" });

        Assert.Equal(["解锁", "锁定", "确认"], unlocker.Texts("#history b"));
        Assert.Contains("第二组裁判漏录一件作品", unlocker.Text("#history"), StringComparison.Ordinal);
        Assert.Equal("第二组裁判漏录一件作品", await app.WithDb(db => db.Audit.Where(a => a.Act == "day-sheet.unlock" && a.Allowed).Select(a => a.Why).SingleAsync()));
        var line = (await floor.Lines()).First(l => l.Judge == floor.Judges[0]);
        Assert.NotNull((await floor.Give(floor.Judges[0], Floor.Panel(line.Work, 60, line.Sequence))).Single().Sequence);
        Assert.Equal("待确认", (await unlocker.Visit(Sheets)).Text("#sheets .st")); // what was confirmed is no longer what stands
        Assert.Contains("已失效", (await unlocker.Visit(sheet)).Text("#history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_is_not_whole_is_not_confirmed_and_one_that_is_none_is_not_found()
    {
        await using var app = new App();
        var (floor, sheet) = await Marked(app);
        await floor.Give(floor.Judges[0], Floor.Panel((await Extra(app, floor)), 70));
        var clerk = app.As(await app.Judge(floor.EventId, DutyKind.ScoreClerk, "clerk"));

        await (await clerk.Visit($"{sheet}/confirmation/new")).Submit("#confirm", new Dictionary<string, string> { ["Name"] = "clerk" });

        Assert.Equal(HttpStatusCode.Conflict, clerk.Status);
        Assert.Contains("还有 1 件作品没有评完", clerk.Text(".errsum"), StringComparison.Ordinal);
        foreach (var none in (string[])["practical@2020-01-01", "practical@x", "nothing@2026-06-01", "x"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.Visit($"{Sheets}/{none}")).Status);
        }
    }

    [Fact]
    public async Task The_list_asks_the_same_number_of_questions_whatever_the_number_of_sheets()
    {
        await using var app = new App();
        var (floor, _) = await Marked(app, leaveOut: 1);
        var clerk = app.As(await app.Judge(floor.EventId, DutyKind.ScoreClerk, "clerk"));
        await clerk.Visit(Sheets);
        using var sql = app.CountQueries();
        await clerk.Visit(Sheets);
        var one = sql.Count;
        app.Clock.Advance(TimeSpan.FromDays(1));
        await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[^1], 70));
        sql.Clear();

        Assert.Equal(2, (await clerk.Visit(Sheets)).Texts("#sheets tbody tr").Count);
        Assert.Equal(one, sql.Count);
    }

    /// <summary>All judges have marked all works but so many; the sheet's address.</summary>
    private static async Task<(Floor Floor, string Sheet)> Marked(App app, int leaveOut = 0)
    {
        app.Clock.Stop(new DateTime(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc));
        var floor = await Floor.Open(app);
        foreach (var judge in floor.Judges)
        {
            await floor.Give(judge, [.. floor.Works.SkipLast(leaveOut).Select((w, n) => Floor.Panel(w, 80 + n))]);
        }

        return (floor, $"{Sheets}/practical@2026-06-01");
    }

    internal static async Task Lock(App app, Floor floor, string sheet)
    {
        await (await app.As(await app.Judge(floor.EventId, DutyKind.ScoreClerk, "clerk")).Visit($"{sheet}/confirmation/new")).Submit("#confirm", new Dictionary<string, string> { ["Name"] = "clerk" });
        await (await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit(sheet)).Submit("#lock");
    }

    /// <summary>A work that came late.</summary>
    private static Task<string> Extra(App app, Floor floor) => app.WithDb(async db =>
    {
        db.Add(new Competitions.Blinding.Work(Floor.Code, "practical", "LATE-COMER"));
        var of = await db.Events.SingleAsync(e => e.Id == floor.EventId);
        db.Entry(of).Property(e => e.Version).CurrentValue++;
        await db.SaveChangesAsync();
        return "LATE-COMER";
    });
}
