using System.Net;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Programmes;

/// <summary>Every step of a call has its day: told to whose turn it is, reminded of, and what others do after it refused until who runs the call moves it on.</summary>
public sealed class ReviewDeadlineTests
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        ["Items[0].Points"] = "24", ["Items[1].Points"] = "20", ["Items[2].Points"] = "20", ["Items[3].Points"] = "16", ["Then"] = "submit",
    };

    /// <summary>Begun on day 21, to be done on day 30; a page that was opened before the end is sent after it.</summary>
    [Fact]
    public async Task A_late_sheet_is_refused_until_the_federation_extends_the_review()
    {
        await using var app = new App();
        var (call, id, expert) = await Reviewing(app);
        await expert.Visit($"/reviews/{id}");
        Assert.Contains("截止", expert.Text("#by"), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(9));
        await expert.Submit("form#review", Whole);
        Assert.Equal(HttpStatusCode.Conflict, expert.Status);
        Assert.Contains("评审截止时间是", expert.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal("24", expert.Value("#Items_0__Points")); // what was typed stays
        Assert.Empty(await app.WithDb(db => db.ReviewSheets.ToListAsync()));
        Assert.Null((await expert.Visit($"/reviews/{id}")).Page.QuerySelector("[data-hand-in]"));

        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}");
        Assert.Contains("评审已截止，还差 5 份评审表", officer.Text(".next-step"), StringComparison.Ordinal);
        await officer.Visit($"/calls/{call}/moves/new?move=ExtendReview");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Why"] = "", ["ReviewBy"] = Wall(app.Now().AddDays(3)) });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        await officer.Submit("form#move", new Dictionary<string, string> { ["Why"] = "两位专家外出", ["ReviewBy"] = Wall(app.Now().AddHours(-1)) });
        Assert.Equal((HttpStatusCode.Conflict, "两位专家外出"), (officer.Status, officer.Value("#Why")));
        await officer.Submit("form#move", new Dictionary<string, string> { ["ReviewBy"] = Wall(app.Now().AddDays(3)) });
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        Assert.Contains("两位专家外出", officer.Text(".hist"), StringComparison.Ordinal);

        await expert.Visit($"/reviews/{id}");
        await expert.Submit("form#review", Whole);
        Assert.Equal(ReviewSheetStage.Submitted, (await app.WithDb(db => db.ReviewSheets.SingleAsync())).Stage);
    }

    [Fact]
    public async Task Who_is_concerned_recuses_himself_at_any_time_and_only_who_runs_the_call_extends_it()
    {
        await using var app = new App();
        var (call, id, expert) = await Reviewing(app);
        app.Clock.Advance(TimeSpan.FromDays(9));
        await expert.Visit($"/reviews/{id}");
        await expert.Submit("#recuse form", new Dictionary<string, string> { ["Why"] = "曾任该单位技术顾问", ["Then"] = "recuse" });
        Assert.Equal(ReviewSheetStage.Recused, (await app.WithDb(db => db.ReviewSheets.SingleAsync())).Stage);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit($"/calls/{call}/moves/new?move=ExtendReview")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.Visit($"/calls/{call}/moves/new?move=ExtendReview")).Status);
    }

    [Fact]
    public async Task Those_who_have_not_finished_are_reminded_in_the_last_days_and_the_officer_with_them()
    {
        await using var app = new App();
        var (call, id, done) = await Reviewing(app);
        await done.Visit($"/reviews/{id}");
        await done.Submit("form#review", Whole);
        var other = app.As(await Expert(app, "专家2"));
        async Task<string> Waits(Browser who) => (await who.Visit("/")).Text("#waiting");
        async Task<string> Officer(string place = "LP") => await Waits(await app.Open(DutyKind.FederationOfficer, place));

        Assert.Contains("待评审", await Waits(other), StringComparison.Ordinal);
        Assert.Contains($"{app.Now().AddDays(9).AddHours(8):yyyy-MM-dd HH:mm} 截止", await Waits(other), StringComparison.Ordinal);
        Assert.DoesNotContain("五小", await Waits(done), StringComparison.Ordinal);
        Assert.DoesNotContain("评完", await Officer(), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(6) + TimeSpan.FromMinutes(1));
        Assert.Contains("评审快要截止，还没有评完", await Waits(other), StringComparison.Ordinal);
        Assert.DoesNotContain("五小", await Waits(done), StringComparison.Ordinal);
        Assert.Contains("评审快要截止，还没有评完", await Officer(), StringComparison.Ordinal);
        Assert.DoesNotContain("五小", await Officer("XS"), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("评审已截止，还没有评完", await Waits(other), StringComparison.Ordinal);
        Assert.Contains("评审已截止，还没有评完", await Officer(), StringComparison.Ordinal);
    }

    /// <summary>What an expert is barred from does not wait for him.</summary>
    [Fact]
    public async Task An_expert_whose_only_application_is_his_own_units_has_nothing_to_wait_for()
    {
        await using var app = new App();
        app.Clock.Stop(April);
        var call = await app.Calls(reviewDays: 30);
        var colleague = await app.Expert("同事", "E1");
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}/reviewers")).Submit($"form:has([value='{colleague}'])");
        await app.Declares(call, "本单位的成果", ApplicationStage.Accepted);
        await app.BeginsReview(call);

        Assert.DoesNotContain("待评审", (await app.As(colleague).Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        Assert.Contains("待评审", (await app.As(await Expert(app, "专家1")).Visit("/")).Text("#waiting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_of_the_review_stands_in_the_calendar_of_experts_and_of_whom_the_call_concerns()
    {
        await using var app = new App();
        var (_, _, expert) = await Reviewing(app); // 6 April and 30 days
        static IReadOnlyList<string> Day(Browser who) => who.Texts("#d6 b");

        Assert.Contains(Day(await expert.Visit("/deadlines?month=2026-05")), d => d.EndsWith("评审截止", StringComparison.Ordinal));
        Assert.Contains(Day(await (await app.Open(DutyKind.FederationOfficer)).Visit("/deadlines?month=2026-05")), d => d.EndsWith("评审截止", StringComparison.Ordinal));
        Assert.DoesNotContain(Day(await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/deadlines?month=2026-05")), d => d.EndsWith("截止", StringComparison.Ordinal));
        Assert.DoesNotContain(Day(await app.As(await app.Expert("没有受聘的专家")).Visit("/deadlines?month=2026-05")), d => d.EndsWith("截止", StringComparison.Ordinal));
    }

    /// <summary>Recommended until 26 April; five working days after it are 27 to 30 April and, 1 to 5 May being off, 6 May.</summary>
    [Theory]
    [InlineData(ApplicationStage.Draft, "提交，2026-04-16 09:00 截止")]
    [InlineData(ApplicationStage.Submitted, "由本单位审核，2026-04-26 09:00 前推荐")]
    [InlineData(ApplicationStage.UnitPassed, "推荐，2026-04-26 09:00 截止")]
    [InlineData(ApplicationStage.Recommended, "形式审查，2026-05-06 前")]
    [InlineData(ApplicationStage.Accepted, "开始评审，2026-05-06 前")]
    public async Task An_application_says_who_acts_next_and_by_when(ApplicationStage stage, string next)
    {
        await using var app = new App();
        app.Clock.Stop(April);
        var call = await app.Calls(reviewDays: 30);
        var id = await app.Declares(call, "成果一", stage);

        Assert.Contains(next, (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/applications/{id}")).Text("#next"), StringComparison.Ordinal);
    }

    /// <summary>The steps of who calls: each has the working days of the rules, on the page of the call and on the home page of whose turn it is.</summary>
    [Fact]
    public async Task From_the_sheets_to_the_name_every_step_says_by_when()
    {
        await using var app = new App();
        var (call, id, _) = await Reviewing(app);
        var (officer, leader, unit) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationLeader), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        async Task Says(Browser who, string waits, string due, string step)
        {
            var item = (await who.Visit("/")).Page.QuerySelectorAll("#waiting tr").Single(r => r.TextContent.Contains(waits, StringComparison.Ordinal));
            Assert.Contains($"{due} 23:59 截止", item.TextContent, StringComparison.Ordinal);
            Assert.Contains(step, (await who.Visit($"/calls/{call}")).Text(".next-step"), StringComparison.Ordinal);
        }

        Assert.Contains("由专家评审，2026-05-06 09:00 截止", (await unit.Visit($"/applications/{id}")).Text("#next"), StringComparison.Ordinal);
        await app.Scores(call, id, 90);
        await Says(officer, "评审表已交齐", "2026-05-12", "2026-05-12 前汇总"); // 7, 8, 9 (worked), 11, 12 May
        await officer.Submit("form:has([value=Rank])");
        var ranked = app.Now(); // 27 April: 28, 29, 30, 6, 7 May
        await Says(leader, "名单待审定", "2026-05-07", "领导小组审定（2026-05-07 前）");
        Assert.Contains("由专家评审", (await unit.Visit($"/applications/{id}")).Text("#next"), StringComparison.Ordinal); // what came out is not told yet
        await leader.Visit($"/calls/{call}/approval/new");
        await leader.Submit("form#approval", new Dictionary<string, string> { ["Approves"] = "true" });
        await Says(officer, "名单待公示", "2026-05-07", "公示（2026-05-07 前）");
        await officer.Visit($"/calls/{call}/notice/new");
        await officer.Submit("form#notice");
        Assert.Equal(new DateOnly(2026, 5, 7), await app.WithDb(db => db.PublicNotices.Select(n => n.EndsOn).SingleAsync()));
        Assert.Contains((await officer.Visit("/deadlines?month=2026-05")).Texts("#d7 b"), d => d.EndsWith("公示期满", StringComparison.Ordinal));
        Assert.DoesNotContain("待命名", (await officer.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        app.Clock.Advance(new DateTime(2026, 5, 8, 1, 0, 0, DateTimeKind.Utc) - ranked);
        await Says(officer, "公示期满，待命名", "2026-05-13", "2026-05-13 前命名"); // 8, 9, 11, 12, 13 May
    }

    [Fact]
    public async Task The_end_of_the_review_is_asked_for_and_comes_after_the_recommending()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/calls/new");
        Assert.NotEmpty(officer.Value("#ReviewBy")!);
        var recommend = officer.Value("#RecommendBy")!;
        await officer.Submit("form#call", new Dictionary<string, string> { ["Title"] = "2026 年五小成果", ["ReviewBy"] = recommend });
        Assert.Equal((HttpStatusCode.Conflict, recommend, "2026 年五小成果"), (officer.Status, officer.Value("#ReviewBy"), officer.Value("#Title")));
        Assert.Contains("评审截止应晚于推荐截止", officer.Text(".errsum"), StringComparison.Ordinal);
        await officer.Submit("form#call", new Dictionary<string, string> { ["ReviewBy"] = "" });
        Assert.Contains("请填写评审截止时间", officer.Body, StringComparison.Ordinal);
        Assert.Empty(await app.WithDb(db => db.Calls.ToListAsync()));
    }

    [Fact]
    public async Task A_correction_after_its_day_is_refused_until_it_is_asked_for_again()
    {
        await using var app = new App();
        app.Clock.Stop(April);
        var call = await app.Calls(reviewDays: 30);
        var id = await app.Declares(call, "成果一", ApplicationStage.Recommended);
        var (officer, unit) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        await officer.Visit($"/applications/{id}/moves/new?move=AskCorrection");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Why"] = "缺财务章" });
        var last = (await app.Application(id)).CorrectBy!.Value;
        Assert.Contains($"{last:yyyy-MM-dd} 23:59 截止", (await unit.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        Assert.Contains($"补正，{last:yyyy-MM-dd} 24:00 截止", (await unit.Visit($"/applications/{id}")).Text("#next"), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(10));
        async Task<HttpResponseMessage> HandsIn()
        {
            await unit.Visit($"/applications/{id}");
            return await unit.Http.PostAsync($"/applications/{id}/submission", new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", unit.Value("#submission [name=__RequestVerificationToken]")!), new("version", unit.Value("#submission [name=version]")!),
                .. unit.Page.QuerySelectorAll("#submission [name=accepted]").Select(s => KeyValuePair.Create("accepted", s.GetAttribute("value")!)),
            ]));
        }

        var late = await HandsIn();
        Assert.Equal((HttpStatusCode.Conflict, ApplicationStage.Correcting), (late.StatusCode, (await app.Application(id)).Stage));
        Assert.Contains("补正截止日是", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await officer.Visit($"/applications/{id}/moves/new?move=AskCorrection");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Why"] = "再给几天" });
        await HandsIn();
        Assert.Equal(ApplicationStage.Recommended, (await app.Application(id)).Stage);
    }

    private static readonly DateTime April = new(2026, 4, 6, 1, 0, 0, DateTimeKind.Utc);

    private static string Wall(DateTime utc) => utc.AddHours(8).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> Expert(App app, string name) => app.WithDb(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());

    /// <summary>One application under review from 27 April, to be scored until 6 May.</summary>
    private static async Task<(int Call, int Id, Browser Expert)> Reviewing(App app)
    {
        app.Clock.Stop(April);
        var call = await app.Calls(reviewDays: 30);
        var id = await app.Declares(call, "合箱间隙在线检测改造", ApplicationStage.Accepted);
        await app.BeginsReview(call);
        return (call, id, app.As(await Expert(app, "专家1")));
    }
}
