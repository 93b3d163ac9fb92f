namespace Competitions.Contests;

public enum PromotionStage
{
    /// <summary>已计算，待确认.</summary>
    Computed,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已确认，待发布.</summary>
    Confirmed,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已作废.</summary>
    Discarded,

    /// <summary>已撤回: after it was published.</summary>
    Withdrawn,
}

public enum PromotionMove
{
    Compute,

    /// <summary>Somebody put equals across a border in order.</summary>
    Settle,
    Confirm,
    Return,
    Publish,
    Discard,
    Withdraw,
}

/// <summary>Every move a promotion list can make, and nothing else.</summary>
public static class PromotionLifecycle
{
    private static readonly Dictionary<(PromotionStage From, PromotionMove Move), PromotionStage> Table = new()
    {
        [(PromotionStage.Computed, PromotionMove.Compute)] = PromotionStage.Computed,
        [(PromotionStage.Computed, PromotionMove.Settle)] = PromotionStage.Computed,
        [(PromotionStage.Computed, PromotionMove.Confirm)] = PromotionStage.Confirmed,
        [(PromotionStage.Computed, PromotionMove.Return)] = PromotionStage.Returned,
        [(PromotionStage.Computed, PromotionMove.Discard)] = PromotionStage.Discarded,
        [(PromotionStage.Returned, PromotionMove.Compute)] = PromotionStage.Computed,
        [(PromotionStage.Returned, PromotionMove.Discard)] = PromotionStage.Discarded,
        [(PromotionStage.Confirmed, PromotionMove.Return)] = PromotionStage.Returned,
        [(PromotionStage.Confirmed, PromotionMove.Publish)] = PromotionStage.Published,
        [(PromotionStage.Published, PromotionMove.Withdraw)] = PromotionStage.Withdrawn,
    };

    public static PromotionStage? Next(PromotionStage from, PromotionMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    /// <summary>These say why.</summary>
    public static bool NeedsReason(PromotionMove move) => move is PromotionMove.Return or PromotionMove.Discard or PromotionMove.Settle or PromotionMove.Withdraw;

    public static IEnumerable<PromotionMove> MovesFrom(PromotionStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
