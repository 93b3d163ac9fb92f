using System.Net;
using Competitions.Data.Honours;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>The register: from results and by hand, in scope, with its history.</summary>
public class HonoursTests
{
    [Fact]
    public async Task A_result_makes_its_honours_once_and_a_corrected_one_ends_those_that_no_longer_stand()
    {
        await using var app = new App();
        await app.Registering();
        var (shen, lu) = (await app.Worker("沈嘉禾", 1), await app.Worker("陆一鸣", 2));

        Assert.Equal(new(3, 0), await app.Award(Awarded.Line(shen, 1, "一等奖", "临平区技术能手"), Awarded.Line(lu, 2, "二等奖")));
        Assert.Equal(new(0, 0), await app.Award(Awarded.Line(shen, 1, "一等奖", "临平区技术能手"), Awarded.Line(lu, 2, "二等奖"))); // harmless twice
        await app.Grant();
        await app.Issue(1, 2, 3);
        Assert.Equal(new(3, 3), await app.Award(Awarded.Line(lu, 1, "一等奖", "临平区技术能手"), Awarded.Line(shen, 2, "二等奖")));

        var honours = await app.WithDb(db => db.Honours.AsNoTracking().OrderBy(h => h.Id).ToListAsync());
        Assert.Equal([HonourStage.Withdrawn, HonourStage.Withdrawn, HonourStage.Withdrawn, HonourStage.Approved, HonourStage.Approved, HonourStage.Approved], honours.Select(h => h.Stage));
        Assert.All(honours, h => Assert.Equal(h.HolderName, Assert.Single(h.People).Name)); // also of who won several at once
        Assert.Equal("成绩更正", honours[0].History[^1].Why);
        Assert.All(await app.WithDb(db => db.Certificates.ToListAsync()), c => Assert.Equal((CertificateStage.Withdrawn, "成绩更正"), (c.Stage, c.Why)));
    }

