namespace Competitions.Schemes;

/// <summary>Something to look at in a workbook that was read. The codes are a closed list (worldskills.md §0.5).</summary>
/// <param name="Code">variation, total-differs, ladder-missing, ladder-orphan, mark-missing, mark-above-2, header-misworded, block-empty.</param>
/// <param name="Row">From 1.</param>
/// <param name="Column">Letters; empty where the row is meant.</param>
/// <param name="Text">A sentence in Chinese.</param>
public sealed record SchemeFinding(string Code, string Sheet, int Row, string Column, string Text)
{
    public static readonly IReadOnlyList<string> Codes =
        ["variation", "total-differs", "ladder-missing", "ladder-orphan", "mark-missing", "mark-above-2", "header-misworded", "block-empty"];
}

/// <summary>What came of reading a workbook. With errors there is nothing to adopt; warnings are accepted one by one.</summary>
public sealed record SchemeReading(Scheme Scheme, IReadOnlyList<SchemeFinding> Warnings, IReadOnlyList<SchemeFinding> Errors);
