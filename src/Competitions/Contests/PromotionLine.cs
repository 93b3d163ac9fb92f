namespace Competitions.Contests;

/// <summary>One of a ranking, as a source gives it: a round held here, or the result sheet of a contest held elsewhere.</summary>
/// <param name="Names">Of the competitor, or of the team and its competitors.</param>
/// <param name="UnitId">Null for a row of a result sheet: its unit counts by the name that is written.</param>
/// <param name="EntryId">His entry in the event that it comes from, where it was held here.</param>
/// <param name="RowId">Else the row of a result sheet; whose it is in the register is asked when the entry is made.</param>
public sealed record PromotionCandidate(int Rank, string Names, int? UnitId, string UnitName, Points Mark, bool Passed, int? EntryId = null, int? RowId = null);

/// <summary>A row of a promotion list: how it stood in the source, what the rule made of it, what became of it.</summary>
public sealed class PromotionLine
{
    private PromotionLine()
    {
    }

    internal PromotionLine(int order, PromotionCandidate of) =>
        (Order, Rank, Names, UnitId, UnitName, Mark, Passed, FromEntryId, FromRowId) =
            (order, of.Rank, of.Names, of.UnitId, of.UnitName, of.Mark, of.Passed, of.EntryId, of.RowId);

    public int Id { get; private set; }

    /// <summary>From 1, in order of rank.</summary>
    public int Order { get; internal set; }
    public int Rank { get; private set; }

    /// <summary>Among equals of a border, as somebody decided; 0 where nobody had to.</summary>
    public int Settled { get; internal set; }

    /// <summary>As they stood in the source on the day.</summary>
    public string Names { get; private set; } = "";
    public int? UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public Points Mark { get; private set; }
    public bool Passed { get; private set; }

    /// <summary>The entry in the round or lower contest that it comes from.</summary>
    public int? FromEntryId { get; private set; }

    /// <summary>The row of the result sheet that it comes from.</summary>
    public int? FromRowId { get; private set; }
    public PromotionOutcome Outcome { get; private set; }
    public PromotionGround Ground { get; private set; }

    /// <summary>From 1; equals share it. 0 for who is no reserve.</summary>
    public int ReserveOrder { get; private set; }

    /// <summary>The entry by which it goes on: within one event that which it came with, else the one that was made.</summary>
    public int? EntryId { get; internal set; }

    /// <summary>Why no entry could be made, as it was said.</summary>
    public string? Obstacle { get; internal set; }

    /// <summary>It gave its place up.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>It moved up from the reserve.</summary>
    public bool IsFilled { get; internal set; }

    /// <summary>It holds one of the list's places now.</summary>
    public bool Stands => (Outcome is PromotionOutcome.Goes || IsFilled) && !IsGone;

    /// <summary>What a unit's places are counted by.</summary>
    public string Unit => UnitId is { } id ? id.ToString(System.Globalization.CultureInfo.InvariantCulture) : UnitName;

    internal Contender Contends => new(Rank, Settled, Unit, Mark, Passed);

    internal void Take(Promoted promoted) => (Outcome, Ground, ReserveOrder) = (promoted.Outcome, promoted.Ground, promoted.ReserveOrder);
}

public sealed record PromotionMoved(PromotionMove Move, PromotionStage From, PromotionStage To, string By, DateTime At, string Why);

public enum PromotionActKind
{
    /// <summary>生成报名.</summary>
    Entered,

    /// <summary>未能生成报名.</summary>
    NotEntered,

    /// <summary>放弃晋级.</summary>
    GaveUp,

    /// <summary>递补.</summary>
    Filled,
}

/// <summary>What happened to one line after publication.</summary>
public sealed record PromotionAct(PromotionActKind Kind, int Line, string By, DateTime At, string Why);
