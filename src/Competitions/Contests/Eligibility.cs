using Competitions.People;

namespace Competitions.Contests;

public enum EligibilityRule
{
    Age,
    Retirement,
    Insurance,
    OneEvent,
    Title,
    UnitPlaces,
    Level,
    CleanRecord,
}

public enum Verdict
{
    Pass,

    /// <summary>待核: the register does not say; a person looks.</summary>
    Unknown,

    Fail,
}

/// <summary>One rule held against one competitor: a ground, never a decision.</summary>
/// <param name="Found">The value found: full years, months, a level's name, a count; null when nothing is known.</param>
/// <param name="Reason">Which sentence explains it, as <c>age.too-young</c>.</param>
/// <param name="Parts">What the sentence names.</param>
public sealed record Finding(EligibilityRule Rule, Verdict Verdict, object? Found, string Reason, IReadOnlyList<object> Parts);

/// <summary>What is known of a competitor on the day that he is looked at.</summary>
/// <param name="InsuredSince">First month of his unbroken local social insurance.</param>
/// <param name="Titles">技术能手 and the like that he holds; null where nobody stated it.</param>
/// <param name="OtherEvents">Events of the same contest in which another live entry has him as competitor.</param>
/// <param name="PlaceInUnit">This entry is the unit's first, second… live one in the event.</param>
public sealed record EntrantFacts(
    DateOnly BornOn, Sex Sex, bool? IsCadre, DateOnly? InsuredSince, SkillLevel? Level, IReadOnlyList<string>? Titles,
    IReadOnlyList<string> OtherEvents, int PlaceInUnit, bool CleanRecordStated);

/// <summary>Who may enter (skills-contests.md §4.2). The system gives its grounds; a person decides.</summary>
public static class Eligibility
{
    /// <param name="day">The day that registration closes, in China.</param>
    /// <param name="fewestLevel">The dictionary's row of <see cref="EntryRules.FewestLevel"/>.</param>
    /// <returns>A finding for every rule that is switched on, in the order of the enum.</returns>
    public static IReadOnlyList<Finding> Of(EntryRules rules, EntrantFacts facts, DateOnly day, SkillLevel? fewestLevel) =>
    [
        .. When(rules.FewestYears is not null || rules.MostYears is not null, () => Age(rules, facts, day)),
        .. When(rules.BeforeRetirement, () => Retirement(facts, day)),
        .. When(rules.InsuranceMonths > 0, () => Insurance(rules, facts, day)),
        .. When(rules.OneEventOnly, () => OneEvent(facts)),
        .. When(rules.TitleHoldersBarred, () => Title(facts)),
        .. When(rules.MostPerUnit > 0, () => UnitPlaces(rules, facts)),
        .. When(rules.FewestLevel is not null, () => Level(facts, fewestLevel)),
        .. When(rules.CleanYears > 0, () => CleanRecord(rules, facts)),
    ];

    /// <summary>The worst of them; with none there is nothing against it.</summary>
    public static Verdict Worst(IEnumerable<Finding> findings) => findings.Select(f => f.Verdict).DefaultIfEmpty(Verdict.Pass).Max();

