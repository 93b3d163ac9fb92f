using System.Net;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

/// <summary>一人一档: what the rooms know of a person on one page, with the unit of the time; in scope, and on paper.</summary>
public class DossierTests
{
    [Fact]
    public async Task Memberships_and_honours_stand_in_one_life_each_with_its_source_and_the_unit_of_the_time()
    {
        await using var app = new App();
        var shen = await Moved(app);
        await Honour(app, shen, "临平区技术能手", HonourKind.Title, new DateOnly(2021, 5, 1), "E1");
        await Honour(app, shen, "省劳动模范", HonourKind.Title, new DateOnly(2023, 4, 28), "E2", elsewhere: "浙江省人民政府");
        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/workers/{shen.Id}");

        Assert.Equal(["省劳动模范", "临平区技术能手"], page.Texts(".facts .badge"));
        Assert.Equal(["2023", "2022", "2021", "2020"], page.Texts(".tl .yr"));
        Assert.Equal(
            [
                "获得称号“省劳动模范”4月28日 浙江省人民政府，临总工〔2026〕18 号；时在 杭州艺澜服饰有限公司工会",
                "调入 杭州艺澜服饰有限公司工会3月1日 会籍登记，原单位 临平衡远机电有限公司工会",
                "获得称号“临平区技术能手”5月1日 临平区总工会，临总工〔2026〕18 号；时在 临平衡远机电有限公司工会",
                "加入 临平衡远机电有限公司工会1月1日 会籍登记",
            ], page.Texts(".tl .hist li"));
        Assert.Equal(["总览", "荣誉 2", "工匠 0", "竞赛 0", "创新 0", "变更记录"], page.Texts(".person .tabs a"));
        Assert.Contains("2 项有效，0 项撤销", page.Text(".body"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_honour_is_no_badge_and_says_when_and_why()
    {
        await using var app = new App();
        var shen = await Moved(app);
        var id = await Honour(app, shen, "临平区技术能手", HonourKind.Title, new DateOnly(2021, 5, 1), "E1");
        await app.WithDb(async db =>
        {
            (await db.Honours.SingleAsync(h => h.Id == id)).End("test", new DateTime(2024, 6, 1, 2, 0, 0, DateTimeKind.Utc), "材料不实");
            await db.SaveChangesAsync();
        });

        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/workers/{shen.Id}?tab=honours");

        Assert.Empty(page.Texts(".facts .badge"));
        Assert.Contains("2024-06-01 撤销：材料不实", page.Text("#honours li.off"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("#contests, .body .blank")); // the tab shows its section alone
    }

    /// <summary>What is computed or confirmed is nobody's rank yet; what was corrected is so no longer.</summary>
    [Fact]
    public async Task A_rank_is_read_here_only_once_its_result_is_published()
    {
        await using var app = new App();
        var organiser = await app.Opened((90, 95), (80, 85), (70, 75));
        var second = await app.WithDb(db => db.Workers.Where(w => w.Name == "选手02").Select(w => w.Id).SingleAsync());
        var address = await organiser.Compute();
        var page = $"/workers/{second}?tab=contests";
        var officer = await app.Open(DutyKind.FederationOfficer);

        Assert.Equal("—", (await officer.Visit(page)).Text("#contests td:nth-child(4)"));
        Assert.DoesNotContain("第 2 名", officer.Body, StringComparison.Ordinal);
        await (await app.Open(DutyKind.FederationLeader)).Press(address, "form#confirm");
        Assert.Equal("—", (await officer.Visit(page)).Text("#contests td:nth-child(4)"));
        await organiser.Press(address, "form#publish");
        var line = (await app.ResultAt(address)).Lines.Single(l => l.Names == "选手02");

        await officer.Visit(page);
        Assert.Equal(("第 2 名", $"{line.Total}", line.Prize ?? "—"), (officer.Text("#contests td:nth-child(3)"), officer.Text("#contests td:nth-child(4)"), officer.Text("#contests td:nth-child(5)")));
        Assert.Contains("第 2 名", officer.Text(".tl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_district_and_a_former_unit_find_neither_page_nor_paper()
    {
        await using var app = new App();
        var shen = await Moved(app);
        foreach (var other in (Browser[])[await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.EnterpriseOfficer, "E1")])
        {
            foreach (var address in (string[])["", "?tab=changes", "/dossier", "/dossier/pdf"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/workers/{shen.Id}{address}")).Status);
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/workers/{shen.Id}/dossier")).Status);
    }

    [Fact]
    public async Task A_worker_sees_his_own_page_without_the_buttons_of_those_who_keep_it()
    {
        await using var app = new App();
        var shen = await Moved(app);
        await Honour(app, shen, "临平区技术能手", HonourKind.Title, new DateOnly(2021, 5, 1), "E1");
        await app.Worker("别人", 9);
        var me = await (await HonoursTests.Mine(app, shen)).Visit("/my/dossier");

        Assert.Equal(("沈嘉禾", "我的档案"), (me.Text("h1"), me.Text(".crumbs [aria-current]")));
        Assert.Equal(["临平区技术能手"], me.Texts(".facts .badge"));
        Assert.Null(me.Page.QuerySelector("#view, #transfer, #slip, a[href^='/workers'], a[href^='/honours']"));
        Assert.Contains("调入", (await me.Visit("/my/dossier/paper")).Text(".dsheet"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await me.Visit("/my/dossier?tab=changes")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await me.Visit($"/workers/{shen.Id}")).Status);
    }

    [Fact]
    public async Task The_changes_say_who_did_what_and_the_paper_shows_no_whole_number()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/workers/new");
        await officer.Submit("#worker", WorkersTests.Typed);
        var page = officer.Address;
        await officer.Submit("#view", new Dictionary<string, string> { ["what"] = "phone", ["reason"] = "本人申请更正" });
        await (await officer.Visit(page + "/edit")).Submit("#worker");

        await officer.Visit(page + "?tab=changes");
        Assert.Equal(["修改资料", "查看手机号码", "登记"], officer.Texts("#changes td:first-child"));
        Assert.Contains("本人申请更正", officer.Text("#changes"), StringComparison.Ordinal);
        await officer.Visit(page + "/dossier");
        Assert.Contains("990***********006X", officer.Text(".dsheet"), StringComparison.Ordinal);
        Assert.DoesNotContain("99010119900101006X", officer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_costs_the_same_for_one_honour_and_for_thirty()
    {
        await using var app = new App();
        var shen = await Moved(app);
        await Honour(app, shen, "荣誉 0", HonourKind.Prize, new DateOnly(2021, 5, 1), "E1");
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit($"/workers/{shen.Id}");
        using var log = app.CountQueries();
        await officer.Visit($"/workers/{shen.Id}");
        var few = log.Count;
        for (var n = 1; n < 30; n++)
        {
            await Honour(app, shen, $"荣誉 {n}", HonourKind.Prize, new DateOnly(2021, 5, 1), "E1");
        }

        log.Clear();
        await officer.Visit($"/workers/{shen.Id}");

        Assert.Equal(30, officer.Texts("#honours li").Count);
        Assert.Equal(few, log.Count);
        Assert.InRange(few, 1, 20);
    }

    [Fact]
    public async Task The_paper_is_a_pdf_and_who_took_it_is_in_the_audit()
    {
        await using var app = new App();
        var shen = await Moved(app);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/workers/{shen.Id}/dossier");
        Assert.SkipUnless(officer.Page.QuerySelector("a[href$='/dossier/pdf']") is not null, "No Chromium or Edge on this machine.");
        var pdf = await officer.Http.GetByteArrayAsync($"/workers/{shen.Id}/dossier/pdf");

        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.Single(await app.WithDb(db => db.Audit.Where(l => l.Act == "worker.dossier-print" && l.Thing == $"{shen.Id}").ToListAsync()));
    }

    /// <summary>Of E1 since 2020, of E2 since March 2022.</summary>
    private static async Task<Worker> Moved(App app)
    {
        await app.Organisations();
        var shen = await app.Worker("沈嘉禾", 1);
        await app.WithDb(async db =>
        {
            (await db.Workers.SingleAsync(w => w.Id == shen.Id)).Join(await db.Organisations.SingleAsync(o => o.Code == "E2"), new DateOnly(2022, 3, 1));
            await db.SaveChangesAsync();
        });
        return shen;
    }

    private static Task<int> Honour(App app, Worker of, string name, HonourKind kind, DateOnly on, string unit, string? elsewhere = null) => app.WithDb(async db =>
    {
        var (at, lp) = (await db.Organisations.SingleAsync(o => o.Code == unit), await db.Organisations.SingleAsync(o => o.Code == "LP"));
        var honour = new Honour(
            kind, name, Holder.Of(new HonourPerson(of.Id, of.Name), at.Id, at.Name), new Grantor(lp.Id, elsewhere ?? lp.Name, elsewhere is null ? lp.Level : OrganisationLevel.Province, elsewhere is not null),
            new HonourOccasion(null, "争霸赛", "", "", on.Year, null));
        honour.Grant(Awarded.Document, on, "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
        db.Add(honour);
        await db.SaveChangesAsync();
        return honour.Id;
    });
}
