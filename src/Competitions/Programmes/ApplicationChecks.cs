using Competitions.People;

namespace Competitions.Programmes;

/// <summary>What a check found. The code becomes a sentence as a refusal's does.</summary>
/// <param name="IsBlocking">The application cannot be handed in so; else a person looks at it.</param>
public sealed record Finding(string Code, bool IsBlocking, IReadOnlyList<object> Details)
{
    public static Finding Blocks(string code, params object[] details) => new(code, true, details);

    public static Finding Flags(string code, params object[] details) => new(code, false, details);
}

/// <summary>An honour that stands, or a prize, as the register has it.</summary>
/// <param name="Rank">Null where there is none.</param>
public sealed record HeldHonour(string Name, OrganisationLevel Level, int Year, int? Rank, bool IsPrize, string Occasion);

/// <summary>What is known of a person of an application.</summary>
/// <param name="SkillOrder">Of the skill level, rising: 高级工 4; null where none is known.</param>
/// <param name="InTradeSince">The first year in the trade.</param>
public sealed record PersonFacts(int WorkerId, string Name, Sex Sex, DateOnly BornOn, bool IsMember, int? SkillOrder, int? InTradeSince, IReadOnlyList<HeldHonour> Honours)
{
    /// <summary>Whole years on that day.</summary>
    public int AgeOn(DateOnly day) => day.Year - BornOn.Year - (day < BornOn.AddYears(day.Year - BornOn.Year) ? 1 : 0);
}

/// <summary>Another application that this one is like.</summary>
/// <param name="Degree">0 to 1.</param>
public sealed record Likeness(int ApplicationId, string Number, string Title, string UnitName, int Year, string StageName, bool WasAwarded, decimal Degree);

/// <summary>What the house knows of an application beyond itself.</summary>
/// <param name="People">In their order.</param>
/// <param name="Alike">The most alike first.</param>
/// <param name="Elsewhere">Names of running calls of the same year in which the same title of the same unit stands.</param>
public sealed record ApplicationFacts(IReadOnlyList<PersonFacts> People, IReadOnlyList<Likeness> Alike, IReadOnlyList<string> Elsewhere)
{
    public static readonly ApplicationFacts None = new([], [], []);

    /// <summary>What stands against its naming in the room of its kind.</summary>
    public IReadOnlyList<Finding> Found { get; init; } = [];
}

/// <summary>Exclusions and eligibility of one kind. A pure function of the application, its call and what is known.</summary>
public abstract class ApplicationChecks
{
    /// <summary>The same as its form's.</summary>
    public abstract string Kind { get; }

    /// <summary>What its findings say on the page, by their codes; details stand in braces.</summary>
    public abstract IReadOnlyDictionary<string, string> Sentences { get; }

    public abstract IEnumerable<Finding> Of(Application application, Call call, ApplicationFacts facts, DateOnly today);
}

/// <summary>The kinds that the rules bring: a form and its checks, found by their code.</summary>
public static class ProgrammeKinds
{
    private static readonly Dictionary<string, ApplicationForm> Forms = Found<ApplicationForm>().ToDictionary(f => f.Kind);
    private static readonly Dictionary<string, ApplicationChecks> Checks = Found<ApplicationChecks>().ToDictionary(c => c.Kind);

    public static IReadOnlyCollection<string> All => Forms.Keys;

    /// <exception cref="Refusal">programme.unknown-kind</exception>
    public static ApplicationForm FormOf(string kind) => Forms.GetValueOrDefault(kind) ?? throw new Refusal("programme.unknown-kind", kind);

    public static ApplicationChecks ChecksOf(string kind) => Checks.GetValueOrDefault(kind) ?? throw new Refusal("programme.unknown-kind", kind);

    /// <summary>Of the findings of all kinds.</summary>
    public static Dictionary<string, string> Sentences => Checks.Values.SelectMany(c => c.Sentences).ToDictionary();

    private static IEnumerable<T> Found<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => (T)Activator.CreateInstance(t)!);
}
