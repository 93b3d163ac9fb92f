using System.IO.Compression;
using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Questions;

public sealed class BankTests
{
    private static readonly string[] Header = ["职业代码", "题型", "题干", "选项A", "选项B", "选项C", "答案", "知识点"];

    [Fact]
    public async Task Create_of_a_question_without_a_right_choice_is_refused_and_keeps_what_was_typed()
    {
        await using var app = new App();
        var (browser, occupation) = await Keeper(app);
        await browser.Visit("/questions/new");
        var typed = new Dictionary<string, string> { ["OccupationCode"] = occupation, ["Text"] = "三相电的相位差？", ["Choices"] = "60°\n120°", ["Right"] = "C" };

        await browser.Submit("#question", typed);
        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains("答案“C”不在选项里", browser.Text(".errsum"));
        Assert.Equal("三相电的相位差？", browser.Value("#Text"));

        await browser.Submit("#question", new Dictionary<string, string> { ["Right"] = "b" });
        Assert.Equal("/questions", browser.Address);
        Assert.Equal(["B"], (await app.WithDb(db => db.Questions.SingleAsync())).Right);
    }

    [Fact]
    public async Task Extra_fields_of_a_form_change_nothing()
    {
        await using var app = new App();
        var (browser, occupation) = await Keeper(app);
        await browser.Visit("/questions/new");
        await browser.Submit("#question", new Dictionary<string, string>
        {
            ["OccupationCode"] = occupation, ["Text"] = "问", ["Choices"] = "甲\n乙", ["Right"] = "A", ["OrganisationId"] = "999", ["Retired"] = "true", ["Id"] = "77",
        }, forged: true);

        var question = await app.WithDb(db => db.Questions.SingleAsync());
        Assert.Equal((1, false), (question.Id, question.Retired));
        Assert.NotEqual(999, question.OrganisationId);
    }

    [Fact]
    public async Task Another_districts_bank_papers_and_sittings_are_not_there()
    {
        await using var app = new App();
        var hall = await Hall.Open(app);
        var stranger = await app.Open(DutyKind.FederationOfficer, "XS");

        foreach (var address in (string[])["/questions/1/edit", $"/papers/{hall.Paper}", $"/papers/{hall.Paper}/edit", $"/occasions/{hall.Occasion}", $"/occasions/{hall.Occasion}/rows", $"/occasions/{hall.Occasion}/admissions/new"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit(address)).Status);
        }

