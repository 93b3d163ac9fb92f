using Competitions.Contests;

namespace Competitions.Results;

/// <summary>What one competitor brings his unit.</summary>
/// <param name="Team">Whose it is: a unit's id, with its name as it was.</param>
/// <param name="Rank">Null for who has no place: he brings nothing.</param>
/// <param name="PrizeGrade">0 for the first of the event's prizes; null without one.</param>
/// <param name="Seconds">Null where no time was taken.</param>
public sealed record TeamScore(int Team, string TeamName, string Event, string Names, int? Rank, Points Total, Points Practical, decimal? Seconds, bool Passed, int? PrizeGrade);

/// <param name="Counted">Those whose points are in it.</param>
/// <param name="Better">How many stand on the first, second, third … place, or have the first, second … prize.</param>
public sealed record TeamRow(int Rank, int Team, string TeamName, decimal Points, IReadOnlyList<TeamScore> Counted, IReadOnlyList<int> Better);

/// <summary>团体名次 in the three ways of skills-contests.md §4.4. Each score is counted by the rule of its own event, one rule to a ranking.</summary>
public static class TeamRanking
{
    private const int Places = 10;

    /// <summary>1-2-2-4. Equal points: for totals by practical, then by time; for points by the number of better places or prizes.</summary>
    public static IReadOnlyList<TeamRow> Of(TeamRule rule, IEnumerable<TeamScore> scores)
    {
        var rows = rule.Way is TeamWay.None ? [] : scores.Where(s => s.Rank is not null).GroupBy(s => s.Team).Select(team => Row(rule, team)).ToList();
        rows.Sort((one, other) => Compare(rule, one, other) is var c and not 0 ? c : one.Team.CompareTo(other.Team));
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i] = rows[i] with { Rank = i > 0 && Compare(rule, rows[i - 1], rows[i]) == 0 ? rows[i - 1].Rank : i + 1 };
        }

        return rows;
    }

    /// <summary>What one score brings by this rule.</summary>
    public static decimal PointsOf(TeamRule rule, TeamScore score)
    {
        var (places, prizes) = (rule.Places ?? TeamRule.UsualPlaces, rule.Prizes ?? TeamRule.UsualPrizes);
        return rule.Way switch
        {
            TeamWay.BestTotals => score.Total.Value,
            TeamWay.PlacePoints => places[Math.Min(score.Rank!.Value, places.Count) - 1],
            TeamWay.PrizePoints when score.PrizeGrade is { } grade && grade < prizes.Count - 1 => prizes[grade],
            TeamWay.PrizePoints when score.Passed => prizes[^1],
            _ => 0,
        };
    }

    private static TeamRow Row(TeamRule rule, IGrouping<int, TeamScore> team)
    {
        var counted = team.OrderByDescending(s => PointsOf(rule, s)).ThenByDescending(s => s.Practical).ThenBy(s => s.Seconds ?? decimal.MaxValue).ThenBy(s => s.Rank).ToList();
        if (rule.Way is TeamWay.BestTotals && rule.Members > 0)
        {
            counted = [.. counted.Take(rule.Members)];
        }

        Func<TeamScore, int?> step = rule.Way is TeamWay.PrizePoints ? s => s.PrizeGrade : s => s.Rank - 1;
        return new TeamRow(0, team.Key, counted[0].TeamName, counted.Sum(s => PointsOf(rule, s)), counted, [.. Enumerable.Range(0, Places).Select(place => counted.Count(s => step(s) == place))]);
    }

    private static int Compare(TeamRule rule, TeamRow one, TeamRow other)
    {
        var points = other.Points.CompareTo(one.Points);
        return points != 0 ? points
            : rule.Way is TeamWay.BestTotals
                ? other.Counted.Sum(s => s.Practical.Value).CompareTo(one.Counted.Sum(s => s.Practical.Value)) is var practical and not 0 ? practical : Time(one).CompareTo(Time(other))
            : one.Better.Zip(other.Better, (mine, theirs) => theirs.CompareTo(mine)).FirstOrDefault(c => c != 0);
    }

    /// <summary>A time that was not taken loses.</summary>
    private static decimal Time(TeamRow row) => row.Counted.Any(s => s.Seconds is null) ? decimal.MaxValue : row.Counted.Sum(s => s.Seconds!.Value);
}
