using System.Net;
using Competitions.People;
using Competitions.Web.Schemes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Competitions.Web.Tests.Schemes.Marking;

namespace Competitions.Web.Tests.Schemes;

public class SchemeImportTests
{
    [Fact]
    public async Task Create_of_a_workbook_shows_each_warning_beside_its_row_and_stores_no_scheme()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Brings(SchemeRoom.Warned);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("5.50", page.Text("[data-total]"));
        Assert.Equal(["mark-above-2"], Codes(page, "tr[data-aspect='A1.M1']"));
        Assert.Equal(["ladder-missing"], Codes(page, "tr[data-aspect='A1.J1']"));
        Assert.Equal(["mark-missing"], Codes(page, "tr[data-aspect='B1.M1']"));
        Assert.Contains("CIS Marking Scheme Import 第 4 行 K 列 · mark-above-2", page.Text("[data-warning='mark-above-2']"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("#adopt .btn-primary")); // nothing can be adopted yet
        Assert.Null(await app.Scheme());
    }

    [Fact]
    public async Task A_warning_that_is_refused_or_open_keeps_all_of_it_out()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Brings(SchemeRoom.Warned);
        await page.Submit("#adopt");
        Assert.Equal((HttpStatusCode.Conflict, "scheme-upload.warnings-open"), (page.Status, Refusal(page)));

        await page.Submit("#verdicts", new Dictionary<string, string> { ["accepts"] = "true" });
        await page.Submit("#verdict-1", new Dictionary<string, string> { ["accepts"] = "false" }, forged: true);
        Assert.Equal(["已接受", "已退回", "已接受"], page.Texts(".warning form .st"));
        await page.Submit("#adopt");
        Assert.Equal((HttpStatusCode.Conflict, "scheme-upload.warnings-refused"), (page.Status, Refusal(page)));
        Assert.Null(await app.Scheme());

