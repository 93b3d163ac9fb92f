namespace Competitions.Innovations;

public enum PatentStage
{
    /// <summary>申请中.</summary>
    Filed,

    /// <summary>公开.</summary>
    Published,

    /// <summary>实审.</summary>
    Examined,

    /// <summary>授权.</summary>
    Granted,

    /// <summary>驳回.</summary>
    Refused,

    /// <summary>视撤, or withdrawn.</summary>
    Withdrawn,

    /// <summary>失效: fees not paid, or its term is over.</summary>
    Lapsed,

    /// <summary>宣告无效.</summary>
    Invalid,
}

public enum PatentMove
{
    File,
    Publish,
    Examine,
    Grant,
    Refuse,
    Withdraw,
    Lapse,
    Invalidate,
}

/// <summary>A step that the office took.</summary>
/// <param name="On">The day on its paper.</param>
public sealed record PatentMoved(PatentMove Move, PatentStage From, PatentStage To, DateOnly On, string By, DateTime At, string Why);

/// <summary>Every move of a patent, and nothing else (innovations.md §6.10). Only inventions are published and examined.</summary>
public static class PatentLifecycle
{
    private static readonly Dictionary<(PatentStage From, PatentMove Move), PatentStage> Table = new()
    {
        [(PatentStage.Filed, PatentMove.Publish)] = PatentStage.Published,
        [(PatentStage.Published, PatentMove.Examine)] = PatentStage.Examined,
        [(PatentStage.Examined, PatentMove.Grant)] = PatentStage.Granted,
        [(PatentStage.Filed, PatentMove.Grant)] = PatentStage.Granted,
        [(PatentStage.Filed, PatentMove.Refuse)] = PatentStage.Refused,
        [(PatentStage.Examined, PatentMove.Refuse)] = PatentStage.Refused,
        [(PatentStage.Filed, PatentMove.Withdraw)] = PatentStage.Withdrawn,
        [(PatentStage.Published, PatentMove.Withdraw)] = PatentStage.Withdrawn,
        [(PatentStage.Examined, PatentMove.Withdraw)] = PatentStage.Withdrawn,
        [(PatentStage.Granted, PatentMove.Lapse)] = PatentStage.Lapsed,
        [(PatentStage.Granted, PatentMove.Invalidate)] = PatentStage.Invalid,
        [(PatentStage.Lapsed, PatentMove.Invalidate)] = PatentStage.Invalid,
    };

    public static PatentStage? Next(PatentStage from, PatentMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<PatentMove> MovesFrom(PatentStage from, PatentKind kind) =>
        Table.Keys.Where(k => k.From == from && IsFor(kind, k.From, k.Move)).Select(k => k.Move);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));

    /// <summary>An invention is granted only when it was examined; the others are neither published before nor examined.</summary>
    public static bool IsFor(PatentKind kind, PatentStage from, PatentMove move) =>
        kind is PatentKind.Invention ? from is not PatentStage.Filed || move is not (PatentMove.Grant or PatentMove.Refuse) : move is not (PatentMove.Publish or PatentMove.Examine);
}
