using System.Net;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>A patent from its number to its reward, kept by its unit, rewarded by the federation.</summary>
public class PatentsTests
{
    private static readonly DateTime April = new(2026, 4, 15, 2, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, string> Typed = new()
    {
        ["Kind"] = "Invention", ["Title"] = "一种合箱间隙检测装置", ["ApplicationNumber"] = "ZL201710601862.3", ["AppliedOn"] = "2017-07-21", ["Owner"] = "临平衡远机电有限公司",
        ["Inventors[0].Name"] = "陆明远", ["Inventors[0].IsFrontLine"] = "true", ["Inventors[1].Name"] = "外单位人",
    };

    [Fact]
    public async Task The_unit_registers_it_the_office_moves_it_and_the_federation_rewards_the_first_inventor()
    {
        await using var app = await Given();
        var id = await Granted(app);
        var worker = await app.WithDb(db => db.Workers.Select(w => w.Id).SingleAsync());
        Assert.Equal([(1, (int?)worker), (2, null)], (await Find(app, id)).Inventors.OrderBy(i => i.Order).Select(i => (i.Order, i.WorkerId)));

        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/patents/{id}");
        await federation.Submit("#reward");
        Assert.Contains("陆明远 奖金 2,000 元", string.Join(' ', federation.Texts("#rewarded > *")), StringComparison.Ordinal);
        Assert.Null(federation.Page.QuerySelector("#reward"));
        Assert.Equal(worker, (await Find(app, id)).Reward!.WorkerId);
    }

    [Fact]
    public async Task A_number_with_a_slip_or_that_is_there_already_is_refused_and_what_was_typed_stays()
    {
        await using var app = await Given();
        await Granted(app);
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/patents/new");
        await unit.Submit("#patent", new Dictionary<string, string>(Typed) { ["ApplicationNumber"] = "201710601826.3" });
        Assert.Equal((HttpStatusCode.Conflict, "201710601826.3", "陆明远"), (unit.Status, unit.Value("#ApplicationNumber"), unit.Value("[name='Inventors[0].Name']")));
        Assert.Contains("校验码不对", unit.Text("main"), StringComparison.Ordinal);
        await unit.Submit("#patent", new Dictionary<string, string> { ["ApplicationNumber"] = "CN201710601862.3" });
        Assert.Contains("已经登记过", unit.Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Patents.CountAsync()));
    }

