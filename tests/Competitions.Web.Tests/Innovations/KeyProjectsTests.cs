using System.Net;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Innovations.KeyProjects;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Innovations;

/// <summary>重点创新项目: founded by naming, reported by its unit, looked at by the federation.</summary>
public class KeyProjectsTests
{
    [Fact]
    public async Task Naming_founds_it_the_unit_reports_and_the_federation_grades_it()
    {
        await using var app = new App();
        var id = await Founded(app);
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await (await unit.Visit($"/key-projects/{id}/milestones/1/edit")).Upload("#milestone", "Evidence", "台账.png", PicturesTests.Png, new Dictionary<string, string> { ["Report"] = "试点三家企业上线" });
        Assert.Contains("已完成", unit.Text("#milestones"), StringComparison.Ordinal);
        var federation = await app.Open(DutyKind.FederationOfficer);
        await (await federation.Visit($"/key-projects/{id}/moves/new?move=Continue")).Submit("#move");
        await (await unit.Visit($"/key-projects/{id}/moves/new?move=Apply")).Upload("#move", "Conclusion", "结题.png", PicturesTests.Png, new Dictionary<string, string> { ["Why"] = "目标全部完成" });
        await (await federation.Visit($"/key-projects/{id}/moves/new?move=Accept")).Submit("#move", new Dictionary<string, string> { ["Why"] = "同意结题" });
        Assert.Equal(HttpStatusCode.Conflict, federation.Status); // without a grade
        await federation.Submit("#move", new Dictionary<string, string> { ["Grade"] = "Excellent" });
        Assert.Equal(("已结题", "14.4"), (federation.Text("h1 .badge"), federation.Text("#score"))); // 12 × 1.2
        Assert.Contains("复制推广", federation.Body, StringComparison.Ordinal);
        await app.Spreads(await app.WithDb(db => db.KeyProjects.Select(p => p.ApplicationId).SingleAsync()));
        Assert.Equal(SpreadingStage.Registered, (await app.Spreading()).Stage);
    }

    [Fact]
    public async Task What_its_union_may_weigh_in_a_year_is_not_passed()
    {
        await using var app = new App();
        await Founded(app);
        await app.WithDb(db => db.KeyProjects.ExecuteUpdateAsync(set => set.SetProperty(p => p.Weight, 90)));
        await Assert.ThrowsAsync<Refusal>(() => Founded(app, "第二个项目"));
        Assert.Equal(1, await app.WithDb(db => db.KeyProjects.CountAsync()));
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var call = await app.Calls("key-project");
        var draft = await app.Declares(call, "第三个项目", Competitions.Programmes.ApplicationStage.Draft);
        Assert.Contains("其他项目已占权重 90%", (await app.As(await app.WithDb(db => db.Users.Where(u => u.UserName == "EnterpriseOfficer@E1").Select(u => u.Id).SingleAsync())).Visit($"/applications/{draft}")).Text("#lacks"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await unit.Visit("/key-projects")).Status);
    }

    [Fact]
    public async Task A_milestone_whose_day_is_over_is_flagged_where_it_is_listed_shown_and_waited_for()
    {
        await using var app = new App();
        var id = await Founded(app);
        app.Clock.Advance(TimeSpan.FromDays(200));
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/key-projects?late=true");
        Assert.Contains("1 项逾期", unit.Text("#projects"), StringComparison.Ordinal);
        Assert.NotNull((await unit.Visit($"/key-projects/{id}")).Page.QuerySelector("#late"));
        Assert.Contains("重点创新项目：里程碑逾期", (await unit.Visit("/")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await unit.Http.GetAsync("/key-projects/export.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Each_moves_what_is_his_and_another_district_sees_nothing()
    {
        await using var app = new App();
        var id = await Founded(app);
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        Assert.Equal(HttpStatusCode.Conflict, (await unit.Visit($"/key-projects/{id}/moves/new?move=Continue")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/key-projects/{id}/milestones/1/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/key-projects/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit($"/key-projects/{id}")).Status);
        await (await unit.Visit($"/key-projects/{id}/milestones/1/edit")).Submit("#milestone", new Dictionary<string, string> { ["Report"] = "没有佐证的完成" });
        Assert.Equal((HttpStatusCode.Conflict, "没有佐证的完成"), (unit.Status, unit.Value("#Report")));
    }

    [Fact]
    public async Task Of_two_who_look_at_it_at_once_the_second_is_told()
    {
        await using var app = new App();
        var id = await Founded(app);
        var one = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/key-projects/{id}/moves/new?move=Continue");
        var two = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/key-projects/{id}/moves/new?move=Stop");
        await one.Submit("#move");
        await two.Submit("#move", new Dictionary<string, string> { ["Why"] = "需求已不存在" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (one.Status, two.Status));
        Assert.Equal(KeyProjectStage.Advancing, await app.WithDb(db => db.KeyProjects.Select(p => p.Stage).SingleAsync()));
    }

    /// <summary>A project of E1 with the weight 12 and one milestone, made by the effect of naming; its id.</summary>
    private static async Task<int> Founded(App app, string title = "一线难题快办")
    {
        var named = await app.Named(title, "key-project");
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Competitions.Data.CompetitionsDb>();
        var made = await db.Applications.SingleAsync(a => a.Id == named);
        await scope.ServiceProvider.GetServices<Competitions.Web.Programmes.INamingEffect>().OfType<KeyProjectNamed>().Single().Named(made, await db.Calls.SingleAsync(c => c.Id == made.CallId), [], "officer", app.Now());
        return await db.KeyProjects.Where(p => p.ApplicationId == named).Select(p => p.Id).SingleAsync();
    }
}
