using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public sealed class TotalsTests
{
    [Fact]
    public void Theory_82_and_practical_88_at_thirty_to_seventy_are_86_20() =>
        Assert.Equal(86.20m, Totals.Weighted([Result("theory", 82, 100, 0.3m), Result("practical", 88, 100, 0.7m)]).Value);

    [Fact]
    public void A_module_of_another_full_mark_is_taken_to_a_hundred_first() =>
        Assert.Equal(75m, Totals.Weighted([Result("a", 25, 50, 0.5m), Result("b", 100, 100, 0.5m)]).Value);

    [Fact]
    public void The_total_is_rounded_half_up() =>
        Assert.Equal(84.13m, Totals.Weighted([Result("a", 84.125m, 100, 1)]).Value);

    [Fact]
    public void Deductions_never_take_a_module_below_zero() =>
        Assert.Equal(0m, Totals.Module([new Points(3)], [new Points(2), new Points(2)]).Value);

    [Fact]
    public void Weights_that_are_not_a_whole_are_refused() =>
        Assert.Equal("totals.weights-not-whole", Assert.Throws<Refusal>(() => Totals.Weighted([Result("a", 80, 100, 0.9m)])).Code);

    [Fact]
    public void Each_part_must_be_passed_for_itself()
    {
        var theory = Result("theory", 59.9m, 100, 0.3m) with { PassLine = 60 };
        var practical = Result("practical", 95, 100, 0.7m) with { PassLine = 60 };

        Assert.False(Totals.Passed([theory, practical]));
        Assert.True(Totals.Passed([theory with { Points = new Points(60) }, practical]));
    }

    private static ModuleResult Result(string module, decimal points, decimal full, decimal weight) =>
        new(module, new Points(points), new Points(full), weight);
}
