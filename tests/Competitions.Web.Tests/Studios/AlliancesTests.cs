using System.Net;
using Competitions.Honours;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Studios;

/// <summary>创新工作室联盟 on the real pages: founded by the federation, kept by the lead's unit, joined by nobody without his own unit's word.</summary>
public class AlliancesTests
{
    [Fact]
    public async Task The_federation_founds_the_leads_unit_accepts_and_invites_and_a_members_unit_answers()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        var page = await Founded(federation, one);
        Assert.Equal("待牵头确认", federation.Text("h1 .badge"));
        Assert.Null(federation.Page.QuerySelector("#accept")); // above the unit nobody answers for it
        var (own, other) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E2"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(page)).Status);

        await (await own.Visit(page)).Submit("#accept");
        Assert.Equal("运行", own.Text("h1 .badge"));
        await own.Visit(page + "/members/new");
        await own.Submit("#invite", new Dictionary<string, string> { ["Studio"] = $"{two}" });
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains("请您单位确认", (await other.Visit("/studio-alliances")).Text("#alliances"), StringComparison.Ordinal);
        Assert.Equal("待确认", (await other.Visit($"/studios/{two}")).Text("aside #alliances .st"));
        await (await other.Visit(page)).Submit("#accept");

        Assert.Equal((HttpStatusCode.OK, "2 个"), (other.Status, other.Text(".figs .fig dd")));
        Assert.Equal("成员", (await other.Visit($"/studios/{two}")).Text("aside #alliances .st"));
        Assert.Equal(["电气联盟"], (await federation.Visit("/studio-alliances?q=电气&stage=Standing")).Texts("#alliances a.t"));
        Assert.Empty((await federation.Visit("/studio-alliances?stage=Dissolved")).Texts("#alliances a.t"));
    }

    [Fact]
    public async Task Who_speaks_for_another_unit_is_refused_and_another_district_sees_nothing()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        var page = await Standing(app, federation, one, two);
        var (own, foreign) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.FederationOfficer, "XS"));

        foreach (var browser in (Browser[])[own, federation])
        {
            Assert.Equal(HttpStatusCode.Conflict, (await browser.Visit($"{page}/members/{two}/moves/new?move=Decline")).Status); // E1 and the federation do not answer for E2
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit(page + "/dissolution/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit("/studio-alliances/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit(page + "/members/new")).Status);
        foreach (var address in (string[])["", "/members/new", "/activities/new", "/dissolution/new", $"/members/{two}/moves/new?move=Revoke"])
        {
            Assert.True((await foreign.Visit(page + address)).Status is HttpStatusCode.NotFound, address);
        }

        Assert.Empty((await foreign.Visit("/studio-alliances")).Texts("#alliances a.t"));
    }

    [Fact]
    public async Task What_is_missing_is_refused_and_what_was_typed_is_kept()
    {
        await using var app = new App();
        var (one, _) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        foreach (var (field, typed, status) in ((string, string, HttpStatusCode)[])[("Name", "", HttpStatusCode.BadRequest), ("Lead", "", HttpStatusCode.BadRequest), ("Document", "", HttpStatusCode.Conflict), ("On", "2099-01-01", HttpStatusCode.Conflict)])
        {
            await federation.Visit("/studio-alliances/new");
            await federation.Submit("#alliance", new Dictionary<string, string>(Typed(one)) { [field] = typed });
            Assert.Equal((status, "共享师资"), (federation.Status, federation.Value("#Purpose")));
        }

        Assert.Equal(0, await app.WithDb(db => db.StudioAlliances.CountAsync()));
    }

    [Fact]
    public async Task A_studio_leaves_with_a_reason_and_one_without_its_plaque_reads_as_no_member()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        var page = await Standing(app, federation, one, two);
        var other = await app.Open(DutyKind.EnterpriseOfficer, "E2");
        await (await other.Visit(page)).Submit("#accept");
        await (await federation.Visit($"/studios/{two}/withdrawal/new")).Submit("#withdrawal", new Dictionary<string, string> { ["Ground"] = "Misconduct", ["Why"] = "弄虚作假" });

        Assert.Equal("1 个", (await federation.Visit(page)).Text(".figs .fig dd"));
        Assert.Contains("已摘牌，不再是成员", federation.Text("#members"), StringComparison.Ordinal);
        Assert.Null((await federation.Visit($"/studios/{two}")).Page.QuerySelector("aside #alliances"));
        await (await other.Visit($"{page}/members/{two}/moves/new?move=Leave")).Submit("#move");
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        await other.Submit("#move", new Dictionary<string, string> { ["Why"] = "方向调整" });
        Assert.Contains("已退出", other.Text("#members"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_is_seen_on_the_pages_of_its_studios_and_the_results_of_the_year_by_link()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        var page = await Standing(app, federation, one, two);
        var (own, other) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E2"));
        await (await own.Visit(page + "/activities/new")).Submit("#activity", new Dictionary<string, string> { ["Title"] = "联合攻关", ["On"] = $"{app.Today():yyyy-MM-dd}", ["People"] = "18" });
        await app.WithDb(async db =>
        {
            var (studio, now) = (await db.Studios.SingleAsync(s => s.Id == one), app.Clock.GetUtcNow().UtcDateTime);
            var honour = new Honour(HonourKind.Organisation, "优秀工作室", Holder.Organisation(studio.UnitId, studio.UnitName), new Grantor(1, "临平区总工会", OrganisationLevel.District), new HonourOccasion(null, "年度表彰", "", "", app.Today().Year, null));
            honour.Grant("临总工〔2026〕9 号", app.Today(), "test", now, register: true);
            db.Add(honour);
            await db.SaveChangesAsync();
            db.Add(new StudioResult(one, honour.Id, "test", now));
            await db.SaveChangesAsync();
        });

        Assert.Contains("联合攻关", (await own.Visit($"/studios/{one}")).Text("#shared"), StringComparison.Ordinal);
        Assert.Null((await other.Visit($"/studios/{two}")).Page.QuerySelector("#shared")); // it has not accepted
        await own.Visit(page);
        Assert.Contains("18 人次", own.Text(".figs"), StringComparison.Ordinal);
        Assert.Contains("优秀工作室", own.Text("#results"), StringComparison.Ordinal);
        Assert.DoesNotContain("优秀工作室", (await own.Visit($"{page}?year={app.Today().Year - 1}")).Text("#results"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_invite_at_once_the_second_is_told_and_a_dissolved_alliance_stays_to_be_read()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        var page = await Founded(federation, one);
        var (own, same) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        await (await own.Visit(page)).Submit("#accept");
        await own.Visit(page + "/members/new");
        await same.Visit(page + "/members/new");
        await own.Submit("#invite", new Dictionary<string, string> { ["Studio"] = $"{two}" });
        await same.Submit("#invite", new Dictionary<string, string> { ["Studio"] = $"{two}" }, forged: true);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (own.Status, same.Status));
        Assert.Equal(2, await app.WithDb(async db => (await db.StudioAlliances.SingleAsync()).Members.Count));

        await (await federation.Visit(page + "/dissolution/new")).Submit("#move", new Dictionary<string, string> { ["Why"] = "任务完成" });
        Assert.Equal("已解散", federation.Text("h1 .badge"));
        Assert.Contains("任务完成", (await own.Visit(page)).Text(".note-bad"), StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector(".head .acts a"));
        Assert.Equal(HttpStatusCode.Conflict, (await (await own.Visit(page + "/activities/new")).Submit("#activity", new Dictionary<string, string> { ["Title"] = "再聚" })).Status);
    }

    [Fact]
    public async Task List_and_page_cost_the_same_for_one_and_for_many()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        var page = await Standing(app, federation, one, two);
        await federation.Visit("/studio-alliances");
        using var log = app.CountQueries();
        await federation.Visit("/studio-alliances");
        var list = log.Count;
        log.Clear();
        await federation.Visit(page);
        var single = log.Count;
        await app.WithDb(async db =>
        {
            var (alliance, now, today) = (await db.StudioAlliances.SingleAsync(), app.Clock.GetUtcNow().UtcDateTime, app.Today());
            var studios = await db.Studios.ToListAsync();
            db.AddRange(Enumerable.Range(1, 8).Select(n => new AllianceActivity(alliance, ActivityKind.Meeting, today, $"活动 {n}", n, "", today, "test", now)));
            db.AddRange(Enumerable.Range(1, 8).Select(n => new StudioAlliance(new AllianceCharter($"联盟 {n}", "", "", "临总工", today), new AllianceFounder(alliance.OrganisationId, alliance.OrganisationName), AllianceStudio.Of(studios[n % 2]), today, "test", now)));
            await db.SaveChangesAsync();
        });
        log.Clear();
        await federation.Visit("/studio-alliances");
        Assert.Equal(list, log.Count);
        log.Clear();
        await federation.Visit(page);
        Assert.Equal(single, log.Count);
    }

    [Fact]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen()
    {
        await using var app = new App();
        var (one, two) = await Two(app);
        var page = await Standing(app, await app.Open(DutyKind.FederationOfficer), one, two);
        await using var screens = new Screens(app);

        await screens.Visit(await screens.Sizes("EnterpriseOfficer@E1"), page, page + "/members/new", page + "/activities/new", $"{page}/members/{two}/moves/new?move=Revoke", $"/studios/{one}");
        await screens.Visit(await screens.Sizes("FederationOfficer@LP"), "/studio-alliances", "/studio-alliances/new", page, page + "/dissolution/new");

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }

    /// <summary>A studio of E1 and one of E2, which lies in the same district.</summary>
    private static async Task<(int One, int Two)> Two(App app)
    {
        await app.Organisations();
        await app.Worker("沈嘉禾", 1, "E1");
        await app.Worker("陆一鸣", 2, "E2");
        return await app.WithDb(async db =>
        {
            List<int> made = [];
            foreach (var (name, code) in ((string, string)[])[("沈嘉禾", "E1"), ("陆一鸣", "E2")])
            {
                var (unit, worker, on) = (await db.Organisations.SingleAsync(o => o.Code == code), await db.Workers.SingleAsync(w => w.Name == name), new DateOnly(2022, 5, 1));
                var studio = new Studio(
                    $"{name}创新工作室", unit.Id, unit.Name, new StudioNaming(StudioLevel.District, "临平区总工会", on, "临总工〔2022〕12 号", "", "", "test", app.Clock.GetUtcNow().UtcDateTime),
                    new StudioLeader(worker.Id, name, "技师", "", on), registered: true);
                db.Add(studio);
                await db.SaveChangesAsync();
                made.Add(studio.Id);
            }

            return (made[0], made[1]);
        });
    }

    private static Dictionary<string, string> Typed(int lead) => new() { ["Name"] = "电气联盟", ["Lead"] = $"{lead}", ["Field"] = "电气", ["Document"] = "临总工〔2026〕5 号", ["On"] = "2025-03-01", ["Purpose"] = "共享师资" };

    private static async Task<string> Founded(Browser federation, int lead)
    {
        await federation.Visit("/studio-alliances/new");
        await federation.Submit("#alliance", Typed(lead));
        Assert.Equal(HttpStatusCode.OK, federation.Status);
        return federation.Address;
    }

    /// <summary>The lead's unit has accepted, the other is invited.</summary>
    private static async Task<string> Standing(App app, Browser federation, int lead, int invited)
    {
        var page = await Founded(federation, lead);
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await (await own.Visit(page)).Submit("#accept");
        await own.Visit(page + "/members/new");
        await own.Submit("#invite", new Dictionary<string, string> { ["Studio"] = $"{invited}" });
        Assert.Equal(HttpStatusCode.OK, own.Status);
        return page;
    }
}
