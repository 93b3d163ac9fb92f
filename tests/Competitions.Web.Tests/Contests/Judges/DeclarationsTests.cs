using System.Net;
using System.Text.RegularExpressions;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Judges;

/// <summary>Issue 4, Panels: a declared relation refuses a seat, and the judge who declared it never learns whether it did.</summary>
public partial class DeclarationsTests
{
    private const string Own = "/events/WELD/declarations";

    [Theory]
    [InlineData("选手一", null, true)]
    [InlineData("选 手一", null, true)] // as it is written with a space
    [InlineData("选手九", null, false)]
    [InlineData(null, "E1", true)]
    [InlineData(null, "LP01", true)] // the units below it
    [InlineData(null, "XE", false)]
    [InlineData("选手一", "E1", true)]
    [InlineData("选手一", "E2", false)] // a namesake of another unit
    public async Task A_declared_relation_to_who_is_entered_refuses_the_seat(string? person, string? unit, bool refused)
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        var unitId = unit is null ? (int?)null : await app.WithDb(db => db.Organisations.Where(o => o.Code == unit).Select(o => o.Id).SingleAsync());
        await bench.Declares(bench.Anna, person, unitId, Relation.Interest);

        await bench.Seat();

        Assert.Equal(refused, bench.Organiser.Status is HttpStatusCode.Conflict);
        Assert.Equal(refused, bench.Organiser.Text("main").Contains("申报的合作或利益关系涉及本赛项的报名", StringComparison.Ordinal));
        Assert.Equal(refused ? 0 : 1, (await bench.Seated()).Count);
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("withdrawn")]
    [InlineData("coach")]
    public async Task Only_what_holds_counts_and_a_coach_counts_as_who_competes(string what)
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        await app.WithDb(db => what is "coach" ? db.Database.ExecuteSqlRawAsync("UPDATE EntryMembers SET Role = 'Coach' WHERE Name = '选手一'") : Task.FromResult(0));
        await bench.Declares(bench.Anna, "选手一");
        switch (what)
        {
            case "ended":
                var anna = await app.As(bench.Anna).Visit(Own);
                await (await anna.Visit($"{Own}/1/endings/new")).Submit("#ending", new Dictionary<string, string> { ["Why"] = "已经不再往来" });
                Assert.Contains("已结束", anna.Text("[data-declaration='1']"), StringComparison.Ordinal);
                Assert.Contains("选手一", (await bench.Organiser.Visit($"/events/WELD/judges/{bench.Anna}")).Text("[data-declaration='1']"), StringComparison.Ordinal); // it stays to be read
                break;
            case "withdrawn":
                await app.WithDb(async db =>
                {
                    (await db.Entries.OrderBy(e => e.Id).FirstAsync()).Make(EntryMove.Withdraw, "test", app.Clock.GetUtcNow().UtcDateTime, "本人有事");
                    return await db.SaveChangesAsync();
                });
                break;
        }

        await bench.Seat();
        Assert.Equal(what is "coach" ? [] : [bench.Anna], await bench.Seated());
    }

    /// <summary>Blindness: whoever he names, each page and answer is the same to the byte but for the name that he typed himself.</summary>
    [Fact]
    public async Task He_cannot_tell_from_any_answer_whether_he_whom_he_named_is_entered()
    {
        var (entered, stranger) = (await Said("选手一"), await Said("选手九"));
        Assert.Equal(4, entered.Count);
        Assert.Equal(entered.Select(e => e.Length), stranger.Select(s => s.Length));
        Assert.Equal(entered.Select(e => e.Replace("选手一", "甲", StringComparison.Ordinal)), stranger.Select(s => s.Replace("选手九", "甲", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_unit_is_chosen_from_the_register_and_a_form_that_is_refused_keeps_what_was_typed()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        var anna = await app.As(bench.Anna).Visit($"{Own}/new?q=衡远");
        Assert.Equal(["不写单位", "临平衡远机电有限公司工会"], anna.Texts("#declaration label.judges-choice"));
        await anna.Submit("#declaration", new Dictionary<string, string> { ["Relation"] = "Other" });
        Assert.Equal(HttpStatusCode.Conflict, anna.Status);
        Assert.Contains("请填写姓名，或选择一个单位", anna.Text(".errsum"), StringComparison.Ordinal);
        await anna.Submit("#declaration", new Dictionary<string, string> { ["Relation"] = "Other", ["UnitId"] = "999999", ["Text"] = "曾任顾问" });
        Assert.Equal((HttpStatusCode.Conflict, "曾任顾问"), (anna.Status, anna.Value("#Text")));
        var unit = await app.WithDb(db => db.Organisations.Where(o => o.Code == "E1").Select(o => o.Id).SingleAsync());
        await anna.Submit("#declaration", new Dictionary<string, string> { ["UnitId"] = $"{unit}" });
        Assert.Equal(Own, anna.Address);
        Assert.Contains("临平衡远机电有限公司工会（整个单位）", anna.Text("[data-declaration]"), StringComparison.Ordinal);
        await anna.Submit("#statement");
        Assert.NotNull(await app.WithDb(db => db.JudgeRecords.Select(r => r.StatedAt).SingleAsync()));
    }

    [Fact]
    public async Task What_he_declared_is_seen_by_him_and_by_who_appoints_and_by_nobody_else()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        await bench.Declares(bench.Anna, "顾长风");
        var bela = app.As(await app.Judge(bench.EventId, DutyKind.ScoringJudge, "bela"));
        Assert.DoesNotContain("顾长风", (await bela.Visit(Own)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bela.Visit($"{Own}/1/endings/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bela.Visit($"/events/WELD/judges/{bench.Anna}")).Status);
        foreach (var duty in (DutyKind[])[DutyKind.ScoreClerk, DutyKind.Supervisor, DutyKind.EncryptionJudge, DutyKind.TeamLeader])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(duty, bench.EventId)).Visit($"/events/WELD/judges/{bench.Anna}")).Status);
        }

        Assert.Contains("顾长风", (await app.As(bench.Anna).Visit(Own)).Body, StringComparison.Ordinal);
        Assert.Contains("顾长风", (await bench.Organiser.Visit($"/events/WELD/judges/{bench.Anna}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("顾长风", (await bench.Organiser.Visit("/events/WELD/judges")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_or_a_declaration_that_comes_later_stands_beside_him_and_holds_back_ticket_and_start()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        await bench.Seat();
        Assert.DoesNotContain("须回避", (await bench.Organiser.Visit("/events/WELD/panels")).Text("main"), StringComparison.Ordinal);
        Assert.Empty((await bench.Organiser.Visit("/events/WELD")).Texts("[data-lack]"));

        await bench.Declares(bench.Anna, "选手一");

        Assert.Contains("须回避：申报的亲属关系", (await bench.Organiser.Visit("/events/WELD/panels")).Text($"[data-judge='{bench.Anna}']"), StringComparison.Ordinal);
        Assert.Contains("实操组 anna", (await bench.Organiser.Visit("/events/WELD")).Text("[data-lack='event.lacks-recusal']"), StringComparison.Ordinal);
        await bench.Organiser.Submit("#Start");
        Assert.Equal(HttpStatusCode.Conflict, bench.Organiser.Status);
        var panel = await app.WithDb(db => db.Panels.Select(p => p.Id).SingleAsync());
        await bench.Organiser.Visit($"/events/WELD/panels/{panel}/tickets");
        Assert.Null(bench.Organiser.Page.QuerySelector($"tr[data-judge='{bench.Anna}'] form"));
        await bench.Organiser.Submit("#all", new Dictionary<string, string> { ["account"] = bench.Anna }, forged: true);
        Assert.Equal(HttpStatusCode.Conflict, bench.Organiser.Status);
        Assert.Equal(0, await app.WithDb(db => db.PanelTickets.CountAsync()));
    }

    /// <summary>What the judge is answered when he declares, and shown afterwards and when his event's pages are opened.</summary>
    private static async Task<List<string>> Said(string name)
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        await bench.SeatDirectly(bench.Anna);
        var anna = await app.As(bench.Anna).Visit($"{Own}/new");
        await anna.Submit("#declaration", new Dictionary<string, string> { ["Relation"] = "Kin", ["Person"] = name });
        var said = new List<string> { Plain(anna.Body) };
        foreach (var address in (string[])[Own, "/events/WELD", "/events/WELD/marking"])
        {
            said.Add(Plain((await anna.Visit(address)).Body));
        }

        return said;
    }

    private static string Plain(string body) => Token().Replace(body, "");

    [GeneratedRegex("__RequestVerificationToken[^>]*>|\\?v=[\\w-]+|\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2})?|[0-9a-f]{8}-[0-9a-f-]{27}|nonce-[^']*")]
    private static partial Regex Token();
}
