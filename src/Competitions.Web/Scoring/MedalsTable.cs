using System.Globalization;
using System.Text;
using CsvHelper;

namespace Competitions.Web.Scoring;

/// <summary>A CSV file as it stands: cells are text and stay what they are, also when they begin like a formula.</summary>
internal sealed record MedalsTable(string[] Header, List<string[]> Rows, List<int> Lines)
{
    private const NumberStyles Decimal =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>What the mark's column is called when <c>--mark</c> does not say.</summary>
    private static readonly string[] MarkNames = ["mark", "score", "成绩", "分数", "总分", "得分"];

    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',', HasHeader = false, TrimWhitespace = false, DetectSeparatorHint = false, TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <exception cref="Refusal"><c>medals.no-file</c>, <c>medals.not-text</c>, <c>medals.empty</c>, <c>medals.no-rows</c>,
    /// <c>medals.row-width</c>, <c>medals.quotes</c>.</exception>
    public static async Task<MedalsTable> Read(string file)
    {
        using var csv = CsvReader.FromText(await Text(file), Format);
        try
        {
            Refusal.Unless(csv.Read(), "medals.empty", file);
            var table = new MedalsTable(Cells(csv), [], []);
            while (csv.Read())
            {
                var line = (int)csv.LineNumber;
                Refusal.Unless(csv.FieldCount == table.Header.Length, "medals.row-width", line, csv.FieldCount, table.Header.Length);
                table.Rows.Add(Cells(csv));
                table.Lines.Add(line);
            }

            Refusal.Unless(table.Rows.Count > 0, "medals.no-rows", file);
            return table;
        }
        catch (CsvFormatException problem)
        {
            throw new Refusal("medals.quotes", problem.LineNumber);
        }
    }

    public List<decimal> Marks(string? name)
    {
        var column = name is null
            ? MarkNames.Select(IndexOf).FirstOrDefault(i => i >= 0, -1)
            : IndexOf(name);
        Refusal.Unless(column >= 0, "medals.no-column", name ?? "mark", string.Join("、", Header));
        return [.. Rows.Select((row, i) => Mark(row[column], Lines[i], Header[column]))];
    }

    /// <summary>The groups as they first appear, each with its row numbers; one without a name when there is no column.</summary>
    public IEnumerable<(string Name, List<int> Rows)> Groups(string? name)
    {
        var column = name is null ? -1 : IndexOf(name);
        Refusal.Unless(name is null || column >= 0, "medals.no-column", name ?? "", string.Join("、", Header));
        return [.. Enumerable.Range(0, Rows.Count).GroupBy(i => column < 0 ? "" : Rows[i][column]).Select(g => (g.Key, g.ToList()))];
    }

    private static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static decimal Mark(string cell, int line, string column) =>
        decimal.TryParse(cell, Decimal, CultureInfo.InvariantCulture, out var mark)
            ? mark : throw new Refusal("medals.mark-not-a-number", line, column, cell);

    private int IndexOf(string name) =>
        Array.FindIndex(Header, h => string.Equals(h.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>UTF-8 with or without its mark; bytes that are no text are refused rather than replaced.</summary>
    private static async Task<string> Text(string file)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(file));
            Refusal.Unless(!text.Contains('\0'), "medals.not-text", file);
            return text.TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            throw new Refusal("medals.not-text", file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new Refusal("medals.no-file", file);
        }
    }
}