    [Fact]
    public async Task Its_result_its_studio_and_its_certificate_stand_on_it_and_it_on_them()
    {
        await using var app = await Given();
        var id = await Granted(app);
        var result = await app.Named();
        var foreign = await app.Named("别的单位的成果", unit: "E2");
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/patents/{id}/links/edit");
        await unit.Submit("#links", new Dictionary<string, string> { ["Innovation"] = $"{foreign}" });
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        await unit.Submit("#links", new Dictionary<string, string> { ["Innovation"] = $"{result}" });
        Assert.Contains("合箱间隙在线检测改造", unit.Text("#origin"), StringComparison.Ordinal);
        await unit.Upload("#paper", "file", "证书.png", Competitions.Web.Tests.Shell.PicturesTests.Png, new Dictionary<string, string> { ["title"] = "专利证书" });
        Assert.Contains("专利证书", unit.Text(".papers"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.Open(DutyKind.TownOfficer, "LP01")).Http.GetAsync($"/patents/{id}/papers/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Http.GetAsync($"/patents/{id}/papers/1")).StatusCode);
        Assert.Contains("一种合箱间隙检测装置", (await unit.Visit($"/innovations/{result}")).Text("#patents"), StringComparison.Ordinal);
        await (await unit.Visit($"/patents/{id}")).Upload("#paper", "file", "说明.txt", "hello"u8.ToArray(), new Dictionary<string, string> { ["title"] = "其他" });
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
    }

    /// <summary>A studio of its own unit, never another's; there it stands with the year in which it was applied for, for whoever opens the studio in whatever year.</summary>
    [Fact]
    public async Task A_patent_of_a_studio_stands_on_the_studios_page()
    {
        await using var app = await Given();
        var id = await Granted(app);
        await app.Worker("金晓岚", 3, "E2");
        var (own, foreign) = (await Studio(app, "陆明远", "E1", 1), await Studio(app, "金晓岚", "E2", 2));
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/patents/{id}/links/edit");
        await unit.Submit("#links", new Dictionary<string, string> { ["Studio"] = $"{foreign}" }, forged: true);
        Assert.Equal((HttpStatusCode.Conflict, null), (unit.Status, (await Find(app, id)).StudioId));
        await unit.Visit($"/patents/{id}/links/edit");
        await unit.Submit("#links", new Dictionary<string, string> { ["Studio"] = $"{own}" });

        Assert.Contains("陆明远创新工作室", unit.Text("#origin"), StringComparison.Ordinal);
        foreach (var year in new[] { "", "?year=2017", "?year=2025" })
        {
            await unit.Visit($"/studios/{own}{year}");
            Assert.Contains("一种合箱间隙检测装置 2017 年申请", string.Join(' ', unit.Texts("aside li")), StringComparison.Ordinal);
        }

        Assert.Null((await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/studios/{foreign}")).Page.QuerySelector("#patents"));
    }

    [Fact]
    public async Task Of_two_namesakes_the_register_number_says_which()
    {
        await using var app = await Given();
        var second = await app.Worker("陆明远", 2);
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/patents/new");
        await unit.Submit("#patent", Typed);
        Assert.Contains("有几名职工叫“陆明远”", unit.Text("main"), StringComparison.Ordinal);
        await unit.Submit("#patent", new Dictionary<string, string> { ["Inventors[0].WorkerId"] = $"{second.Id}" });
        Assert.Equal(second.Id, (await Find(app, await app.WithDb(db => db.Patents.Select(p => p.Id).SingleAsync()))).Inventors.Single(i => i.Order == 1).WorkerId);
    }

    /// <summary>Two officers press at once: one reward is stored, the other is told; and none outside the months.</summary>
    [Fact]
    public async Task Two_rewards_at_once_are_one()
    {
        await using var app = await Given();
        var id = await Granted(app);
        var (one, other) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));
        await one.Visit($"/patents/{id}");
        await other.Visit($"/patents/{id}");
        app.Clock.Stop(new DateTime(2026, 5, 1, 2, 0, 0, DateTimeKind.Utc));
        await one.Submit("#reward");
        Assert.Contains("每年 4、10 月办理", one.Text("main"), StringComparison.Ordinal);
        Assert.Null((await one.Visit($"/patents/{id}")).Page.QuerySelector("#reward"));
        app.Clock.Stop(April);
        await one.Visit($"/patents/{id}");

        await Task.WhenAll(one.Submit("#reward"), other.Submit("#reward"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { one.Status, other.Status }.Order());
        Assert.Equal(1, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "patent.reward")));
    }

    [Fact]
    public async Task Who_keeps_it_does_not_reward_it_and_who_rewards_does_not_keep_it_and_others_do_not_see_it()
    {
        await using var app = await Given();
        var id = await Granted(app);
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/patents/{id}");
        Assert.Null(unit.Page.QuerySelector("#reward"));
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Post($"/patents/{id}/rewards")).Status);
        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/patents/{id}");
        Assert.Null(federation.Page.QuerySelector("#fee"));
        Assert.Equal(HttpStatusCode.Forbidden, (await federation.Post($"/patents/{id}/fees")).Status);
        var town = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/patents/{id}");
        Assert.Empty(town.Page.QuerySelectorAll("main form"));
        await town.Visit("/password/edit");
        Assert.Equal(HttpStatusCode.NotFound, (await town.Post($"/patents/{id}/fees")).Status);
        foreach (var (duty, place) in ((DutyKind, string)[])[(DutyKind.EnterpriseOfficer, "E2"), (DutyKind.FederationOfficer, "XS")])
        {
            var stranger = await app.Open(duty, place);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit($"/patents/{id}")).Status);
            Assert.Contains("还没有登记专利", (await stranger.Visit("/patents")).Text("main"), StringComparison.Ordinal);
        }
    }

    /// <summary>Applied for on 21 July: granted in March 2025 the fee of 2025 is overdue in April 2026, then the next stands in the calendar.</summary>
    [Fact]
    public async Task What_is_due_stands_on_the_list_and_in_the_calendar_until_it_is_paid()
    {
        await using var app = await Given();
        var id = await Granted(app);
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        Assert.Contains("2025-07-21 已逾期", (await unit.Visit("/patents?due=true")).Text("#patents"), StringComparison.Ordinal);
        await (await unit.Visit($"/patents/{id}")).Submit("#fee");
        Assert.Equal(new DateOnly(2026, 7, 21), (await Find(app, id)).FeeDueOn);
        Assert.Contains("没有符合条件", (await unit.Visit("/patents?due=true")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("专利年费：一种合箱间隙检测装置", (await unit.Visit("/deadlines?month=2026-07")).Texts("#d21 b"));
        Assert.DoesNotContain("专利年费", (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit("/deadlines?month=2026-07")).Text("main"), StringComparison.Ordinal);
        app.Clock.Stop(new DateTime(2026, 4, 22, 16, 0, 0, DateTimeKind.Utc)); // 23 April in China, ninety days before
        Assert.NotNull((await unit.Visit($"/patents/{id}")).Page.QuerySelector("#fee-due"));
    }

    [Fact]
    public async Task A_list_costs_the_same_with_one_patent_and_with_many()
    {
        await using var app = await Given();
        await Granted(app);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/patents");
        using var log = app.CountQueries();
        var one = (await officer.Visit("/patents"), log.Count).Count;
        await app.WithDb(async db =>
        {
            var unit = await db.Organisations.SingleAsync(o => o.Code == "E2");
            db.AddRange(((string[])["202219990011.0", "202319990027.6", "202419990035.5"]).Select(n => new Patent(
                new PatentUnit(unit.Id, unit.Name, "艺澜"), PatentKind.Invention, "一种装置", n, new DateOnly(int.Parse(n[..4], System.Globalization.CultureInfo.InvariantCulture), 1, 2), [new(1, null, "某人", false), new(2, null, "另一人", false)], "test", new DateOnly(2026, 4, 15), April)));
            return await db.SaveChangesAsync();
        });
        log.Clear();
        await officer.Visit("/patents");
        Assert.Equal((one, 4), (log.Count, officer.Texts("#patents a.t").Count));
    }

    private static async Task<App> Given()
    {
        var app = new App();
        app.Clock.Stop(April);
        await app.Organisations();
        await app.Worker("陆明远", 1);
        return app;
    }

    private static async Task<int> Granted(App app)
    {
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/patents/new");
        await unit.Submit("#patent", Typed);
        var id = await app.WithDb(db => db.Patents.Select(p => p.Id).SingleAsync());
        foreach (var (move, on, number) in ((PatentMove, string, string?)[])[(PatentMove.Publish, "2018-01-09", "CN107256789A"), (PatentMove.Examine, "2018-02-09", null), (PatentMove.Grant, "2025-03-04", "CN107256789B")])
        {
            await (await unit.Visit($"/patents/{id}/moves/new?move={move}")).Submit("#move", new Dictionary<string, string>(number is null ? [] : [new("Number", number)]) { ["On"] = on });
            Assert.Equal(HttpStatusCode.OK, unit.Status);
        }

        return id;
    }

    private static async Task<int> Studio(App app, string leader, string unit, int number)
    {
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/studios/new");
        await officer.Submit("#studio", new Dictionary<string, string>
        {
            ["Name"] = $"{leader}创新工作室", ["Unit"] = unit, ["Leader"] = leader, ["Level"] = "District", ["Grantor"] = "临平区总工会", ["Document"] = "临总工〔2022〕12 号", ["NamedOn"] = "2022-05-01", ["PlaqueNumber"] = $"LP-{number}", ["Area"] = "60",
        });
        return int.Parse(officer.Address["/studios/".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<Patent> Find(App app, int id) => app.WithDb(db => db.Patents.AsNoTracking().SingleAsync(p => p.Id == id));
}
