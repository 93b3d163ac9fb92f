using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Judges;

/// <summary>Issue 4, Panels: qualifications, training, what is declared, recusal; refused with the reason, and shown when it arises later.</summary>
public class JudgesTests
{
    private const string Roster = "/events/WELD/judges";

    [Fact]
    public async Task A_judge_without_qualification_or_training_is_not_seated_until_he_has_both()
    {
        await using var app = new App();
        var bench = await Bench.Open(app, strict: true);
        await bench.Seat();
        Assert.Contains("没有达到本赛项要求的执裁资格", bench.Organiser.Text("[role=alert]"), StringComparison.Ordinal);

        await (await bench.Organiser.Visit($"{Roster}/{bench.Anna}/qualification/edit")).Submit("#qualification", Fields(("Kind", "SeniorTechnician"), ("Number", "演示 001")));
        Assert.Contains("高级技师", bench.Organiser.Text("main"), StringComparison.Ordinal);
        await bench.Seat();
        Assert.Contains("还没有赛前培训签到", bench.Organiser.Text("[role=alert]"), StringComparison.Ordinal);

        var anna = await app.As(bench.Anna).Visit("/events/WELD/trainings/new");
        await anna.Submit("#training");
        Assert.Equal(HttpStatusCode.Conflict, anna.Status);
        Assert.Contains("请先勾选已阅读", anna.Text(".errsum"), StringComparison.Ordinal);
        await anna.Submit("#training", Fields(("HasRead", "true"), ("Hours", "4")));
        Assert.Equal("/events/WELD/declarations", anna.Address);
        Assert.Contains("4 学时", anna.Text("main"), StringComparison.Ordinal);

        await bench.Seat();
        Assert.Equal(HttpStatusCode.OK, bench.Organiser.Status);
        Assert.Equal([bench.Anna], await bench.Seated());
        Assert.Equal(["judge.qualify", "judge.train"], await app.WithDb(db => db.Audit.Where(a => a.Act.StartsWith("judge.")).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync()));
    }

