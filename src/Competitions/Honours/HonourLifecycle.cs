namespace Competitions.Honours;

/// <summary>The states of an honour (skills-contests.md §4.10).</summary>
public enum HonourStage
{
    /// <summary>拟授.</summary>
    Proposed,

    /// <summary>公示中.</summary>
    Noticed,

    /// <summary>异议核查.</summary>
    Disputed,

    /// <summary>审定.</summary>
    Approved,

    /// <summary>发文.</summary>
    Decreed,

    /// <summary>已授予: in force, and may carry a certificate.</summary>
    Granted,

    /// <summary>不予授予: before it was granted.</summary>
    Dropped,

    /// <summary>已撤销.</summary>
    Withdrawn,
}

public enum HonourMove
{
    /// <summary>公示.</summary>
    GiveNotice,

    /// <summary>有异议，核查.</summary>
    Dispute,

    /// <summary>审定.</summary>
    Approve,

    /// <summary>发文: by a document with its number and date.</summary>
    Decree,

    /// <summary>授予.</summary>
    Grant,

    /// <summary>补录: granted long ago by a document that is at hand.</summary>
    Register,

    /// <summary>不予授予.</summary>
    Drop,

    /// <summary>撤销.</summary>
    Withdraw,
}

/// <summary>Every move an honour can make, and nothing else.</summary>
public static class HonourLifecycle
{
    private static readonly Dictionary<(HonourStage From, HonourMove Move), HonourStage> Table = new()
    {
        [(HonourStage.Proposed, HonourMove.GiveNotice)] = HonourStage.Noticed,
        [(HonourStage.Noticed, HonourMove.Dispute)] = HonourStage.Disputed,
        [(HonourStage.Noticed, HonourMove.Approve)] = HonourStage.Approved,
        [(HonourStage.Disputed, HonourMove.Approve)] = HonourStage.Approved,
        [(HonourStage.Approved, HonourMove.Decree)] = HonourStage.Decreed,
        [(HonourStage.Decreed, HonourMove.Grant)] = HonourStage.Granted,
        [(HonourStage.Proposed, HonourMove.Register)] = HonourStage.Granted,
        [(HonourStage.Proposed, HonourMove.Drop)] = HonourStage.Dropped,
        [(HonourStage.Noticed, HonourMove.Drop)] = HonourStage.Dropped,
        [(HonourStage.Disputed, HonourMove.Drop)] = HonourStage.Dropped,
        [(HonourStage.Approved, HonourMove.Drop)] = HonourStage.Dropped,
        [(HonourStage.Decreed, HonourMove.Drop)] = HonourStage.Dropped,
        [(HonourStage.Granted, HonourMove.Withdraw)] = HonourStage.Withdrawn,
    };

    /// <summary>It counts, or will when it is granted: what is held is not given again.</summary>
    public static bool Stands(HonourStage stage) => stage is not (HonourStage.Dropped or HonourStage.Withdrawn);

    public static HonourStage? Next(HonourStage from, HonourMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<HonourMove> MovesFrom(HonourStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    /// <summary>These say why.</summary>
    public static bool NeedsReason(HonourMove move) => move is HonourMove.Dispute or HonourMove.Drop or HonourMove.Withdraw;

    /// <summary>These name the document: number and date.</summary>
    public static bool NeedsDocument(HonourMove move) => move is HonourMove.Decree or HonourMove.Register;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
