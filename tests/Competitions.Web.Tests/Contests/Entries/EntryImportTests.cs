using System.Net;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.Entries.Imports;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Contests.Entries;

public class EntryImportTests
{
    private const string Page = "/events/WELD/entries/imports/new";

    [Fact]
    public async Task Create_from_a_filled_template_enters_every_row()
    {
        await using var app = new App();
        await app.Registering();
        var (one, two) = (await Registered(app, "沈嘉禾", "99010119900101001"), await Registered(app, "阿依古丽·麦麦提", "99010119900101002"));
        var unit = await app.Unit();
        await unit.Import(Page, Sheet(["沈嘉禾", one, "职工组", "", "", "无", "是", "是"], ["阿依古丽·麦麦提", two.ToLowerInvariant(), "", "", "选手", "无", "是", "是"]));

        Assert.Equal("Succeeded", unit.Ended());
        var entries = await app.WithDb(db => db.Entries.ToListAsync());
        Assert.Equal([EntryStage.UnitVetted, EntryStage.UnitVetted], entries.Select(e => e.Stage));
    }

    [Fact]
    public async Task Create_with_one_wrong_cell_enters_nothing_and_marks_the_cell()
    {
        await using var app = new App();
        await app.Registering();
        var good = await Registered(app, "沈嘉禾", "99010119900101001");
        var unit = await app.Unit();
        await unit.Import(Page, Sheet(
            ["沈嘉禾", good, "职工组", "", "", "无", "是", "是"],
            ["=HYPERLINK(1)", "990101199001010010", "学生组", "", "裁判", "", "", ""]));

        Assert.Equal(("Failed", 0), (unit.Ended(), await app.Count()));
        Assert.Contains("第 3 行 组别", unit.Text("#outcome"), StringComparison.Ordinal);
        Assert.Contains("第 3 行 担任", unit.Text("#outcome"), StringComparison.Ordinal);
        var marked = await unit.MarkedCopy(EntrySheet.Columns);
        Assert.Equal(("", "=HYPERLINK(1)", 2), (marked[0].Why, marked[1].Cells["姓名"], marked.Count));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Unit("E2")).Visit(unit.Address)).Status);
    }

    [Fact]
    public async Task Create_beyond_the_units_places_enters_nothing()
    {
        await using var app = new App();
        await app.Registering();
        var rows = new List<string[]>();
        for (var n = 1; n <= 4; n++)
        {
            rows.Add([$"职工{n}", await Registered(app, $"职工{n}", $"9901011990010100{n}"), "", "", "", "无", "是", "是"]);
        }

        var unit = await app.Unit();
        await unit.Import(Page, Sheet([.. rows]));

        Assert.Equal(("Failed", 0), (unit.Ended(), await app.Count()));
        Assert.Contains("最多报 3 份", unit.Text("#outcome"), StringComparison.Ordinal);
        Assert.Contains("最多报 3 份", (await unit.MarkedCopy(EntrySheet.Columns))[3].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_from_what_is_no_workbook_is_refused()
    {
        await using var app = new App();
        await app.Registering();
        var unit = await app.Unit();
        await unit.Import(Page, [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);

        Assert.Equal((HttpStatusCode.Conflict, 0), (unit.Status, await app.Count()));
        Assert.NotEqual("", unit.Text(".errsum"));
    }

    [Fact]
    public async Task The_list_goes_out_as_a_workbook_of_text()
    {
        await using var app = new App();
        await app.Ready(2);
        var organiser = await app.Organiser();

        using var book = SheetReader.Open(new MemoryStream(await organiser.Http.GetByteArrayAsync("/events/WELD/entries/export.xlsx?tab=all")), [new Column("选手", "")]);

        Assert.Equal(["选手01", "选手02"], book.Rows().Select(r => r[book.Places.Keys.Single()]).Order());
    }

    private static async Task<string> Registered(App app, string name, string seventeen)
    {
        var number = IdNumber.Read(IdKind.ResidentCard, seventeen + IdNumber.CheckCharacter(seventeen));
        await app.WithDb(async db =>
        {
            var unit = await db.Organisations.SingleAsync(o => o.Code == "E1");
            db.Add(new Worker(name, IdKind.ResidentCard, app.Services.GetRequiredService<FieldCipher>().Seal("worker.id-number", number.Value), number.Sex, number.BornOn!.Value)
                .Join(unit, new DateOnly(2020, 1, 1)));
            await db.SaveChangesAsync();
        });
        return number.Value;
    }

    private static byte[] Sheet(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var sheet = new SheetWriter(file))
        {
            sheet.Begin("填写", EntrySheet.Columns.Select(_ => 12));
            sheet.Row(EntrySheet.Columns.Select(c => new Cell(c.Name, Look.Header)));
            foreach (var row in rows)
            {
                sheet.Row(row.Select(c => (Cell)c));
            }
        }

        return file.ToArray();
    }
}
