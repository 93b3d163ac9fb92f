using Competitions.Contests;

namespace Competitions.Tests.Contests;

/// <summary>Computed by one, confirmed by another, published once; then places only pass on.</summary>
public sealed class PromotionListTests
{
    private static readonly PromotionRule Top = new(2, null, CountRounding.Down, 0, null, false, BorderTie.Decide, 2);

    [Fact]
    public void Who_computed_it_does_not_confirm_it()
    {
        var list = Computed();

        Assert.Equal("promotion.second-person", Refused(() => list.Confirm("one", Some.Noon, list.SourceSeal)));
        list.Confirm("two", Some.Noon, list.SourceSeal);
        Assert.Equal(PromotionStage.Confirmed, list.Stage);
    }

    [Fact]
    public void A_list_whose_source_changed_is_computed_anew()
    {
        var list = Computed();
        var corrected = PromotionList.SealOf(Ranked(90, 88, 81, 70));

        Assert.Equal("promotion.source-changed", Refused(() => list.Confirm("two", Some.Noon, corrected)));
        list.Confirm("two", Some.Noon, list.SourceSeal);
        Assert.Equal("promotion.source-changed", Refused(() => list.Publish("one", Some.Noon, corrected)));
    }

    [Fact]
    public void Equals_at_the_line_are_put_in_order_first_and_by_another_person_than_who_confirms()
    {
        var list = Computed(90, 88, 88, 70);
        Assert.True(list.HasUndecided);
        Assert.Equal("promotion.tie-undecided", Refused(() => list.Confirm("two", Some.Noon, list.SourceSeal)));

        var equals = list.Lines.Where(l => l.Outcome is PromotionOutcome.Undecided).Select(l => l.Id).Reverse().ToList();
        list.Settle(equals, "chief", Some.Noon, "加赛");

        Assert.Equal("promotion.second-person", Refused(() => list.Confirm("chief", Some.Noon, list.SourceSeal)));
        Assert.Equal([90, 88], list.Lines.Where(l => l.Stands).Select(l => l.Mark.Value));
        Assert.Equal(equals[0], list.Lines.Single(l => l.Stands && l.Rank == 2).Id);
    }

    [Fact]
    public void It_is_published_once_and_after_that_not_computed_or_returned()
    {
        var list = Published();

        Assert.Equal("promotion.move-not-allowed", Refused(() => list.Publish("one", Some.Noon, list.SourceSeal)));
        Assert.Equal("promotion.move-not-allowed", Refused(() => list.Compute(Top, Ranked(1, 2), "one", Some.Noon)));
        Assert.Equal("promotion.move-not-allowed", Refused(() => list.Return("two", Some.Noon, "错了")));
    }

    [Fact]
    public void A_place_given_up_goes_to_the_first_in_reserve_and_to_nobody_else()
    {
        var list = Published();
        var ids = list.Lines.Select(l => l.Id).ToList();
        Assert.Equal("promotion.no-free-place", Refused(() => list.Fill(ids[2], "one", Some.Noon, "")));

        Assert.Equal("promotion.reason-missing", Refused(() => list.GiveUp(ids[0], "one", Some.Noon, " ")));
        list.GiveUp(ids[0], "one", Some.Noon, "本人因病放弃");
        Assert.Equal("promotion.not-next", Refused(() => list.Fill(ids[3], "one", Some.Noon, "")));
        list.Fill(ids[2], "one", Some.Noon, "");

        Assert.Equal([ids[1], ids[2]], list.Lines.Where(l => l.Stands).Select(l => l.Id));
        Assert.Equal(0, list.FreePlaces);
        Assert.Equal([PromotionActKind.GaveUp, PromotionActKind.Filled], list.Acts.Select(a => a.Kind));
    }

    [Fact]
    public void A_reserve_whose_unit_has_all_its_places_waits_behind_the_next()
    {
        var list = new PromotionList(Some.Event(), "workers", null, new PromotionSource(2, "final", "workers", null, "镇街"));
        list.Compute(Top with { PerUnit = 1 },
            [Row(1, "a", 90), Row(2, "b", 88), Row(3, "a", 80), Row(4, "c", 70)], "one", Some.Noon);
        Numbered(list);
        list.Confirm("two", Some.Noon, list.SourceSeal);
        list.Publish("one", Some.Noon, list.SourceSeal);

        list.GiveUp(2, "one", Some.Noon, "出差");

        Assert.Equal("c", Assert.Single(list.NextReserves).UnitName); // a has its one place
    }

