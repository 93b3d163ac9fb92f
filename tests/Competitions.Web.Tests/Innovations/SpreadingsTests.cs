using System.Net;
using Competitions.Honours;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>推广应用: registered by the result's unit, confirmed by the adopting one, then by the federation.</summary>
public class SpreadingsTests
{
    [Fact]
    public async Task Unit_adopter_and_federation_say_it_one_after_the_other_and_then_it_counts()
    {
        await using var app = new App();
        var result = await app.Named();
        var unit = await app.Spreads(result);
        Assert.Equal((HttpStatusCode.OK, "待采用单位确认"), (unit.Status, unit.Text("h1 .badge")));
        var id = (await app.Spreading()).Id;
        Assert.Null(unit.Page.QuerySelector("#confirmadoption")); // its own word is no adopter's

        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/spreadings/{id}");
        Assert.Null(federation.Page.QuerySelector("#confirm"));
        var adopter = await app.Open(DutyKind.EnterpriseOfficer, "E2");
        Assert.Contains("成果推广：待本单位确认采用", (await adopter.Visit("/")).Body, StringComparison.Ordinal);
        await (await adopter.Visit($"/spreadings/{id}")).Submit("#confirmadoption");
        Assert.Equal("待区总确认", adopter.Text("h1 .badge"));
        Assert.Contains("— 另 1 家待确认", string.Join(' ', (await unit.Visit("/innovations")).Texts("#innovations tbody td")), StringComparison.Ordinal);
        await (await federation.Visit($"/spreadings/{id}")).Submit("#confirm");

        var row = (await unit.Visit("/innovations")).Texts("#innovations tbody td");
        Assert.Equal(["1", "37,200 元"], row.TakeLast(2));
        Assert.Equal(HttpStatusCode.OK, (await adopter.Http.GetAsync($"/spreadings/{id}/paper")).StatusCode);
    }

    [Theory]
    [InlineData("临平衡远机电有限公司工会", "false", "推广是指别的单位采用")]
    [InlineData("没有这个厂", "false", "工会组织里没有“没有这个厂”")]
    [InlineData("", "false", "请填写采用单位全称")]
    public async Task A_wrong_adopter_is_refused_and_what_was_typed_stays(string adopter, string outside, string sentence)
    {
        await using var app = new App();
        var unit = await app.Spreads(await app.Named(), adopter, new Dictionary<string, string> { ["IsOutside"] = outside });
        Assert.Equal((HttpStatusCode.Conflict, "二车间", "1860"), (unit.Status, unit.Value("#Site"), unit.Value("[name='Lines[0].UnitValue']")));
        Assert.Contains(sentence, unit.Text("main"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Spreadings.CountAsync()));
    }

