using System.IO.Compression;
using System.Text;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Tests.Schemes;

/// <summary>Made-up marking-scheme workbooks, each with one trait of the forms in use.</summary>
internal static class Marking
{
    public static readonly Cell[] Header =
    [
        "Sub\nCriterion\nID", "Sub Criterion\nName or Description", "Day of Marking", "Aspect\nType\nM = Meas\nJ = Judg", "Aspect - Description", "Judg Score",
        "Extra Aspect Description (Meas or Judg)\nOR\nJudgement Score Description (Judg only)", "Requirement\n(Measurement Only)", "WSOS Section", "Calculation Row \n(Export only)", "Max\nMark",
    ];

    public static readonly Cell[][] Ladder = [.. Enumerable.Range(0, 4).Select(n => (Cell[])[null, null, null, null, null, n, $"基准{n}"])];

    public static Cell[] Open(string letter, Cell[]? header = null) => [.. header ?? Header, $"Criterion {letter}", "Total\nMark"];

    public static Cell[] Sub(string code) => [code, "外观", 1];

    public static Cell[] Aspect(string type, Cell most, int? section = null) => [null, null, null, type, "评分点", null, null, null, section is { } s ? (Cell)s : null, null, most];

    public static byte[] Book(params Cell[][] rows) => Book(rows, null);

    public static byte[] Book(Cell[][] rows, Cell[][]? calculations)
    {
        var stream = new MemoryStream();
        using (var sheet = new SheetWriter(stream))
        {
            sheet.Begin("CIS Marking Scheme Import", Enumerable.Repeat(12, 14));
            foreach (var row in rows)
            {
                sheet.Row(row);
            }

            if (calculations is not null)
            {
                sheet.Begin("Calculations", [20, 20, 8, 60]);
                foreach (var row in calculations)
                {
                    sheet.Row(row);
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>Of a small file, one part that unpacks to 400 MB.</summary>
    public static byte[] Bomb()
    {
        var stream = new MemoryStream();
        stream.Write(Book([Open("A"), Sub("A1"), Aspect("M", 1)]));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/sharedStrings.xml")?.Delete();
            using var part = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.SmallestSize).Open();
            var block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (var n = 0; n < 400; n++)
            {
                part.Write(block);
            }
        }

        return stream.ToArray();
    }
}
