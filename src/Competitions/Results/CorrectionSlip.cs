using Competitions.Contests;

namespace Competitions.Results;

public enum SlipStage
{
    /// <summary>裁判长已签，待监督签字.</summary>
    Drawn,

    /// <summary>已生效: the line is in the ledger.</summary>
    Applied,

    /// <summary>已作废.</summary>
    Discarded,
}

/// <summary>The mark that is wrong, as it stands in the ledger.</summary>
/// <param name="Sequence">Of the line: when another has come after it, the slip is of something that stands no longer.</param>
public sealed record WrongMark(string Work, string Module, string Item, string Judge, decimal Value, long Sequence);

/// <summary>What asks for a slip: an appeal that was right, or a finding of a re-check; neither for an error found otherwise.</summary>
public sealed record SlipGround(int? Appeal = null, int? Recheck = null);

/// <summary>
/// 更正单: nothing is overwritten. The chief judge draws and signs it, the supervisor signs, and a new line that names it is appended
/// in the same moment; the old value stays (skills-contests.md §4.6).
/// </summary>
public sealed class CorrectionSlip
{
    private CorrectionSlip()
    {
    }

    /// <param name="number">From 1 in its event.</param>
    /// <exception cref="Refusal">slip.same-value, .reason-missing</exception>
    public CorrectionSlip(Event of, int number, WrongMark wrong, decimal to, string why, SlipGround ground, string by, DateTime at)
    {
        Refusal.Unless(to != wrong.Value, "slip.same-value", wrong.Value);
        Refusal.Unless(why.Trim().Length is >= 4 and <= 500, "slip.reason-missing");
        (EventId, Number, Work, Module, Item, Judge, Old, Sequence) = (of.Id, number, wrong.Work, wrong.Module, wrong.Item, wrong.Judge, wrong.Value, wrong.Sequence);
        (New, Why, AppealId, RecheckId, DrawnBy, DrawnAt) = (to, why.Trim(), ground.Appeal, ground.Recheck, by, at);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public int Number { get; private set; }
    public int? AppealId { get; private set; }
    public int? RecheckId { get; private set; }
    public string Work { get; private set; } = "";
    public string Module { get; private set; } = "";
    public string Item { get; private set; } = "";

    /// <summary>Whose mark it is: the new line stands in his place.</summary>
    public string Judge { get; private set; } = "";
    public decimal Old { get; private set; }
    public decimal New { get; private set; }
    public long Sequence { get; private set; }
    public string Why { get; private set; } = "";
    public string DrawnBy { get; private set; } = "";
    public DateTime DrawnAt { get; private set; }
    public SlipStage Stage { get; private set; }

    /// <summary>The supervisor; or who discarded it.</summary>
    public string SignedBy { get; private set; } = "";
    public DateTime? SignedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>As it stands in the ledger: G-01.</summary>
    public string Code => $"G-{Number:00}";

    /// <param name="newest">Sequence of the newest line of that item and judge.</param>
    /// <exception cref="Refusal">slip.second-person, .own-mark, .move-not-allowed, .mark-moved</exception>
    public void Apply(long newest, string by, DateTime at)
    {
        Refusal.Unless(by != DrawnBy, "slip.second-person");
        Refusal.Unless(by != Judge, "slip.own-mark");
        Refusal.Unless(newest == Sequence, "slip.mark-moved");
        End(SlipStage.Applied, by, at);
    }

    /// <exception cref="Refusal">slip.move-not-allowed</exception>
    public void Discard(string by, DateTime at) => End(SlipStage.Discarded, by, at);

    private void End(SlipStage stage, string by, DateTime at)
    {
        Refusal.Unless(Stage is SlipStage.Drawn, "slip.move-not-allowed");
        (Stage, SignedBy, SignedAt, Version) = (stage, by, at, Version + 1);
    }
}
