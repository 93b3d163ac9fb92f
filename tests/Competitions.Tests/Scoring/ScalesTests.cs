using Competitions.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Scoring;

public sealed class ScalesTests
{
    [Fact]
    public void The_seven_hundred_scale_gives_all_thirty_two_official_scores()
    {
        var rows = RealData.Results("lks_web_technologies_32_raw100_vs_cis700.csv");

        var scaled = Scales.Of(Scale.SevenHundred, [.. rows.Select(r => r.Number("raw_mark_100"))]);

        Assert.Equal(32, rows.Count);
        Assert.Equal(rows.Select(r => r.Number("cis_scale_700")), scaled.Scores);
        Assert.Equal(Spread.MedianDeviation, scaled.Spread);
    }

    [Fact]
    public void Where_over_half_are_equal_the_population_deviation_stands_in_and_is_named()
    {
        var scaled = Scales.Of(Scale.SevenHundred, [50, 50, 50, 50, 60]); // mean 52, deviation 4, 700 + 30 × 10 / 4

        Assert.Equal([700m, 700, 700, 700, 775], scaled.Scores);
        Assert.Equal(Spread.StandardDeviationInstead, scaled.Spread);
    }

    [Fact]
    public void Where_all_are_equal_everyone_stands_at_the_centre()
    {
        Assert.Equal([700m, 700], Scales.Of(Scale.SevenHundred, [61.5m, 61.5m]).Scores);
        Assert.Equal([500m, 500], Scales.Of(Scale.FiveHundred, [61.5m, 61.5m]).Scores);
        Assert.Equal(Spread.NoSpread, Scales.Of(Scale.FiveHundred, [61.5m, 61.5m]).Spread);
    }

    [Fact]
    public void The_five_hundred_scale_has_the_mean_at_500_and_a_deviation_at_30() =>
        Assert.Equal([545m, 515, 500, 485, 455], Scales.Of(Scale.FiveHundred, [60, 52, 48, 44, 36]).Scores); // mean 48, deviation 8

    [Fact]
    public void Half_a_point_is_rounded_up_and_not_to_the_even_one() =>
        // median 0, MAD 100: 30 × 2.471 / 148.26 is exactly one half
        Assert.Equal(701m, Scales.Of(Scale.SevenHundred, [-150, -100, 0, 2.471m, 100]).Scores[3]);

    [Fact]
    public void Marks_beyond_what_a_decimal_can_divide_are_refused()
    {
        Assert.Equal("scale.mark-out-of-range", Assert.Throws<Refusal>(() => Scales.Of(Scale.SevenHundred, [1_000_001m])).Code);
        Assert.Equal("scale.no-marks", Assert.Throws<Refusal>(() => Scales.Of(Scale.SevenHundred, [])).Code);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("2", "1.4142135623730950488016887242")]
    [InlineData("144", "12")]
    [InlineData("0.0000000000000000000000000001", "0.00000000000001")]
    [InlineData("1000000000000", "1000000")]
    public void The_root_is_right_to_the_last_places(string square, string root) =>
        Assert.True(Math.Abs(Scales.Root(Decimal(square)) - Decimal(root)) <= 0.000000000000000000000000001m);

    [Fact]
    public void A_root_squared_is_the_number_again() => Prop.ForAll(Marks, marks =>
        marks.All(m => Math.Abs(Scales.Root(m * m) - m) < 0.0000000000000000000001m)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_scale_keeps_order() => Prop.ForAll(Marks, marks =>
    {
        foreach (var scale in Enum.GetValues<Scale>())
        {
            var scores = Scales.Of(scale, marks).Scores;
            if (marks.Zip(scores).OrderBy(p => p.First).Select(p => p.Second).Pairwise().Any(p => p.Item1 > p.Item2))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    /// <summary>Marks of 0.00 to 100.00, one or more, often equal.</summary>
    internal static Arbitrary<decimal[]> Marks =>
        Gen.OneOf(Gen.Choose(0, 10_000).Select(n => n / 100m), Gen.Choose(0, 5).Select(n => (decimal)n)).NonEmptyListOf().Select(l => l.ToArray()).ToArbitrary();

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

internal static class Pairs
{
    public static IEnumerable<(T, T)> Pairwise<T>(this IEnumerable<T> items)
    {
        var all = items.ToList();
        return all.Zip(all.Skip(1));
    }
}
