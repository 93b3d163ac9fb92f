namespace Competitions.Studios;

/// <summary>An indicator of the yearly sheet.</summary>
/// <param name="Group">基础建设, 创新攻关 ….</param>
/// <param name="Points">The most it gives.</param>
public sealed record StudioIndicator(string Code, string Group, string Name, decimal Points);

/// <summary>The numbers of the field for studios (studios.md §7): a preset, copied into each year's sheet when it is begun.</summary>
/// <param name="FewestMembers">Leader included.</param>
/// <param name="LeaderSkills">Names of the skill levels that a leader may have.</param>
/// <param name="YearsBeforeUpgrade">Full years at a level before the next.</param>
/// <param name="ExcellentFrom">优秀, of 100.</param>
/// <param name="QualifiedFrom">合格, of 100.</param>
/// <param name="RectifyMonths">The longest that a rectification may take.</param>
/// <param name="Vetoes">一票否决: one of them, and the year is 不合格.</param>
public sealed record StudioRules(
    string Code, string Name, int FewestMembers, IReadOnlyList<string> LeaderSkills, int YearsBeforeUpgrade, decimal ExcellentFrom, decimal QualifiedFrom, int RectifyMonths,
    IReadOnlyList<StudioIndicator> Indicators, IReadOnlyList<string> Vetoes)
{
    public decimal Full => Indicators.Sum(i => i.Points);

    /// <exception cref="Refusal">studio-rules.not-hundred, .thresholds</exception>
    public StudioRules Checked()
    {
        Refusal.Unless(Full == 100, "studio-rules.not-hundred", Full);
        Refusal.Unless(QualifiedFrom > 0 && QualifiedFrom < ExcellentFrom && ExcellentFrom <= 100, "studio-rules.thresholds");
        return this;
    }

    /// <param name="total">Of 100.</param>
    public StudioGrade GradeOf(decimal total, bool vetoed) =>
        vetoed || total < QualifiedFrom ? StudioGrade.Failed : total >= ExcellentFrom ? StudioGrade.Excellent : StudioGrade.Qualified;
}

/// <summary>考核等次.</summary>
public enum StudioGrade
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>合格.</summary>
    Qualified,

    /// <summary>不合格.</summary>
    Failed,
}

/// <summary>What is known of a studio in a year, as far as its conditions go.</summary>
public sealed record StudioFacts(string? LeaderSkill, int People, decimal Area, bool HasPapers, decimal FundsIn, int Topics);

/// <summary>A condition of studios.md §7.1 and whether it is met.</summary>
/// <param name="Code">leader, team, place, papers, funds, topics.</param>
public sealed record StudioCondition(string Code, bool Met, string Fact);

public static class StudioConditions
{
    public static IReadOnlyList<StudioCondition> Of(StudioFacts facts, StudioRules rules) =>
    [
        new("leader", facts.LeaderSkill is { } skill && rules.LeaderSkills.Contains(skill), facts.LeaderSkill ?? ""),
        new("team", facts.People >= rules.FewestMembers, $"{facts.People}"),
        new("place", facts.Area > 0, $"{facts.Area:0.##}"),
        new("papers", facts.HasPapers, ""),
        new("funds", facts.FundsIn > 0, $"{facts.FundsIn:0.##}"),
        new("topics", facts.Topics > 0, $"{facts.Topics}"),
    ];
}
