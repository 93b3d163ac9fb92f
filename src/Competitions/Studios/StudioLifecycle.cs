namespace Competitions.Studios;

public enum StudioStage
{
    /// <summary>运行.</summary>
    Running,

    /// <summary>限期整改.</summary>
    Rectifying,

    /// <summary>已摘牌.</summary>
    Withdrawn,

    /// <summary>已注销: its unit closed or moved away, or it was given up.</summary>
    Closed,
}

public enum StudioMove
{
    /// <summary>限期整改: its assessment failed.</summary>
    Rectify,

    /// <summary>恢复运行: the re-check passed.</summary>
    Recover,

    /// <summary>摘牌.</summary>
    Withdraw,

    /// <summary>注销.</summary>
    Close,
}

/// <summary>Every move a named studio can make, and nothing else.</summary>
public static class StudioLifecycle
{
    private static readonly Dictionary<(StudioStage From, StudioMove Move), StudioStage> Table = new()
    {
        [(StudioStage.Running, StudioMove.Rectify)] = StudioStage.Rectifying,
        [(StudioStage.Rectifying, StudioMove.Recover)] = StudioStage.Running,
        [(StudioStage.Running, StudioMove.Withdraw)] = StudioStage.Withdrawn,
        [(StudioStage.Rectifying, StudioMove.Withdraw)] = StudioStage.Withdrawn,
        [(StudioStage.Running, StudioMove.Close)] = StudioStage.Closed,
        [(StudioStage.Rectifying, StudioMove.Close)] = StudioStage.Closed,
    };

    public static bool Stands(StudioStage stage) => stage is StudioStage.Running or StudioStage.Rectifying;

    public static StudioStage? Next(StudioStage from, StudioMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
