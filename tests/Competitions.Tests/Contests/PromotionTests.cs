using Competitions.Contests;
using FsCheck;
using FsCheck.Fluent;
using static Competitions.Contests.PromotionOutcome;

namespace Competitions.Tests.Contests;

/// <summary>Who goes on, who waits in reserve, what a tie at the line does.</summary>
public sealed class PromotionTests
{
    private static readonly PromotionRule Top = new(2, null, CountRounding.Down, 0, null, false, BorderTie.Widen, 2);

    [Fact]
    public void The_first_so_many_go_on_and_those_next_wait_in_their_order() =>
        Assert.Equal(
            [(Goes, 0), (Goes, 0), (Reserve, 1), (Reserve, 2), (Out, 0)],
            Of(Top, (1, "a", 90), (2, "b", 88), (3, "c", 80), (4, "d", 70), (5, "e", 60)));

    [Theory]
    [InlineData(37, CountRounding.Down, 11)] // 11.1
    [InlineData(37, CountRounding.Up, 12)]
    [InlineData(15, CountRounding.HalfUp, 5)] // 4.5
    [InlineData(15, CountRounding.Down, 4)]
    public void A_share_becomes_places_by_its_rounding(int field, CountRounding rounding, int places) =>
        Assert.Equal(places, (Top with { Top = null, Share = 0.30m, Rounding = rounding }).PlacesOf(field));

    [Fact]
    public void Of_a_share_and_a_number_the_smaller_holds() => Assert.Equal(2, (Top with { Share = 0.30m }).PlacesOf(37));

    [Theory]
    [InlineData(BorderTie.Widen, Goes, Goes, 3)]
    [InlineData(BorderTie.Narrow, Reserve, Reserve, 1)]
    [InlineData(BorderTie.Decide, Undecided, Undecided, 1)]
    public void Equals_across_the_line_go_by_the_ties_rule(BorderTie tie, PromotionOutcome one, PromotionOutcome other, int going)
    {
        var outcomes = Of(Top with { Tie = tie }, (1, "a", 90), (2, "b", 88), (2, "c", 88), (4, "d", 70));

        Assert.Equal((one, other), (outcomes[1].Outcome, outcomes[2].Outcome));
        Assert.Equal(going, outcomes.Count(o => o.Outcome is Goes));
    }

    [Fact]
    public void Equals_in_reserve_share_their_turn() =>
        Assert.Equal([(Reserve, 1), (Reserve, 1), (Out, 0)], Of(Top with { Tie = BorderTie.Narrow, Reserves = 1 }, (1, "a", 90), (2, "b", 88), (2, "c", 88), (4, "d", 70))[1..]);

    [Fact]
    public void A_units_places_hold_back_its_next_and_leave_the_place_to_others() =>
        Assert.Equal(
            [(Goes, 0), (Reserve, 1), (Goes, 0), (Reserve, 2)],
            Of(Top with { PerUnit = 1 }, (1, "a", 90), (2, "a", 88), (3, "b", 80), (4, "c", 70)));

    [Fact]
    public void The_first_of_each_unit_alone_is_a_rule() =>
        Assert.Equal([Goes, Out, Goes, Goes], Of(new(null, null, CountRounding.Down, 1, null, false, BorderTie.Widen, 0), (1, "a", 90), (2, "a", 88), (3, "b", 80), (4, "c", 70)).Select(o => o.Outcome));

    [Fact]
    public void Who_is_below_the_mark_or_failed_a_part_takes_no_place_and_no_reserve()
    {
        var outcomes = Promotion.Of(Top with { FewestMark = 60, PassedOnly = true },
            [new(1, 0, "a", new Points(90), false), new(2, 0, "b", new Points(80), true), new(3, 0, "c", new Points(59.99m), true), new(4, 0, "d", new Points(60), true)]);

        Assert.Equal([PromotionGround.NotPassed, PromotionGround.None, PromotionGround.BelowMark, PromotionGround.None], outcomes.Select(o => o.Ground));
        Assert.Equal([Out, Goes, Out, Goes], outcomes.Select(o => o.Outcome)); // the first left his place to the fourth
    }

