using Competitions.Contests;
using Competitions.Scoring;

namespace Competitions.Results;

/// <summary>Why one has no place. What he reached is still shown.</summary>
public enum Unranked
{
    None,

    /// <summary>取消成绩, by a violation.</summary>
    Cancelled,

    /// <summary>取消资格.</summary>
    Disqualified,

    /// <summary>中途退赛.</summary>
    Retired,

    /// <summary>缺考.</summary>
    Absent,
}

/// <param name="Titles">Held before.</param>
/// <param name="Level">Code of his step of 八级工; null for none.</param>
public sealed record ContestantMember(int WorkerId, string Name, EntryRole Role, IReadOnlyList<string> Titles, string? Level);

/// <summary>An entry as it was entered: names and unit as they are at the time.</summary>
/// <param name="Number">参赛编号.</param>
public sealed record Contestant(
    int EntryId, string Number, string? AdmissionNumber, string? TeamName, int UnitId, string UnitName, IReadOnlyList<ContestantMember> Members, Unranked Unranked = Unranked.None);

public enum SanctionEffect
{
    PointsOff,
    ModuleZero,
    Cancelled,
}

/// <summary>What a confirmed violation does to a result.</summary>
/// <param name="Module">Null where it is the whole result.</param>
/// <param name="Off">Points of the module's own scale.</param>
/// <param name="Said">As it stands on the sheet.</param>
public sealed record Sanction(int EntryId, SanctionEffect Effect, string? Module, Points Off, string Said);

/// <summary>A step of 八级工.</summary>
public sealed record LevelStep(string Code, string Name, int Order);

/// <summary>The ledger's newest line that counts, and the number of the marking scheme; null where nothing is marked by one.</summary>
public sealed record ResultSource(long Sequence, string Hash, int? Scheme);

/// <summary>
/// All that a result is computed from beside the ledger, kept with it as a copy: what was computed in 2026 is computed in 2030
/// by the rules of 2026.
/// </summary>
/// <param name="LevelAt">Code of the event's standard level; null where the event gives no levels.</param>
/// <param name="Settled">Entries that are equal to the end of the tie chain, in the order that a draw or the chief judge gave them.</param>
public sealed record ResultBasis(
    ResultSource Source, EventRules Rules, MarkingPlan Plan, string? LevelAt, IReadOnlyList<LevelStep> Levels, IReadOnlyList<Contestant> Field,
    IReadOnlyList<Sanction> Sanctions, IReadOnlyList<int> Settled);
