using System.Globalization;
using System.IO.Compression;
using Competitions.Questions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Competitions.Web.Questions.Imports;

/// <summary>A cell that is wrong; <c>Row</c> as the spreadsheet counts.</summary>
public sealed record CellError(int Row, string Column, string Sentence);

/// <summary>A row of the sheet as text, by the header's names.</summary>
internal sealed record QuestionLine(int Row, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>The workbook of questions: its template, and how it is read. Columns are found by their headers.</summary>
internal static class QuestionSheet
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostRows = 5000;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostEntries = 500;

    private static readonly string[] Choices = [.. Enumerable.Range(0, QuestionBody.MostChoices).Select(i => $"选项{QuestionBody.Letter(i)}")];

    public static readonly string[] Columns = ["职业代码", "题型", "题干", .. Choices, "答案", "等级代码", "知识点", "出处"];

    private static readonly string[] Required = ["职业代码", "题型", "题干", "答案"];

    public static QuestionBody Body(QuestionLine line, QuestionKind kind) =>
        QuestionForm.BodyOf(kind, line["题干"], Choices.Select(c => line[c]).Where(c => c.Length > 0), line["答案"]);

    /// <exception cref="Refusal"><c>question.import-unreadable</c>, <c>question.import-bomb</c>, <c>question.import-columns</c>,
    /// <c>question.import-empty</c>, <c>question.import-too-many</c>.</exception>
    public static List<QuestionLine> Read(Stream file)
    {
        Guard(file);
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            return Lines(reader);
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or NullReferenceException)
        {
            throw new Refusal("question.import-unreadable");
        }
    }

    public static byte[] Template()
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            Sheet(workbook, 1, "题目", [Columns]);
            Sheet(workbook, 2, "示例",
            [
                Columns,
                ["6-31-01-03", "单选题", "三相交流电的相位差是多少？", "60°", "90°", "120°", "", "", "", "", "", "C", "", "电工基础", "自编"],
                ["6-31-01-03", "多选题", "下列哪些属于安全电压？", "6 V", "36 V", "110 V", "", "", "", "", "", "AB", "", "用电安全", "自编"],
                ["6-31-01-03", "判断题", "检修前必须验电。", "", "", "", "", "", "", "", "", "对", "", "用电安全", "自编"],
                ["6-31-01-03", "填空题", "电流的单位是什么？", "", "", "", "", "", "", "", "", "安培|A", "", "电工基础", "自编"],
            ]);
            workbook.Workbook.Save();
        }

        return file.ToArray();
    }

    /// <summary>Numbers and sizes are looked at before anything is unpacked.</summary>
    private static void Guard(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            Refusal.Unless(zip.Entries.Count <= MostEntries && zip.Entries.Sum(e => e.Length) <= MostUnpacked
                && zip.Entries.All(e => e.Length < 1024 * 1024 || e.Length / Math.Max(1, e.CompressedLength) <= 200), "question.import-bomb");
            Refusal.Unless(zip.GetEntry("xl/workbook.xml") is not null, "question.import-unreadable");
        }
        catch (InvalidDataException)
        {
            throw new Refusal("question.import-unreadable"); // also one that is encrypted: it is no zip
        }

        file.Position = 0;
    }

    private static List<QuestionLine> Lines(IExcelDataReader sheet)
    {
        var header = new List<string>();
        var lines = new List<QuestionLine>();
        for (var row = 1; sheet.Read(); row++)
        {
            var cells = Enumerable.Range(0, sheet.FieldCount).Select(i => Convert.ToString(sheet.GetValue(i), CultureInfo.InvariantCulture)?.Trim() ?? "").ToList();
            if (row == 1)
            {
                header = [.. cells.Select(c => c.TrimEnd('*'))];
                var missing = Required.Except(header).ToList();
                Refusal.Unless(missing.Count == 0, "question.import-columns", string.Join("、", missing));
            }
            else if (cells.Any(c => c.Length > 0))
            {
                Refusal.Unless(lines.Count < MostRows, "question.import-too-many", MostRows);
                lines.Add(new QuestionLine(row, header.Zip(cells).Where(c => c.First.Length > 0).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second)));
            }
        }

        Refusal.Unless(lines.Count > 0, "question.import-empty");
        return lines;
    }

    private static void Sheet(WorkbookPart workbook, uint number, string name, IEnumerable<string[]> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(cell =>
            new DocumentFormat.OpenXml.Spreadsheet.Cell(new InlineString(new Text(cell))) { DataType = CellValues.InlineString })))));
        workbook.Workbook.Sheets!.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = name });
    }
}
