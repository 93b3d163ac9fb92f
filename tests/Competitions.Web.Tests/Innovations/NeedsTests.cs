using System.Net;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Innovations.Needs;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Innovations;

/// <summary>揭榜挂帅: E1 asks, LP publishes, E2 claims.</summary>
public class NeedsTests
{
    private static readonly Dictionary<string, string> Plan = new() { ["Team"] = "金晓岚攻关小组", ["Plan"] = "采用分段退焊和工装刚性固定，先试三件。", ["Days"] = "60" };

    [Fact]
    public async Task It_is_asked_for_published_claimed_chosen_signed_accepted_and_closed()
    {
        await using var app = new App();
        var id = await Published(app);
        var claimant = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/needs/{id}");
        await (await claimant.Visit($"/needs/{id}/claims/new")).Submit("#claim", Plan);
        Assert.Contains("已揭榜", claimant.Text("#claims"), StringComparison.Ordinal);
        var asker = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/needs/{id}/moves/new?move=Choose");
        await asker.Submit("#move", new Dictionary<string, string> { ["Claim"] = "1" });
        Assert.Equal(HttpStatusCode.Conflict, asker.Status); // reasons must be said
        await asker.Submit("#move", new Dictionary<string, string> { ["Why"] = "方案有试验数据" });
        Assert.Contains("选定理由：方案有试验数据", (await claimant.Visit($"/needs/{id}")).Text("#claims"), StringComparison.Ordinal);
        await (await asker.Visit($"/needs/{id}/moves/new?move=Sign")).Upload("#move", "Intent", "意向书.png", PicturesTests.Png);
        Assert.Equal(HttpStatusCode.OK, (await claimant.Http.GetAsync($"/needs/{id}/intent")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.TownOfficer, "LP01")).Http.GetAsync($"/needs/{id}/intent")).StatusCode);
        await (await asker.Visit($"/needs/{id}/moves/new?move=Accept")).Submit("#move", new Dictionary<string, string> { ["Rating"] = "5", ["Why"] = "达到目标" });
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/needs/{id}/moves/new?move=Close")).Submit("#move");
        Assert.Equal((NeedStage.Closed, 5), await app.WithDb(async db => (await db.Needs.SingleAsync()) is var n ? (n.Stage, n.Rating) : default));
    }

    [Fact]
    public async Task A_late_a_second_and_an_own_claim_are_refused_and_what_was_typed_stays()
    {
        await using var app = new App();
        var id = await Published(app);
        Assert.Equal(HttpStatusCode.Conflict, (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/needs/{id}/claims/new")).Status);
        var claimant = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/needs/{id}/claims/new");
        var again = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/needs/{id}/claims/new");
        await claimant.Submit("#claim", Plan);
        await again.Submit("#claim", Plan);
        Assert.Equal((HttpStatusCode.Conflict, Plan["Plan"]), (again.Status, again.Value("#Plan")));
        Assert.Contains("已经揭过这个榜", again.Text("main"), StringComparison.Ordinal);
        await (await claimant.Visit($"/needs/{id}")).Submit("#take-back-1");
        await claimant.Visit($"/needs/{id}/claims/new");
        app.Clock.Advance(TimeSpan.FromDays(40));
        await claimant.Submit("#claim", Plan);
        Assert.Equal(HttpStatusCode.Conflict, claimant.Status);
        Assert.Equal(1, await app.WithDb(async db => (await db.Needs.SingleAsync()).Claims.Count));
    }

    [Fact]
    public async Task Its_days_over_and_nobody_there_it_lapses_by_itself()
    {
        await using var app = new App();
        var id = await Published(app);
        app.Clock.Advance(TimeSpan.FromDays(40));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<NeedLapses>().Run(CancellationToken.None);
        }

        Assert.Equal("流标", (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/needs/{id}")).Text("h1 .badge"));
    }

    [Fact]
    public async Task Before_it_is_published_only_its_unit_and_those_above_see_it_and_another_district_never()
    {
        await using var app = new App();
        var id = await Asked(app);
        var other = await app.Open(DutyKind.EnterpriseOfficer, "E2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/needs/{id}")).Status);
        var federation = await app.Open(DutyKind.FederationOfficer);
        await (await federation.Visit($"/needs/{id}/moves/new?move=Publish")).Submit("#move");
        Assert.Equal(HttpStatusCode.OK, (await other.Visit($"/needs/{id}")).Status);
        var far = await app.Open(DutyKind.EnterpriseOfficer, "XE");
        Assert.Equal(HttpStatusCode.NotFound, (await far.Visit($"/needs/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await far.Visit($"/needs/{id}/claims/new")).Status);
        Assert.DoesNotContain("薄壁件", (await far.Visit("/needs")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await other.Visit($"/needs/{id}/moves/new?move=Lapse")).Status); // not his to end
    }

    [Fact]
    public async Task A_claimant_reads_his_own_plan_and_no_others()
    {
        await using var app = new App();
        var id = await Published(app);
        await (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/needs/{id}/claims/new")).Submit("#claim", Plan);
        await app.WithDb(async db =>
        {
            var third = new Organisation("E3", "临平第三机械厂工会", "第三机械", OrganisationLevel.Enterprise, "enterprise", new DateOnly(2020, 1, 1));
            db.Add(third);
            await db.SaveChangesAsync();
            third.PlaceUnder(await db.Organisations.SingleAsync(o => o.Code == "LP01"));
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain(Plan["Plan"], (await (await app.Open(DutyKind.EnterpriseOfficer, "E3")).Visit($"/needs/{id}")).Body, StringComparison.Ordinal);
        Assert.Contains(Plan["Plan"], (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/needs/{id}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_federation_that_publishes_it_is_not_offered_to_claim_it()
    {
        await using var app = new App();
        var id = await Published(app);
        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/needs/{id}");
        Assert.Null(federation.Page.QuerySelector("#claim"));
        await federation.Visit($"/needs/{id}/claims/new");
        Assert.Equal(HttpStatusCode.Conflict, federation.Status);
        Assert.Contains("发布需求的工会不揭榜", federation.Body, StringComparison.Ordinal);
        Assert.NotNull((await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/needs/{id}")).Page.QuerySelector("#claim"));
    }

    /// <summary>E2 won and signed; only its key project may come from the need, and it is chosen by its name.</summary>
    [Fact]
    public async Task A_key_project_comes_from_a_need_that_its_unit_won()
    {
        await using var app = new App();
        var id = await Published(app);
        var (asker, claimant) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E2"));
        await (await claimant.Visit($"/needs/{id}/claims/new")).Submit("#claim", Plan);
        await (await asker.Visit($"/needs/{id}/moves/new?move=Choose")).Submit("#move", new Dictionary<string, string> { ["Claim"] = "1", ["Why"] = "方案有试验数据" });
        var call = await app.Calls("key-project", experts: 0);
        var (own, foreign) = (await app.Declares(call, "薄壁件焊接攻关", Competitions.Programmes.ApplicationStage.Draft, "E2", "金晓岚"), await app.Declares(call, "别家的项目", Competitions.Programmes.ApplicationStage.Draft));
        static IReadOnlyList<string> Offered(Browser who) => who.Texts("#answer-need option");

        Assert.Equal(["没有"], Offered(await claimant.Visit($"/applications/{own}/edit"))); // not signed yet
        await (await asker.Visit($"/needs/{id}/moves/new?move=Sign")).Upload("#move", "Intent", "意向书.png", PicturesTests.Png);
        await claimant.Visit($"/applications/{own}/edit");
        Assert.Equal(2, Offered(claimant).Count);
        await claimant.Submit("form#application", new Dictionary<string, string> { ["answers.need"] = $"{id}" });
        Assert.DoesNotContain("来源技术需求", string.Join(' ', claimant.Texts("#lacks li")), StringComparison.Ordinal);
        Assert.Contains("薄壁件焊接变形", claimant.Text("#links"), StringComparison.Ordinal);

        await asker.Visit($"/applications/{foreign}/edit");
        Assert.Equal(["没有"], Offered(asker)); // it asked, and did not win
        await asker.Submit("form#application", new Dictionary<string, string> { ["answers.need"] = $"{id}" }, forged: true);
        Assert.Contains($"来源技术需求“{id}”不是本单位中选并已签意向的", asker.Text("#lacks"), StringComparison.Ordinal);
        Assert.True(asker.Page.QuerySelector("#submission button")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_list_asks_as_often_for_many_as_for_one()
    {
        await using var app = new App();
        await Published(app);
        var officer = await app.Open(DutyKind.FederationOfficer);
        var one = await Count(app, officer);
        await Published(app);
        await Published(app);
        Assert.Equal(one, await Count(app, officer));
        Assert.Equal(3, (await officer.Visit("/needs?q=薄壁&stage=Published")).Page.QuerySelectorAll("#needs tbody tr").Length);
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync("/needs/export.xlsx")).StatusCode);
    }

    private static async Task<int> Count(App app, Browser browser)
    {
        await browser.Visit("/needs");
        using var log = app.CountQueries();
        await browser.Visit("/needs");
        return log.Count;
    }

    private static async Task<int> Asked(App app)
    {
        await app.Organisations();
        var asker = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/needs/new");
        await asker.Submit("#need", new Dictionary<string, string>
        {
            ["Title"] = "薄壁件焊接变形", ["Field"] = "装备制造", ["Problem"] = "薄壁箱体焊后变形大，返修率高。", ["Wanted"] = "返修率由 12% 降到 3% 以内。", ["Reward"] = "50000", ["ClaimBy"] = $"{app.Now().AddDays(30):yyyy-MM-dd}",
        });
        return await app.WithDb(db => db.Needs.MaxAsync(n => n.Id));
    }

    private static async Task<int> Published(App app)
    {
        var id = await Asked(app);
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/needs/{id}/moves/new?move=Publish")).Submit("#move");
        return id;
    }
}
