namespace Competitions.Innovations;

public enum ProposalStage
{
    /// <summary>已提交.</summary>
    Submitted,

    /// <summary>已受理，评估中.</summary>
    Accepted,

    /// <summary>已评估，待决定.</summary>
    Assessed,

    /// <summary>采纳.</summary>
    Adopted,

    /// <summary>部分采纳.</summary>
    PartlyAdopted,

    /// <summary>不采纳.</summary>
    Declined,

    /// <summary>实施中.</summary>
    Implementing,

    /// <summary>已实施.</summary>
    Implemented,

    /// <summary>效果已确认.</summary>
    Confirmed,

    /// <summary>已评级奖励.</summary>
    Rewarded,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public enum ProposalMove
{
    Submit,
    Accept,
    Assess,
    Adopt,
    AdoptPartly,
    Decline,
    Start,
    Finish,
    Confirm,
    Reward,
    Convert,
    Archive,
    Withdraw,
}

/// <summary>A step that was taken. Submitting is the first; it has no stage before it.</summary>
public sealed record ProposalMoved(ProposalMove Move, ProposalStage From, ProposalStage To, string By, DateTime At, string Why);

/// <summary>Every move a proposal can make, and nothing else (innovations.md §6.8).</summary>
public static class ProposalLifecycle
{
    private static readonly Dictionary<(ProposalStage From, ProposalMove Move), ProposalStage> Table = new()
    {
        [(ProposalStage.Submitted, ProposalMove.Accept)] = ProposalStage.Accepted,
        [(ProposalStage.Accepted, ProposalMove.Assess)] = ProposalStage.Assessed,
        [(ProposalStage.Assessed, ProposalMove.Adopt)] = ProposalStage.Adopted,
        [(ProposalStage.Assessed, ProposalMove.AdoptPartly)] = ProposalStage.PartlyAdopted,
        [(ProposalStage.Assessed, ProposalMove.Decline)] = ProposalStage.Declined,
        [(ProposalStage.Adopted, ProposalMove.Start)] = ProposalStage.Implementing,
        [(ProposalStage.PartlyAdopted, ProposalMove.Start)] = ProposalStage.Implementing,
        [(ProposalStage.Implementing, ProposalMove.Finish)] = ProposalStage.Implemented,
        [(ProposalStage.Implemented, ProposalMove.Confirm)] = ProposalStage.Confirmed,
        [(ProposalStage.Confirmed, ProposalMove.Reward)] = ProposalStage.Rewarded,
        [(ProposalStage.Rewarded, ProposalMove.Archive)] = ProposalStage.Archived,
        [(ProposalStage.Confirmed, ProposalMove.Archive)] = ProposalStage.Archived,
        [(ProposalStage.Declined, ProposalMove.Archive)] = ProposalStage.Archived,
        [(ProposalStage.Adopted, ProposalMove.Convert)] = ProposalStage.Adopted,
        [(ProposalStage.PartlyAdopted, ProposalMove.Convert)] = ProposalStage.PartlyAdopted,
        [(ProposalStage.Implementing, ProposalMove.Convert)] = ProposalStage.Implementing,
        [(ProposalStage.Implemented, ProposalMove.Convert)] = ProposalStage.Implemented,
        [(ProposalStage.Confirmed, ProposalMove.Convert)] = ProposalStage.Confirmed,
        [(ProposalStage.Rewarded, ProposalMove.Convert)] = ProposalStage.Rewarded,
        [(ProposalStage.Submitted, ProposalMove.Withdraw)] = ProposalStage.Withdrawn,
        [(ProposalStage.Accepted, ProposalMove.Withdraw)] = ProposalStage.Withdrawn,
        [(ProposalStage.Assessed, ProposalMove.Withdraw)] = ProposalStage.Withdrawn,
    };

    /// <summary>Who decides has not spoken yet.</summary>
    public static IReadOnlyList<ProposalStage> Undecided { get; } = [ProposalStage.Submitted, ProposalStage.Accepted, ProposalStage.Assessed];

    public static ProposalStage? Next(ProposalStage from, ProposalMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<ProposalMove> MovesFrom(ProposalStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
