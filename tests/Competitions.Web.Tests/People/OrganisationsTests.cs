using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class OrganisationsTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public async Task A_temporary_project_union_is_made_below_a_town_with_its_end()
    {
        await using var app = new App();
        await app.Organisations();
        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/organisations/new");
        var type = await app.WithDb(db => db.OrganisationTypes.Select(t => t.Code).FirstAsync());

        await page.Submit("#organisation", new Dictionary<string, string>
        {
            ["Name"] = "地铁延伸段项目工会", ["Code"] = "P1", ["TypeCode"] = type, ["ParentCode"] = "LP01", ["From"] = "2026-01-01", ["To"] = "2026-12-31",
        });

        Assert.Equal((HttpStatusCode.OK, "地铁延伸段项目工会"), (page.Status, page.Text("h1")));
        var made = await app.WithDb(db => db.Organisations.SingleAsync(o => o.Code == "P1"));
        var town = await app.WithDb(db => db.Organisations.SingleAsync(o => o.Code == "LP01"));
        Assert.Equal(($"{town.Path}{made.Id}/", new DateOnly(2026, 12, 31)), (made.Path, made.To));
    }

    [Fact]
    public async Task A_rename_keeps_the_old_name_in_old_records()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("职工甲", 1);
        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/organisations/E1");

        await page.Submit("#rename", new Dictionary<string, string> { ["name"] = "衡远智造工会", ["from"] = "2026-01-01" });

        Assert.Equal("衡远智造工会", page.Text("h1"));
        var one = await app.WithDb(db => db.Organisations.SingleAsync(o => o.Code == "E1"));
        Assert.Equal(("临平衡远机电有限公司工会", "衡远智造工会"), (one.NameOn(Day.AddDays(-1)), one.NameOn(Day)));
        Assert.Equal("临平衡远机电有限公司工会", (await app.WithDb(db => db.Workers.SingleAsync())).Memberships[0].OrganisationName);
    }

    [Fact]
    public async Task A_merger_takes_the_members_along()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("职工甲", 1);
        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/organisations/E1");

        await page.Submit("#end", new Dictionary<string, string> { ["lastDay"] = "2025-12-31", ["into"] = "E2" });

        var worker = await app.WithDb(db => db.Workers.SingleAsync());
        Assert.Equal("杭州艺澜服饰有限公司工会", worker.MembershipOn(Day)!.OrganisationName);
        Assert.Equal("临平衡远机电有限公司工会", worker.MembershipOn(Day.AddDays(-1))!.OrganisationName);
    }

    [Fact]
    public async Task Another_district_is_neither_listed_nor_opened_nor_taken_as_a_parent()
    {
        await using var app = new App();
        await app.Organisations();
        var page = await app.Open(DutyKind.FederationOfficer);

        Assert.DoesNotContain("萧山", (await page.Visit("/organisations")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await page.Visit("/organisations/XE")).Status);
        await (await page.Visit("/organisations/E1")).Submit("#move", new Dictionary<string, string> { ["parentCode"] = "XS" });
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }
}
