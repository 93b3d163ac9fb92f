using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public class JudgeStatisticTests
{
    /// <summary>By hand: medians 84 and 2 of 3; Anna −4 and −1/3, Bela 0 and 0, Csaba +6 and +1/3 of their full marks.</summary>
    [Fact]
    public void Each_judge_is_compared_with_the_median_in_per_cent_of_the_full_mark()
    {
        var found = JudgeStatistic.Of([(100m, Of(80, 84, 90)), (3m, Of(1, 2, 3)), (100m, new Dictionary<string, decimal> { ["anna"] = 1, ["bela"] = 99 })]);

        Assert.Equal([new("anna", 2, 56.67m, -18.67m, 18.67m), new("bela", 2, 75.33m, 0, 0), new("csaba", 2, 95, 19.67m, 19.67m)], found);
    }

    [Fact]
    public void Where_nobody_is_to_be_compared_there_is_nothing() => Assert.Empty(JudgeStatistic.Of([]));

    private static Dictionary<string, decimal> Of(decimal anna, decimal bela, decimal csaba) => new() { ["anna"] = anna, ["bela"] = bela, ["csaba"] = csaba };
}
