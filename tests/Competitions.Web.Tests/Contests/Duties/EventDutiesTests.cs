using System.Net;
using Competitions.People;
using Competitions.Web.Tests.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Duties;

public class EventDutiesTests
{
    [Fact]
    public async Task The_officer_names_a_chief_judge_who_names_judges_and_nobody_else()
    {
        await using var app = new App();
        await app.Registering();
        var (chief, judge) = (await DutiesTests.Account(app, "chief"), await DutiesTests.Account(app, "judge"));
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Name(officer, "chief", "ChiefJudge");
        Assert.Contains("裁判长", officer.Text("tbody"), StringComparison.Ordinal);

        var his = app.As(chief);
        await Name(his, "judge", "ScoringJudge");
        Assert.Equal((HttpStatusCode.OK, "/events/WELD/duties"), (his.Status, his.Address));
        Assert.Equal(["请选择", "评分裁判", "现场裁判"], (await his.Visit("/events/WELD/duties/new?q=judge")).Texts("#Kind option"));
        await his.Submit("#duty", new Dictionary<string, string> { ["Kind"] = "EncryptionJudge" });
        Assert.Equal(HttpStatusCode.Conflict, his.Status);
        Assert.Contains("不由您指派", his.Text("[role=alert]"), StringComparison.Ordinal);

        await Name(officer, "judge", "EncryptionJudge");
        Assert.Contains("加密裁判与评分裁判在同一赛项不能由一人担任", officer.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Duties.CountAsync(d => d.AccountId == judge)));
    }

    [Fact]
    public async Task Who_competes_does_not_judge_and_who_is_of_a_competing_unit_is_marked()
    {
        await using var app = new App();
        await app.Ready(2);
        var (competitor, colleague) = (await app.WithDb(db => db.Workers.OrderBy(w => w.Id).FirstAsync()), await app.Worker("同事", 90));
        await DutiesTests.Account(app, "competitor", worker: competitor.Id);
        await DutiesTests.Account(app, "colleague", worker: colleague.Id);
        var officer = await app.Open(DutyKind.FederationOfficer);

        await Name(officer, "competitor", "ScoringJudge");
        Assert.Contains("本赛项的选手，须回避", officer.Text("[role=alert]"), StringComparison.Ordinal);
        await Name(officer, "colleague", "ScoringJudge");
        Assert.Contains("与选手同单位", officer.Text("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duty_of_another_event_is_not_ended_through_this_one()
    {
        await using var app = new App();
        await app.Registering();
        var other = await app.Registering("LIFT");
        await app.Open(DutyKind.ChiefJudge, other);
        var duty = await app.WithDb(db => db.Duties.Where(d => d.EventId == other).Select(d => d.Id).SingleAsync());
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD/duties/new?q=x");
        var token = officer.Value("[name=__RequestVerificationToken]")!;

        var answer = await officer.Http.PostAsync($"/events/WELD/duties/{duty}/ends", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(await app.WithDb(db => db.Duties.Where(d => d.Id == duty).Select(d => d.To).SingleAsync()));
    }

    private static async Task Name(Browser page, string userName, string kind)
    {
        await page.Visit($"/events/WELD/duties/new?q={userName}");
        await page.Submit("#duty", new Dictionary<string, string> { ["Kind"] = kind });
    }
}