    /// <summary>Full years on that day; who was born on 29 February comes of age on 1 March of other years.</summary>
    public static int Years(DateOnly bornOn, DateOnly day) =>
        day.Year - bornOn.Year - ((day.Month, day.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? 1 : 0);

    /// <summary>Calendar months from the first insured one to that of the day, both counted: insurance is paid by the month.</summary>
    public static int Months(DateOnly since, DateOnly day) => Math.Max(0, (day.Year - since.Year) * 12 + day.Month - since.Month + 1);

    private static Finding Age(EntryRules rules, EntrantFacts facts, DateOnly day)
    {
        var years = Years(facts.BornOn, day);
        return years < rules.FewestYears ? Fail(EligibilityRule.Age, years, "age.too-young", rules.FewestYears)
            : years > rules.MostYears ? Fail(EligibilityRule.Age, years, "age.too-old", rules.MostYears)
            : Pass(EligibilityRule.Age, years, rules.MostYears is null ? "age.grown" : "age.within", rules.FewestYears ?? 0, rules.MostYears ?? 0);
    }

    /// <summary>Where it depends on what nobody said (sex, cadre or worker) and the ages differ, a person looks.</summary>
    private static Finding Retirement(EntrantFacts facts, DateOnly day)
    {
        Sex[] sexes = facts.Sex is Sex.Unknown ? [Sex.Male, Sex.Female] : [facts.Sex];
        bool[] cadres = facts.IsCadre is { } known ? [known] : [true, false];
        var possible = (from sex in sexes from cadre in cadres select RetirementAge.Of(sex, cadre, facts.BornOn)).OrderBy(a => a.ReachedOn(facts.BornOn)).ToList();
        var (first, last) = (possible[0].ReachedOn(facts.BornOn), possible[^1].ReachedOn(facts.BornOn));
        return day < first ? Pass(EligibilityRule.Retirement, first, "retirement.before", possible[0])
            : day >= last ? Fail(EligibilityRule.Retirement, last, "retirement.reached", possible[^1])
            : Unknown(EligibilityRule.Retirement, first, "retirement.depends", possible[0], possible[^1]);
    }

    private static Finding Insurance(EntryRules rules, EntrantFacts facts, DateOnly day)
    {
        if (facts.InsuredSince is not { } since)
        {
            return Unknown(EligibilityRule.Insurance, null, "insurance.not-known", rules.InsuranceMonths);
        }

        var months = Months(since, day);
        return months >= rules.InsuranceMonths
            ? Pass(EligibilityRule.Insurance, months, "insurance.enough", rules.InsuranceMonths)
            : Fail(EligibilityRule.Insurance, months, "insurance.too-short", rules.InsuranceMonths);
    }

    private static Finding OneEvent(EntrantFacts facts) => facts.OtherEvents.Count == 0
        ? Pass(EligibilityRule.OneEvent, 1, "one-event.only")
        : Fail(EligibilityRule.OneEvent, facts.OtherEvents.Count + 1, "one-event.others", string.Join('、', facts.OtherEvents));

    private static Finding Title(EntrantFacts facts) => facts.Titles switch
    {
        null => Unknown(EligibilityRule.Title, null, "title.not-stated"),
        { Count: 0 } => Pass(EligibilityRule.Title, 0, "title.none"),
        var titles => Fail(EligibilityRule.Title, titles.Count, "title.holds", string.Join('、', titles)),
    };

    private static Finding UnitPlaces(EntryRules rules, EntrantFacts facts) => facts.PlaceInUnit <= rules.MostPerUnit
        ? Pass(EligibilityRule.UnitPlaces, facts.PlaceInUnit, "unit-places.within", rules.MostPerUnit)
        : Fail(EligibilityRule.UnitPlaces, facts.PlaceInUnit, "unit-places.above", rules.MostPerUnit);

    private static Finding Level(EntrantFacts facts, SkillLevel? fewest) =>
        fewest is null || facts.Level is null ? Unknown(EligibilityRule.Level, facts.Level?.Name, "level.not-known", fewest?.Name ?? "")
        : facts.Level.Order >= fewest.Order ? Pass(EligibilityRule.Level, facts.Level.Name, "level.enough", fewest.Name)
        : Fail(EligibilityRule.Level, facts.Level.Name, "level.too-low", fewest.Name);

    private static Finding CleanRecord(EntryRules rules, EntrantFacts facts) => facts.CleanRecordStated
        ? Pass(EligibilityRule.CleanRecord, null, "clean-record.stated", rules.CleanYears)
        : Unknown(EligibilityRule.CleanRecord, null, "clean-record.not-stated", rules.CleanYears);

    private static Finding[] When(bool on, Func<Finding> finding) => on ? [finding()] : [];

    private static Finding Pass(EligibilityRule rule, object? found, string reason, params object[] parts) => new(rule, Verdict.Pass, found, reason, parts);

    private static Finding Unknown(EligibilityRule rule, object? found, string reason, params object[] parts) => new(rule, Verdict.Unknown, found, reason, parts);

    private static Finding Fail(EligibilityRule rule, object? found, string reason, params object[] parts) => new(rule, Verdict.Fail, found, reason, parts);
}
