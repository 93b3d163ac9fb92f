namespace Competitions.Web.Shell.Workbooks;

/// <summary>How a cell looks; the order is that of the formats in <see cref="WorkbookParts"/>.</summary>
public enum Look
{
    /// <summary>Text, whatever it begins with: Excel neither counts with it nor takes it for a formula.</summary>
    Text,
    Number,
    Header,

    /// <summary>The header of a column that must be filled.</summary>
    Required,

    /// <summary>A cell that was refused.</summary>
    Wrong,

    /// <summary>An explanation, wrapped.</summary>
    Note,
}

/// <summary>One cell on its way into a workbook.</summary>
public readonly record struct Cell(string? Text, Look Look = Look.Text)
{
    public decimal? Number { get; private init; }

    public static implicit operator Cell(string? text) => new(text);

    public static implicit operator Cell(decimal number) => new(null, Look.Number) { Number = number };

    public static implicit operator Cell(int number) => (decimal)number;
}