    [Theory]
    [InlineData(-1, false)] // it ends the day before the contest does
    [InlineData(0, true)]
    public async Task A_certificate_is_valid_on_the_contests_last_day_or_counts_as_none(int days, bool seated)
    {
        await using var app = new App();
        var bench = await Bench.Open(app, strict: true);
        var ends = await app.WithDb(db => db.Contests.Select(c => c.EndsOn).SingleAsync());
        await bench.Brings(ends.AddDays(days));

        await bench.Seat();

        Assert.Equal(seated ? 1 : 0, (await bench.Seated()).Count);
        Assert.Equal(!seated, (await bench.Organiser.Visit(Roster)).Text($"tr[data-judge='{bench.Anna}']").Contains("到比赛日已过期", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_signed_on_paper_is_recorded_with_its_reason_and_nobody_records_for_himself()
    {
        await using var app = new App();
        var bench = await Bench.Open(app, strict: true);
        await (await bench.Organiser.Visit($"{Roster}/{bench.Anna}/trainings/new")).Submit("#training");
        Assert.Equal(HttpStatusCode.BadRequest, bench.Organiser.Status);
        await bench.Organiser.Submit("#training", Fields(("Why", "当天没有网络，签在纸上")));
        Assert.Contains("当天没有网络，签在纸上", bench.Organiser.Text("main"), StringComparison.Ordinal);

        var chief = await app.Judge(bench.EventId, DutyKind.ChiefJudge, "chief");
        var browser = await app.As(chief).Visit($"{Roster}/{chief}/qualification/edit");
        await browser.Submit("#qualification", Fields(("Kind", "FullTitle"), ("Number", "演示 002")));
        Assert.Equal((HttpStatusCode.Conflict, "演示 002"), (browser.Status, browser.Value("#Number")));
        Assert.Contains("不能由自己登记", browser.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.JudgeRecords.CountAsync()));
    }

    [Fact]
    public async Task Two_who_record_at_once_do_not_overwrite_each_other()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        var second = await (await app.Open(DutyKind.EventOrganiser, bench.EventId)).Visit($"{Roster}/{bench.Anna}/qualification/edit");
        await (await bench.Organiser.Visit($"{Roster}/{bench.Anna}/qualification/edit")).Submit("#qualification", Fields(("Kind", "Technician"), ("Number", "演示 001")));
        await second.Submit("#qualification", Fields(("Kind", "FullTitle"), ("Number", "演示 002")));
        Assert.Equal((HttpStatusCode.Conflict, "演示 002"), (second.Status, second.Value("#Number")));
        Assert.Equal("演示 001", await app.WithDb(db => db.JudgeRecords.Select(r => r.Qualification!.Number).SingleAsync()));
    }

    [Fact]
    public async Task A_recusal_is_asked_answered_by_another_and_takes_him_out_of_his_panels()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        await bench.Seat();
        var anna = await app.As(bench.Anna).Visit("/events/WELD/recusals/new");
        await anna.Submit("#recusal", Fields(("Why", "与一位领队合办公司")));
        Assert.Contains("待处理", anna.Text("main"), StringComparison.Ordinal);
        await (await anna.Visit("/events/WELD/recusals/new")).Submit("#recusal", Fields(("Why", "再提一次看看")));
        Assert.Equal(HttpStatusCode.Conflict, anna.Status);

        Assert.Contains("焊工：回避申请待处理", (await bench.Organiser.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        Assert.Contains("申请回避，待处理", (await bench.Organiser.Visit("/events/WELD/panels")).Text($"[data-judge='{bench.Anna}']"), StringComparison.Ordinal);
        Assert.Contains("实操组 anna", (await bench.Organiser.Visit("/events/WELD")).Text("[data-lack='event.lacks-recusal']"), StringComparison.Ordinal);
        await bench.Organiser.Submit("#Start");
        Assert.Contains("裁判组里还有不能执裁的裁判：anna", bench.Organiser.Text("main"), StringComparison.Ordinal);

        var id = await app.WithDb(db => db.Recusals.Select(r => r.Id).SingleAsync());
        await (await bench.Organiser.Visit($"/events/WELD/recusals/{id}/answers/new")).Submit("#answer", Fields(("Move", "Grant")));
        Assert.Contains("已从实操组换下", bench.Organiser.Text(".toast"), StringComparison.Ordinal);
        Assert.Empty(await bench.Seated());
        await bench.Seat(edit: true);
        Assert.Contains("已获同意回避", bench.Organiser.Text("[role=alert]"), StringComparison.Ordinal);

        await (await bench.Organiser.Visit("/events/WELD")).Submit("#Start");
        Assert.Equal(EventStage.Running, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_recusal_that_is_declined_or_taken_back_lets_him_be_seated_again()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        var anna = app.As(bench.Anna);
        await (await anna.Visit("/events/WELD/recusals/new")).Submit("#recusal", Fields(("Why", "与一位领队合办公司")));
        await bench.Seat();
        Assert.Contains("申请了回避", bench.Organiser.Text("[role=alert]"), StringComparison.Ordinal);
        await (await anna.Visit("/events/WELD/declarations")).Submit("form[data-withdraw]");
        Assert.Contains("本人已撤回", anna.Text("main"), StringComparison.Ordinal);

        await (await anna.Visit("/events/WELD/recusals/new")).Submit("#recusal", Fields(("Why", "与一位领队合办公司")));
        var id = await app.WithDb(db => db.Recusals.MaxAsync(r => r.Id));
        var answer = await bench.Organiser.Visit($"/events/WELD/recusals/{id}/answers/new");
        await answer.Submit("#answer", Fields(("Move", "Decline")));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        await answer.Submit("#answer", Fields(("Move", "Decline"), ("Answer", "该领队不在本赛项")));
        await bench.Seat();
        Assert.Equal([bench.Anna], await bench.Seated());
        Assert.Contains("答复：该领队不在本赛项", (await anna.Visit("/events/WELD/declarations")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chief_judge_neither_seats_nor_recuses_himself_and_does_not_see_what_stands_against_him()
    {
        await using var app = new App();
        var bench = await Bench.Open(app);
        var chief = await app.Judge(bench.EventId, DutyKind.ChiefJudge, "chief");
        await bench.Declares(chief, "选手一");
        var browser = await app.As(chief).Visit("/events/WELD/panels/new?module=practical");
        Assert.DoesNotContain("须回避", browser.Text("main"), StringComparison.Ordinal);
        await browser.Submit("#panel", Fields(("Judges", chief)), forged: true);
        Assert.Contains("不能把自己编入裁判组", browser.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.DoesNotContain("须回避", (await browser.Visit(Roster)).Text($"tr[data-judge='{chief}']"), StringComparison.Ordinal);
        Assert.Contains("须回避：申报的亲属关系", (await bench.Organiser.Visit(Roster)).Text($"tr[data-judge='{chief}']"), StringComparison.Ordinal);

        await (await browser.Visit("/events/WELD/recusals/new")).Submit("#recusal", Fields(("Why", "与一位领队合办公司")));
        var id = await app.WithDb(db => db.Recusals.Select(r => r.Id).SingleAsync());
        await (await browser.Visit($"/events/WELD/recusals/{id}/answers/new")).Submit("#answer", Fields(("Move", "Grant")));
        Assert.Contains("不能处理自己的回避申请", browser.Text(".errsum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_ask_the_database_as_often_for_two_judges_as_for_twelve()
    {
        await using var app = new App();
        var bench = await Bench.Open(app, strict: true);
        await bench.SeatDirectly(bench.Anna);
        var before = await Counts(app, bench);
        for (var n = 0; n < 10; n++)
        {
            var account = await app.Judge(bench.EventId, DutyKind.ScoringJudge, $"judge{n}");
            await bench.Declares(account, n % 2 == 0 ? "选手一" : "选手九");
            await bench.SeatDirectly(account);
        }

        Assert.Equal(before, await Counts(app, bench));
        Assert.All(before, b => Assert.InRange(b, 1, 24));
    }

    private static async Task<int[]> Counts(App app, Bench bench)
    {
        var counts = new List<int>();
        foreach (var address in (string[])[Roster, "/events/WELD/panels", "/events/WELD"])
        {
            await bench.Organiser.Visit(address);
            using var log = app.CountQueries();
            await bench.Organiser.Visit(address);
            counts.Add(log.Count);
        }

        return [.. counts];
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(f => f.Name, f => f.Value);
}
