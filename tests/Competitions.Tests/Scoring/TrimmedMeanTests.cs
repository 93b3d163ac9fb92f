using Competitions.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Scoring;

public sealed class TrimmedMeanTests
{
    private static readonly TrimmedMean FiveJudges = new();

    [Fact]
    public void With_five_judges_the_highest_and_the_lowest_are_dropped() =>
        Assert.Equal(88.00m, FiveJudges.Of([79, 86, 88, 90, 91.5m]).Value); // [W05][W06]

    [Fact]
    public void With_four_judges_all_marks_count() => Assert.Equal(85.75m, FiveJudges.Of([79, 86, 88, 90]).Value);

    [Fact]
    public void Of_two_equal_highest_only_one_is_dropped() => Assert.Equal(88.67m, FiveJudges.Of([80, 86, 88, 92, 92]).Value);

    [Fact]
    public void The_third_place_is_rounded_half_up() => Assert.Equal(84.13m, FiveJudges.Of([84.125m]).Value);

    [Fact]
    public void No_mark_at_all_is_refused() =>
        Assert.Equal("panel.unmarked", Assert.Throws<Refusal>(() => FiveJudges.Of([])).Code);

    [Fact]
    public void A_trimmed_mean_lies_between_the_kept_marks() => Prop.ForAll(ScalesTests.Marks, marks =>
    {
        var (mean, kept) = (FiveJudges.Of(marks).Value, FiveJudges.Kept(marks));
        return kept.Min() <= mean && mean <= kept.Max() && kept.Count == (marks.Length < 5 ? marks.Length : marks.Length - 2);
    }).QuickCheckThrowOnFailure();
}
