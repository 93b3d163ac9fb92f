namespace Competitions.Scoring;

/// <summary>A judge's mark that lies far from what his panel gave.</summary>
public sealed record Outlier(string Judge, decimal Value, decimal Median);

/// <summary>偏离中位数: told to the chief judge as a warning; nothing is changed by it (skills-contests.md §4.3).</summary>
public static class Outliers
{
    private const int FewestMarks = 3;

    /// <summary>Of a panel's marks, from three on, those that are further from the median than the share of the full mark; in order of distance.</summary>
    /// <param name="share">Per cent; 0 for never.</param>
    public static IReadOnlyList<Outlier> Of(MarkItem item, StandingMark standing, decimal share)
    {
        if (item.How is not MarkHow.Panel || standing.ByJudge.Count < FewestMarks || share <= 0)
        {
            return [];
        }

        var (median, far) = (Median([.. standing.ByJudge.Values]), item.Most.Value * share / 100);
        return [.. standing.ByJudge.Where(j => Math.Abs(j.Value - median) > far).OrderByDescending(j => Math.Abs(j.Value - median)).ThenBy(j => j.Key, StringComparer.Ordinal)
            .Select(j => new Outlier(j.Key, j.Value, median))];
    }

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    public static decimal Median(IReadOnlyCollection<decimal> marks)
    {
        Refusal.Unless(marks.Count > 0, "panel.unmarked");
        decimal[] sorted = [.. marks.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