    [Fact]
    public async Task A_unit_outside_goes_to_the_federation_with_its_paper_and_is_refused_without()
    {
        await using var app = new App();
        var result = await app.Named();
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/innovations/{result}/spreadings/new");
        await officer.Submit("#spreading", new Dictionary<string, string> { ["Adopter"] = "绍兴某机械厂", ["IsOutside"] = "true", ["Site"] = "一车间" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("上传它盖章的应用证明", officer.Text("main"), StringComparison.Ordinal);
        await app.Spreads(result, "绍兴某机械厂", new Dictionary<string, string> { ["IsOutside"] = "true" });
        Assert.Equal((SpreadingStage.Adopted, null), ((await app.Spreading()).Stage, (await app.Spreading()).AdopterId));
    }

    [Fact]
    public async Task A_negative_number_is_refused_by_its_line()
    {
        await using var app = new App();
        var unit = await app.Spreads(await app.Named(), other: new Dictionary<string, string> { ["Lines[0].Quantity"] = "-20" });
        Assert.Equal((HttpStatusCode.Conflict, "-20"), (unit.Status, unit.Value("[name='Lines[0].Quantity']")));
        Assert.Contains("第 1 行：单价和数量不能是负数", unit.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_back_is_mended_and_goes_the_same_way_again()
    {
        await using var app = new App();
        await app.Spreads(await app.Named());
        var id = (await app.Spreading()).Id;
        var adopter = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/spreadings/{id}/moves/new?move=Return");
        await adopter.Submit("#move");
        Assert.Equal(HttpStatusCode.Conflict, adopter.Status); // a reason must be said
        await adopter.Submit("#move", new Dictionary<string, string> { ["Why"] = "培训人数应是 8 人" });
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/spreadings/{id}");
        Assert.Contains("培训人数应是 8 人", unit.Text("#why"), StringComparison.Ordinal);
        await (await unit.Visit($"/spreadings/{id}/edit")).Submit("#spreading", new Dictionary<string, string> { ["Trained"] = "8" });
        var mended = await app.Spreading();
        Assert.Equal((SpreadingStage.Registered, 8, 37_200m), (mended.Stage, mended.Trained, mended.Net));
        await app.Confirmed();
        Assert.Equal(SpreadingStage.Confirmed, (await app.Spreading()).Stage);
    }

    [Fact]
    public async Task The_same_unit_adopts_a_result_once_and_of_two_who_confirm_one_is_told()
    {
        await using var app = new App();
        var result = await app.Named();
        await app.Spreads(result);
        var again = await app.Spreads(result);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("已经登记过", again.Text("main"), StringComparison.Ordinal);
        var id = (await app.Spreading()).Id;
        var one = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/spreadings/{id}");
        var two = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/spreadings/{id}");
        await one.Submit("#confirmadoption");
        await two.Submit("#confirmadoption");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (one.Status, two.Status));
        Assert.Equal(2, (await app.Spreading()).History.Count);
    }

    [Fact]
    public async Task Another_district_sees_nothing_and_another_unit_acts_on_nothing()
    {
        await using var app = new App();
        var result = await app.Named();
        await app.Spreads(result);
        var id = (await app.Spreading()).Id;
        var other = await app.Open(DutyKind.FederationOfficer, "XS");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/spreadings/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/innovations/{result}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/spreadings/{id}/paper")).Status);
        Assert.DoesNotContain("合箱间隙", (await other.Visit("/spreadings")).Body, StringComparison.Ordinal);
        var adopter = await app.Open(DutyKind.EnterpriseOfficer, "E2");
        Assert.Equal(HttpStatusCode.NotFound, (await adopter.Visit($"/innovations/{result}/spreadings/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await adopter.Visit($"/spreadings/{id}/edit")).Status);
        var town = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/spreadings/{id}"); // sees it, and acts for neither
        Assert.Equal((HttpStatusCode.OK, 0), (town.Status, town.Page.QuerySelectorAll(".head form, .head .acts a").Length));
    }

    /// <summary>Two methods named, one of them spread, and a 五小: counted by hand.</summary>
    [Fact]
    public async Task A_method_counts_as_spread_only_with_a_confirmed_record()
    {
        await using var app = new App();
        var method = await app.Named("四点定位操作法", "operation-method");
        await app.Named("一次成型操作法", "operation-method");
        await app.Named();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await app.Spreads(method);
        Assert.Equal("0项", (await officer.Visit("/innovation-counts?year=2026")).Text("#methods-spread"));
        await app.Confirmed();
        await officer.Visit($"/innovation-counts?year={app.Now().Year}");
        Assert.Equal("1项", officer.Text("#methods-spread"));
        Assert.Equal(["1", "0", "2", "1", "1", "37,200 元"], officer.Texts("#counts [data-unit] td").Skip(1));
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync("/innovation-counts/export.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync("/innovations/export.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync("/spreadings/export.xlsx")).StatusCode);
        Assert.Empty((await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit("/innovation-counts")).Page.QuerySelectorAll("[data-unit]"));
    }

    [Fact]
    public async Task A_result_whose_honour_was_withdrawn_is_none_any_more()
    {
        await using var app = new App();
        var result = await app.Named();
        await app.WithDb(async db =>
        {
            (await db.Honours.SingleAsync(h => h.ApplicationId == result)).Make(HonourMove.Withdraw, "leader", app.Now(), "弄虚作假");
            await db.SaveChangesAsync();
        });
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Visit($"/innovations/{result}")).Status);
        Assert.Empty((await unit.Visit("/innovations")).Page.QuerySelectorAll("#innovations tbody tr"));
    }

    [Fact]
    public async Task Lists_ask_as_often_for_many_as_for_one()
    {
        await using var app = new App();
        await app.Spreads(await app.Named("成果零"));
        var officer = await app.Open(DutyKind.FederationOfficer);
        var one = await Asked(app, officer);
        for (var n = 1; n < 5; n++)
        {
            await app.Spreads(await app.Named($"成果{n}"));
        }

        Assert.Equal(one, await Asked(app, officer));
        Assert.Equal(5, (await officer.Visit("/spreadings?q=成果")).Page.QuerySelectorAll("#spreadings tbody tr").Length);
        Assert.Single((await officer.Visit("/innovations?q=成果3&kind=five-small&year=2026&spread=false")).Page.QuerySelectorAll("#innovations tbody tr"));
    }

    private static async Task<(int, int, int)> Asked(App app, Browser browser)
    {
        async Task<int> Of(string address)
        {
            await browser.Visit(address);
            var log = app.CountQueries();
            await browser.Visit(address);
            var count = log.Count;
            log.Dispose();
            return count;
        }

        return (await Of("/innovations"), await Of("/spreadings"), await Of("/innovation-counts"));
    }
}
