using Competitions.Contests;
using Competitions.Results;

namespace Competitions.Tests.Results;

/// <summary>The three ways of skills-contests.md §4.4.</summary>
public sealed class TeamRankingTests
{
    [Fact]
    public void Totals_of_the_best_three_are_added()
    {
        var ranking = TeamRanking.Of(new TeamRule(TeamWay.BestTotals), [One(1, 1, 95), One(1, 4, 80), One(1, 5, 70), One(1, 6, 60), One(2, 2, 90), One(2, 3, 85)]);

        Assert.Equal(["1 1 245", "2 2 175"], ranking.Select(Said));
        Assert.Equal(3, ranking[0].Counted.Count);
    }

    [Fact]
    public void Equal_totals_are_parted_by_practical_then_by_time_and_then_share_the_rank()
    {
        TeamScore[] scores = [One(1, 1, 90, practical: 80), One(2, 2, 90, practical: 85), One(3, 3, 90, practical: 80, seconds: 100), One(4, 4, 90, practical: 80)];

        Assert.Equal(["1 2 90", "2 3 90", "3 1 90", "3 4 90"], TeamRanking.Of(new TeamRule(TeamWay.BestTotals), scores).Select(Said));
    }

    /// <summary>10, 9, 8, 7, 6, 5, 4 to the tenth, 1 for all others.</summary>
    [Fact]
    public void Place_points_of_every_place()
    {
        var ranking = TeamRanking.Of(new TeamRule(TeamWay.PlacePoints), Enumerable.Range(1, 13).Select(place => One(place, place, 100 - place)));

        Assert.Equal([10, 9, 8, 7, 6, 5, 4, 4, 4, 4, 1, 1, 1], ranking.Select(r => r.Points));
    }

    /// <summary>10 + 5 = 9 + 6: who has the better place stands first; with the same places both share it.</summary>
    [Fact]
    public void Equal_place_points_are_parted_by_the_number_of_better_places()
    {
        TeamScore[] scores = [One(1, 2, 90), One(1, 5, 80), One(2, 1, 95), One(2, 6, 75), One(3, 11, 20), One(4, 11, 20)];

        Assert.Equal(["1 2 15", "2 1 15", "3 3 1", "3 4 1"], TeamRanking.Of(new TeamRule(TeamWay.PlacePoints), scores).Select(Said));
    }

    [Fact]
    public void Prize_points_count_eight_four_two_and_one_for_who_passed()
    {
        TeamScore[] scores = [One(1, 1, 95, prize: 0), One(1, 9, 50, passed: false), One(2, 2, 90, prize: 1), One(2, 3, 88, prize: 1), One(3, 5, 80, prize: 2), One(3, 6, 70)];

        Assert.Equal(["1 1 8", "2 2 8", "3 3 3"], TeamRanking.Of(new TeamRule(TeamWay.PrizePoints), scores).Select(Said));
    }

    [Fact]
    public void Who_has_no_place_brings_nothing()
    {
        var ranking = TeamRanking.Of(new TeamRule(TeamWay.PlacePoints), [One(1, 1, 90), One(2, null, 99)]);

        Assert.Equal("1 1 10", Said(Assert.Single(ranking)));
    }

    private static TeamScore One(int team, int? rank, decimal total, decimal practical = 0, decimal? seconds = null, bool passed = true, int? prize = null) =>
        new(team, $"单位{team}", "焊工", "", rank, new Points(total), new Points(practical), seconds, passed, prize);

    private static string Said(TeamRow row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Rank} {row.Team} {row.Points:0.##}");
}
