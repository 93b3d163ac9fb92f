using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Tests.Programmes;

namespace Competitions.Tests.Innovations;

/// <summary>innovations.md §6.9: a year of results at least, within three years, no head of the enterprise.</summary>
public class OperationMethodTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("2025-03-10", null)]
    [InlineData("2025-03-11", "operation-method.too-new")]
    [InlineData("2023-03-10", null)]
    [InlineData("2023-03-09", "operation-method.too-old")]
    public void It_has_been_used_for_a_year_and_is_not_older_than_three(string since, string? code) =>
        Assert.Equal(code, Found((OperationMethodForm.UsedSince, since)).Where(f => f.IsBlocking).Select(f => f.Code).SingleOrDefault());

    [Theory]
    [InlineData(OperationMethodForm.IsMedicine, "operation-method.medicine")]
    [InlineData(OperationMethodForm.HoldsSecrets, "operation-method.secrets")]
    [InlineData(OperationMethodForm.InDispute, "operation-method.dispute")]
    [InlineData(OperationMethodForm.AwardedAbove, "operation-method.awarded-above")]
    public void What_is_excluded_is_not_handed_in(string key, string code) => Assert.Contains(Found((key, "是")), f => f.Code == code && f.IsBlocking);

    [Fact]
    public void Without_a_record_of_spreading_the_reviewer_is_told() => Assert.Contains(Found(), f => f is { Code: "operation-method.not-spread", IsBlocking: false });

    private static List<Finding> Found(params (string Key, string Value)[] answers)
    {
        var call = Called.Call(Called.Rules with { Numbers = new Dictionary<string, decimal> { ["fewest-months"] = 12, ["most-years"] = 3 } }, OperationMethodForm.Code);
        var made = Called.Draft(call);
        made.Write(call, made.Title, new Answers(answers.Select(a => KeyValuePair.Create(a.Key, (IReadOnlyList<IReadOnlyList<string>>)[[a.Value]]))), [.. made.People]);
        return [.. new OperationMethodChecks().Of(made, call, ApplicationFacts.None, Today)];
    }
}
