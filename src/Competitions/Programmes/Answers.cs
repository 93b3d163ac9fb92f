using System.Globalization;

namespace Competitions.Programmes;

/// <summary>
/// What was answered, by the key of the question, as it was written: rows of cells. A text is one row of one cell, points are rows of one
/// cell, a table is rows of its columns. Empty answers are not kept.
/// </summary>
public sealed class Answers
{
    private readonly SortedDictionary<string, IReadOnlyList<IReadOnlyList<string>>> _rows;

    public Answers() : this([])
    {
    }

    public Answers(IEnumerable<KeyValuePair<string, IReadOnlyList<IReadOnlyList<string>>>> rows) => _rows = new(
        rows.Select(r => (r.Key, Rows: (IReadOnlyList<IReadOnlyList<string>>)[.. r.Value.Select(cells => (IReadOnlyList<string>)[.. cells.Select(c => c.Trim())]).Where(cells => cells.Any(c => c.Length > 0))]))
            .Where(r => r.Rows.Count > 0).ToDictionary(r => r.Key, r => r.Rows), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> All => _rows;

    public IReadOnlyList<IReadOnlyList<string>> Rows(string key) => _rows.GetValueOrDefault(key) ?? [];

    /// <summary>"" where nothing was written.</summary>
    public string Text(string key) => Rows(key) is [[var text, ..], ..] ? text : "";

    public IReadOnlyList<string> Points(string key) => [.. Rows(key).Select(r => r[0])];

    public DateOnly? Date(string key) => DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public decimal? Number(string key) => ToNumber(Text(key));

    /// <summary>Null for nobody's answer.</summary>
    public bool? YesNo(string key) => Text(key) switch { "是" => true, "否" => false, _ => null };

    /// <summary>A point or none, no comma, no sign of thousands.</summary>
    public static decimal? ToNumber(string written) =>
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What does not fit the questions.</summary>
    /// <param name="whole">Also what is missing: before it is handed in.</param>
    public IEnumerable<Finding> Against(IEnumerable<FormField> fields, bool whole) => fields.SelectMany(f => Against(f, whole));

    private IEnumerable<Finding> Against(FormField field, bool whole)
    {
        var rows = Rows(field.Key);
        if (rows.Count == 0)
        {
            return whole && field.IsRequired ? [Finding.Blocks("answer.missing", field.Label)] : [];
        }

        var wrong = new List<Finding>();
        if (rows.Any(r => r.Any(c => c.Length > field.Longest)))
        {
            wrong.Add(Finding.Blocks("answer.too-long", field.Label, field.Longest));
        }

        if (field.Kind is FieldKind.Points or FieldKind.Table && rows.Count > field.Most)
        {
            wrong.Add(Finding.Blocks("answer.too-many", field.Label, field.Most));
        }

        return wrong.Concat(field.Kind switch
        {
            FieldKind.Number when Number(field.Key) is null => [Finding.Blocks("answer.no-number", field.Label)],
            FieldKind.Date when Date(field.Key) is null => [Finding.Blocks("answer.no-day", field.Label)],
            FieldKind.YesNo when YesNo(field.Key) is null => [Finding.Blocks("answer.no-choice", field.Label)],
            FieldKind.Choice or FieldKind.Choices when rows.Any(r => !field.Options.Contains(r[0])) => [Finding.Blocks("answer.no-choice", field.Label)],
            FieldKind.Table => Cells(field, rows, whole),
            _ => [],
        });
    }

    private static IEnumerable<Finding> Cells(FormField field, IReadOnlyList<IReadOnlyList<string>> rows, bool whole) =>
        from row in rows.Select((cells, i) => (cells, Number: i + 1))
        from column in field.Columns.Select((c, i) => (Column: c, Cell: i < row.cells.Count ? row.cells[i] : ""))
        let cell = column.Cell
        where cell.Length == 0 ? whole : column.Column.IsNumber && ToNumber(cell) is null || column.Column.Options is { } options && !options.Contains(cell)
        select cell.Length == 0
            ? Finding.Blocks("answer.cell-missing", field.Label, row.Number, column.Column.Name)
            : Finding.Blocks("answer.cell-wrong", field.Label, row.Number, column.Column.Name);
}
