namespace Competitions.Results;

public enum ViolationStage
{
    /// <summary>待确认.</summary>
    Registered,

    /// <summary>已确认: its effect counts.</summary>
    Confirmed,

    /// <summary>已撤销.</summary>
    Withdrawn,
}

public enum ViolationMove
{
    Register,
    Confirm,
    Withdraw,
}

public sealed record ViolationMoved(ViolationMove Move, ViolationStage From, ViolationStage To, string By, DateTime At, string Why);

/// <summary>Every move a violation can make, and nothing else.</summary>
public static class ViolationLifecycle
{
    private static readonly Dictionary<(ViolationStage From, ViolationMove Move), ViolationStage> Table = new()
    {
        [(ViolationStage.Registered, ViolationMove.Confirm)] = ViolationStage.Confirmed,
        [(ViolationStage.Registered, ViolationMove.Withdraw)] = ViolationStage.Withdrawn,
        [(ViolationStage.Confirmed, ViolationMove.Withdraw)] = ViolationStage.Withdrawn,
    };

    public static ViolationStage? Next(ViolationStage from, ViolationMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
