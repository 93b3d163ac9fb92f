using Competitions.Results;
using Competitions.Scoring;

namespace Competitions.Web.Results;

/// <summary>成绩汇总表 as it is shown: which columns it needs, whatever door it goes out by.</summary>
/// <param name="ByNumber">The codes are sealed: neither names nor what follows from them.</param>
/// <param name="Places">P-DEC.</param>
public sealed record ResultSheetTable(IReadOnlyList<ResultLine> Lines, int Places, bool ByNumber = false)
{
    public IReadOnlyList<ModuleMark> Modules => Lines.Count == 0 ? [] : Lines[0].Modules;

    public bool HasDeductions => Lines.Any(l => l.Deducted.Value != 0);

    public bool HasScores => Lines.Any(l => l.Score is not null);

    public bool HasPassLine => Lines.Any(l => l.Modules.Any(m => m.Passed is not null));

    public bool HasTitles => !ByNumber && Lines.Any(l => l.Members.Any(m => m.Titles.Count + m.HeldTitles.Count > 0));

    public bool HasLevels => !ByNumber && Lines.Any(l => l.Levels.Any());

    public bool HasNotes => Lines.Any(l => l.Note is not null);

    /// <summary>To the preset's places: 90.20, never 90.2.</summary>
    public string Written(Points? points) => points?.Value.ToString($"F{Math.Max(Places, 0)}", System.Globalization.CultureInfo.InvariantCulture) ?? "—";

    /// <summary>Who was absent has none.</summary>
    public string TotalOf(ResultLine line) => line.Modules.All(m => m.Raw is null) ? "—" : Written(line.Total);

    public static string Held(ResultLine line) => string.Join('、', line.Members.SelectMany(m => m.HeldTitles).Distinct());

    public static string Team(ResultLine line) => line.TeamName is { } team ? $"{team}（{line.Names}）" : line.Names;

    /// <summary>What is said below the sheet of the scale.</summary>
    public static string? SpreadWords(Spread spread) => spread switch
    {
        Spread.MedianDeviation => "标准分以中位数为 700，按绝对中位差换算。",
        Spread.StandardDeviation => "标准分以平均数为 500，按标准差换算。",
        Spread.StandardDeviationInstead => "半数以上成绩相同，标准分改按标准差换算。",
        Spread.NoSpread => "成绩全部相同，标准分都取中间值。",
        _ => null,
    };
}
