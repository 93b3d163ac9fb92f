namespace Competitions.Schemes;

/// <summary>Something to look at in a workbook that was read. The codes are a closed list (worldskills.md §0.5).</summary>
/// <param name="Code">variation, total-differs, ladder-missing, ladder-orphan, mark-missing, mark-above-2, header-misworded, block-empty.</param>
/// <param name="Row">From 1; 0 where the whole sheet is meant.</param>
/// <param name="Column">Letters; empty where the row is meant.</param>
/// <param name="Text">A sentence in Chinese.</param>
public sealed record SchemeFinding(string Code, string Sheet, int Row, string Column, string Text)
{
    public static readonly IReadOnlyList<string> Codes =
        ["variation", "total-differs", "ladder-missing", "ladder-orphan", "mark-missing", "mark-above-2", "header-misworded", "block-empty"];
}

/// <summary>The rows of a sheet that a scheme was read from, in the scheme's order; 0 where a criterion is not declared.</summary>
/// <param name="Declared">Of the criteria's table.</param>
/// <param name="Blocks">The header rows of the criteria.</param>
public sealed record SchemeRows(IReadOnlyList<int> Sections, IReadOnlyList<int> Declared, IReadOnlyList<int> Blocks, IReadOnlyList<int> Aspects);

/// <summary>What came of reading a workbook. With errors there is nothing to adopt; warnings are accepted one by one.</summary>
public sealed record SchemeReading(Scheme Scheme, IReadOnlyList<SchemeFinding> Warnings, IReadOnlyList<SchemeFinding> Errors)
{
    public SchemeRows Rows { get; init; } = new([], [], [], []);

    /// <summary>The name of the sheet that the scheme stands on.</summary>
    public string Sheet { get; init; } = "";
}