    [Theory]
    [InlineData("promotion.rule-empty")]
    [InlineData("promotion.top")]
    [InlineData("promotion.share")]
    [InlineData("promotion.reserves")]
    public void A_rule_that_says_nothing_or_nonsense_is_refused(string code)
    {
        var rule = code switch
        {
            "promotion.rule-empty" => Top with { Top = null },
            "promotion.top" => Top with { Top = 0 },
            "promotion.share" => Top with { Share = 1.01m },
            _ => Top with { Reserves = -1 },
        };
        Assert.Equal(code, Assert.Throws<Refusal>(rule.Check).Code);
    }

    /// <summary>Whatever order the rows of one rank come in, the same people go on, each for the same reason.</summary>
    [Fact]
    public void The_order_of_equals_in_the_input_has_no_say() => Prop.ForAll(Fields, field =>
    {
        var (rule, rows) = field;
        var (one, other) = (Said(rule, rows), Said(rule, [.. rows.Reverse().OrderBy(r => r.Rank)]));
        return one.SetEquals(other);

        static HashSet<(Points, string, Promoted)> Said(PromotionRule rule, Contender[] rows) =>
            [.. Promotion.Of(rule, rows).Zip(rows, (o, r) => (r.Mark, r.Unit, o))];
    }).QuickCheckThrowOnFailure();

    /// <summary>Nobody goes on past a better one of another unit who was fit and stayed behind, and without ties the places are never exceeded.</summary>
    [Fact]
    public void Nobody_overtakes_and_no_place_is_given_twice() => Prop.ForAll(Fields, field =>
    {
        var (rule, rows) = field;
        var outcomes = Promotion.Of(rule, rows);
        var going = outcomes.Count(o => o.Outcome is Goes);
        var lastGoing = Enumerable.Range(0, rows.Length).LastOrDefault(i => outcomes[i].Outcome is Goes, -1);
        var noneOvertaken = Enumerable.Range(0, lastGoing + 1).All(i => outcomes[i].Outcome is Goes or Undecided
            || outcomes[i].Ground is PromotionGround.UnitPlacesUsed or PromotionGround.BelowMark or PromotionGround.NotPassed or PromotionGround.TiedAtBorder);
        return noneOvertaken && (rule.Tie is BorderTie.Widen || going <= (rule.PlacesOf(rows.Length) ?? int.MaxValue))
            && (rule.Tie is BorderTie.Widen || rule.PerUnit == 0 || rows.Zip(outcomes).Where(r => r.Second.Outcome is Goes).GroupBy(r => r.First.Unit).All(u => u.Count() <= rule.PerUnit));
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(PromotionRule, Contender[])> Fields => (
        from marks in Gen.Choose(0, 8).ListOf()
        from units in Gen.Choose(0, 3).ListOf(marks.Count)
        from top in Gen.Choose(1, 6)
        from perUnit in Gen.Choose(0, 2)
        from tie in Gen.Elements(BorderTie.Widen, BorderTie.Narrow, BorderTie.Decide)
        let sorted = marks.OrderDescending().ToList()
        select (new PromotionRule(top, null, CountRounding.Down, perUnit, null, false, tie, 2),
            sorted.Select((m, i) => new Contender(sorted.FindIndex(x => x == m) + 1, 0, $"u{units[i]}", new Points(m), true)).ToArray())).ToArbitrary();

    private static (PromotionOutcome Outcome, int Order)[] Of(PromotionRule rule, params (int Rank, string Unit, decimal Mark)[] rows) =>
        [.. Promotion.Of(rule, [.. rows.Select(r => new Contender(r.Rank, 0, r.Unit, new Points(r.Mark), true))]).Select(p => (p.Outcome, p.ReserveOrder))];
}
