namespace Competitions.Results;

public enum RecheckStage
{
    /// <summary>复核中.</summary>
    Checking,

    /// <summary>已完成.</summary>
    Finished,

    /// <summary>已作废: its sheets were opened again.</summary>
    Discarded,
}

public enum RecheckMove
{
    /// <summary>抽取: top, ties and sample.</summary>
    Draw,

    /// <summary>全部复核: too many were wrong.</summary>
    Widen,

    /// <summary>补充: a correction brought works into the top.</summary>
    Extend,
    Finish,

    /// <summary>重新复核: a mark was corrected after it was finished.</summary>
    Resume,
    Discard,
}

public sealed record RecheckMoved(RecheckMove Move, RecheckStage From, RecheckStage To, string By, DateTime At, string Why);

/// <summary>Every move a re-check can make, and nothing else.</summary>
public static class RecheckLifecycle
{
    private static readonly Dictionary<(RecheckStage From, RecheckMove Move), RecheckStage> Table = new()
    {
        [(RecheckStage.Checking, RecheckMove.Draw)] = RecheckStage.Checking,
        [(RecheckStage.Checking, RecheckMove.Widen)] = RecheckStage.Checking,
        [(RecheckStage.Checking, RecheckMove.Extend)] = RecheckStage.Checking,
        [(RecheckStage.Checking, RecheckMove.Finish)] = RecheckStage.Finished,
        [(RecheckStage.Checking, RecheckMove.Discard)] = RecheckStage.Discarded,
        [(RecheckStage.Finished, RecheckMove.Resume)] = RecheckStage.Checking,
        [(RecheckStage.Finished, RecheckMove.Discard)] = RecheckStage.Discarded,
    };

    public static RecheckStage? Next(RecheckStage from, RecheckMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
