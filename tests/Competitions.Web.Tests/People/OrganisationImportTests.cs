using System.Net;
using Competitions.People;
using Competitions.Web.People.Organisations.Imports;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class OrganisationImportTests
{
    private const string Page = "/organisations/imports/new";

    [Fact]
    public async Task A_tree_is_built_whatever_the_order_of_its_rows()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.FederationOfficer);

        await officer.Import(Page, Sheet(
            Row("N-2-T", "衡远二厂总装车间", "车间班组", "车间（班组）工会小组", "N-2"),
            Row("N-2", "=衡远二厂工会", "企业", "企业工会", "N-1", credit: "91330110ma2abcde1x"),
            Row("N-1", "某某行业工会联合会", "镇街", "new-forms", "LP")));

        Assert.Equal("Succeeded", officer.Ended());
        var stored = await app.WithDb(db => db.Organisations.Where(o => o.Code.StartsWith("N-")).OrderBy(o => o.Code).ToListAsync());
        var district = await app.WithDb(db => db.Organisations.SingleAsync(o => o.Code == "LP"));
        Assert.Equal([$"{district.Path}{stored[0].Id}/", $"{district.Path}{stored[0].Id}/{stored[1].Id}/", $"{district.Path}{stored[0].Id}/{stored[1].Id}/{stored[2].Id}/"], stored.Select(o => o.Path));
        Assert.Equal([district.Id, stored[0].Id, stored[1].Id], stored.Select(o => o.ParentId!.Value));
        Assert.Equal("91330110MA2ABCDE1X", stored[1].CreditCode);

        // out again as text, and what goes in again is the same
        using var book = SheetReader.Open(new MemoryStream(await officer.Http.GetByteArrayAsync("/organisations/export.xlsx?q=N-2")), OrganisationSheet.Columns);
        var row = Assert.Single(book.Rows());
        Assert.Equal(("=衡远二厂工会", "N-1", "91330110MA2ABCDE1X", "企业工会"), (row[OrganisationSheet.Name], row[OrganisationSheet.Parent], row[OrganisationSheet.CreditCode], row[OrganisationSheet.Type]));
    }

    [Fact]
    public async Task One_wrong_cell_builds_nothing_and_each_has_its_reason()
    {
        await using var app = new App();
        await app.Organisations();
        var before = await app.WithDb(db => db.Organisations.CountAsync());
        var officer = await app.Open(DutyKind.TownOfficer, "LP01");

        await officer.Import(Page, Sheet(
            Row("N-1", "甲厂工会", "企业", "企业工会", "LP01"),
            Row("n-1", "乙厂工会", "企业", "企业工会", "LP01"),
            Row("E1", "丙厂工会", "企业", "企业工会", "LP01"),
            Row("N-4", "丁厂工会", "企业", "企业工会", "XS"),
            Row("N-5", "戊街道总工会", "区县", "federation", "LP01"),
            Row("N-6", "己厂工会", "企业", "企业工会", "N-7"),
            Row("N-7", "庚厂工会", "企业", "企业工会", "N-6"),
            Row("中文", "", "厂", "没有的类型", "", from: "去年", credit: "1")));

        Assert.Equal(("Failed", before), (officer.Ended(), await app.WithDb(db => db.Organisations.CountAsync())));
        var copy = await officer.MarkedCopy(OrganisationSheet.Columns);
        Assert.Equal("", copy[0].Why);
        Assert.Contains("与第 2 行的编码相同", copy[1].Why, StringComparison.Ordinal);
        Assert.Contains("编码 E1 已被使用", copy[2].Why, StringComparison.Ordinal);
        Assert.Contains("没有这个上级编码", copy[3].Why, StringComparison.Ordinal);
        Assert.Contains("上级的层级应高于或等于它", copy[4].Why, StringComparison.Ordinal);
        Assert.Contains("上级不能是它自己或它的下级", copy[5].Why + copy[6].Why, StringComparison.Ordinal);
        Assert.Equal(7, copy[7].Why.Split('\n').Length);
    }

    [Fact]
    public async Task Of_two_uploads_at_once_one_is_stored_and_the_other_gets_its_copy_back()
    {
        await using var app = new App();
        await app.Organisations();
        var file = Sheet(Enumerable.Range(1, 500).Select(n => Row($"N-{n}", $"第{n}厂工会", "企业", "企业工会", n == 1 ? "LP01" : $"N-{n / 2}")));
        Browser[] officers = [await app.Open(DutyKind.TownOfficer, "LP01"), await app.Open(DutyKind.FederationOfficer)];

        await Task.WhenAll(officers.Select(o => o.Import(Page, file)));

        Assert.Equal(["Failed", "Succeeded"], officers.Select(o => o.Ended()).Order());
        Assert.Equal(500, await app.WithDb(db => db.Organisations.CountAsync(o => o.Code.StartsWith("N-"))));
        Assert.Equal(500, (await officers.Single(o => o.Ended() == "Failed").MarkedCopy(OrganisationSheet.Columns)).Count(r => r.Why.Contains("已被使用", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_enterprise_builds_no_organisations()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Visit(Page)).Status);
        Assert.DoesNotContain("/organisations/imports/new", (await officer.Visit("/organisations")).Body, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Row(string code, string name, string level, string type, string parent, string from = "2020-01-01", string credit = "") =>
        [code, name, "", level, type, parent, credit, from, ""];

    private static byte[] Sheet(params IEnumerable<IReadOnlyList<string>> rows) => AppBatches.Workbook(OrganisationSheet.Columns, rows);
}
