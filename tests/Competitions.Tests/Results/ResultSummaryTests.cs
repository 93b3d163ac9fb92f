using Competitions.Contests;
using Competitions.Results;
using Competitions.Scoring;

namespace Competitions.Tests.Results;

public sealed class ResultSummaryTests
{
    /// <summary>skills-contests.md §4.3, the worked example to the end.</summary>
    [Fact]
    public void The_rule_books_example_is_88_for_the_panel_and_86_20_in_all()
    {
        var line = new Sheets().Judged(82, [79, 86, 88, 90, 91.5m]).Sum().Lines.Single();

        Assert.Equal(("82.00", "88.00", "86.20", 1, true), ($"{line.Modules[0].Points}", $"{line.Modules[1].Points}", $"{line.Total}", line.Rank, line.Passed));
    }

    [Fact]
    public void Each_part_is_passed_for_itself()
    {
        var line = new Sheets().With(59.99m, 100).Sum().Lines.Single();

        Assert.False(line.Passed);
        Assert.Equal([false, true], line.Modules.Select(m => m.Passed!.Value));
    }

    /// <summary>§4.10: n = 37 at 10/20/30 %.</summary>
    [Theory]
    [InlineData(CountRounding.Down, "3 7 11")]
    [InlineData(CountRounding.HalfUp, "4 7 11")]
    [InlineData(CountRounding.Up, "4 8 12")]
    public void Prizes_of_thirty_seven_by_rounding(CountRounding rounding, string counts)
    {
        var sheets = new Sheets { Rules = new Sheets().Rules with { PrizeRounding = rounding } };
        for (var i = 0; i < 37; i++)
        {
            sheets.With(80, 99 - i);
        }

        Assert.Equal(counts, string.Join(' ', sheets.Sum().Lines.Where(l => l.Prize is not null).GroupBy(l => l.Prize).Select(g => g.Count())));
    }

    /// <summary>80 × 0.3 + 80 × 0.7 = 73 × 0.3 + 83 × 0.7 = 80: practical first, then less time, then theory; then the rank is shared.</summary>
    [Fact]
    public void Equal_totals_are_parted_by_the_chain_and_who_is_equal_to_the_end_shares_the_rank()
    {
        var lines = new Sheets().With(80, 80, 3600).With(73, 83, 3600).With(80, 80, 3000).With(80, 80, 3600).With(70, 70, 10).Sum().Lines;

        Assert.Equal(["1 002", "2 003", "3 001", "3 004", "5 005"], lines.Select(l => $"{l.Rank} {l.Number}"));
    }

    [Fact]
    public void Who_is_equal_to_the_end_may_be_put_in_order_by_a_person()
    {
        var lines = new Sheets { Settled = [3, 1] }.With(80, 80).With(90, 90).With(80, 80).Sum().Lines;

        Assert.Equal(["1 002", "2 003", "3 001"], lines.Select(l => $"{l.Rank} {l.Number}"));
    }

    [Fact]
    public void A_tie_across_a_border_that_must_be_decided_is_refused_until_it_is()
    {
        var rules = new Sheets().Rules with { Prizes = [new("一等奖", 0, 1)], PrizeTie = BorderTie.Decide };

        Assert.Equal("prizes.tie-undecided", Refused(() => new Sheets { Rules = rules }.With(80, 80).With(80, 80).Sum()));
        Assert.Equal([("002", "一等奖"), ("001", null)], new Sheets { Rules = rules, Settled = [2, 1] }.With(80, 80).With(80, 80).Sum().Lines.Select(l => (l.Number, l.Prize)));
    }

    [Fact]
    public void A_deduction_stands_in_its_column_and_counts_by_the_modules_weight()
    {
        var line = new Sheets().With(80, 90).Deduct(1, 10).Sum().Lines.Single();

        Assert.Equal(("90.00", "80.00", "87.00", "7.00", "80.00"), ($"{line.Modules[1].Raw}", $"{line.Modules[1].Points}", $"{line.Raw}", $"{line.Deducted}", $"{line.Total}"));
    }

