namespace Competitions.Web.Shell.Workbooks;

/// <summary>The empty workbook that people fill: a sheet to fill with drop-downs, one that explains, one with an example.</summary>
public static class Template
{
    private const string Lists = "选项";

    /// <param name="examples">Rows in the order of the columns.</param>
    public static void Write(Stream to, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> examples)
    {
        using var sheets = new SheetWriter(to);
        var chosen = columns.Where(c => c.Choices.Count > 0).ToList();

        sheets.Begin("填写", columns.Select(Width));
        sheets.Row(Header(columns));
        foreach (var (column, list) in chosen.Select((c, i) => (c, i)))
        {
            sheets.Choices(columns.IndexOf(column), $"{Lists}!${SheetWriter.Letters(list)}$1:${SheetWriter.Letters(list)}${column.Choices.Count}");
        }

        sheets.Begin("说明", [18, 8, 64, 28]);
        sheets.Row(new Cell("列", Look.Header), new Cell("必填", Look.Header), new Cell("怎么填", Look.Header), new Cell("例", Look.Header));
        foreach (var column in columns)
        {
            sheets.Row(column.Name, column.Required ? "是" : "", new Cell(column.How, Look.Note), new Cell(column.Example, Look.Note));
        }

        sheets.Begin("示例", columns.Select(Width));
        sheets.Row(Header(columns));
        foreach (var example in examples)
        {
            sheets.Row(example.Select(text => (Cell)text));
        }

        if (chosen.Count > 0)
        {
            sheets.Begin(Lists, chosen.Select(_ => 24), hidden: true);
            foreach (var row in Enumerable.Range(0, chosen.Max(c => c.Choices.Count)))
            {
                sheets.Row(chosen.Select(c => (Cell)(row < c.Choices.Count ? c.Choices[row] : "")));
            }
        }
    }

    private static IEnumerable<Cell> Header(IEnumerable<Column> columns) =>
        columns.Select(c => new Cell(c.Required ? $"{c.Name}*" : c.Name, c.Required ? Look.Required : Look.Header));

    private static int Width(Column column) => Math.Max(12, Math.Max(column.Name.Length * 2 + 4, Math.Min(28, column.Example.Length + 4)));

    private static int IndexOf(this IReadOnlyList<Column> columns, Column column) => columns.TakeWhile(c => c != column).Count();
}
