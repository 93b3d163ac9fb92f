namespace Competitions.Innovations;

public enum KeyProjectStage
{
    /// <summary>培育中.</summary>
    Cultivating,

    /// <summary>中期整改.</summary>
    Correcting,

    /// <summary>中期已通过.</summary>
    Advancing,

    /// <summary>待验收.</summary>
    Concluding,

    /// <summary>已结题.</summary>
    Concluded,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>已终止.</summary>
    Stopped,
}

public enum KeyProjectMove
{
    /// <summary>立项, by the naming of its application.</summary>
    Found,

    /// <summary>中期检查：继续.</summary>
    Continue,

    /// <summary>中期检查：整改.</summary>
    Correct,

    /// <summary>整改完成.</summary>
    Resume,

    /// <summary>终止.</summary>
    Stop,

    /// <summary>申请结题.</summary>
    Apply,

    /// <summary>结题退回.</summary>
    Return,

    /// <summary>结题验收, with a grade.</summary>
    Accept,
    Archive,
}

/// <summary>A step that was taken.</summary>
public sealed record KeyProjectMoved(KeyProjectMove Move, KeyProjectStage From, KeyProjectStage To, string By, DateTime At, string Why);

/// <summary>Every move of a key project after it was founded, and nothing else (innovations.md §6.11).</summary>
public static class KeyProjectLifecycle
{
    private static readonly Dictionary<(KeyProjectStage From, KeyProjectMove Move), KeyProjectStage> Table = new()
    {
        [(KeyProjectStage.Cultivating, KeyProjectMove.Continue)] = KeyProjectStage.Advancing,
        [(KeyProjectStage.Cultivating, KeyProjectMove.Correct)] = KeyProjectStage.Correcting,
        [(KeyProjectStage.Correcting, KeyProjectMove.Resume)] = KeyProjectStage.Advancing,
        [(KeyProjectStage.Advancing, KeyProjectMove.Apply)] = KeyProjectStage.Concluding,
        [(KeyProjectStage.Concluding, KeyProjectMove.Return)] = KeyProjectStage.Advancing,
        [(KeyProjectStage.Concluding, KeyProjectMove.Accept)] = KeyProjectStage.Concluded,
        [(KeyProjectStage.Concluded, KeyProjectMove.Archive)] = KeyProjectStage.Archived,
        [(KeyProjectStage.Cultivating, KeyProjectMove.Stop)] = KeyProjectStage.Stopped,
        [(KeyProjectStage.Correcting, KeyProjectMove.Stop)] = KeyProjectStage.Stopped,
        [(KeyProjectStage.Advancing, KeyProjectMove.Stop)] = KeyProjectStage.Stopped,
    };

    /// <summary>Milestones are reported.</summary>
    public static IReadOnlyList<KeyProjectStage> AtWork { get; } = [KeyProjectStage.Cultivating, KeyProjectStage.Correcting, KeyProjectStage.Advancing];

    public static KeyProjectStage? Next(KeyProjectStage from, KeyProjectMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<KeyProjectMove> MovesFrom(KeyProjectStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    /// <summary>The unit's own moves; the others are the federation's.</summary>
    public static bool IsOfUnit(KeyProjectMove move) => move is KeyProjectMove.Resume or KeyProjectMove.Apply;

    public static bool NeedsReason(KeyProjectMove move) => move is not (KeyProjectMove.Archive or KeyProjectMove.Continue or KeyProjectMove.Found);

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
