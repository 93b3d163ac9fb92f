namespace Competitions.Contests;

public enum GroupFor
{
    /// <summary>职工组.</summary>
    Workers,

    /// <summary>学生组.</summary>
    Students,

    /// <summary>教师组.</summary>
    Teachers,
}

/// <summary>A group has its own entries, ranking and prizes.</summary>
/// <param name="TeamSize">1 for individuals, else the competitors of a team.</param>
public sealed record EventGroup(string Code, string Name, GroupFor For, int TeamSize = 1);

/// <summary>初赛、复赛、决赛, in order.</summary>
public sealed record EventRound(string Code, string Name, int Order);

public enum ModuleKind
{
    /// <summary>理论.</summary>
    Theory,

    /// <summary>实操.</summary>
    Practical,

    /// <summary>答辩.</summary>
    Defence,

    /// <summary>职业素养.</summary>
    Conduct,

    Other,
}

/// <summary>How a module is marked.</summary>
public enum ModuleWay
{
    /// <summary>测量与评价: the aspects of the marking scheme.</summary>
    Aspects,

    /// <summary>裁判组打分、去高去低.</summary>
    Panel,

    /// <summary>现场打分表.</summary>
    ProcessSheet,

    /// <summary>机考: a sitting of the question bank.</summary>
    Sitting,
}

/// <param name="Weight">Per cent of the round's total.</param>
/// <param name="PassLine">Marks of <paramref name="FullMark"/>; 0 for none.</param>
/// <param name="Minutes">Of a session; 0 where it is not timed.</param>
/// <param name="Layers">Of blinding, 0–3.</param>
/// <param name="PaperId">For a sitting, its paper.</param>
public sealed record EventModule(
    string Code, string Name, string Round, ModuleKind Kind, ModuleWay Way, decimal Weight, decimal PassLine, decimal FullMark, int Minutes, int Layers, int? PaperId = null);

/// <summary>A move that was made.</summary>
public sealed record EventMoved(EventMove Move, EventStage From, EventStage To, string By, DateTime At, string Why);

/// <summary>A change of the rules after they were locked.</summary>
public sealed record RulesChanged(int Version, string By, DateTime At, string Why);

/// <summary>What a move depends on in other aggregates, read in the same transaction.</summary>
/// <param name="AcceptedEntries">Entries that will take part.</param>
/// <param name="OpenEntries">Entries still under review.</param>
/// <param name="AspectModulesWithoutScheme">Codes of modules that are marked by aspects and have none.</param>
/// <param name="Unpublished">Names of the rounds and groups that were competed in and have no published result.</param>
/// <param name="Unrechecked">Names of the modules whose re-check the rules ask for and that is not finished.</param>
/// <param name="UnfitJudges">Who sits in a panel and should not, before the start.</param>
public sealed record EventFacts(
    int AcceptedEntries, int OpenEntries = 0, bool HasRegistrationDates = true, IReadOnlyList<string>? AspectModulesWithoutScheme = null, IReadOnlyList<string>? Unpublished = null, IReadOnlyList<string>? Unrechecked = null,
    IReadOnlyList<UnfitJudge>? UnfitJudges = null);

/// <param name="MustLeave">He has to stand aside; else he lacks a qualification or training.</param>
public sealed record UnfitJudge(string Name, string Panel, bool MustLeave);

/// <summary>Something that must be there before registration opens, or before the start.</summary>
/// <param name="Code">As a refusal: <c>event.lacks-modules</c>.</param>
/// <param name="Where">The step of the form that mends it: <c>contest</c>, <c>basics</c>, <c>modules</c>, <c>groups</c>, <c>entry</c>, <c>prizes</c>, <c>scheme</c>, <c>paper</c>, <c>panels</c>.</param>
/// <param name="Thing">A module's or group's code, where it is about one.</param>
public sealed record Lack(string Code, string Where, string? Thing = null);
