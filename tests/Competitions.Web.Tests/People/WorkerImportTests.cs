using System.Net;
using System.Text;
using Competitions.People;
using Competitions.Web.People.Workers.Imports;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.People;

public class WorkerImportTests
{
    private const string Page = "/workers/imports/new";

    [Fact]
    public async Task A_filled_template_is_stored_with_its_memberships()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.TownOfficer, "LP01");

        await officer.Import(Page, Sheet(
            Row("沈嘉禾", Id(1), unit: "E1", joined: "2024-03-01", phone: "138 0000 5678"),
            Row("阿依古丽•麦麦提", Id(2).ToLowerInvariant(), unit: "杭州艺澜服饰有限公司工会", joined: "2020-01-01", left: "2024-12-31"),
            Row("陈伟健", "h1234567801", kind: "港澳居民来往内地通行证", sex: "男", born: "1985-02-03"),
            Row("林佳蓉", "12345678", kind: "台湾居民来往大陆通行证", sex: "女", born: "1988-06-05"),
            Row("黄永明", Id(3, "830000"), kind: "港澳台居民居住证"),
            Row("SMITH JOHN", "CAN310190010101", kind: "外国人永久居留身份证", sex: "男", born: "1990-01-01"),
            Row("𠮷野𡈽", Id(4))));

        Assert.Equal("Succeeded", officer.Ended());
        Assert.Contains("已写入 7 行", officer.Text("#outcome"), StringComparison.Ordinal);
        var workers = await app.WithDb(db => db.Workers.OrderBy(w => w.Id).ToListAsync());
        Assert.Equal(["沈嘉禾", "阿依古丽·麦麦提", "陈伟健", "林佳蓉", "黄永明", "SMITH JOHN", "𠮷野𡈽"], workers.Select(w => w.Name));
        Assert.Equal([IdKind.ResidentCard, IdKind.ResidentCard, IdKind.HongKongMacauPass, IdKind.TaiwanPass, IdKind.ResidencePermit, IdKind.ForeignPermanentCard, IdKind.ResidentCard], workers.Select(w => w.IdKind));
        Assert.Equal(("临平衡远机电有限公司工会", new DateOnly(2024, 3, 1), (DateOnly?)null), Span(workers[0]));
        Assert.Equal(("杭州艺澜服饰有限公司工会", new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31)), Span(workers[1]));
        Assert.Equal("990***********" + Id(2)[14..], (await officer.Visit("/workers?q=" + Id(1))).Page.QuerySelectorAll("tbody tr").Length == 1 ? IdNumber.Mask(Id(2)) : "");

        static (string, DateOnly, DateOnly?) Span(Worker worker) => (worker.Memberships[0].OrganisationName, worker.Memberships[0].From, worker.Memberships[0].To);
    }

    [Fact]
    public async Task One_wrong_cell_stores_nothing_and_the_marked_copy_says_where_and_why()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");

        await officer.Import(Page, Sheet(
            Row("沈嘉禾", Id(1)),
            Row("=HYPERLINK(1)", Id(2)[..17] + "?", unit: "E2", joined: "3月1日", phone: "12"),
            Row("张😀", Id(3), sex: "男", born: "1990-01-02"),
            Row("李四", Id(1), unit: "E1")));

        Assert.Equal(("Failed", 0), (officer.Ended(), await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync())));
        var copy = await officer.MarkedCopy(WorkerSheet.Columns);
        Assert.Equal("", copy[0].Why);
        Assert.Equal("=HYPERLINK(1)", copy[1].Cells["姓名"]); // as it was sent, and no formula
        foreach (var column in (string[])["姓名：", "证件号码：居民身份证号码前 17 位", "所在单位工会：您的管辖范围内没有", "入会日期：“3月1日”不是日期", "手机号码："])
        {
            Assert.Contains(column, copy[1].Why, StringComparison.Ordinal);
        }

        Assert.Contains("出生日期：出生日期与证件号码不一致", copy[2].Why, StringComparison.Ordinal);
        Assert.Contains("第 2 行的证件号码相同", copy[3].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cells_that_are_wrong_are_red_in_the_marked_copy_and_it_can_be_sent_again()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Import(Page, Sheet(Row("沈嘉禾", Id(1)), Row("李四", "990101199001010001")));
        var copy = await officer.Http.GetByteArrayAsync(officer.Page.QuerySelector("a[href$='copy.xlsx']")!.GetAttribute("href"));

        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(copy), isEditable: false);
        var red = book.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
            .Where(c => c.StyleIndex?.Value == (uint)Look.Wrong).Select(c => c.CellReference!.Value);
        Assert.Equal(["A3", "D3"], red); // the reason before the row, and the number

        await officer.Import(Page, copy);
        Assert.Equal("Failed", officer.Ended());
    }

    [Fact]
    public async Task Who_is_in_the_register_already_is_marked_wherever_he_is_a_member()
    {
        await using var app = new App();
        await app.Organisations();
        await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Import(Page, Sheet(Row("沈嘉禾", Id(1), unit: "E2")));
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");

        await officer.Import(Page, Sheet(Row("沈嘉禾", Id(1)), Row("李四", Id(2))));

        Assert.Equal(("Failed", 1), (officer.Ended(), await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync())));
        Assert.Contains("已在名册中", (await officer.MarkedCopy(WorkerSheet.Columns))[0].Why, StringComparison.Ordinal);
    }

    /// <summary>S6: whoever comes first is stored whole, the other gets his copy back, and the constraint holds the rest.</summary>
    [Fact]
    public async Task Of_many_uploads_of_the_same_people_at_once_one_is_stored()
    {
        await using var app = new App();
        await app.Organisations();
        var file = Sheet(Enumerable.Range(1, 300).Select(n => Row($"职工{(char)('一' + n)}", Id(n), unit: "LP01")));
        var officers = new List<Browser>();
        for (var i = 0; i < 6; i++)
        {
            officers.Add(await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit(Page));
        }

        await Task.WhenAll(officers.Select(o => o.Import(Page, file)));

        Assert.Equal(["Failed", "Failed", "Failed", "Failed", "Failed", "Succeeded"], officers.Select(o => o.Ended()).Order());
        Assert.Equal(300, await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync()));
        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO Workers (Name, Sex, IdKind, IdNumberIndex, IdNumberSealed, BornOn, Version) SELECT Name, Sex, IdKind, IdNumberIndex, IdNumberSealed, BornOn, 0 FROM Workers LIMIT 1")));
    }

    /// <summary>F13: killed with a part of its rows stored, nobody sees them; the next program takes them away and does the whole.</summary>
    [Fact]
    public async Task An_import_that_was_killed_is_seen_by_nobody_and_done_anew_by_the_next_program()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.TownOfficer, "LP01");
        await officer.Import(Page, Sheet(Enumerable.Range(1, 50).Select(n => Row($"职工{(char)('一' + n)}", Id(n), unit: "LP01"))));
        var batch = int.Parse(officer.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

        // as the kill would have left it: half of the rows, a lease that nobody renews, the file in its place
        var files = app.Services.GetRequiredService<BatchFiles>();
        var input = await files.Keep(new MemoryStream(Sheet(Enumerable.Range(1, 50).Select(n => Row($"职工{(char)('一' + n)}", Id(n), unit: "LP01")))), default);
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"DELETE FROM Workers WHERE Id % 2 = 0"));
        await app.WithDb(db => db.Database.ExecuteSqlAsync(
            $"UPDATE Batches SET State = 'Running', Succeeded = 0, EndedAt = NULL, InputFile = {input}, Lane = {WorkersImport.Code}, LeaseBy = 'dead', LeaseUntil = {app.Clock.GetUtcNow().UtcDateTime.AddSeconds(2)} WHERE Id = {batch}"));

        Assert.Empty((await officer.Visit("/workers")).Texts("tbody a.t"));
        Assert.Equal(25, await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync()));

        await using var next = app.Restarted();
        var again = next.As(await next.WithDb(db => db.Users.Where(u => u.UserName == "TownOfficer@LP01").Select(u => u.Id).SingleAsync()));
        await again.Finished($"/batches/{batch}");
        Assert.Equal("Succeeded", again.Ended());
        Assert.Equal((50, 50), (await next.WithDb(db => db.Workers.CountAsync()), await next.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync())));
    }

    [Fact]
    public async Task A_csv_of_a_Chinese_spreadsheet_is_read_too()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        await officer.Import(Page, Encoding.GetEncoding("GB18030").GetBytes($"姓名,身份证号,单位,入会日期,手机\n㐂野·阿卜杜,{Id(1)},E1,2024/3/1,'+85291234567\n"), "名册.csv");

        Assert.Equal("Succeeded", officer.Ended());
        Assert.Equal("㐂野·阿卜杜", (await app.WithDb(db => db.Workers.SingleAsync())).Name);
    }

    [Fact]
    public async Task What_is_no_table_is_refused_at_once()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        foreach (var file in (byte[][])[[0x50, 0x4B, 0x03, 0x04, 1, 2, 3], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], Sheet()[..400], AppBatches.Workbook([WorkerSheet.Name], ["沈嘉禾"])])
        {
            await officer.Import(Page, file);
            Assert.Equal((HttpStatusCode.Conflict, "导入职工"), (officer.Status, officer.Text("h1")));
            Assert.NotEqual("", officer.Text(".errsum"));
        }

        await officer.Visit(Page);
        await officer.Submit("#import");
        Assert.Equal(HttpStatusCode.BadRequest, officer.Status);
        Assert.Equal(0, await app.WithDb(db => db.Batches.CountAsync()));
    }

    [Fact]
    public async Task The_template_holds_the_columns_their_choices_and_rows_that_are_right()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var template = await officer.Http.GetByteArrayAsync("/workers/imports/template.xlsx");

        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(template), isEditable: false);
        Assert.Equal(["填写", "说明", "示例", "选项"], book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream(template));
        _ = reader.NextResult() && reader.NextResult() && reader.Read();
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, WorkerSheet.Columns.Count).Select(i => reader.FieldCount > i ? reader.GetValue(i)?.ToString() ?? "" : "")]);
        }

        await officer.Import(Page, Sheet(rows));
        Assert.Equal("Succeeded", officer.Ended());
        Assert.Equal(3, rows.Count);
    }

    internal static string Id(int n, string area = "990101")
    {
        var seventeen = $"{area}{new DateOnly(1990, 1, 1).AddDays(n / 999):yyyyMMdd}{n % 999:000}";
        return seventeen + IdNumber.CheckCharacter(seventeen);
    }

    internal static IReadOnlyList<string> Row(string name, string number, string unit = "E1", string joined = "2024-03-01", string left = "", string kind = "", string sex = "", string born = "", string phone = "") =>
        [name, kind, number, sex, born, phone, unit, joined, left, "", "", "", "", "", ""];

    internal static byte[] Sheet(params IEnumerable<IReadOnlyList<string>> rows) => AppBatches.Workbook(WorkerSheet.Columns, rows);
}
