namespace Competitions.Blinding;

public enum DrawStage
{
    /// <summary>已承诺: the hash of the secret is shown, nothing is drawn yet.</summary>
    Committed,

    /// <summary>已抽签: codes are handed out.</summary>
    Drawn,

    /// <summary>已密封.</summary>
    Sealed,

    /// <summary>已解密.</summary>
    Opened,

    /// <summary>已重抽: kept, and another stands in its place.</summary>
    Replaced,
}

public enum DrawMove
{
    Draw,
    Seal,
    Open,

    /// <summary>重抽.</summary>
    Replace,
}

/// <summary>Every move a draw can make, and nothing else.</summary>
public static class DrawLifecycle
{
    private static readonly Dictionary<(DrawStage From, DrawMove Move), DrawStage> Table = new()
    {
        [(DrawStage.Committed, DrawMove.Draw)] = DrawStage.Drawn,
        [(DrawStage.Drawn, DrawMove.Seal)] = DrawStage.Sealed,
        [(DrawStage.Sealed, DrawMove.Open)] = DrawStage.Opened,
        [(DrawStage.Committed, DrawMove.Replace)] = DrawStage.Replaced,
        [(DrawStage.Drawn, DrawMove.Replace)] = DrawStage.Replaced,
        [(DrawStage.Sealed, DrawMove.Replace)] = DrawStage.Replaced,
    };

    public static DrawStage? Next(DrawStage from, DrawMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
