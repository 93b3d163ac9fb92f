namespace Competitions.Contests;

public enum ResultSheetStage
{
    /// <summary>待审核.</summary>
    Imported,

    /// <summary>已采用.</summary>
    Accepted,

    /// <summary>已作废.</summary>
    Discarded,

    /// <summary>已更正.</summary>
    Replaced,
}

public enum ResultSheetMove
{
    Import,
    Accept,
    Discard,
    Replace,
}

public sealed record ResultSheetMoved(ResultSheetMove Move, ResultSheetStage From, ResultSheetStage To, string By, DateTime At, string Why);

/// <summary>Every move a result sheet can make, and nothing else.</summary>
public static class ResultSheetLifecycle
{
    private static readonly Dictionary<(ResultSheetStage From, ResultSheetMove Move), ResultSheetStage> Table = new()
    {
        [(ResultSheetStage.Imported, ResultSheetMove.Accept)] = ResultSheetStage.Accepted,
        [(ResultSheetStage.Imported, ResultSheetMove.Discard)] = ResultSheetStage.Discarded,
        [(ResultSheetStage.Accepted, ResultSheetMove.Replace)] = ResultSheetStage.Replaced,
    };

    public static ResultSheetStage? Next(ResultSheetStage from, ResultSheetMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<ResultSheetMove> MovesFrom(ResultSheetStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
