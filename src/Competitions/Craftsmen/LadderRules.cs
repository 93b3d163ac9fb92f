using Competitions.People;

namespace Competitions.Craftsmen;

/// <summary>What a test of a level looks at.</summary>
public enum LadderTestKind
{
    /// <summary>工会会员.</summary>
    Member,

    /// <summary>At most so many years old.</summary>
    Age,

    /// <summary>At least so many years in the trade.</summary>
    YearsInTrade,

    /// <summary>A place in a contest of the level or a higher one, up to a rank.</summary>
    ContestPlace,

    /// <summary>A skill level from an order on: 高级工 is 4.</summary>
    SkillLevel,

    /// <summary>Leader or member of a studio that stands.</summary>
    StudioPeople,

    /// <summary>带徒: counted when pairs are kept.</summary>
    ActiveMaster,

    /// <summary>An application of one of the kinds that was named.</summary>
    NamedWork,

    /// <summary>In force at one of the levels.</summary>
    HoldsLevel,
}

/// <param name="Level">Of a contest; else null.</param>
/// <param name="Number">The worst rank, the lowest order, the most or fewest years; 0 where there is none.</param>
public sealed record LadderTest(LadderTestKind Kind, OrganisationLevel? Level = null, int Number = 0)
{
    /// <summary>Kinds of calls, or codes of levels.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>One of the conditions of which any one is enough; all of its tests are met.</summary>
/// <param name="WaivesYears">It stands for the years in the trade too.</param>
public sealed record LadderCondition(string Name, IReadOnlyList<LadderTest> All, bool WaivesYears = false);

/// <summary>年度职责.</summary>
/// <param name="Fewest">In a year.</param>
public sealed record LadderDuty(string Code, string Name, string Unit, int Fewest);

/// <summary>A level of the ladder, from the lowest up, or a title that is only kept in the archive.</summary>
/// <param name="TermYears">Null for a title without a term.</param>
/// <param name="Reward">Yuan, once for each person and title.</param>
/// <param name="CallKind">The kind of the calls that name it; null where the federation appoints.</param>
public sealed record LadderLevel(
    string Code, string Name, int? TermYears, decimal Reward, string? CallKind, IReadOnlyList<LadderTest> Basics, IReadOnlyList<LadderCondition> AnyOf, IReadOnlyList<LadderDuty> Duties, IReadOnlyList<string> Benefits)
{
    public bool IsAppointed => CallKind is null && AnyOf.Count > 0;
}

/// <summary>A day of every year.</summary>
public sealed record YearDay(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>The numbers of the field for the ladder (craftsmen.md §9.1, §9.2): a preset; each record keeps its own copy.</summary>
/// <param name="Levels">From the lowest up.</param>
/// <param name="Archive">Titles beside the ladder, kept in the same archive.</param>
/// <param name="HonourDay">工匠日.</param>
/// <param name="CheckOpens">From which a year's check is opened, in that year.</param>
/// <param name="CheckCloses">The last day to judge it, in the year after.</param>
/// <param name="FailuresBeforeSuspension">Years in a row.</param>
/// <param name="HearingDays">Working days for 陈述申辩.</param>
/// <param name="Grounds">Of revocation.</param>
public sealed record LadderRules(
    string Code, int Version, string Name, IReadOnlyList<LadderLevel> Levels, IReadOnlyList<LadderLevel> Archive, YearDay HonourDay, YearDay CheckOpens, YearDay CheckCloses, int FailuresBeforeSuspension, int HearingDays,
    IReadOnlyList<string> Grounds)
{
    /// <exception cref="Refusal">ladder.rules-empty, .level-twice</exception>
    public LadderRules Checked()
    {
        var codes = Levels.Concat(Archive).Select(l => l.Code).ToList();
        Refusal.Unless(Levels.Count > 1 && Grounds.Count > 0 && HearingDays > 0 && FailuresBeforeSuspension > 1, "ladder.rules-empty");
        Refusal.Unless(codes.Distinct().Count() == codes.Count, "ladder.level-twice");
        return this;
    }

    /// <exception cref="Refusal">ladder.no-such-level</exception>
    public LadderLevel LevelOf(string code) => Levels.Concat(Archive).FirstOrDefault(l => l.Code == code) ?? throw new Refusal("ladder.no-such-level");

    /// <summary>The level that a kind of call names; null for a kind that names none.</summary>
    public LadderLevel? NamedBy(string kind) => Levels.Concat(Archive).FirstOrDefault(l => l.CallKind == kind);

    /// <summary>The worst place in a contest that any level asks for; 0 where none does.</summary>
    public int WorstPlace => Levels.SelectMany(l => l.AnyOf).SelectMany(c => c.All).Where(t => t.Kind is LadderTestKind.ContestPlace).Select(t => t.Number).DefaultIfEmpty().Max();

    /// <summary>Those who are honoured on the year's day began after the day of the year before.</summary>
    public (DateOnly After, DateOnly UpTo) HonouredIn(int year) => (HonourDay.In(year - 1), HonourDay.In(year));
}
