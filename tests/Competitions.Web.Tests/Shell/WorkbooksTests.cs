using System.IO.Compression;
using System.Text;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Tests.Shell;

public class WorkbooksTests
{
    private static readonly Column Name = new("姓名", "照证件填写。", Required: true, Example: "张三");
    private static readonly Column Number = new("证件号码", "18 位。", Required: true, Example: "99010119900101006X") { Also = ["身份证号"] };
    private static readonly Column Level = new("技能等级", "选。") { Choices = ["初级工", "中级工"] };
    private static readonly Column[] Columns = [Name, Number, Level];

    /// <summary>S3: what begins like a formula, and what XML cannot hold, comes back as it went in.</summary>
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+852 5123")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTAB")]
    [InlineData("\rCR")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("'=x")]
    [InlineData("_x0041_")]
    [InlineData("a\u0001b")]
    [InlineData("𠮷·艾力 <b>&\"")]
    [InlineData("00123")]
    [InlineData("99010119900101001X")]
    public void What_is_written_comes_back(string text)
    {
        var file = new MemoryStream();
        using (var sheets = new SheetWriter(file))
        {
            sheets.Begin("填写", [10, 10]);
            sheets.Row("姓名", "证件号码");
            sheets.Row(text, "x");
        }

        using var read = SheetReader.Open(file, Columns);
        Assert.Equal(text, Assert.Single(read.Rows()).Cells[0]);
        Assert.Equal(text, CellText.Unguarded(CellText.Guarded(text)));
        Assert.DoesNotMatch("^[=+\\-@\t\r]", CellText.Guarded(text));
    }

    [Fact]
    public void A_filled_template_is_read_by_its_headers()
    {
        var file = new MemoryStream();
        Template.Write(file, Columns, [["张三", "99010119900101006X", "中级工"]]);

        using var read = SheetReader.Open(file, Columns);
        Assert.Empty(read.Rows()); // the example stands on a sheet of its own
        using var zip = new ZipArchive(file);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("<formula1>选项!$A$1:$A$2</formula1>", sheet.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("GB18030")]
    public void A_csv_is_read_in_both_encodings_below_a_title(string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8;
        var file = new MemoryStream(bytes.GetBytes("职工名册\r\n身份证号,姓名*（必填）\r\n99010119900101006X,买买提·艾力\r\n\r\n'=1,李四"));

        using var read = SheetReader.Open(file, Columns);
        Assert.Equal([(3, "买买提·艾力", "99010119900101006X"), (5, "李四", "=1")], read.Rows().Select(r => (r.Number, r[Name], r[Number])));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var refused = Assert.Throws<Refusal>(() => SheetReader.Open(new MemoryStream("姓名,手机\r\n张三,1"u8.ToArray()), Columns));
        Assert.Equal(("sheet.columns-missing", (object)"证件号码"), (refused.Code, refused.Details[0]));
    }

    [Fact]
    public void A_marked_copy_shows_what_is_wrong_and_can_be_sent_again()
    {
        var (file, copy, errors) = (new MemoryStream("姓名,证件号码\r\n张三,1\r\n李四,2"u8.ToArray()), new MemoryStream(), new RowErrors());
        errors.Add(3, Number, "证件号码不对。");

        MarkedCopy.Write(file, copy, Columns, errors);

        using var read = SheetReader.Open(copy, Columns);
        Assert.Equal([("", "张三"), ("证件号码：证件号码不对。", "李四")], read.Rows().Select(r => (SheetRow.Shown(r.Cells[0]), r[Name])));
    }

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "workbook.not-a-workbook", [0, 1, 2, 3] },
        { "workbook.encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "workbook.broken", Good()[..300] },
        { "workbook.not-a-workbook", Zip(("readme.txt", "x")) },
        { "sheet.columns-missing", Zip(("xl/workbook.xml", "<workbook>")) },
        { "workbook.broken", Zip(("xl/workbook.xml", "x"), ("XL/workbook.xml", "y")) },
        { "workbook.macros", Zip(("xl/workbook.xml", "x"), ("xl/vbaProject.bin", "y")) },
        { "workbook.doctype", Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")) },
        { "workbook.too-large", Zip(("xl/workbook.xml", "x"), ("xl/sharedStrings.xml", new string('a', 64 << 20))) },
    };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void A_bad_workbook_is_refused_before_it_is_read(string code, byte[] file) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => SheetReader.Open(new MemoryStream(file), Columns)).Code);

    private static byte[] Good()
    {
        var file = new MemoryStream();
        Template.Write(file, Columns, []);
        return file.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }
}
