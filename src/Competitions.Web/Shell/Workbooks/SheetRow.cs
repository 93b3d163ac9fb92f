using System.Globalization;

namespace Competitions.Web.Shell.Workbooks;

/// <summary>A row as it was read; what its columns are is known from the header.</summary>
/// <param name="Number">As the spreadsheet counts, from 1.</param>
public sealed record SheetRow(int Number, object?[] Cells, IReadOnlyDictionary<Column, int> Places)
{
    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] Months = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月", "yyyyMM"];

    public bool IsEmpty => Cells.All(c => c is null or "");

    /// <summary>Without the spaces around it; empty when the cell or the whole column is missing.</summary>
    /// <exception cref="Refusal">cell.digits-lost: the cell is a number too long for a spreadsheet to hold</exception>
    public string this[Column column]
    {
        get
        {
            var cell = Places.TryGetValue(column, out var at) && at < Cells.Length ? Cells[at] : null;
            Refusal.Unless(cell is not double number || Math.Abs(number) < 1e15, "cell.digits-lost");
            return Shown(cell).Trim();
        }
    }

    /// <summary>A date, or null when the cell is empty. A month is its first day.</summary>
    /// <exception cref="Refusal">cell.date</exception>
    public DateOnly? Date(Column column)
    {
        var text = this[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            Refusal.Unless(date.Year is >= 1900 and <= 2200, "cell.date", text);
            return date;
        }

        throw new Refusal("cell.date", text);
    }

    /// <summary>A cell as the spreadsheet would show it.</summary>
    public static string Shown(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
