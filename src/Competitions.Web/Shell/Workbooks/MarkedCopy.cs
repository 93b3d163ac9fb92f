namespace Competitions.Web.Shell.Workbooks;

/// <summary>
/// The rows as they were sent, with what is wrong written before them and the cells coloured. It can be mended and sent again
/// as it is: the added column is no column of the import.
/// </summary>
public static class MarkedCopy
{
    public const string ErrorHeader = "需要修改";

    public static void Write(Stream original, Stream to, IReadOnlyList<Column> columns, RowErrors errors)
    {
        using var rows = SheetReader.Open(original, columns);
        using var sheets = new SheetWriter(to);
        sheets.Begin("填写", rows.Header.Select(_ => 18).Prepend(48));
        sheets.Row(rows.Header.Select(cell => new Cell(SheetRow.Shown(cell), Look.Header)).Prepend(new Cell(ErrorHeader, Look.Required)));
        foreach (var row in rows.Rows())
        {
            var wrong = errors.Of(row.Number);
            var places = wrong.Where(e => e.Column is not null && rows.Places.ContainsKey(e.Column)).Select(e => rows.Places[e.Column!]).ToHashSet();
            var sentence = string.Join('\n', wrong.Select(e => e.Column is null ? e.Sentence : $"{e.Column.Name}：{e.Sentence}"));
            sheets.Row(row.Cells.Select((cell, at) => new Cell(SheetRow.Shown(cell), places.Contains(at) ? Look.Wrong : Look.Text))
                .Prepend(new Cell(sentence, sentence.Length > 0 ? Look.Wrong : Look.Text)));
        }
    }
}
