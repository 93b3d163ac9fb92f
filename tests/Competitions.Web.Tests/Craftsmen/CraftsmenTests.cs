using System.Net;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Craftsmen;

/// <summary>Levels and titles on the real pages: entered from the register, suspended, resumed, ended; in scope and on the person's page.</summary>
public class CraftsmenTests
{
    [Fact]
    public async Task A_title_of_an_earlier_year_is_registered_from_its_honour_once_and_found_by_every_filter()
    {
        await using var app = new App();
        await app.Organisations();
        var shen = await app.Worker("沈嘉禾", 1);
        var honour = await app.Titled(shen, on: new DateOnly(2023, 9, 20));
        await app.Crafted("陆一鸣", 2, "E2");
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/craftsmen/new");

        await officer.Submit("#craftsman", new Dictionary<string, string> { ["Honour"] = $"{honour}" });
        Assert.Equal((HttpStatusCode.BadRequest, $"{honour}"), (officer.Status, officer.Value("#Honour")));
        await officer.Submit("#craftsman", new Dictionary<string, string> { ["Level"] = "lead" }, forged: true);
        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // appointed, not named
        await officer.Submit("#craftsman", new Dictionary<string, string> { ["Level"] = "craftsman" });
        Assert.Equal((HttpStatusCode.OK, "临平工匠"), (officer.Status, officer.Text(".sub .gold")));
        Assert.Contains("临总工〔2023〕20 号", officer.Text(".sub"), StringComparison.Ordinal);
        Assert.Equal("没有可以登记的称号", (await officer.Visit("/craftsmen/new")).Text(".empty h3"));

        foreach (var query in (string[])["q=沈嘉禾", "year=2023", "q=衡远", "town=LP01&year=2023"])
        {
            Assert.Equal(["沈嘉禾"], (await officer.Visit("/craftsmen?" + query)).Texts("#craftsmen a.t"));
        }

        Assert.Equal(2, (await officer.Visit("/craftsmen?level=craftsman&stage=InForce")).Texts("#craftsmen a.t").Count);
        Assert.Empty((await officer.Visit("/craftsmen?level=lead")).Texts("#craftsmen a.t"));
        Assert.Equal(HttpStatusCode.OK, (await officer.Visit("/craftsmen/export.xlsx?year=2023")).Status);
    }

