using Competitions.Craftsmen;
using Competitions.Programmes;
using Competitions.Tests.Programmes;

namespace Competitions.Tests.Craftsmen;

/// <summary>工人先锋号: a team of five for a year, without an accident.</summary>
public class WorkerPioneerTests
{
    [Fact]
    public void A_standing_team_without_an_accident_may_declare() => Assert.DoesNotContain(Found(), f => f.IsBlocking);

    [Theory]
    [InlineData("4", "2020-05-01", "否", "worker-pioneer.members")]
    [InlineData("5", "2025-03-11", "否", "worker-pioneer.too-new")]
    [InlineData("5", "2025-03-10", "是", "worker-pioneer.accident")]
    public void Each_condition_that_is_not_met_is_told(string members, string since, string accident, string code) =>
        Assert.Equal(code, Assert.Single(Found(members, since, accident), f => f.IsBlocking).Code);

    private static List<Finding> Found(string members = "5", string since = "2025-03-10", string accident = "否")
    {
        var call = Called.Call(Called.Rules with { Persons = new PersonsRule("班组长与骨干", 1, 10, false), Numbers = new Dictionary<string, decimal> { ["fewest-members"] = 5, ["fewest-months"] = 12 } }, WorkerPioneerForm.Code);
        var made = Called.Draft(call);
        made.Write(call, made.Title, new Answers([new(WorkerPioneerForm.Members, [[members]]), new(WorkerPioneerForm.Since, [[since]]), new(WorkerPioneerForm.HadAccident, [[accident]])]), [.. made.People]);
        return [.. new WorkerPioneerChecks().Of(made, call, ApplicationFacts.None, new DateOnly(2026, 3, 10))];
    }
}
