using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Questions;
using Competitions.Web.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Questions;

/// <summary>From a module that is sat to its paper, and from the paper to the sitting that counts for it: all by choosing from lists.</summary>
public class ModulePaperTests
{
    [Fact]
    public async Task A_sat_module_gets_its_paper_on_the_events_page_and_its_share_of_a_partial_answer()
    {
        await using var app = new App();
        var page = await SatEvent(app);
        Assert.Contains("event.lacks-paper", page.Page.QuerySelectorAll("[data-lack]").Select(l => l.GetAttribute("data-lack")));

        await page.Visit("/papers/new?module=WELD/theory");
        Assert.Equal("焊工 · 理论试卷", page.Value("#Title"));
        Assert.Equal("0.4", page.Value("#PartialShare"));
        await page.Submit("form[action='/papers']", new Dictionary<string, string> { ["Rows[0].Kind"] = "TrueFalse", ["Rows[0].Count"] = "2", ["Rows[0].Points"] = "50" });
        var paper = await app.WithDb(db => db.Papers.Select(p => p.Id).SingleAsync());

        await (await page.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Modules[0].PaperId"] = $"{paper}" });
        Assert.Equal((HttpStatusCode.OK, "/events/WELD"), (page.Status, page.Address));
        Assert.DoesNotContain("event.lacks-paper", page.Page.QuerySelectorAll("[data-lack]").Select(l => l.GetAttribute("data-lack")));
    }

    [Fact]
    public async Task A_paper_of_another_district_is_refused_and_nothing_is_stored()
    {
        await using var app = new App();
        var page = await SatEvent(app);
        var foreign = await Paper(app, "XS", 0.4m);

        await (await page.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Modules[0].PaperId"] = $"{foreign}", ["Title"] = "焊工改" }, forged: true);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("请从列表里选择", page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("焊工改", page.Value("#Title"));
        Assert.Equal("焊工", await app.WithDb(db => db.Events.Select(e => e.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_sitting_is_bound_to_the_module_by_choosing_it_and_refused_where_the_partial_share_differs()
    {
        await using var app = new App();
        var page = await SatEvent(app);
        var (right, wrong) = (await Paper(app, "LP", 0.4m), await Paper(app, "LP", 0.5m));

        await Choose(page, wrong);
        await page.Visit($"/occasions/new?paper={wrong}");
        Assert.Equal(["焊工 · 理论", "培训、练习（不计入赛项）"], page.Texts("#Purpose option"));
        await page.Submit("#occasion");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("试卷的少选得分比例是 0.5，赛项规则定的是 0.4", page.Text("[role=alert]"), StringComparison.Ordinal);

        await Choose(page, right);
        await (await page.Visit($"/occasions/new?paper={right}")).Submit("#occasion");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(TakeSittingResults.PurposeOf("WELD", "theory"), await app.WithDb(db => db.Occasions.Select(o => o.Purpose).SingleAsync()));

        await page.Visit($"/occasions/new?paper={right}");
        await page.Submit("#occasion", new Dictionary<string, string> { ["Purpose"] = "module:OTHER/theory" }, forged: true);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
    }

    [Fact]
    public async Task Judges_of_the_event_invigilate_its_sitting_and_judges_of_another_do_not()
    {
        await using var app = new App();
        var hall = await Hall.Open(app, purpose: TakeSittingResults.PurposeOf("WELD", "theory"));
        var (weld, other) = (await app.Registering(), await app.Registering("TURN"));

        var judge = await (await app.Open(DutyKind.ChiefJudge, weld)).Visit($"/occasions/{hall.Occasion}");
        Assert.Equal(HttpStatusCode.OK, judge.Status);
        Assert.Empty(judge.Page.QuerySelectorAll("a[href*='/admissions/new'], a[href^='/papers/']"));
        Assert.DoesNotContain(Hall.Secret, judge.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await judge.Visit($"/papers/{hall.Paper}")).Status);

        var stranger = await app.Open(DutyKind.ChiefJudge, other);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit($"/occasions/{hall.Occasion}")).Status);
        Assert.Empty((await stranger.Visit("/occasions")).Page.QuerySelectorAll("td a"));
    }

    /// <summary>An event in preparation whose theory is sat and whose preset gives 0.4 for a partial answer.</summary>
    private static async Task<Browser> SatEvent(App app)
    {
        await app.Registering();
        await app.WithDb(async db =>
        {
            var preset = AppContests.Preset;
            var of = await db.Events.SingleAsync();
            db.Remove(of);
            db.Add(new Event(of.ContestId, "WELD", new EventText("焊工", "6-18-02-04", "焊工", "3", true, 30, 2), preset with
            {
                Rules = preset.Rules with { PartialChoice = 0.4m },
                Modules = [preset.Modules[0] with { Way = ModuleWay.Sitting }, preset.Modules[1]],
            }));
            await db.SaveChangesAsync();
        });
        return await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD");
    }

    private static async Task Choose(Browser page, int paper) =>
        await (await page.Visit("/events/WELD/edit")).Submit("#event", new Dictionary<string, string> { ["Modules[0].PaperId"] = $"{paper}" });

    private static Task<int> Paper(App app, string organisation, decimal share) => app.WithDb(async db =>
    {
        var at = app.Clock.GetUtcNow().UtcDateTime;
        var owner = await db.Organisations.SingleAsync(o => o.Code == organisation);
        var question = new Question(owner.Id, "6-18-02-04", new QuestionBody(QuestionKind.TrueFalse, "焊前必须检查气路。", [], ["T"]), "test", at);
        db.Add(question);
        await db.SaveChangesAsync();
        var paper = new Paper(owner.Id, $"{organisation} {share}", "6-18-02-04", "test", at);
        paper.Plan(paper.Title, [new BlueprintRow(QuestionKind.TrueFalse, null, null, 1, new Points(100))], SetRule.SameQuestions, share);
        paper.DrawFrom([question], 1, "test", at);
        db.Add(paper);
        await db.SaveChangesAsync();
        return paper.Id;
    });
}
