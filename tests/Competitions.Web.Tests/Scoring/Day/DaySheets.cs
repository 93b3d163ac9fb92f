using System.Globalization;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using static Competitions.Web.Tests.Schemes.Marking;

namespace Competitions.Web.Tests.Scoring.Day;

/// <summary>What a judge gives on the day.</summary>
/// <param name="Competitor">1 to 5, in the order of the rows on the board.</param>
/// <param name="Item">An aspect's place (<c>A1.M1</c>), <c>theory</c> or <c>time</c>.</param>
internal sealed record DayMark(int Competitor, string Item, string Judge, string Value);

internal sealed record DayRow(string Rank, int Competitor, string Theory, string Practical, string Total, string Passed, string Prize);

/// <summary>The marks of the whole day, the sheet that <c>sheet.py</c> made of them, and the scheme as a workbook.</summary>
internal static class DaySheets
{
    public static IReadOnlyList<DayMark> Marks => [.. Lines("marks.csv").Select(c => new DayMark(int.Parse(c[0], CultureInfo.InvariantCulture), c[1], c[2], c[3]))];

    public static IReadOnlyList<DayRow> Expected => [.. Lines("expected.csv").Select(c => new DayRow(c[0], int.Parse(c[1], CultureInfo.InvariantCulture), c[2], c[3], c[4], c[5], c[6]))];

    /// <summary>20.00 marks in two criteria, one calculation of each kind.</summary>
    public static byte[] Scheme => Book(
        [
            ["演示装配技能"],
            Open("A"), (Cell[])["A1", "装配质量", 1], Aspect("M", 2m, 1), Aspect("M", 3m, 2), Aspect("M", 4m, 3), Judged("接线整齐"), .. Ladder,
            Open("B"), (Cell[])["B1", "安全文明", 1], Aspect("M", 2m, 4), Aspect("M", 3m, 5), Judged("工位整洁"), .. Ladder,
        ],
        [
            ["通过", "PASS_FAIL", 1, ""],
            ["完成数", "NUMBER_COMPLETED", 1, "NUM_POSSIBLE:::8#x~x#"],
            ["偏差", "REGULAR_DIFFERENCE_DEDUCTION", 1, "TARGET_VALUE:::50#x~x##-#DIFFERENCE:::0.5#x~x##-#DIFFERENCE_TYPE:::#x~x#UNIT#-#DEDUCTION:::0.4#x~x##-#DEDUCTION_TYPE:::#x~x#UNIT"],
            ["防护", "CHOICE", 1, "CHOICE1_LABEL:::#x~x#齐全#-#CHOICE1_DEDUCTION:::0#x~x##-#CHOICE2_LABEL:::#x~x#缺一件#-#CHOICE2_DEDUCTION:::0.5#x~x##-#CHOICE3_LABEL:::#x~x#缺两件#-#CHOICE3_DEDUCTION:::1.5#x~x##-#DEDUCTION_TYPE:::#x~x#UNIT"],
            ["间隙", "RANGED_SCORE", 1, string.Join("#-#", Ranges.Select((r, i) => $"RANGE{i + 1}_LOWER:::{r.From}#x~x##-#RANGE{i + 1}_UPPER:::{r.To}#x~x##-#RANGE{i + 1}_DEDUCTION:::{r.Lost}#x~x#")) + "#-#DEDUCTION_TYPE:::#x~x#UNIT"],
        ]);

    private static readonly (string From, string To, int Lost)[] Ranges = [("0", "0.10", 0), ("0.1001", "0.20", 1), ("0.2001", "0.30", 2)];

    private static Cell[] Aspect(string type, decimal most, int calculation) => [null, null, null, type, "评分点", null, null, "按图纸", null, calculation, most];

    private static Cell[] Judged(string text) => [null, null, null, "J", text, null, null, null, null, null, 3m];

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Repository.File($"tests/Competitions.Web.Tests/Scoring/Day/{file}")).Skip(1).Select(l => l.Split(','));
}
