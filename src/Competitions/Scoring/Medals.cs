namespace Competitions.Scoring;

public enum Medal { None, Gold, Silver, Bronze, Excellence }

/// <param name="Tolerance">Points within which medals are tied: 2 in 2009 and 2024, 0 in 2026.</param>
/// <param name="Excellence">From this score on, who has no medal has the medallion for excellence; null gives none.</param>
/// <param name="SmallField">Five: gold and silver; four: gold; three or fewer: the competition is void.</param>
public sealed record MedalRules(decimal Tolerance = 2, decimal? Excellence = null, bool SmallField = false);

/// <summary>One competitor's place; <c>Index</c> says which of the scores it was.</summary>
public sealed record Standing(int Index, decimal Score, int Position, Medal Medal);

/// <summary>Medals of one event by scale score (WorldSkills Competition Rules, "tied medals"; checked on the official rows of 2009 and 2024).</summary>
public static class Medals
{
    private const int FullField = 6;
    private const int VoidUpTo = 3;

    public static bool IsVoid(int field, MedalRules rules) => rules.SmallField && field <= VoidUpTo;

    /// <summary>Everyone in order of rank. Equal scores keep the order they came in.</summary>
    /// <exception cref="Refusal"><c>medals.tolerance-negative</c>.</exception>
    public static List<Standing> Award(IReadOnlyList<decimal> scores, MedalRules rules)
    {
        Refusal.Unless(rules.Tolerance >= 0, "medals.tolerance-negative", rules.Tolerance);
        var order = Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i]).ToList();
        var result = new List<Standing>(scores.Count);
        foreach (var (medal, count) in Groups([.. order.Select(i => scores[i])], rules))
        {
            var position = result.Count + 1;
            result.AddRange(order.Skip(result.Count).Take(count).Select(i => new Standing(i, scores[i], position, medal)));
        }

        var medallists = result.Count;
        for (var place = medallists; place < order.Count; place++)
        {
            var score = scores[order[place]];
            var position = place > medallists && result[place - 1].Score == score ? result[place - 1].Position : place + 1;
            var excellent = score >= rules.Excellence && !IsVoid(scores.Count, rules);
            result.Add(new Standing(order[place], score, position, excellent ? Medal.Excellence : Medal.None));
        }

        return result;
    }

    /// <summary>
    /// A tie group is everyone within the tolerance of its top, not of the neighbour. One gold and one silver leave a bronze;
    /// two golds take the silver with them; where more than two places are full, bronze only follows within the tolerance.
    /// </summary>
    private static IEnumerable<(Medal Medal, int Count)> Groups(List<decimal> order, MedalRules rules)
    {
        if (order.Count == 0 || IsVoid(order.Count, rules))
        {
            yield break;
        }

        var given = Tied(0);
        yield return (Medal.Gold, given);
        if (given == 1 && given < order.Count && Has(Medal.Silver))
        {
            var silvers = Tied(given);
            yield return (Medal.Silver, silvers);
            given += silvers;
        }

        if (given < order.Count && Has(Medal.Bronze) && (given == 2 || order[given - 1] - order[given] <= rules.Tolerance))
        {
            yield return (Medal.Bronze, Tied(given));
        }

        int Tied(int top) => order.Skip(top).TakeWhile(s => order[top] - s <= rules.Tolerance).Count();

        bool Has(Medal medal) => !rules.SmallField || order.Count >= (medal is Medal.Silver ? FullField - 1 : FullField);
    }
}
