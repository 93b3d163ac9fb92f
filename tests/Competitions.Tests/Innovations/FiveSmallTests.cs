using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Tests.Programmes;

namespace Competitions.Tests.Innovations;

/// <summary>What is not taken as a 五小成果 (innovations.md §6.2).</summary>
public class FiveSmallTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(FiveSmallForm.InGovernmentPlan, "five-small.government-plan")]
    [InlineData(FiveSmallForm.AwardedBefore, "five-small.awarded-before")]
    [InlineData(FiveSmallForm.HoldsSecrets, "five-small.secrets")]
    [InlineData(FiveSmallForm.InDispute, "five-small.dispute")]
    public void What_is_excluded_is_not_handed_in(string key, string code) => Assert.Contains(Blocking((key, "是")), f => f == code);

    [Theory]
    [InlineData("2026-03-10", null)]
    [InlineData("2026-03-11", "five-small.not-in-use")]
    [InlineData("2025-01-01", null)]
    [InlineData("2024-12-31", "five-small.too-old")]
    public void It_is_in_use_since_the_year_before_at_the_earliest(string used, string? code) =>
        Assert.Equal(code, Blocking((FiveSmallForm.FirstUsedOn, used), (FiveSmallForm.StartedOn, "2024-01-01"), (FiveSmallForm.FinishedOn, "2024-02-01")).SingleOrDefault());

    /// <summary>The example of the mock-up: 148 台 × 1,860 元 and 4,200 台 × 7.125 元, less 86,000 元.</summary>
    [Fact]
    public void The_benefit_is_a_calculation_with_its_proof()
    {
        var answers = new Answers(
        [
            new(FiveSmallForm.Savings, [["减少返工", "1860", "148", "台", "质量台账"], ["节约工时", "7.125", "4200", "台", "工时记录"]]), new(FiveSmallForm.Costs, [["设备与调试", "86000", "财务凭证"]]),
        ]);
        var sums = new FiveSmallForm().Sums(answers);
        Assert.Equal([275_280m, 29_925m, -86_000m, 219_205m], sums.Select(s => s.Amount));
        Assert.Equal("148 台 × 1,860 元，质量台账", sums[0].How);
        Assert.Equal(219_205m, new FiveSmallForm().Amount(answers));
    }

    [Fact]
    public void The_same_result_that_was_awarded_is_refused_and_a_like_one_is_shown_to_the_reviewer()
    {
        var (call, made) = Declared();
        Likeness Like(string title, bool awarded, decimal degree) => new(9, "WX2025-001", title, made.UnitName, 2025, "已命名", awarded, degree);

        Assert.Contains(Found(call, made, Like(made.Title, true, 1)), f => f is { Code: "five-small.same-awarded", IsBlocking: true });
        Assert.Contains(Found(call, made, Like("合箱间隙检测的改造", true, 0.8m)), f => f is { Code: "five-small.alike", IsBlocking: false });
        Assert.Empty(Found(call, made, Like("合箱间隙检测的改造", true, 0.59m)));
    }

    [Fact]
    public void A_head_of_the_enterprise_is_pointed_out()
    {
        var (call, made) = Declared();
        made.Write(call, made.Title, made.Answers, [made.People[0] with { Post = "副总经理" }]);
        Assert.Contains(Found(call, made), f => f is { Code: "five-small.head", IsBlocking: false });
    }

    private static (Call Call, Application Made) Declared()
    {
        var call = Called.Call();
        return (call, Called.Draft(call));
    }

    private static List<string> Blocking(params (string Key, string Value)[] answers)
    {
        var (call, made) = Declared();
        made.Write(call, made.Title, new Answers(answers.Select(a => KeyValuePair.Create(a.Key, (IReadOnlyList<IReadOnlyList<string>>)[[a.Value]]))), [.. made.People]);
        return [.. Found(call, made).Where(f => f.IsBlocking).Select(f => f.Code)];
    }

    private static List<Finding> Found(Call call, Application made, params Likeness[] alike) => [.. new FiveSmallChecks().Of(made, call, new ApplicationFacts([], alike, []), Today)];
}