    /// <summary>skills-contests.md §4.10, by hand as by a result, and by the database when two come at once.</summary>
    [Fact]
    public async Task A_title_that_is_held_is_not_given_again()
    {
        await using var app = new App();
        await app.Registering();
        var shen = await app.Worker("沈嘉禾", 1);
        await app.Award(Awarded.Line(shen, 1, "一等奖", "临平区技术能手"));
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/honours/new");

        await officer.Submit("#honour", ByHand("沈嘉禾", "临平区技术能手", HonourKind.Title));

        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("沈嘉禾 已有称号“临平区技术能手”", officer.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal("临平区技术能手", officer.Value("#Name"));
        Assert.Equal(["临平区技术能手"], (await app.WithDb(db => db.HeldTitles([shen.Id])))[shen.Id]);
        Assert.Empty(await app.WithDb(db => db.HeldTitles([shen.Id], exceptEvent: db.Events.Single().Id)));
    }

    [Fact]
    public async Task An_honour_by_hand_goes_its_way_by_the_buttons_of_its_page()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/honours/new");
        await officer.Submit("#honour", ByHand("沈嘉禾", "金牌职工", HonourKind.Title));
        var page = officer.Address;

        foreach (var move in (HonourMove[])[HonourMove.GiveNotice, HonourMove.Approve, HonourMove.Decree])
        {
            await officer.Visit(officer.Page.QuerySelectorAll(".acts a").Select(a => a.GetAttribute("href")!).Single(a => a.EndsWith($"move={move}", StringComparison.Ordinal)));
            await officer.Submit("#move", move is HonourMove.Decree ? new Dictionary<string, string> { ["DocumentNumber"] = Awarded.Document, ["GrantedOn"] = "2026-01-02" } : []);
            Assert.Equal((HttpStatusCode.OK, page), (officer.Status, officer.Address));
        }

        Assert.Equal("已授予", officer.Text("h1 .badge"));
        await officer.Visit($"{page}/moves/new?move=Withdraw");
        await officer.Submit("#move");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // without a reason
        await officer.Submit("#move", new Dictionary<string, string> { ["Why"] = "材料不实" });
        Assert.Equal("已撤销", officer.Text("h1 .badge"));
        Assert.Contains("材料不实", officer.Text(".note-bad"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_move_the_same_honour_at_once_do_it_once()
    {
        await using var app = new App();
        var honour = (await app.Granted(1))[0];
        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));
        await one.Visit($"/honours/{honour}/moves/new?move=Withdraw");
        await two.Visit($"/honours/{honour}/moves/new?move=Withdraw");

        await one.Submit("#move", new Dictionary<string, string> { ["Why"] = "材料不实" });
        await two.Submit("#move", new Dictionary<string, string> { ["Why"] = "另一个原因" });

        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.Equal("材料不实", (await app.WithDb(db => db.Honours.SingleAsync())).History[^1].Why);
    }

    [Fact]
    public async Task Each_sees_the_honours_of_his_own_people_and_of_what_his_body_grants_and_changes_only_these()
    {
        await using var app = new App();
        var mine = (await app.Granted(1, "E1"))[0];
        var next = (await app.Granted(1, "E2"))[0];
        await app.Issue(mine);

        Assert.Equal(2, (await (await app.Open(DutyKind.FederationOfficer)).Visit("/honours")).Texts("#honours tbody tr").Count);
        Assert.Equal(2, (await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/honours")).Texts("#honours tbody tr").Count);
        var enterprise = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        Assert.Single((await enterprise.Visit("/honours")).Texts("#honours tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await enterprise.Visit("/certificates/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await enterprise.Visit($"/honours/{next}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await enterprise.Visit($"/honours/{mine}/moves/new?move=Withdraw")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await enterprise.Visit("/certificates/1/withdrawal/new")).Status);
        Assert.Empty(enterprise.Page.QuerySelectorAll(".acts a"));
        var other = await app.Open(DutyKind.FederationOfficer, "XS");
        foreach (var address in (string[])[$"/honours/{mine}", "/certificates/1", "/certificates/1/certificate.pdf", $"/certificate-orders/new?honour={mine}"])
        {
            await other.Visit(address);
            Assert.True(other.Status is HttpStatusCode.NotFound || other.Text(".empty h3") == "没有可以制作证书的荣誉", $"{address}: {other.Status}");
        }

        Assert.Empty((await other.Visit("/honours")).Texts("#honours tbody tr"));
    }

    [Fact]
    public async Task The_list_is_searched_filtered_paged_and_exported_and_costs_the_same_for_one_and_for_many()
    {
        await using var app = new App();
        await app.Granted(1);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/honours");
        using var log = app.CountQueries();
        await officer.Visit("/honours");
        var few = log.Count;
        await app.Issue(await app.Granted(40, "E2"));
        log.Clear();
        await officer.Visit("/honours");

        Assert.Equal(few, log.Count);
        Assert.Equal(20, officer.Texts("#honours tbody tr").Count);
        Assert.Single((await officer.Visit("/honours?page=3")).Texts("#honours tbody tr"));
        Assert.Single((await officer.Visit("/honours?organisation=E1")).Texts("#honours tbody tr"));
        Assert.Equal(20, (await officer.Visit("/honours?year=2026&kind=Prize&stage=Granted")).Texts("#honours tbody tr").Count);
        Assert.Empty((await officer.Visit("/honours?kind=Title")).Texts("#honours tbody tr"));
        Assert.Single((await officer.Visit($"/honours?q={Uri.EscapeDataString($"临总工赛证〔{app.Today().Year}〕第 0007 号")}")).Texts("#honours tbody tr"));

        using var book = new MemoryStream(await officer.Http.GetByteArrayAsync("/honours/export.xlsx?organisation=E2"));
        using var sheet = SheetReader.Open(book, [new Column("获得者", ""), new Column("证书编号", "")]);
        Assert.Equal(40, sheet.Rows().Skip(1).Count()); // the header stands below who took it and when
        Assert.Single(await app.WithDb(db => db.Audit.Where(a => a.Act == "honour.export" && a.Thing == "40").ToListAsync()));
    }

    [Fact]
    public async Task A_worker_sees_his_own_honours_as_member_and_coach_and_nobody_elses()
    {
        await using var app = new App();
        await app.Organisations();
        var (shen, lu) = (await app.Worker("沈嘉禾", 1), await app.Worker("陆一鸣", 2));
        var ids = await app.WithDb(async db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var (unit, lp) = (await db.Organisations.SingleAsync(o => o.Code == "E1"), await db.Organisations.SingleAsync(o => o.Code == "LP"));
            var grantor = new Grantor(lp.Id, lp.Name, lp.Level);
            Honour[] honours =
            [
                new(HonourKind.Prize, "团体一等奖", Holder.Team("衡远一队", [new(shen.Id, shen.Name), new(lu.Id, lu.Name)], unit.Id, unit.Name), grantor, new(null, "争霸赛", "", "", 2026, 1)),
                new(HonourKind.Prize, "优秀教练", Holder.Coach(new(shen.Id, shen.Name), unit.Id, unit.Name), grantor, new(null, "争霸赛", "", "", 2026, null)),
                new(HonourKind.Title, "金牌职工", Holder.Of(new(lu.Id, lu.Name), unit.Id, unit.Name), grantor, new(null, "争霸赛", "", "", 2026, null)),
                new(HonourKind.Prize, "拟授的奖", Holder.Of(new(shen.Id, shen.Name), unit.Id, unit.Name), grantor, new(null, "争霸赛", "", "", 2026, null)),
            ];
            foreach (var honour in honours[..3])
            {
                honour.Grant(Awarded.Document, app.Today().AddDays(-1), "test", now, register: true);
            }

            db.AddRange(honours);
            await db.SaveChangesAsync();
            return honours.Select(h => h.Id).ToList();
        });
        await app.Issue([.. ids]);
        var me = await Mine(app, shen);

        Assert.Equal(["团体一等奖·第 1 名", "优秀教练"], (await me.Visit("/my/honours")).Texts("#honours b").Order(StringComparer.Ordinal).Reverse().OrderByDescending(t => t.Contains("团体", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await me.Visit($"/my/honours/{ids[0]}")).Status);
        Assert.Contains("（沈嘉禾、陆一鸣）", me.Text(".sheet"), StringComparison.Ordinal);
        Assert.Contains("电子件 · 扫码核验", me.Text(".sheet"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Visit($"/my/honours/{ids[2]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await me.Visit($"/my/honours/{ids[2]}/certificate.pdf")).Status);
    }

    internal static async Task<Browser> Mine(App app, Worker worker)
    {
        await app.Open(DutyKind.Worker, "E1");
        var account = await app.WithDb(async db =>
        {
            var found = await db.Users.SingleAsync(u => u.UserName == "Worker@E1");
            found.WorkerId = worker.Id;
            await db.SaveChangesAsync();
            return found.Id;
        });
        return app.As(account);
    }

    private static Dictionary<string, string> ByHand(string person, string name, HonourKind kind) => new()
    {
        ["HolderKind"] = $"{HolderKind.Person}", ["Kind"] = $"{kind}", ["Name"] = name, ["Organisation"] = "E1", ["People"] = person, ["Grantor"] = "LP", ["Occasion"] = "2026 年临平区职工技能争霸赛",
    };
}
