using System.Net;
using System.Text;
using Competitions.Honours;
using Competitions.People;
using Competitions.Studios;
using Competitions.Web.Studios;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Studios;

/// <summary>创新工作室 on the real pages: registered, kept by its unit, assessed by the federation, taken away.</summary>
public class StudiosTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    [Fact]
    public async Task A_studio_of_an_earlier_year_is_registered_by_its_document_and_found_by_every_filter()
    {
        await using var app = new App();
        await Registered(app);
        await Registered(app, "陆一鸣", 2, "E2", "2019-05-01");
        var officer = await app.Open(DutyKind.FederationOfficer);

        Assert.Equal(["陆一鸣创新工作室", "沈嘉禾创新工作室"], (await officer.Visit("/studios")).Texts("#studios a.t"));
        foreach (var query in (string[])["q=沈嘉禾", "q=LP-2022-07-1", "year=2022", "q=衡远"])
        {
            Assert.Equal(["沈嘉禾创新工作室"], (await officer.Visit("/studios?" + query)).Texts("#studios a.t"));
        }

        Assert.Equal(2, (await officer.Visit("/studios?level=District&stage=Running&town=LP01")).Texts("#studios a.t").Count);
        Assert.Empty((await officer.Visit("/studios?level=City")).Texts("#studios a.t"));
        Assert.Empty((await officer.Visit("/studios?grade=Excellent")).Texts("#studios a.t"));
    }

    [Fact]
    public async Task What_is_missing_or_ahead_is_refused_and_what_was_typed_is_kept()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/studios/new");
        foreach (var (field, typed, status) in ((string, string, HttpStatusCode)[])[
            ("Name", "", HttpStatusCode.BadRequest), ("Leader", "没有的人", HttpStatusCode.Conflict), ("Document", "", HttpStatusCode.Conflict), ("NamedOn", "2099-01-01", HttpStatusCode.Conflict), ("Unit", "XE", HttpStatusCode.Conflict), ("Area", "六十", HttpStatusCode.BadRequest)])
        {
            await officer.Visit("/studios/new");
            await officer.Submit("#studio", new Dictionary<string, string>(Typed("沈嘉禾", "E1", "2022-05-01", 1)) { [field] = typed }, forged: true);
            Assert.Equal((status, field == "Document" ? "" : "临总工〔2022〕12 号"), (officer.Status, officer.Value("#Document")));
        }

        Assert.Equal(0, await app.WithDb(db => db.Studios.CountAsync()));
    }

    [Fact]
    public async Task What_waits_of_a_studio_stands_on_the_home_page_of_whose_turn_it_is()
    {
        await using var app = new App();
        await Registered(app);
        await app.WithDb(async db =>
        {
            var (studio, body, now) = (await db.Studios.SingleAsync(), await db.Organisations.SingleAsync(o => o.Code == "LP"), app.Clock.GetUtcNow().UtcDateTime);
            var today = DateOnly.FromDateTime(now);
            db.Add(new StudioAssessment(studio, now.Year, StudioDesk.Rules, now));
            db.Add(new StudioAlliance(new AllianceCharter("装备制造联盟", "", "", "临总工〔2026〕41 号", today), new AllianceFounder(body.Id, body.Name), AllianceStudio.Of(studio), today, "test", now));
            return await db.SaveChangesAsync();
        });
        async Task<string> Waits(DutyKind duty, string place) => (await (await app.Open(duty, place)).Visit("/")).Text("#waiting");

        Assert.Contains("考核自评中", await Waits(DutyKind.EnterpriseOfficer, "E1"), StringComparison.Ordinal);
        Assert.Contains("加入“装备制造联盟”的邀请", await Waits(DutyKind.EnterpriseOfficer, "E1"), StringComparison.Ordinal);
        Assert.DoesNotContain("创新工作室", await Waits(DutyKind.EnterpriseOfficer, "E2"), StringComparison.Ordinal);
        Assert.DoesNotContain("考核", await Waits(DutyKind.FederationOfficer, "LP"), StringComparison.Ordinal);
        await app.WithDb(db => db.StudioAssessments.ExecuteUpdateAsync(a => a.SetProperty(x => x.Stage, AssessmentStage.Submitted)));
        Assert.Contains("考核待考核", await Waits(DutyKind.FederationOfficer, "LP"), StringComparison.Ordinal);
        Assert.DoesNotContain("考核", await Waits(DutyKind.EnterpriseOfficer, "E1"), StringComparison.Ordinal);
        Assert.DoesNotContain("考核", await Waits(DutyKind.FederationOfficer, "XS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_unit_keeps_it_another_sees_nothing_and_only_the_federation_names()
    {
        await using var app = new App();
        var page = await Registered(app);
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");

        Assert.Equal(HttpStatusCode.OK, (await own.Visit(page + "/topics/new")).Status);
        foreach (var closed in (string[])["/leaders/new", "/upgrades/new", "/withdrawal/new"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit(page + closed)).Status);
        }

        await own.Visit(page);
        Assert.Null(own.Page.QuerySelector("a[href$='/withdrawal/new'], a[href$='/upgrades/new']"));
        foreach (var other in (Browser[])[await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.EnterpriseOfficer, "E2")])
        {
            foreach (var address in (string[])["", "/edit", "/topics/new", "/members/new", "/papers/" + new string('a', 64)])
            {
                Assert.True((await other.Visit(page + address)).Status is HttpStatusCode.NotFound, address);
            }

            Assert.Empty((await other.Visit("/studios")).Texts("#studios a.t"));
        }
    }

    [Fact]
    public async Task A_year_shows_team_topics_activities_results_and_the_balance_of_funds()
    {
        await using var app = new App();
        var page = await Registered(app);
        await app.Worker("李伟", 7);
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var year = app.Today().Year;

        await (await own.Visit(page + "/members/new")).Submit("#member", new Dictionary<string, string> { ["Person"] = "李伟", ["Role"] = "工艺设计", ["From"] = $"{year}-01-02" });
        await (await own.Visit(page + "/topics/new")).Submit("#topic", new Dictionary<string, string> { ["Title"] = "夹具快换改造", ["From"] = $"{year}-01-02", ["Benefit"] = "46200.50" });
        await (await own.Visit(page + "/activities/new")).Submit("#activity", new Dictionary<string, string> { ["Title"] = "课题研讨", ["On"] = $"{year}-01-03", ["People"] = "8" });
        await Fund(own, page, "企业投入", "60000", $"{year - 1}-02-01");
        await Fund(own, page, "设备", "28600.50", $"{year}-01-05");
        await app.WithDb(async db =>
        {
            var honour = new Honour(HonourKind.Prize, "一等奖", Holder.Of(new HonourPerson((await db.Workers.SingleAsync(w => w.Name == "沈嘉禾")).Id, "沈嘉禾"), 3, "衡远机电"), new Grantor(1, "临平区总工会", OrganisationLevel.District), new HonourOccasion(null, "争霸赛", "", "", year, 1));
            honour.Grant(Awarded.Document, new DateOnly(year, 1, 2), "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
            db.Add(honour);
            await db.SaveChangesAsync();
        });
        await own.Visit(page + "/results/new");
        await own.Submit("#result", new Dictionary<string, string> { ["Honour"] = "1" });

        await own.Visit(page);
        Assert.Equal(["2 人", "1", "1", "1", "31,399.50"], own.Texts(".figs .fig dd:nth-of-type(1)"));
        Assert.Contains("收 0.00，支 28,600.50", own.Text(".figs"), StringComparison.Ordinal);
        Assert.Contains("一等奖·第 1 名", own.Text("#results"), StringComparison.Ordinal);
        Assert.Contains("46,200.50", own.Text("#topics"), StringComparison.Ordinal);
        await own.Visit(own.Page.QuerySelector("#funds tbody a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, own.Status);
        await own.Visit($"{page}?year={year - 1}");
        Assert.Equal(["1 人", "0", "0", "0", "60,000.00"], own.Texts(".figs .fig dd:nth-of-type(1)"));
    }

    [Fact]
    public async Task A_line_of_funds_without_its_paper_is_refused_and_so_is_an_honour_of_somebody_else()
    {
        await using var app = new App();
        var page = await Registered(app);
        var foreign = (await app.Granted(1, "E2"))[0];
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");

        await (await own.Visit(page + "/fundings/new")).Submit("#funding", new Dictionary<string, string> { ["Amount"] = "100", ["Voucher"] = "记-1" });
        Assert.Equal((HttpStatusCode.Conflict, "记-1"), (own.Status, own.Value("#Voucher")));
        await Fund(own, page, "设备", "1.005", "2024-01-01");
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Equal("没有可以关联的荣誉", (await own.Visit(page + "/results/new")).Text(".empty h3"));
        await app.WithDb(async db =>
        {
            var (unit, lp) = (await db.Organisations.SingleAsync(o => o.Code == "E1"), await db.Organisations.SingleAsync(o => o.Code == "LP"));
            var honour = new Honour(HonourKind.Organisation, "优秀组织单位", Holder.Organisation(unit.Id, unit.Name), new Grantor(lp.Id, lp.Name, lp.Level), new HonourOccasion(null, "争霸赛", "", "", 2024, null));
            honour.Grant(Awarded.Document, new DateOnly(2024, 5, 1), "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
            db.Add(honour);
            await db.SaveChangesAsync();
        });
        await (await own.Visit(page + "/results/new")).Submit("#result", new Dictionary<string, string> { ["Honour"] = $"{foreign}" });
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Equal(0, await app.WithDb(db => db.StudioFundings.CountAsync()));
        Assert.Equal(0, await app.WithDb(db => db.StudioResults.CountAsync()));
    }

    [Fact]
    public async Task A_failed_year_is_rectified_checked_again_and_at_the_end_the_plaque_is_taken_away()
    {
        await using var app = new App();
        var page = await Registered(app);
        var (own, federation) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.FederationOfficer));
        var sheet = await Reported(app, own, page);

        await (await federation.Visit(sheet + "/moves/new?move=Return")).Submit("#move", new Dictionary<string, string> { ["Text"] = "缺经费凭证" });
        Assert.Contains("缺经费凭证", (await own.Visit(sheet + "/edit")).Text(".note-warn"), StringComparison.Ordinal);
        await own.Submit("#report", new Dictionary<string, string> { ["Act"] = "submit" });
        await Grade(app, federation, sheet, "Lines[0].Score", "0", lowest: true);
        Assert.Equal((HttpStatusCode.OK, "限期整改"), (federation.Status, federation.Text("h1 .badge")));
        Assert.Equal("限期整改", (await own.Visit(page)).Text("h1 .badge"));

        await (await federation.Visit(page + "/withdrawal/new")).Submit("#withdrawal", new Dictionary<string, string> { ["Ground"] = "RecheckFailed", ["Why"] = "考核不合格" });
        Assert.Equal(HttpStatusCode.Conflict, federation.Status); // it was not checked again yet
        await (await own.Visit(sheet + "/moves/new?move=Correct")).Submit("#move", new Dictionary<string, string> { ["Text"] = "经费凭证已经补齐，活动恢复。" });
        Assert.Equal(HttpStatusCode.NotFound, (await own.Visit(sheet + "/moves/new?move=Pass")).Status);
        await (await federation.Visit(sheet + "/moves/new?move=FailAgain")).Submit("#move", new Dictionary<string, string> { ["Text"] = "现场没有恢复活动" });
        Assert.Equal("复核不合格", federation.Text("h1 .badge"));
        await (await federation.Visit(page + "/withdrawal/new")).Submit("#withdrawal", new Dictionary<string, string> { ["Ground"] = "RecheckFailed", ["Why"] = "整改后复核仍不合格" });

        Assert.Equal("已摘牌", federation.Text("h1 .badge"));
        Assert.Contains("整改后复核仍不合格", federation.Text(".note-bad"), StringComparison.Ordinal);
        Assert.Equal(["不合格"], federation.Texts("aside .ask .st")); // its history stays
        await (await own.Visit(page)).Visit(page + "/topics/new");
        await own.Submit("#topic", new Dictionary<string, string> { ["Title"] = "新课题" });
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
    }

    [Fact]
    public async Task A_year_that_passes_its_recheck_lets_the_studio_run_again()
    {
        await using var app = new App();
        var page = await Registered(app);
        var (own, federation) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.FederationOfficer));
        var sheet = await Reported(app, own, page);
        await Grade(app, federation, sheet, "Veto", "弄虚作假", lowest: false);

        Assert.Contains("一票否决：弄虚作假", federation.Text(".note-bad"), StringComparison.Ordinal);
        await (await own.Visit(sheet + "/moves/new?move=Correct")).Submit("#move", new Dictionary<string, string> { ["Text"] = "已经撤回不实材料并重新申报。" });
        await (await federation.Visit(sheet + "/moves/new?move=Pass")).Submit("#move", new Dictionary<string, string> { ["Text"] = "现场核实" });

        Assert.Equal("复核合格", federation.Text("h1 .badge"));
        Assert.Equal("运行", (await own.Visit(page)).Text("h1 .badge"));
        Assert.Equal(["不合格"], own.Texts("aside .ask .st")); // the year stays what it was
    }

    [Fact]
    public async Task Of_two_who_change_a_studio_at_once_the_second_is_told_and_overwrites_nothing()
    {
        await using var app = new App();
        var page = await Registered(app);
        var (one, two) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        await one.Visit(page + "/edit");
        await two.Visit(page + "/edit");
        await one.Submit("#studio", new Dictionary<string, string> { ["Place"] = "三号厂房二楼" });
        await two.Submit("#studio", new Dictionary<string, string> { ["Place"] = "办公楼一楼" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, "办公楼一楼"), (one.Status, two.Status, two.Value("#Place")));
        Assert.Equal("三号厂房二楼", await app.WithDb(db => db.Studios.Select(s => s.Place).SingleAsync()));
    }

    [Fact]
    public async Task Two_who_grade_the_same_sheet_at_once_do_it_once_and_the_second_keeps_what_he_typed()
    {
        await using var app = new App();
        var page = await Registered(app);
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var sheet = await Reported(app, own, page);
        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));
        await one.Visit(sheet + "/grade/new");
        await two.Visit(sheet + "/grade/new");

        await one.Submit("#grade");
        await two.Submit("#grade", new Dictionary<string, string> { ["Lines[0].Score"] = "3.5" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (one.Status, two.Status));
        Assert.Equal("3.5", two.Value("[name='Lines[0].Score']"));
        Assert.Equal(100m, await app.WithDb(async db => (await db.StudioAssessments.SingleAsync()).Total));
        Assert.Equal(["沈嘉禾创新工作室"], (await one.Visit("/studios?grade=Excellent")).Texts("#studios a.t"));
    }

    [Fact]
    public async Task It_rises_only_from_the_level_below_after_its_years()
    {
        await using var app = new App();
        var page = await Registered(app);
        var federation = await app.Open(DutyKind.FederationOfficer);
        Dictionary<string, string> typed = new() { ["Grantor"] = "杭州市总工会", ["Document"] = "杭总工〔2023〕8 号", ["On"] = "2023-05-01" };

        await (await federation.Visit(page + "/upgrades/new")).Submit("#upgrade", typed);
        Assert.Equal(HttpStatusCode.Conflict, federation.Status);
        Assert.Contains("满 2 年才能升级，最早到 2024-05-01", federation.Text(".errsum"), StringComparison.Ordinal);
        await federation.Submit("#upgrade", new Dictionary<string, string>(typed) { ["On"] = "2024-05-01" });

        Assert.Contains("市级", federation.Text(".sub"), StringComparison.Ordinal);
        Assert.Equal(2, federation.Texts(".hist .honour").Count);
    }

    [Fact]
    public async Task List_and_page_cost_the_same_for_one_and_for_many()
    {
        await using var app = new App();
        var page = await Registered(app);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/studios");
        await officer.Visit(page);
        using var log = app.CountQueries();
        await officer.Visit("/studios");
        var list = log.Count;
        log.Clear();
        await officer.Visit(page);
        var one = log.Count;
        for (var n = 2; n <= 6; n++)
        {
            await Registered(app, $"职工{(char)('甲' + n)}", n);
        }

        await app.WithDb(async db =>
        {
            var (id, now) = (await db.Studios.OrderBy(s => s.Id).Select(s => s.Id).FirstAsync(), app.Clock.GetUtcNow().UtcDateTime);
            db.AddRange(Enumerable.Range(1, 30).Select(n => new StudioActivity(id, ActivityKind.Meeting, app.Today(), $"活动 {n}", n, "", null, "test", now)));
            await db.SaveChangesAsync();
        });
        log.Clear();
        await officer.Visit("/studios");
        Assert.Equal(list, log.Count);
        log.Clear();
        await officer.Visit(page);
        Assert.Equal(one, log.Count);
        Assert.InRange(list, 1, 8);
        Assert.InRange(one, 1, 21);
    }

    [Fact]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen()
    {
        await using var app = new App();
        var page = await Registered(app);
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await Fund(own, page, "设备", "28600.50", $"{app.Today().Year}-01-05");
        var sheet = await Reported(app, own, page);
        await using var screens = new Screens(app);

        await screens.Visit(await screens.Sizes("EnterpriseOfficer@E1"), page, page + "/topics/new", page + "/activities/new", page + "/fundings/new", page + "/papers/new", page + "/members/new", page + "/edit");
        await screens.Visit(await screens.Sizes("FederationOfficer@LP"), "/studios", "/studios/new", sheet, sheet + "/grade/new", page + "/leaders/new", page + "/upgrades/new", page + "/withdrawal/new");

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }

    /// <summary>A studio of E1, named in 2022; its page.</summary>
    private static async Task<string> Registered(App app, string leader = "沈嘉禾", int number = 1, string unit = "E1", string on = "2022-05-01")
    {
        await app.Organisations();
        await app.Worker(leader, number, unit);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/studios/new");
        await officer.Submit("#studio", Typed(leader, unit, on, number));
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        return officer.Address;
    }

    private static Dictionary<string, string> Typed(string leader, string unit, string on, int number) => new()
    {
        ["Name"] = $"{leader}创新工作室", ["Unit"] = unit, ["Leader"] = leader, ["Level"] = "District", ["Grantor"] = "临平区总工会", ["Document"] = "临总工〔2022〕12 号", ["NamedOn"] = on, ["PlaqueNumber"] = $"LP-2022-07-{number}", ["Area"] = "60",
    };

    private static async Task Fund(Browser own, string page, string kind, string amount, string on)
    {
        await own.Visit(page + "/fundings/new");
        await own.Upload("#funding", "Paper", "发票.pdf", Pdf, new Dictionary<string, string> { ["Kind"] = kind, ["Amount"] = amount, ["On"] = on, ["Voucher"] = "记-012" });
    }

    /// <summary>This year's report with all points, submitted; its address.</summary>
    private static async Task<string> Reported(App app, Browser own, string page)
    {
        await (await own.Visit(page)).Submit("#begin");
        var report = StudioDesk.Rules.Indicators.Select((i, n) => (i, n)).ToDictionary(x => $"Lines[{x.n}].Self", x => $"{x.i.Points}");
        report["Summary"] = "全年完成两项课题，带徒四人，培训六场。";
        report["Act"] = "submit";
        await own.Submit("#report", report);
        Assert.Equal((HttpStatusCode.OK, "待考核"), (own.Status, own.Text("h1 .badge")));
        return $"{page}/assessments/{app.Today().Year}";
    }

    private static async Task Grade(App app, Browser federation, string sheet, string field, string value, bool lowest)
    {
        var scores = StudioDesk.Rules.Indicators.Select((i, n) => (i, n)).ToDictionary(x => $"Lines[{x.n}].Score", x => lowest ? "1" : $"{x.i.Points}");
        scores[field] = value;
        (scores["RectifyBy"], scores["Demand"]) = ($"{app.Today().AddDays(60):yyyy-MM-dd}", "补齐台账");
        await (await federation.Visit(sheet + "/grade/new")).Submit("#grade", scores);
    }
}
