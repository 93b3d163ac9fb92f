using Competitions.People;
using Competitions.Programmes;
using Competitions.Studios;
using Competitions.Tests.Programmes;

namespace Competitions.Tests.Studios;

/// <summary>南湖 2017 (studios.md §7.1): 高级工 or above leads, three people, a place, rules, funds, topics.</summary>
public class StudioChecksTests
{
    [Fact]
    public void What_the_conditions_ask_for_is_enough() => Assert.DoesNotContain(Found(level: 4, members: 3), f => f.IsBlocking);

    [Theory]
    [InlineData(3, 3, 80, 3, 1, "studio-naming.leader-level")]
    [InlineData(null, 3, 80, 3, 1, "studio-naming.leader-level-unknown")]
    [InlineData(4, 2, 80, 3, 1, "studio-naming.team")]
    [InlineData(4, 3, 0, 3, 1, "studio-naming.area")]
    [InlineData(4, 3, 80, 2, 1, "studio-naming.rules")]
    [InlineData(4, 3, 80, 3, 0, "studio-naming.topics")]
    public void Each_condition_that_is_not_met_is_told(int? level, int members, int area, int rules, int topics, string code) =>
        Assert.Equal(code, Assert.Single(Found(level, members, area, rules, topics), f => f.IsBlocking).Code);

    private static List<Finding> Found(int? level, int members, int area = 80, int rules = 3, int topics = 1)
    {
        var call = Called.Call(Called.Rules with
        {
            Persons = new PersonsRule("领衔人与成员", 1, 20, false),
            Numbers = new Dictionary<string, decimal> { ["leader-level"] = 4, ["fewest-members"] = 3, ["fewest-rules"] = 3, ["least-funds"] = 1, ["fewest-topics"] = 1 },
        }, StudioNamingForm.Code);
        var made = Called.Draft(call);
        made.Write(call, made.Title, new Answers(
        [
            new(StudioNamingForm.Area, [[$"{area}"]]), new(StudioNamingForm.Funds, [["单位拨款", "50000"]]),
            new(StudioNamingForm.Rules, [.. Enumerable.Range(1, rules).Select(n => (IReadOnlyList<string>)[$"制度{n}"])]), new(StudioNamingForm.Topics, [.. Enumerable.Range(1, topics).Select(n => (IReadOnlyList<string>)[$"项目{n}", "2025", "完成", "10 万元"])]),
        ]), [.. Enumerable.Range(1, members).Select(n => new ApplicationPerson(n, n, $"职工{n}", 10, "某厂工会", "", true, 0))]);
        var leader = new PersonFacts(1, "职工1", Sex.Male, new DateOnly(1980, 1, 1), true, level, 2005, []);
        return [.. new StudioChecks().Of(made, call, new ApplicationFacts([leader], [], []), new DateOnly(2026, 3, 10))];
    }
}