    [Fact]
    public void A_line_is_entered_once_and_the_same_obstacle_again_is_no_news()
    {
        var list = Published();
        list.NotEntered(1, "名额已满", "one", Some.Noon);
        list.NotEntered(1, "名额已满", "one", Some.Noon);
        list.Entered(1, 7, "one", Some.Noon);

        Assert.Equal("promotion.line-not-standing", Refused(() => list.Entered(1, 8, "one", Some.Noon)));
        Assert.Equal([PromotionActKind.NotEntered, PromotionActKind.Entered], list.Acts.Select(a => a.Kind));
        Assert.Null(list.Lines[0].Obstacle);
    }

    [Fact]
    public void A_published_list_is_withdrawn_with_a_reason_and_then_stands_for_nothing()
    {
        var list = Published();
        Assert.Equal("promotion.reason-missing", Refused(() => list.Withdraw("one", Some.Noon, "")));

        list.Withdraw("one", Some.Noon, "成绩复核有误");

        Assert.Equal("promotion.not-published", Refused(() => list.Entered(1, 7, "one", Some.Noon)));
        Assert.Equal(PromotionStage.Withdrawn, list.Stage);
    }

    [Fact]
    public void Within_an_event_the_round_must_be_a_later_one()
    {
        var of = new Event(1, "TWO", Some.Text, Some.Preset with
        {
            Rounds = [new("heat", "初赛", 1), new("final", "决赛", 2)],
            Modules = [.. Some.Preset.Modules, .. Some.Preset.Modules.Select(m => m with { Code = "heat-" + m.Code, Round = "heat" })],
        });

        Assert.Equal("promotion.round-not-later", Refused(() => List(of, "heat", "final")));
        Assert.Equal("promotion.no-such-round", Refused(() => List(of, null, "heat")));
        Assert.True(of.IsLaterRound("final"));
        Assert.False(of.IsLaterRound("heat"));
    }

    [Fact]
    public void Every_stage_can_be_reached()
    {
        var reached = new HashSet<PromotionStage> { PromotionStage.Computed };
        while (reached.SelectMany(s => PromotionLifecycle.MovesFrom(s).Select(m => PromotionLifecycle.Next(s, m)!.Value)).Except(reached).ToList() is { Count: > 0 } found)
        {
            reached.UnionWith(found);
        }

        Assert.Equal(Enum.GetValues<PromotionStage>().ToHashSet(), reached);
    }

    private static PromotionList List(Event of, string? to, string from) => new(of, "workers", to, new PromotionSource(of.Id, from, "workers", null, from));

    private static PromotionList Computed(params decimal[] marks)
    {
        var list = new PromotionList(Some.Event(), "workers", null, new PromotionSource(2, "final", "workers", null, "镇街"));
        list.Compute(Top, Ranked(marks.Length > 0 ? marks : [90, 88, 80, 70]), "one", Some.Noon);
        Numbered(list);
        return list;
    }

    private static PromotionList Published()
    {
        var list = Computed();
        list.Confirm("two", Some.Noon, list.SourceSeal);
        list.Publish("one", Some.Noon, list.SourceSeal);
        return list;
    }

    private static PromotionCandidate[] Ranked(params decimal[] marks) =>
        [.. marks.Select(m => Row(marks.Count(x => x > m) + 1, "a", m)).OrderBy(r => r.Rank)];

    private static PromotionCandidate Row(int rank, string unit, decimal mark) => new(rank, "沈嘉禾", null, unit, new Points(mark), true);

    /// <summary>As the database does it.</summary>
    private static void Numbered(PromotionList list)
    {
        foreach (var line in list.Lines)
        {
            typeof(PromotionLine).GetProperty(nameof(PromotionLine.Id))!.SetValue(line, line.Order);
        }
    }

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Code;
}
