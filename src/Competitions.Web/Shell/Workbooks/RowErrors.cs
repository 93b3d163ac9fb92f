namespace Competitions.Web.Shell.Workbooks;

/// <summary>What is wrong in which cell of which row, each with its sentence.</summary>
public sealed class RowErrors
{
    /// <summary>Who has so many wrong rows has not read the template; a check ends there.</summary>
    public const int Most = 10_000;

    private readonly SortedDictionary<int, List<(Column? Column, string Sentence)>> _rows = [];

    /// <summary>Rows with at least one error.</summary>
    public int Rows => _rows.Count;

    public bool Any => _rows.Count > 0;

    public void Add(int row, Column? column, Refusal refusal) => Add(row, column, Sentences.Of(refusal));

    public void Add(int row, Column? column, string sentence)
    {
        if (!_rows.TryGetValue(row, out var errors))
        {
            _rows[row] = errors = [];
        }

        errors.Add((column, sentence));
    }

    /// <summary>Runs a rule over a cell; its refusal is written down and the row goes on to its next cell.</summary>
    public T? Try<T>(int row, Column column, Func<T> rule)
    {
        try
        {
            return rule();
        }
        catch (Refusal refusal)
        {
            Add(row, column, refusal);
            return default;
        }
    }

    public bool Has(int row) => _rows.ContainsKey(row);

    public IReadOnlyList<(Column? Column, string Sentence)> Of(int row) => _rows.TryGetValue(row, out var errors) ? errors : [];

    /// <summary>The first lines, as a page shows them: 第 3 行 证件号码：….</summary>
    public IEnumerable<string> Lines(int most) => _rows
        .SelectMany(r => r.Value.Select(e => e.Column is null ? $"第 {r.Key} 行：{e.Sentence}" : $"第 {r.Key} 行 {e.Column.Name}：{e.Sentence}")).Take(most);
}
