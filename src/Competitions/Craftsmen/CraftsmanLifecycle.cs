namespace Competitions.Craftsmen;

public enum CraftsmanStage
{
    /// <summary>已推荐，待认定.</summary>
    Recommended,

    /// <summary>不予认定.</summary>
    Declined,

    /// <summary>有效.</summary>
    InForce,

    /// <summary>暂停.</summary>
    Suspended,

    /// <summary>已撤销.</summary>
    Revoked,

    /// <summary>已终止: its term is over, he died or moved away; no stain.</summary>
    Ended,
}

public enum CraftsmanMove
{
    /// <summary>认定.</summary>
    Confirm,

    /// <summary>不予认定.</summary>
    Decline,

    /// <summary>暂停.</summary>
    Suspend,

    /// <summary>恢复.</summary>
    Resume,

    /// <summary>撤销.</summary>
    Revoke,

    /// <summary>终止.</summary>
    End,
}

/// <summary>Every move of a level or title that a person holds, and nothing else.</summary>
public static class CraftsmanLifecycle
{
    private static readonly Dictionary<(CraftsmanStage From, CraftsmanMove Move), CraftsmanStage> Table = new()
    {
        [(CraftsmanStage.Recommended, CraftsmanMove.Confirm)] = CraftsmanStage.InForce,
        [(CraftsmanStage.Recommended, CraftsmanMove.Decline)] = CraftsmanStage.Declined,
        [(CraftsmanStage.InForce, CraftsmanMove.Suspend)] = CraftsmanStage.Suspended,
        [(CraftsmanStage.Suspended, CraftsmanMove.Resume)] = CraftsmanStage.InForce,
        [(CraftsmanStage.InForce, CraftsmanMove.Revoke)] = CraftsmanStage.Revoked,
        [(CraftsmanStage.Suspended, CraftsmanMove.Revoke)] = CraftsmanStage.Revoked,
        [(CraftsmanStage.InForce, CraftsmanMove.End)] = CraftsmanStage.Ended,
        [(CraftsmanStage.Suspended, CraftsmanMove.End)] = CraftsmanStage.Ended,
    };

    /// <summary>He holds it, if perhaps without its benefits.</summary>
    public static bool Stands(CraftsmanStage stage) => stage is CraftsmanStage.InForce or CraftsmanStage.Suspended;

    /// <summary>Nothing of the same level and title begins beside it.</summary>
    public static bool IsOpen(CraftsmanStage stage) => stage is CraftsmanStage.Recommended || Stands(stage);

    public static CraftsmanStage? Next(CraftsmanStage from, CraftsmanMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
