using System.Net;
using Competitions.Craftsmen;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Craftsmen;

/// <summary>A title is taken away: clue, verification, hearing, a second person's word, the document; and what a year's check comes to.</summary>
public class CasesTests
{
    [Fact]
    public async Task A_title_is_revoked_after_the_hearing_by_two_persons_and_its_honour_and_certificate_go_with_it()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 11, 13, 2, 0, 0, DateTimeKind.Utc)); // a Friday
        var page = await app.Crafted();
        var honour = await app.WithDb(db => db.Honours.Select(h => h.Id).SingleAsync());
        await app.Issue(honour);
        var (unit, federation, leader) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationLeader));

        await (await unit.Visit(page + "/cases/new")).Submit("#clue", new Dictionary<string, string> { ["Clue"] = "群众来信反映业绩材料不实" });
        Assert.Equal((HttpStatusCode.BadRequest, "群众来信反映业绩材料不实"), (unit.Status, unit.Value("#Clue")));
        await unit.Submit("#clue", new Dictionary<string, string> { ["Ground"] = "弄虚作假" });
        Assert.Equal("线索", unit.Text("h1 .badge"));
        var of = unit.Address;
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Visit(of + "/moves/new?move=Verify")).Status);
        await (await unit.Visit(page + "/cases/new")).Submit("#clue", new Dictionary<string, string> { ["Ground"] = "弄虚作假", ["Clue"] = "又一封来信" });
        Assert.Equal(HttpStatusCode.Conflict, unit.Status); // one at a time

        await Step(federation, of, "Verify", "派两人核查");
        await Step(federation, of, "Notify", "业绩材料系他人所有");
        Assert.Contains("2026-11-20", federation.Text(".note-warn"), StringComparison.Ordinal); // five working days
        await Step(federation, of, "Propose", "拟撤销");
        Assert.Equal(HttpStatusCode.Conflict, federation.Status);
        await Step(federation, of, "State", "本人认为属于集体成果");
        await Step(federation, of, "Propose", "陈述不成立，拟撤销");
        Assert.Equal("待审定", federation.Text("h1 .badge"));
        Assert.Contains("撤销案待审定", (await leader.Visit("/")).Body, StringComparison.Ordinal);
        await Step(federation, of, "Approve", "同意");
        Assert.Equal(HttpStatusCode.Conflict, federation.Status); // not by himself
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Visit(of + "/moves/new?move=Decree")).Status);
        await Step(leader, of, "Approve", "同意撤销");
        await Step(federation, of, "Decree", "临总工〔2026〕30 号");

        Assert.Equal("已撤销", federation.Text("h1 .badge"));
        Assert.Equal("已撤销", (await federation.Visit(page)).Text("h1 .badge"));
        Assert.Contains("弄虚作假，临总工〔2026〕30 号", federation.Text(".note-bad"), StringComparison.Ordinal);
        Assert.Contains("现在不享受", federation.Text(".split aside"), StringComparison.Ordinal);
        Assert.Equal((HonourStage.Withdrawn, CertificateStage.Withdrawn), await app.WithDb(async db => ((await db.Honours.SingleAsync()).Stage, (await db.Certificates.SingleAsync()).Stage)));
        Assert.Single(federation.Texts("#cases li")); // its history stays
    }

    [Fact]
    public async Task Who_is_silent_is_judged_when_his_days_are_over_and_two_who_approve_at_once_do_it_once()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 11, 13, 2, 0, 0, DateTimeKind.Utc));
        var of = await Notified(app);
        var (federation, one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationLeader), await app.Open(DutyKind.FederationLeader));
        app.Clock.Stop(new DateTime(2026, 11, 20, 15, 59, 0, DateTimeKind.Utc));
        await Step(federation, of, "Propose", "拟撤销");
        Assert.Equal(HttpStatusCode.Conflict, federation.Status);
        app.Clock.Stop(new DateTime(2026, 11, 20, 16, 0, 0, DateTimeKind.Utc)); // midnight in China
        await Step(federation, of, "Propose", "拟撤销");
        Assert.Equal("待审定", federation.Text("h1 .badge"));
        await one.Visit(of + "/moves/new?move=Approve");
        await two.Visit(of + "/moves/new?move=Approve");
        await one.Submit("#move", new Dictionary<string, string> { ["Text"] = "同意" });
        await two.Submit("#move", new Dictionary<string, string> { ["Text"] = "也同意" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, "也同意"), (one.Status, two.Status, two.Value("#Text")));
    }

    [Fact]
    public async Task Another_district_sees_no_case_and_a_case_that_is_dismissed_leaves_the_title()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 11, 13, 2, 0, 0, DateTimeKind.Utc));
        var page = await app.Crafted();
        var federation = await app.Open(DutyKind.FederationOfficer);
        await (await federation.Visit(page + "/cases/new")).Submit("#clue", new Dictionary<string, string> { ["Ground"] = "弄虚作假", ["Clue"] = "群众来信反映不实" });
        var of = federation.Address;

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit(of)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit(of)).Status);
        await Step(federation, of, "Dismiss", "查无实据");
        Assert.Equal("不予撤销", federation.Text("h1 .badge"));
        Assert.Equal("有效", (await federation.Visit(page)).Text("h1 .badge"));
    }

    [Fact]
    public async Task A_year_is_opened_for_all_reported_confirmed_and_judged_and_two_failures_propose_a_suspension()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 11, 13, 2, 0, 0, DateTimeKind.Utc));
        var page = await app.Crafted(on: new DateOnly(2024, 9, 20));
        await app.Crafted("陆一鸣", 2, "E2", new DateOnly(2024, 9, 20));
        var (own, town, federation) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.TownOfficer, "LP01"), await app.Open(DutyKind.FederationOfficer));
        await app.WithDb(async db =>
        {
            var earlier = new DutyCheck(await db.Craftsmen.OrderBy(c => c.Id).FirstAsync(), 2025, app.Today());
            earlier.Judge(false, app.Today(), "test", app.Clock.GetUtcNow().UtcDateTime, "没有填报");
            db.Add(earlier);
            await db.SaveChangesAsync();
        });

        await (await federation.Visit("/craftsmen/duty-checks")).Submit("#open");
        Assert.Equal(["沈嘉禾", "陆一鸣"], federation.Texts("#duty-checks a.t"));
        await federation.Submit("#open");
        Assert.Equal(HttpStatusCode.Conflict, federation.Status); // all have theirs
        Assert.Contains("履职考核待填报", (await own.Visit("/")).Body, StringComparison.Ordinal);
        Assert.Equal(["沈嘉禾"], (await own.Visit("/craftsmen/duty-checks")).Texts("#duty-checks a.t"));
        var check = (await own.Visit("/craftsmen/duty-checks")).Page.QuerySelector("#duty-checks a.t")!.GetAttribute("href")!;
        await (await own.Visit(check + "/edit")).Submit("#report", new Dictionary<string, string> { ["Lines[0].Done"] = "1", ["Lines[0].Proof"] = "徒弟一名" });
        Assert.Equal((HttpStatusCode.Conflict, "徒弟一名"), (own.Status, own.Value("[name='Lines[0].Proof']")));
        await own.Submit("#report", new Dictionary<string, string> { ["Lines[1].Done"] = "0", ["Lines[2].Done"] = "0" });
        Assert.Equal("待单位核对", own.Text("h1 .badge"));
        await (await own.Visit(check + "/moves/new?move=Confirm")).Submit("#move");
        Assert.Equal("待考核", own.Text("h1 .badge"));
        await own.Visit(check + "/moves/new?move=Fail");
        await own.Submit("#move", new Dictionary<string, string> { ["Why"] = "自己判" });
        Assert.Equal(HttpStatusCode.Conflict, own.Status); // the town or the federation judges
        await (await town.Visit(check + "/moves/new?move=Fail")).Submit("#move", new Dictionary<string, string> { ["Why"] = "三项只完成一项" });

        Assert.Equal("不合格", town.Text("h1 .badge"));
        Assert.Contains("连续 2 年不合格，建议暂停", (await federation.Visit(page)).Text("#proposed"), StringComparison.Ordinal);
        Assert.Equal("有效", federation.Text("h1 .badge")); // proposed, and a person decides
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit(check)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit(check)).Status);
    }

    [Fact]
    public async Task The_years_list_plans_each_reward_once_and_pays_it_once()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 11, 13, 2, 0, 0, DateTimeKind.Utc));
        var page = await app.Crafted(on: new DateOnly(2026, 9, 20));
        await app.Crafted("陆一鸣", 2, "E2", new DateOnly(2025, 9, 20)); // of the year before
        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));

        await (await one.Visit("/craftsmen/honour-day?year=2026")).Submit("#plan");
        Assert.Equal(["沈嘉禾"], one.Texts("#honoured a.t"));
        Assert.Equal(("10,000", "0"), (one.Text("#planned"), one.Text("#paid")));
        Assert.Null(one.Page.QuerySelector("#plan"));
        await one.Visit(page + "/reward/new");
        await two.Visit(page + "/reward/new");
        await one.Submit("#reward");
        Assert.Equal(HttpStatusCode.Conflict, one.Status); // no voucher
        await one.Submit("#reward", new Dictionary<string, string> { ["Voucher"] = "记-0926" });
        await two.Submit("#reward", new Dictionary<string, string> { ["Voucher"] = "记-0927" });

        Assert.Equal((HttpStatusCode.OK, "10,000", HttpStatusCode.Conflict), (one.Status, one.Text("#paid"), two.Status));
        Assert.Equal("记-0926", await app.WithDb(db => db.CraftsmanRewards.Select(r => r.Voucher).SingleAsync()));
        Assert.Equal(HttpStatusCode.OK, (await one.Visit("/craftsmen/honour-day/export.xlsx?year=2026")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit(page + "/reward/new")).Status);
        Assert.Empty((await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/craftsmen/honour-day?year=2026")).Texts("#honoured a.t"));
    }

    private static async Task Step(Browser browser, string of, string move, string text) =>
        await (await browser.Visit($"{of}/moves/new?move={move}")).Submit("#move", new Dictionary<string, string> { ["Text"] = text });

    /// <summary>A case whose holder was told today; its page.</summary>
    private static async Task<string> Notified(App app)
    {
        var page = await app.Crafted();
        var federation = await app.Open(DutyKind.FederationOfficer);
        await (await federation.Visit(page + "/cases/new")).Submit("#clue", new Dictionary<string, string> { ["Ground"] = "弄虚作假", ["Clue"] = "群众来信反映不实" });
        var of = federation.Address;
        await Step(federation, of, "Verify", "派两人核查");
        await Step(federation, of, "Notify", "属实");
        return of;
    }
}
