namespace Competitions.Scoring;

/// <summary>One judge beside his panel, in per cent of the full mark, two decimals half-up.</summary>
/// <param name="Marks">His marks that are compared: of works and items where three judges or more gave one.</param>
/// <param name="Lean">Mean of his mark less the panel's median: above 0 he gives more than the others.</param>
/// <param name="Distance">Mean of the same without its sign.</param>
public sealed record JudgeStatistic(string Judge, int Marks, decimal Mean, decimal Lean, decimal Distance)
{
    private const int FewestMarks = 3;

    /// <summary>In the order of their names' accounts; for the chief judge alone, a warning and no verdict.</summary>
    /// <param name="given">What each judge gave of one item of one work, with its full mark above 0.</param>
    public static IReadOnlyList<JudgeStatistic> Of(IEnumerable<(decimal Full, IReadOnlyDictionary<string, decimal> ByJudge)> given) =>
    [
        .. from item in given
           where item.ByJudge.Count >= FewestMarks
           let median = Outliers.Median([.. item.ByJudge.Values])
           from mark in item.ByJudge
           group (Share: mark.Value / item.Full, Off: (mark.Value - median) / item.Full) by mark.Key into judge
           orderby judge.Key
           select new JudgeStatistic(judge.Key, judge.Count(), PerCent(judge.Average(m => m.Share)), PerCent(judge.Average(m => m.Off)), PerCent(judge.Average(m => Math.Abs(m.Off)))),
    ];

    private static decimal PerCent(decimal share) => decimal.Round(share * 100, 2, MidpointRounding.AwayFromZero);
}