        await page.Submit("#verdict-1", new Dictionary<string, string> { ["accepts"] = "true" }, forged: true);
        await page.Submit("#adopt");
        Assert.Equal("/events/WELD/scheme", page.Address);
        var scheme = (await app.Scheme())!;
        Assert.Equal((1, 4, 5.5m, 3), (scheme.Number, scheme.Content.Aspects.Count(), scheme.Content.Total.Value, scheme.Accepted.Count));
        Assert.Equal(["practical", "practical"], scheme.Modules.Values); // the only module there is
        Assert.Equal(0, await app.Uploads());
    }

    [Fact]
    public async Task Create_with_an_error_in_the_workbook_cannot_be_adopted()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Brings(Book([Open("A"), Sub("A1"), Aspect("M", 1)], [["算", "PASS_FAIL", 1, "没有写法"]]));
        Assert.Equal("calculation", page.Page.QuerySelector("[data-error]")?.GetAttribute("data-error"));

        await page.Submit("#adopt");

        Assert.Equal((HttpStatusCode.Conflict, "scheme-upload.errors"), (page.Status, Refusal(page)));
        Assert.Null(await app.Scheme());
    }

    [Fact]
    public async Task Of_two_who_adopt_at_once_one_is_told()
    {
        await using var app = new App();
        var (one, other) = (await app.Organiser(), await app.Open(DutyKind.FederationOfficer, "LP"));
        await one.Brings(SchemeRoom.Clean);
        await other.Brings(SchemeRoom.Warned);
        await other.Submit("#verdicts", new Dictionary<string, string> { ["accepts"] = "true" });

        await Task.WhenAll(one.Submit("#adopt"), other.Submit("#adopt"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { one.Status, other.Status }.Order());
        var told = one.Status is HttpStatusCode.Conflict ? one : other;
        Assert.Equal("changed-by-someone-else", Refusal(told));
        Assert.Equal(1, await app.WithDb(db => db.MarkingSchemes.CountAsync()));
        Assert.Equal(1, await app.Uploads()); // the other's workbook is still there to be looked at
    }

    [Theory]
    [InlineData("ES2025_Marking_Scheme_Web_Development_17.xlsx", 192)]
    [InlineData("WSUK2024_nationals_web_development_marking_final_cis.xlsx", 220)]
    [InlineData("LKS2022_WebTech_marking-scheme.xlsx", 85)]
    public async Task A_real_workbook_goes_in_and_comes_out_as_the_same_scheme(string name, int aspects)
    {
        var file = await File.ReadAllBytesAsync(Repository.RealData("marking/" + name), TestContext.Current.CancellationToken);
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(file);
        Assert.Equal(("", HttpStatusCode.OK, "100.00"), (page.Text(".errsum"), page.Status, page.Text("[data-total]")));
        Assert.Equal(aspects, page.Page.QuerySelectorAll("tr[data-aspect]").Length);

        var export = await page.Http.GetByteArrayAsync("/events/WELD/scheme/export.xlsx", TestContext.Current.CancellationToken);
        var first = (await app.Scheme())!;
        await page.Adopts(export);
        var again = (await app.Scheme())!;

        Assert.True(first.Content.IsSameAs(again.Content));
        Assert.True(first.Content.IsSameAs(SchemeReader.Read(new MemoryStream(file)).Scheme) || name.StartsWith("LKS", StringComparison.Ordinal)); // which has no title of its own
        Assert.Equal(first.Content.Aspects.Select(a => a.Key), again.Content.Aspects.Select(a => a.Key)); // and every aspect is the one it was
    }

    public static TheoryData<string, HttpStatusCode, string> Bad => new()
    {
        { "truncated", HttpStatusCode.BadRequest, "workbook.broken" },
        { "text", HttpStatusCode.BadRequest, "workbook.not-a-workbook" },
        { "encrypted", HttpStatusCode.BadRequest, "workbook.encrypted" },
        { "bomb", HttpStatusCode.RequestEntityTooLarge, "workbook.too-large" },
        { "huge", HttpStatusCode.RequestEntityTooLarge, "scheme-upload.too-large" },
        { "other", HttpStatusCode.BadRequest, "scheme.no-sheet" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Create_of_what_is_no_scheme_says_so_and_stores_nothing(string kind, HttpStatusCode status, string code)
    {
        await using var app = new App();
        var file = kind switch
        {
            "truncated" => SchemeRoom.Clean[..900],
            "text" => "not a workbook"u8.ToArray(),
            "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            "bomb" => Bomb(),
            "huge" => [0x50, 0x4B, 3, 4, .. new byte[11 << 20]],
            _ => Book(["姓名", "单位"]),
        };

        var page = await (await app.Organiser()).Brings(file);

        Assert.Equal((status, code), (page.Status, Refusal(page)));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{4}", page.Text(".errsum li"));
        Assert.Equal(0, await app.Uploads());
        Assert.Null(await app.Scheme());
    }

    [Fact]
    public async Task Create_without_a_file_says_what_is_missing()
    {
        await using var app = new App();
        var page = await (await (await app.Organiser()).Visit("/events/WELD/scheme/uploads/new")).Submit("#upload");
        Assert.Equal((HttpStatusCode.BadRequest, "请选择评分方案的工作簿。"), (page.Status, page.Text(".errsum li")));
    }

    [Fact]
    public async Task What_another_one_uploaded_is_not_there_and_after_a_day_not_for_oneself()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Brings(SchemeRoom.Warned);
        var (address, token) = (page.Address, page.Page);
        var town = await app.Open(DutyKind.TownOfficer, "LP01");
        var foreign = await app.Open(DutyKind.FederationOfficer, "XS");
        var colleague = await app.Open(DutyKind.EventOrganiser, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()));

        Assert.Equal(HttpStatusCode.Forbidden, (await town.Visit(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await foreign.Visit(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Visit(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit($"/events/WELD/scheme/uploads/{Guid.NewGuid()}")).Status);
        app.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.NotFound, (await page.Visit(address)).Status);
    }

    [Fact]
    public async Task Delete_drops_the_upload_and_the_scheme_is_as_it_was()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        await (await page.Brings(SchemeRoom.Warned)).Submit("#drop");

        Assert.Equal(("/events/WELD/scheme", 0, 4m), (page.Address, await app.Uploads(), (await app.Scheme())!.Content.Total.Value));
    }

    private static IEnumerable<string?> Codes(Browser page, string row) => page.Page.QuerySelectorAll(row + " [data-warning]").Select(w => w.GetAttribute("data-warning"));

    private static string? Refusal(Browser page) => page.Page.QuerySelector(".errsum")?.GetAttribute("data-refusal");
}
