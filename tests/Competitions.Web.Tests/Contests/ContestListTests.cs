using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests;

public class ContestListTests
{
    [Theory]
    [InlineData("q=临平&year=2026&level=District&stage=Registration", 2)]
    [InlineData("owner=东湖街道总工会", 1)]
    [InlineData("owner=别处总工会", 0)]
    [InlineData("stage=Archived", 0)]
    [InlineData("level=NONSENSE&page=abc&year=x", 2)]
    public async Task The_list_is_filtered_by_what_stands_in_the_address(string query, int found)
    {
        await using var app = new App();
        await app.Registering();
        await app.Registering("SEW", "LP01");

        var page = await (await app.Open(DutyKind.FederationOfficer)).Visit("/contests?" + query);

        Assert.Equal(found, page.Texts("#contests a.t").Count);
    }

    [Fact]
    public async Task The_export_holds_what_the_list_shows_and_is_audited()
    {
        await using var app = new App();
        await app.Registering();
        await app.Registering("SEW", "LP01");
        await app.Registering("FOREIGN", "XS");
        var officer = await app.Open(DutyKind.FederationOfficer);

        Assert.Equal(3, await Rows(officer, "")); // with its header
        Assert.Equal(2, await Rows(officer, "?owner=东湖街道总工会"));
        Assert.Equal(2, await app.WithDb(db => db.Audit.CountAsync(a => a.Act == "contests.export")));
        Assert.Contains((await officer.Visit("/contests?owner=东湖街道总工会")).Page.QuerySelectorAll(".acts a"), a => Uri.UnescapeDataString(a.GetAttribute("href")!).Contains("export.xlsx?owner=东湖", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_begins_a_formula_stays_text_in_the_workbook()
    {
        await using var app = new App();
        await app.Registering();
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE Contests SET Name = '=1+1'"));
        var bytes = await (await app.Open(DutyKind.FederationOfficer)).Http.GetByteArrayAsync("/contests/export.xlsx");

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();

        Assert.Contains("=1+1", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    private static async Task<int> Rows(Browser browser, string query)
    {
        var bytes = await browser.Http.GetByteArrayAsync("/contests/export.xlsx" + query);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return System.Text.RegularExpressions.Regex.Count(await sheet.ReadToEndAsync(), "<row ");
    }
}