    [Fact]
    public async Task Its_own_units_read_another_district_sees_nothing_and_only_the_federation_acts()
    {
        await using var app = new App();
        var page = await app.Crafted();
        var own = await app.Open(DutyKind.EnterpriseOfficer, "E1");

        Assert.Equal(HttpStatusCode.OK, (await own.Visit(page)).Status);
        Assert.Null(own.Page.QuerySelector("a[href*='/moves/new']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit(page + "/moves/new?move=Suspend")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.Visit("/craftsmen/new")).Status);
        foreach (var other in (Browser[])[await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.EnterpriseOfficer, "E2")])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(page)).Status);
            Assert.Empty((await other.Visit("/craftsmen")).Texts("#craftsmen a.t"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit(page + "/moves/new?move=Suspend")).Status);
    }

    [Fact]
    public async Task Suspended_from_to_without_benefits_then_resumed_then_ended_without_a_stain()
    {
        await using var app = new App();
        var page = await app.Crafted();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit(page);
        Assert.Contains("入高技能人才库", officer.Text(".split aside"), StringComparison.Ordinal);
        await officer.Visit(page + "/moves/new?move=Suspend");

        await officer.Submit("#move", new Dictionary<string, string> { ["Until"] = $"{app.Today():yyyy-MM-dd}", ["Why"] = "两年不履职" });
        Assert.Equal((HttpStatusCode.Conflict, "两年不履职"), (officer.Status, officer.Value("#Why")));
        await officer.Submit("#move", new Dictionary<string, string> { ["Until"] = $"{app.Today().AddDays(90):yyyy-MM-dd}" });
        Assert.Equal("暂停", officer.Text("h1 .badge"));
        Assert.DoesNotContain("入高技能人才库", officer.Text(".split aside"), StringComparison.Ordinal);
        await (await officer.Visit(page + "/moves/new?move=Resume")).Submit("#move", new Dictionary<string, string> { ["Why"] = "已经改正" });
        Assert.Equal("有效", officer.Text("h1 .badge"));
        await (await officer.Visit(page + "/moves/new?move=End")).Submit("#move", new Dictionary<string, string> { ["Reason"] = "MovedAway" });

        Assert.Equal("已终止", officer.Text("h1 .badge"));
        Assert.Contains("调离本区", officer.Text(".note-info"), StringComparison.Ordinal);
        Assert.Equal(HonourStage.Granted, await app.WithDb(async db => (await db.Honours.SingleAsync()).Stage)); // the honour is not touched
        await (await officer.Visit(page + "/moves/new?move=Suspend")).Submit("#move", new Dictionary<string, string> { ["Why"] = "再来" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
    }

    [Fact]
    public async Task Two_who_suspend_at_once_do_it_once_and_the_second_keeps_what_he_typed()
    {
        await using var app = new App();
        var page = await app.Crafted();
        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));
        await one.Visit(page + "/moves/new?move=Suspend");
        await two.Visit(page + "/moves/new?move=Suspend");

        await one.Submit("#move", new Dictionary<string, string> { ["Why"] = "履职不合格" });
        await two.Submit("#move", new Dictionary<string, string> { ["Why"] = "另一个原因" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, "另一个原因"), (one.Status, two.Status, two.Value("#Why")));
        Assert.Equal(1, await app.WithDb(db => db.Craftsmen.SelectMany(c => c.History).CountAsync()));
    }

    [Fact]
    public async Task An_honour_that_is_withdrawn_takes_the_title_with_it()
    {
        await using var app = new App();
        var page = await app.Crafted();
        var honour = await app.WithDb(db => db.Honours.Select(h => h.Id).SingleAsync());
        var officer = await app.Open(DutyKind.FederationOfficer);

        await (await officer.Visit($"/honours/{honour}/moves/new?move=Withdraw")).Submit("form[action$='/moves']", new Dictionary<string, string> { ["Why"] = "业绩不实" });

        Assert.Equal("已撤销", (await officer.Visit(page)).Text("h1 .badge"));
        Assert.Contains("业绩不实", officer.Text(".note-bad"), StringComparison.Ordinal);
        Assert.Null(await app.WithDb(async db => (await db.Craftsmen.SingleAsync()).OpenKey));
    }

    [Fact]
    public async Task The_persons_page_tells_his_title_his_checks_and_what_became_of_it()
    {
        await using var app = new App();
        var page = await app.Crafted();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await (await officer.Visit(page + "/moves/new?move=Suspend")).Submit("#move", new Dictionary<string, string> { ["Why"] = "履职不合格" });
        var worker = await app.WithDb(db => db.Workers.Select(w => w.Id).SingleAsync());

        await officer.Visit($"/workers/{worker}?tab=craftsmen");

        Assert.Contains("临平工匠", officer.Text("#ladder"), StringComparison.Ordinal);
        Assert.Contains("暂停", officer.Text("#ladder"), StringComparison.Ordinal);
        Assert.Contains("临平工匠暂停至", officer.Text(".tl"), StringComparison.Ordinal);
        Assert.Equal(page, officer.Page.QuerySelector("#ladder a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task List_and_page_cost_the_same_for_one_and_for_many()
    {
        await using var app = new App();
        var page = await app.Crafted();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/craftsmen");
        await officer.Visit(page);
        using var log = app.CountQueries();
        await officer.Visit("/craftsmen");
        var list = log.Count;
        log.Clear();
        await officer.Visit(page);
        var one = log.Count;
        for (var n = 2; n <= 6; n++)
        {
            await app.Crafted($"职工{(char)('甲' + n)}", n);
        }

        log.Clear();
        await officer.Visit("/craftsmen");
        Assert.Equal(list, log.Count);
        log.Clear();
        await officer.Visit(page);
        Assert.Equal(one, log.Count);
        Assert.InRange(list, 1, 8);
        Assert.InRange(one, 1, 13);
    }
}
