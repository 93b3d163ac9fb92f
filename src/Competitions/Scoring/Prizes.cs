namespace Competitions.Scoring;

/// <param name="Name">一等奖.</param>
/// <param name="Share">Of the group's competitors, 0.10 for 10 %; counts only when <paramref name="Fixed"/> is null.</param>
/// <param name="Fixed">A fixed number of places.</param>
public sealed record PrizeGrade(string Name, decimal Share, int? Fixed = null);

/// <summary>How many of a group win what, and who. Origin of the default 10/20/30 %: MOHRSS finals of 2012.</summary>
public static class Prizes
{
    /// <summary>The places of each grade: 37 competitors at 10/20/30 % are 3/7/11 rounded down, 4/7/11 half-up, 4/8/12 up.</summary>
    /// <exception cref="Refusal"><c>prizes.share-out-of-range</c> for a share outside 0–1 or a negative number of places.</exception>
    public static IReadOnlyList<int> Counts(int field, IEnumerable<PrizeGrade> grades, CountRounding rounding) =>
        [.. grades.Select(g => Count(field, g, rounding))];

    /// <summary>
    /// The grade of each row, in the order of <paramref name="ranked"/>; null without a prize. The borders stay where the counts
    /// put them: places that a tie takes beyond a border are taken from the next grade.
    /// </summary>
    /// <exception cref="Refusal"><c>prizes.tie-undecided</c> when a tie lies across a border and must be decided first.</exception>
    public static IReadOnlyList<string?> Of(
        IReadOnlyList<BoardRow> ranked, IReadOnlyList<PrizeGrade> grades, CountRounding rounding, BorderTie policy)
    {
        var result = new string?[ranked.Count];
        var (from, border) = (0, 0);
        foreach (var (grade, count) in grades.Zip(Counts(ranked.Count, grades, rounding)))
        {
            border = Math.Min(border + count, ranked.Count);
            var to = Math.Max(from, Bordered(ranked, border, policy));
            Array.Fill(result, grade.Name, from, to - from);
            from = to;
        }

        return result;
    }

    private static int Count(int field, PrizeGrade grade, CountRounding rounding)
    {
        Refusal.Unless(grade.Share is >= 0 and <= 1 && grade.Fixed is not < 0, "prizes.share-out-of-range", grade.Name);
        var places = field * grade.Share;
        return grade.Fixed ?? (int)(rounding switch
        {
            CountRounding.Down => Math.Floor(places),
            CountRounding.Up => Math.Ceiling(places),
            _ => Points.Rounded(places, 0).Value,
        });
    }

    private static int Bordered(IReadOnlyList<BoardRow> ranked, int border, BorderTie policy)
    {
        if (border == 0 || border == ranked.Count || ranked[border - 1].Rank != ranked[border].Rank)
        {
            return border;
        }

        var rank = ranked[border].Rank;
        Refusal.Unless(policy is not BorderTie.Decide, "prizes.tie-undecided", rank);
        var group = Enumerable.Range(0, ranked.Count).Where(i => ranked[i].Rank == rank).ToList();
        return policy is BorderTie.Widen ? group[^1] + 1 : group[0];
    }
}
