using Competitions.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Scoring;

public sealed class RankingTests
{
    [Fact]
    public void Equal_rows_share_a_rank_and_the_next_takes_the_number_of_its_place() =>
        Assert.Equal([1, 2, 2, 4], Ranking.Of([Row("a", 90), Row("b", 85), Row("c", 85), Row("d", 80)], new TieChain()).Select(r => r.Rank));

    [Fact]
    public void Practical_higher_comes_before_less_time()
    {
        var ranked = Ranking.Of(
        [
            Row("slow", 85, ("practical", 60), ("time", 100)), Row("quick", 85, ("practical", 60), ("time", 90)),
            Row("better", 85, ("practical", 61), ("time", 120)),
        ], TieChain.Of("practical -time"));

        Assert.Equal(["better", "quick", "slow"], ranked.Select(r => r.Label));
        Assert.Equal([1, 2, 3], ranked.Select(r => r.Rank));
    }

    [Fact]
    public void A_part_not_yet_marked_loses_also_where_less_is_better() =>
        Assert.Equal(["marked", "unmarked"], Ranking.Of([Row("unmarked", 85), Row("marked", 85, ("time", 300))], TieChain.Of("-time")).Select(r => r.Label));

    [Fact]
    public void The_order_of_the_input_has_no_say() => Prop.ForAll(Rows, rows =>
    {
        var ties = TieChain.Of("practical -time");
        var one = Ranking.Of(rows, ties).Select(r => (r.Label, r.Rank));
        var other = Ranking.Of(rows.Reverse(), ties).Select(r => (r.Label, r.Rank));
        return one.SequenceEqual(other);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_better_total_never_has_the_worse_rank() => Prop.ForAll(Rows, rows =>
        Ranking.Of(rows, TieChain.Of("practical -time")).Pairwise().All(p => p.Item1.Total >= p.Item2.Total && p.Item1.Rank <= p.Item2.Rank))
        .QuickCheckThrowOnFailure();

    private static Arbitrary<BoardRow[]> Rows => (
        from marks in Gen.Choose(0, 6).Three().NonEmptyListOf()
        select marks.Select((m, i) => Row($"r{i}", m.Item1, ("practical", m.Item2), ("time", m.Item3))).ToArray()).ToArbitrary();

    internal static BoardRow Row(string label, decimal total, params (string Part, decimal Points)[] parts) =>
        new(label, new Points(total), parts.ToDictionary(p => p.Part, p => new Points(p.Points)));
}
