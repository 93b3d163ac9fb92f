using Competitions.Contests;
using Competitions.Scoring;

namespace Competitions.Results;

/// <summary>A module on the sheet.</summary>
/// <param name="Kind"><c>theory</c> or <c>practical</c>.</param>
/// <param name="Raw">Before deductions; null where nothing was marked.</param>
/// <param name="Passed">Null where the module has no pass line.</param>
public sealed record ModuleMark(string Code, string Name, string Kind, Points? Raw, Points? Points, bool? Passed, decimal? Seconds);

/// <summary>A member of the entry, with what the result brings him.</summary>
/// <param name="Titles">拟授称号.</param>
/// <param name="HeldTitles">His place would bring them, and he has them already.</param>
/// <param name="Level">拟晋升等级: its name.</param>
public sealed record ResultMember(int WorkerId, string Name, EntryRole Role, IReadOnlyList<string> Titles, IReadOnlyList<string> HeldTitles, string? Level);

/// <summary>A line of the 成绩汇总表. Who has no place stands at the end and it is said why.</summary>
public sealed class ResultLine
{
    public int Id { get; private set; }

    /// <summary>From 1, in the order of the sheet.</summary>
    public int Order { get; init; }
    public int EntryId { get; init; }

    /// <summary>参赛编号.</summary>
    public string Number { get; init; } = "";
    public string? AdmissionNumber { get; init; }
    public string? TeamName { get; init; }

    /// <summary>Of the competitors, as they were called.</summary>
    public string Names { get; init; } = "";
    public int UnitId { get; init; }
    public string UnitName { get; init; } = "";
    public IReadOnlyList<ModuleMark> Modules { get; init; } = [];

    /// <summary>Before deductions.</summary>
    public Points Raw { get; init; }

    /// <summary>扣分, as it counts in the total.</summary>
    public Points Deducted => new(Raw.Value - Total.Value);
    public Points Total { get; init; }

    /// <summary>Null for who has no place.</summary>
    public int? Rank { get; init; }
    public bool Passed { get; init; }

    /// <summary>Of 700 or 500; null where no scale is used.</summary>
    public decimal? Score { get; init; }
    public Medal Medal { get; init; }
    public string? Prize { get; init; }
    public IReadOnlyList<ResultMember> Members { get; init; } = [];
    public Unranked Unranked { get; init; }

    /// <summary>What violations did to it.</summary>
    public string? Note { get; init; }

    public IEnumerable<string> Titles => Members.SelectMany(m => m.Titles).Distinct();

    public IEnumerable<string> Levels => Members.Select(m => m.Level).OfType<string>().Distinct();
}

public sealed record ResultMoved(ResultMove Move, ResultStage From, ResultStage To, string By, DateTime At, string Why);
