using System.Net;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Craftsmen;

/// <summary>Candidates computed from what is in the database, against a table made by hand; recommended and appointed.</summary>
public class CandidatesTests
{
    [Fact]
    public async Task Who_meets_the_level_is_what_the_table_says_at_every_border()
    {
        await using var app = new App();
        await app.Organisations();
        var today = app.Today();
        await app.Placed(await Skilled(app, "区赛第三", 1, null), 3);
        await app.Placed(await Skilled(app, "区赛第四", 2, null), 4);
        await app.WithDb(async db =>
        {
            var withdrawn = await app.Placed(await Skilled(app, "已撤销", 3, null), 1);
            (await db.Honours.SingleAsync(h => h.Id == withdrawn)).End("test", app.Clock.GetUtcNow().UtcDateTime, "成绩不实");
            await db.SaveChangesAsync();
        });
        var (senior, middle, left, closed) = (await Skilled(app, "高级工", 4, "senior"), await Skilled(app, "中级工", 5, "intermediate"), await Skilled(app, "昨天离开", 6, "senior"), await Skilled(app, "工作室已摘", 7, "senior"));
        await Studio(app, "甲工作室", [(senior, null), (middle, null), (left, today.AddDays(-1))]);
        await Studio(app, "乙工作室", [(closed, null)], withdrawn: true);
        await Skilled(app, "只有高级工", 8, "senior");
        await app.Placed(await Skilled(app, "外区", 9, null, "XE"), 1, "XS");

        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/craftsmen/candidates?level=lead");

        Assert.Equal(["区赛第三", "高级工"], officer.Texts("#candidates a.t").Order(StringComparer.Ordinal));
        Assert.Contains("师徒结对尚未启用", officer.Text(".note-info"), StringComparison.Ordinal);
        await officer.Visit("/craftsmen/candidates?level=lead&all=true");
        Assert.Equal(["中级工", "区赛第三", "区赛第四", "工作室已摘", "昨天离开", "高级工"], officer.Texts("#candidates a.t").Order(StringComparer.Ordinal)); // who has no fact at all is not listed
        Assert.Equal(["区赛第三"], (await officer.Visit("/craftsmen/candidates?level=lead&q=第三")).Texts("#candidates a.t"));
        Assert.Empty((await officer.Visit("/craftsmen/candidates?level=craftsman")).Texts("#candidates a.t"));
        Assert.Equal(["外区"], (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/craftsmen/candidates")).Texts("#candidates a.t"));
        Assert.Empty((await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit("/craftsmen/candidates")).Texts("#candidates a.t"));
    }

    /// <summary>Nobody types a place again: the published result of a contest of the house is enough.</summary>
    [Fact]
    public async Task A_place_in_a_published_result_makes_a_candidate()
    {
        await using var app = new App();
        var organiser = await app.Opened((90, 90), (80, 80), (70, 70), (60, 60));
        var federation = await app.Open(DutyKind.FederationOfficer);
        Assert.Empty((await federation.Visit("/craftsmen/candidates?level=lead")).Texts("#candidates a.t"));

        await app.Publish(organiser);

        Assert.Equal(["选手01", "选手02", "选手03"], (await federation.Visit("/craftsmen/candidates?level=lead")).Texts("#candidates a.t").Order(StringComparer.Ordinal));
        Assert.Equal(["选手01", "选手03"], (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/craftsmen/candidates?level=lead")).Texts("#candidates a.t").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_condition_says_why_and_where_it_is_seen()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await Skilled(app, "沈嘉禾", 1, "senior");
        var prize = await app.Placed(worker, 2, occasion: "区技能争霸赛");

        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/craftsmen/candidates/{worker.Id}?level=lead");

        Assert.Equal(["符合", "不符合", "未计入", "不符合"], page.Texts("#conditions .st"));
        Assert.Equal($"/honours/{prize}", page.Page.QuerySelector("#conditions a")!.GetAttribute("href"));
        Assert.Contains("区技能争霸赛焊工第 2 名", page.Text("#conditions"), StringComparison.Ordinal);
        Assert.Contains("现在不在任何运行的工作室", page.Text("#conditions"), StringComparison.Ordinal);
        Assert.Contains("师徒结对尚未启用", page.Text("#conditions"), StringComparison.Ordinal);
        await page.Visit($"/craftsmen/candidates/{worker.Id}?level=craftsman");
        Assert.Null(page.Page.QuerySelector("#recommendation"));
        Assert.Contains("由评选命名，现在没有正在申报的批次", page.Text("section:last-of-type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommended_by_the_unit_confirmed_by_another_and_appointed_for_three_years()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await Skilled(app, "沈嘉禾", 1, null);
        await app.Placed(worker, 1);
        var (own, federation) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.FederationOfficer));

        await (await own.Visit($"/craftsmen/candidates/{worker.Id}")).Submit("#recommendation");
        Assert.Equal(HttpStatusCode.Conflict, own.Status); // no opinion
        await own.Submit("#recommendation", new Dictionary<string, string> { ["Opinion"] = "愿意带徒，同意推荐" });
        Assert.Equal("待认定", own.Text("h1 .badge"));
        Assert.Contains("区级以上竞赛前三名", own.Text("#grounds"), StringComparison.Ordinal);
        var page = own.Address;
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit(page + "/moves/new?move=Confirm")).Status);
        Assert.Contains("待认定", (await federation.Visit("/")).Body, StringComparison.Ordinal);
        await (await federation.Visit(page + "/moves/new?move=Confirm")).Submit("#move");
        Assert.Equal(HttpStatusCode.Conflict, federation.Status); // no document
        await federation.Submit("#move", new Dictionary<string, string> { ["Document"] = "临总工〔2026〕20 号" });

        Assert.Equal("有效", federation.Text("h1 .badge"));
        Assert.Equal(app.Today().AddYears(3).AddDays(-1), await app.WithDb(async db => (await db.Craftsmen.SingleAsync()).To));
        Assert.Equal(["技能带头人"], (await federation.Visit($"/workers/{worker.Id}")).Texts(".facts .badge"));
        await own.Visit($"/craftsmen/candidates/{worker.Id}");
        Assert.Null(own.Page.QuerySelector("#recommendation"));
    }

    [Fact]
    public async Task Two_who_recommend_and_two_who_confirm_at_once_do_it_once()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await Skilled(app, "沈嘉禾", 1, null);
        await app.Placed(worker, 1);
        var (unit, town) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.TownOfficer, "LP01"));
        await unit.Visit($"/craftsmen/candidates/{worker.Id}");
        await town.Visit($"/craftsmen/candidates/{worker.Id}");
        await unit.Submit("#recommendation", new Dictionary<string, string> { ["Opinion"] = "同意推荐" });
        await town.Submit("#recommendation", new Dictionary<string, string> { ["Opinion"] = "也推荐" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (unit.Status, town.Status));

        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));
        await one.Visit(unit.Address + "/moves/new?move=Confirm");
        await two.Visit(unit.Address + "/moves/new?move=Confirm");
        await one.Submit("#move", new Dictionary<string, string> { ["Document"] = "临总工〔2026〕20 号" });
        await two.Submit("#move", new Dictionary<string, string> { ["Document"] = "临总工〔2026〕21 号" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, "临总工〔2026〕21 号"), (one.Status, two.Status, two.Value("#Document")));
        Assert.Equal("临总工〔2026〕20 号", await app.WithDb(db => db.Craftsmen.Select(c => c.Document).SingleAsync()));
    }

    [Fact]
    public async Task Who_does_not_meet_it_or_is_of_another_unit_cannot_be_recommended_by_a_forged_form()
    {
        await using var app = new App();
        await app.Organisations();
        var (worker, other) = (await Skilled(app, "沈嘉禾", 1, null), await Skilled(app, "别厂", 2, null, "E2"));
        var placed = await Skilled(app, "陆一鸣", 3, null);
        await app.Placed(placed, 1);
        await app.Placed(other, 1);
        var own = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/craftsmen/candidates/{placed.Id}");

        foreach (var (whom, status) in ((int, HttpStatusCode)[])[(worker.Id, HttpStatusCode.Conflict), (other.Id, HttpStatusCode.NotFound)])
        {
            await own.Visit($"/craftsmen/candidates/{placed.Id}");
            own.Page.QuerySelector("#recommendation")!.SetAttribute("action", $"/craftsmen/candidates/{whom}");
            await own.Submit("#recommendation", new Dictionary<string, string> { ["Opinion"] = "同意推荐" });
            Assert.Equal(status, own.Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit($"/craftsmen/candidates/{other.Id}")).Status);
        Assert.Equal(0, await app.WithDb(db => db.Craftsmen.CountAsync()));
    }

    [Fact]
    public async Task The_list_costs_the_same_for_one_and_for_many()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Placed(await Skilled(app, "职工甲", 1, null), 1);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/craftsmen/candidates");
        using var log = app.CountQueries();
        await officer.Visit("/craftsmen/candidates");
        var one = log.Count;
        for (var n = 2; n <= 8; n++)
        {
            await app.Placed(await Skilled(app, $"职工{(char)('甲' + n)}", n, "senior"), 1 + n % 3);
        }

        log.Clear();
        await officer.Visit("/craftsmen/candidates");
        Assert.Equal(8, officer.Texts("#candidates a.t").Count);
        Assert.Equal(one, log.Count);
        Assert.InRange(one, 1, 13);
    }

    private static async Task<Worker> Skilled(App app, string name, int number, string? level, string unit = "E1")
    {
        var worker = await app.Worker(name, number, unit);
        await app.WithDb(async db =>
        {
            (await db.Workers.SingleAsync(w => w.Id == worker.Id)).Skilled("6-18-02-04", level, null, 2010);
            await db.SaveChangesAsync();
        });
        return worker;
    }

    /// <summary>A studio led by nobody of the table, with these members until their last days.</summary>
    private static Task Studio(App app, string name, (Worker Worker, DateOnly? To)[] members, bool withdrawn = false) => app.WithDb(async db =>
    {
        var (now, from) = (app.Clock.GetUtcNow().UtcDateTime, app.Today().AddYears(-1));
        var unit = members[0].Worker.Memberships[0];
        var studio = new Studio(
            name, unit.OrganisationId, unit.OrganisationName, new StudioNaming(StudioLevel.District, "临平区总工会", from, "临总工〔2025〕26 号", "", "", "test", now), new StudioLeader(100_001, "领衔人", "技师", "", from), registered: true);
        foreach (var (worker, to) in members)
        {
            studio.Join(new StudioMember(worker.Id, worker.Name, "成员", "高级工", from) { To = to });
        }

        if (withdrawn)
        {
            studio.Withdraw(WithdrawalGround.Misconduct, new StudioRecord(false, 0), "弄虚作假", "test", now);
        }

        db.Add(studio);
        await db.SaveChangesAsync();
    });
}
