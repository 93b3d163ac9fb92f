using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public sealed class OutliersTests
{
    /// <summary>skills-contests.md §4.3: further than 20 % of the full mark from the panel's median.</summary>
    [Theory]
    [InlineData("80 82 84", "")]
    [InlineData("60 82 84 86", "60")] // median 83, 23 away
    [InlineData("62 82 83", "")] // exactly 20 away is not further
    [InlineData("61.9 82 83", "61.9")]
    [InlineData("50 80 81 99.5 100", "50")] // 100 is 19 away of 81
    [InlineData("10 90", "")] // of two nobody is in the middle
    public void A_mark_far_from_the_median_is_told(string marks, string far) =>
        Assert.Equal(far, string.Join(' ', Outliers.Of(Panel, Standing(marks), 20).Select(o => o.Value)));

    [Fact]
    public void With_a_share_of_none_nobody_is_told_of() => Assert.Empty(Outliers.Of(Panel, Standing("1 50 99"), 0));

    [Theory]
    [InlineData("3 1 2", "2")]
    [InlineData("4 1 2 3", "2.5")]
    public void The_median_is_the_middle_or_the_mean_of_two(string marks, string median) => Assert.Equal(median, $"{Outliers.Median(Numbers(marks))}");

    private static MarkItem Panel => new(MarkItem.Panel, "a", MarkHow.Panel, new Points(100));

    private static StandingMark Standing(string marks) => new(Numbers(marks).Index().ToDictionary(m => $"judge{m.Index}", m => m.Item), 0);

    private static decimal[] Numbers(string marks) => [.. marks.Split(' ').Select(m => decimal.Parse(m, System.Globalization.CultureInfo.InvariantCulture))];
}