        await stranger.Visit("/questions");
        Assert.Empty(stranger.Texts("tbody tr"));
    }

    [Fact]
    public async Task The_list_keeps_its_filters_in_the_address_and_asks_a_fixed_number_of_queries()
    {
        await using var app = new App();
        await Hall.Open(app);
        var officer = await app.Open(DutyKind.FederationOfficer);
        using var log = app.CountQueries();
        await officer.Visit("/questions");
        Assert.Equal(20, officer.Texts("tbody tr").Count);
        Assert.Contains("共 24 题", officer.Text(".pager"));
        var twenty = log.Count;

        log.Clear();
        await officer.Visit("/questions?kind=FillIn&q=电流");
        Assert.Equal(6, officer.Texts("tbody tr").Count);
        Assert.Equal(twenty, log.Count);
    }

    [Fact]
    public async Task A_paper_is_planned_drawn_once_and_shows_its_seed_only_after_the_sittings()
    {
        await using var app = new App();
        var hall = await Hall.Open(app);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit($"/papers/{hall.Paper}");
        Assert.DoesNotContain("20261121", officer.Body);
        Assert.NotNull(officer.Page.QuerySelector("#reveal button[disabled]"));

        app.Clock.Advance(TimeSpan.FromHours(2));
        await officer.Visit($"/papers/{hall.Paper}");
        await officer.Submit("#reveal");
        Assert.Contains("20261121", officer.Body);
    }

    [Fact]
    public async Task The_export_escapes_what_a_spreadsheet_would_run()
    {
        await using var app = new App();
        var (browser, occupation) = await Keeper(app);
        await browser.Visit("/questions/new");
        await browser.Submit("#question", new Dictionary<string, string> { ["OccupationCode"] = occupation, ["Text"] = "=HYPERLINK(\"x\")", ["Choices"] = "甲\n乙", ["Right"] = "A" });

        await browser.Visit("/questions/rows.csv");
        Assert.Contains("'=HYPERLINK", browser.Body);
    }

    [Fact]
    public async Task A_workbook_with_one_wrong_cell_stores_nothing_and_names_row_and_column()
    {
        await using var app = new App();
        var (browser, occupation) = await Keeper(app);
        string[] good = [occupation, "单选题", "相位差？", "60°", "120°", "", "B", "基础"];

        await browser.Import("/questions/imports/new", Workbook(Header, good, [occupation, "判断题", "=1+1 等于 2", "", "", "", "也许", ""], [occupation, "选择", "问", "", "", "", "A", ""]));
        Assert.Equal("Failed", browser.Ended());
        var copy = await browser.MarkedCopy(Competitions.Web.Questions.Imports.QuestionSheet.Columns);
        Assert.Equal(["", "答案", "题型"], copy.Select(r => r.Why.Split('：')[0]));
        Assert.Equal(0, await app.WithDb(db => db.Questions.CountAsync()));

        await browser.Import("/questions/imports/new", Workbook(Header, good, [occupation, "判断题", "=1+1 等于 2", "", "", "", "对", ""], [occupation, "填空题", "单位？", "", "", "", "安培|A", ""]));
        Assert.Equal("Succeeded", browser.Ended());
        var stored = await app.WithDb(db => db.Questions.OrderBy(q => q.Id).ToListAsync());
        Assert.Equal(["相位差？", "=1+1 等于 2", "单位？"], stored.Select(q => q.Text));
        Assert.Equal(["A", "安培"], stored[2].Right);
    }

    [Theory]
    [InlineData("not a workbook")]
    [InlineData("truncated")]
    [InlineData("bomb")]
    [InlineData("columns")]
    public async Task A_file_that_is_no_proper_workbook_is_told_so(string what)
    {
        await using var app = new App();
        var (browser, _) = await Keeper(app);
        var whole = Workbook(Header, ["a"]);
        var file = what switch { "truncated" => whole[..(whole.Length / 2)], "bomb" => Bomb(), "columns" => Workbook(["甲", "乙"]), _ => "这不是工作簿"u8.ToArray() };

        await browser.Import("/questions/imports/new", file);

        Assert.Equal(HttpStatusCode.Conflict, browser.Status);
        Assert.Contains(what switch { "bomb" => "展开后过大", "columns" => "缺少这些列", "truncated" => "损坏或不完整", _ => "缺少这些列" }, browser.Text(".errsum"));
    }

    [Fact]
    public async Task The_template_is_a_workbook_with_the_columns_that_the_import_reads()
    {
        await using var app = new App();
        var (browser, _) = await Keeper(app);
        using var file = new MemoryStream(await browser.Http.GetByteArrayAsync("/questions/imports/template.xlsx"));
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(file);

        Assert.True(reader.Read());
        Assert.Equal("题型*", reader.GetString(1));
        Assert.True(reader.NextResult());
    }

    private static async Task<(Browser Browser, string Occupation)> Keeper(App app)
    {
        var browser = await app.Open(DutyKind.TechnicalExpert);
        return (browser, await app.WithDb(db => db.Set<Occupation>().OrderBy(o => o.Code).Select(o => o.Code).FirstAsync()));
    }

    private static byte[] Workbook(params string[][] rows) => Zip(
        ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/_rels/workbook.xml.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="题目" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/worksheets/sheet1.xml", $"""<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows.Select((r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Select((c, j) => $"<c r=\"{(char)('A' + j)}{i + 1}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>"))}</sheetData></worksheet>"""));

    private static byte[] Bomb() => Zip(("xl/workbook.xml", "<x/>"), ("xl/worksheets/sheet1.xml", new string(' ', 50_000_000)));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