    [Theory]
    [InlineData(SanctionEffect.PointsOff, "practical", 5, "76.50", 2)]
    [InlineData(SanctionEffect.ModuleZero, "practical", 0, "24.00", 2)]
    [InlineData(SanctionEffect.ModuleZero, "theory", 0, "56.00", 2)]
    [InlineData(SanctionEffect.Cancelled, null, 0, "80.00", null)]
    public void A_violation_costs_points_a_module_or_the_place(SanctionEffect effect, string? module, int off, string total, int? rank)
    {
        var sheets = new Sheets { Sanctions = [new Sanction(1, effect, module, new Points(off), "携带手机")] }.With(80, 80).With(78, 78);

        var line = sheets.Sum().Lines.Single(l => l.EntryId == 1);

        Assert.Equal((total, rank, "携带手机"), ($"{line.Total}", line.Rank, line.Note));
        Assert.Equal(rank is null ? Unranked.Cancelled : Unranked.None, line.Unranked);
    }

    [Fact]
    public void Who_has_no_place_stands_at_the_end_wins_nothing_and_does_not_count_in_the_field()
    {
        var sheets = new Sheets { Sanctions = [new Sanction(2, SanctionEffect.Cancelled, null, default, "冒名顶替")], Rules = new Sheets().Rules with { Prizes = [new("一等奖", 0.5m)] } };

        var lines = sheets.With(70, 70).With(99, 99).With(0, 0, unranked: Unranked.Absent).With(60, 60).Sum().Lines;

        Assert.Equal(["1 001 一等奖", "2 004 ", " 002 ", " 003 "], lines.Select(l => $"{l.Rank} {l.Number} {l.Prize}"));
    }

    [Fact]
    public void Who_is_not_marked_to_the_end_keeps_the_sheet_from_being_made()
    {
        Assert.Equal("result.unmarked", Refused(() => new Sheets().With(80, 80).Judged(80, [80, 80, 80, 80]).Sum()));
        Assert.Equal("result.nobody-ranked", Refused(() => new Sheets().With(0, 0, unranked: Unranked.Absent).Sum()));
    }

    /// <summary>worldskills.md §0.1: median 80, MAD 5; 700 + 30 × 10 ÷ (1.4826 × 5) = 740.47 → 740.</summary>
    [Fact]
    public void The_700_scale_and_its_medals_stand_on_the_sheet()
    {
        var rules = new Sheets().Rules with { Scale = "700", Prizes = [], Awards = new AwardRules { Medals = true, SmallFields = true } };
        var sheets = new Sheets { Rules = rules };
        foreach (var mark in (decimal[])[90, 85, 80, 80, 75, 70])
        {
            sheets.With(mark, mark);
        }

        var summed = sheets.Sum();

        Assert.Equal(Spread.MedianDeviation, summed.Spread);
        Assert.Equal(["740 Gold 1", "720 Silver 2", "700 Bronze 3", "700 Bronze 3", "680 None 5", "660 None 6"], summed.Lines.Select(l => $"{l.Score:0} {l.Medal} {l.Rank}"));
    }

    [Fact]
    public void The_same_basis_and_the_same_sheets_give_the_same_seal_in_whatever_order_they_come()
    {
        var chance = new Random(20261121);
        var marks = Enumerable.Range(0, 40).Select(_ => (Theory: chance.Next(50, 100), Practical: chance.Next(55, 99) + 0.5m, Time: (decimal)chance.Next(2000, 2005))).ToList();
        var sheets = marks.Aggregate(new Sheets(), (s, m) => s.With(m.Theory, m.Practical, m.Time));
        var (one, basis) = (sheets.Sum(), sheets.Basis);
        var other = ResultSummary.Of(basis with { Field = [.. basis.Field.Reverse()] }, entry => Given(marks, entry));

        Assert.Equal(Result.SealOf(basis.Source, one.Lines), Result.SealOf(basis.Source, other.Lines));
    }

    private static IReadOnlyList<MarkSheet> Given(List<(int Theory, decimal Practical, decimal Time)> marks, int entry)
    {
        var again = new Sheets();
        marks.Take(entry).ToList().ForEach(m => again.With(m.Theory, m.Practical, m.Time));
        return again.Of(entry);
    }

    private static string Refused(Action act) => Assert.Throws<Refusal>(act).Code;
}
