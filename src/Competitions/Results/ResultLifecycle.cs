namespace Competitions.Results;

public enum ResultStage
{
    /// <summary>已计算，待确认.</summary>
    Computed,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已确认，待发布.</summary>
    Confirmed,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已作废: before it was published.</summary>
    Discarded,

    /// <summary>已更正: another one stands for it.</summary>
    Superseded,
}

public enum ResultMove
{
    Compute,
    Confirm,
    Return,
    Publish,
    Discard,
    Supersede,
}

/// <summary>Every move a result can make, and nothing else.</summary>
public static class ResultLifecycle
{
    private static readonly Dictionary<(ResultStage From, ResultMove Move), ResultStage> Table = new()
    {
        [(ResultStage.Computed, ResultMove.Compute)] = ResultStage.Computed,
        [(ResultStage.Computed, ResultMove.Confirm)] = ResultStage.Confirmed,
        [(ResultStage.Computed, ResultMove.Return)] = ResultStage.Returned,
        [(ResultStage.Computed, ResultMove.Discard)] = ResultStage.Discarded,
        [(ResultStage.Returned, ResultMove.Compute)] = ResultStage.Computed,
        [(ResultStage.Returned, ResultMove.Discard)] = ResultStage.Discarded,
        [(ResultStage.Confirmed, ResultMove.Return)] = ResultStage.Returned,
        [(ResultStage.Confirmed, ResultMove.Publish)] = ResultStage.Published,
        [(ResultStage.Published, ResultMove.Supersede)] = ResultStage.Superseded,
    };

    /// <summary>Not decided yet: of one round and group only one result is here at a time.</summary>
    public static readonly IReadOnlyList<ResultStage> Pending = [ResultStage.Computed, ResultStage.Returned, ResultStage.Confirmed];

    public static ResultStage? Next(ResultStage from, ResultMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    /// <summary>These say why.</summary>
    public static bool NeedsReason(ResultMove move) => move is ResultMove.Return or ResultMove.Discard;

    public static IEnumerable<ResultMove> MovesFrom(ResultStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
