using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public sealed class PrizesTests
{
    private static readonly PrizeGrade[] TenTwentyThirty = [new("一等奖", 0.10m), new("二等奖", 0.20m), new("三等奖", 0.30m)];

    [Theory]
    [InlineData(CountRounding.Down, 3, 7, 11)]
    [InlineData(CountRounding.HalfUp, 4, 7, 11)]
    [InlineData(CountRounding.Up, 4, 8, 12)]
    public void Thirty_seven_competitors_by_each_way_of_rounding(CountRounding rounding, int first, int second, int third) =>
        Assert.Equal([first, second, third], Prizes.Counts(37, TenTwentyThirty, rounding));

    [Fact]
    public void A_fixed_number_needs_no_share() =>
        Assert.Equal([1, 2, 3, 10], Prizes.Counts(37, [new("一", 0, 1), new("二", 0, 2), new("三", 0, 3), new("优秀", 0, 10)], CountRounding.Down));

    [Theory]
    [InlineData(BorderTie.Widen, "一 一 二 - -")]
    [InlineData(BorderTie.Narrow, "二 二 二 - -")]
    public void A_tie_across_the_border_widens_or_narrows_the_grade(BorderTie policy, string grades) =>
        Assert.Equal(grades, string.Join(' ', Prizes.Of(Ranked(90, 90, 80, 70, 60), [new("一", 0, 1), new("二", 0, 2)], CountRounding.Down, policy)
            .Select(g => g ?? "-")));

    [Fact]
    public void A_tie_that_must_be_decided_is_refused_until_it_is() =>
        Assert.Equal("prizes.tie-undecided", Assert.Throws<Refusal>(() =>
            Prizes.Of(Ranked(90, 90, 80), [new("一", 0, 1)], CountRounding.Down, BorderTie.Decide)).Code);

    [Fact]
    public void A_small_field_runs_out_of_competitors_and_not_of_memory() =>
        Assert.Equal(["一等奖", "二等奖"], Prizes.Of(Ranked(90, 80), TenTwentyThirty, CountRounding.Up, BorderTie.Widen));

    private static List<BoardRow> Ranked(params decimal[] totals) =>
        Ranking.Of(totals.Select((t, i) => RankingTests.Row($"r{i}", t)), new TieChain());
}
