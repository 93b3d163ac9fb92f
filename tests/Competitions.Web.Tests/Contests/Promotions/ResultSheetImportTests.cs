using System.Net;
using System.Text;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.ResultSheets;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Contests.Promotions;

public sealed class ResultSheetImportTests
{
    [Fact]
    public async Task A_sheet_is_ranked_matched_by_number_and_its_numbers_lie_sealed()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Registered("阿依古丽·麦麦提", 1);
        var unit = await app.Unit();

        await unit.Import(Ladder.Results(["", "方堃", Ladder.Number(2), "衡远机电", "88.5", "80", "90", "120", "否", "=1+1"], ["", "阿依古丽•麦麦提", Ladder.Number(1).ToLowerInvariant(), "衡远机电", "88.5", "80", "92", "", "", ""]));

        Assert.Equal(HttpStatusCode.OK, unit.Status);
        var sheet = await app.WithDb(db => db.ResultSheets.SingleAsync());
        var rows = sheet.Rows.OrderBy(r => r.Rank).ToList();
        Assert.Equal([("阿依古丽·麦麦提", worker.Id, 1), ("方堃", null, 2)], rows.Select(r => (r.Name, r.WorkerId, r.Rank))); // equal totals: the better practical
        Assert.Equal((false, "=1+1"), (rows[1].Passed, rows[1].Remark));
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        Assert.All(rows, r => Assert.DoesNotContain("990101", Encoding.Latin1.GetString(r.IdNumberSealed!), StringComparison.Ordinal));
        Assert.Equal([Ladder.Number(1), Ladder.Number(2)], rows.Select(r => cipher.Open("worker.id-number", r.IdNumberSealed!)));
        Assert.DoesNotContain("990101", unit.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_cell_is_marked_and_nothing_is_imported()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Registered("沈嘉禾", 1);
        var unit = await app.Unit();

        await unit.Import(Ladder.Results(
            Ladder.Row("沈嘉和", 1, "95", "1"), ["2", "", "990101199001010010", "", "九十", "1.23456", "", "", "也许", ""], Ladder.Row("方堃", 3, "90"), Ladder.Row("方堃", 3, "80", "4")));

        Assert.Equal((HttpStatusCode.BadRequest, 0), (unit.Status, await app.WithDb(db => db.ResultSheets.CountAsync())));
        Assert.Equal("衡远机电 2026 年岗位练兵", unit.Value("#ContestName")); // what was typed is kept
        foreach (var said in (string[])["第 3 行 姓名", "第 3 行 证件号码", "第 3 行 单位", "第 3 行 总成绩", "第 3 行 理论成绩", "第 3 行 合格", "第 5 行 证件号码：与第 4 行是同一个证件号码", "第 4 行 名次：别的行写了名次", "第 2 行 姓名：姓名与职工名册里"])
        {
            Assert.Contains(said, unit.Text(".errsum"), StringComparison.Ordinal);
        }

        var copy = unit.Page.QuerySelector("a[href*='/copies/']")!.GetAttribute("href")!;
        using var marked = SheetReader.Open(new MemoryStream(await unit.Http.GetByteArrayAsync(copy)), ResultSheetReader.Columns);
        Assert.Equal(4, marked.Rows().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Unit("E2")).Visit(copy)).Status); // only who uploaded it
    }

    [Fact]
    public async Task What_is_no_workbook_or_too_long_or_comes_twice_is_refused()
    {
        await using var app = new App();
        await app.Organisations();
        var unit = await app.Unit();

        await unit.Import([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        await unit.Import(Ladder.Results([.. Enumerable.Range(1, ResultSheetReader.MostRows + 1).Select(n => Ladder.Row("方堃", n, "80"))]));
        Assert.Contains("最多 2000 行", unit.Text(".errsum"), StringComparison.Ordinal);
        await unit.Import(Ladder.Results());
        Assert.Contains("表里没有成绩", unit.Text(".errsum"), StringComparison.Ordinal);
        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "80")), more: new Dictionary<string, string> { ["HeldOn"] = "2126-01-01" });
        Assert.Contains("不能晚于今天", unit.Text(".errsum"), StringComparison.Ordinal);
        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "80")));
        Assert.Equal(HttpStatusCode.OK, unit.Status);
        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "81")));
        Assert.Contains("已经导入过", unit.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.ResultSheets.CountAsync()));
    }

    [Fact]
    public async Task The_receiving_union_reviews_it_and_nobody_else_and_not_who_imported_it()
    {
        await using var app = new App();
        await app.Organisations();
        var unit = await app.Unit();
        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "80")));
        var sheet = unit.Address;
        Assert.Null(unit.Page.QuerySelector("form#accept"));
        await unit.Visit(sheet + "/moves/new?move=Accept");
        await unit.Submit("form#move");
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit(sheet)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Unit("E2")).Visit(sheet)).Status);

        var town = await (await app.Town()).Visit(sheet);
        await town.Submit("form#accept");

        Assert.Equal(ResultSheetStage.Accepted, await app.WithDb(db => db.ResultSheets.Select(s => s.Stage).SingleAsync()));
        await town.Import(Ladder.Results(Ladder.Row("方堃", 1, "80")), "街道自己的比赛");
        await town.Visit(town.Address + "/moves/new?move=Accept");
        await town.Submit("form#move");
        Assert.Contains("导入人以外的另一人审核", town.Text(".errsum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_names_the_sheet_before_says_why_and_stands_for_it_once_accepted()
    {
        await using var app = new App();
        await app.Organisations();
        var (unit, town) = (await app.Unit(), await app.Town());
        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "80")));
        await town.Visit(unit.Address);
        await town.Submit("form#accept");
        var first = await app.WithDb(db => db.ResultSheets.Select(s => s.Id).SingleAsync());

        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "82")), more: new Dictionary<string, string> { ["Replaces"] = $"{first}" });
        Assert.Contains("请写明原因", unit.Text(".errsum"), StringComparison.Ordinal);
        await unit.Import(Ladder.Results(Ladder.Row("方堃", 1, "82")), more: new Dictionary<string, string> { ["Replaces"] = $"{first}", ["Why"] = "漏加 2 分" });
        await town.Visit(unit.Address);
        await town.Submit("form#accept");

        Assert.Equal([ResultSheetStage.Replaced, ResultSheetStage.Accepted], await app.WithDb(db => db.ResultSheets.OrderBy(s => s.Id).Select(s => s.Stage).ToListAsync()));
    }

    [Fact]
    public async Task The_scan_of_the_signed_sheet_is_a_pdf_and_opens_to_those_who_see_the_sheet()
    {
        await using var app = new App();
        await app.Organisations();
        var unit = await app.Unit();
        await unit.Visit("/result-sheets/new");

        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = unit.Value("#sheet [name=__RequestVerificationToken]")!, ["Owner"] = "E1", ["Receiver"] = "LP01", ["ContestName"] = "岗位练兵", ["Organiser"] = "工会", ["EventTitle"] = "焊工", ["HeldOn"] = "2026-01-20", ["Level"] = "Enterprise",
        })
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(Ladder.Results(Ladder.Row("方堃", 1, "80"))), "File", "成绩.xlsx");
        body.Add(new ByteArrayContent("%PDF-1.7 盖章"u8.ToArray()), "Evidence", "../../x.pdf");
        var answer = await unit.Http.PostAsync("/result-sheets", body);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var paper = answer.Headers.Location!.OriginalString + "/evidence";
        Assert.StartsWith("%PDF", Encoding.UTF8.GetString(await (await app.Town()).Http.GetByteArrayAsync(paper)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Unit("E2")).Visit(paper)).Status);
    }

    [Fact]
    public async Task The_template_filled_as_its_example_is_read()
    {
        await using var app = new App();
        await app.Organisations();
        var unit = await app.Unit();
        using var sheet = SheetReader.Open(new MemoryStream(await unit.Http.GetByteArrayAsync("/result-sheets/template.xlsx")), ResultSheetReader.Columns);
        Assert.Equal(ResultSheetReader.Columns.Count, sheet.Places.Count);
    }
}
