namespace Competitions.Innovations;

public enum SpreadingStage
{
    /// <summary>待采用单位确认.</summary>
    Registered,

    /// <summary>待区总确认: the adopting unit said so, or a paper says it for a unit that is none of ours.</summary>
    Adopted,

    /// <summary>已确认: it counts.</summary>
    Confirmed,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已撤销.</summary>
    Withdrawn,
}

public enum SpreadingMove
{
    Register,

    /// <summary>采用单位确认, by its own officer.</summary>
    ConfirmAdoption,

    /// <summary>以证明代确认: of a unit that is none of ours.</summary>
    Vouch,

    /// <summary>区总确认.</summary>
    Confirm,
    Return,
    Correct,

    /// <summary>撤回, as long as it does not count.</summary>
    Withdraw,

    /// <summary>撤销 of what counted.</summary>
    Revoke,
}

/// <summary>A step that was taken. Registering is the first; it has no stage before it.</summary>
public sealed record SpreadingMoved(SpreadingMove Move, SpreadingStage From, SpreadingStage To, string By, DateTime At, string Why);

/// <summary>Every move of a spreading record, and nothing else (innovations.md §6.3, §6.9).</summary>
public static class SpreadingLifecycle
{
    private static readonly Dictionary<(SpreadingStage From, SpreadingMove Move), SpreadingStage> Table = new()
    {
        [(SpreadingStage.Registered, SpreadingMove.ConfirmAdoption)] = SpreadingStage.Adopted,
        [(SpreadingStage.Registered, SpreadingMove.Vouch)] = SpreadingStage.Adopted,
        [(SpreadingStage.Adopted, SpreadingMove.Confirm)] = SpreadingStage.Confirmed,
        [(SpreadingStage.Registered, SpreadingMove.Return)] = SpreadingStage.Returned,
        [(SpreadingStage.Adopted, SpreadingMove.Return)] = SpreadingStage.Returned,
        [(SpreadingStage.Returned, SpreadingMove.Correct)] = SpreadingStage.Registered,
        [(SpreadingStage.Registered, SpreadingMove.Withdraw)] = SpreadingStage.Withdrawn,
        [(SpreadingStage.Adopted, SpreadingMove.Withdraw)] = SpreadingStage.Withdrawn,
        [(SpreadingStage.Returned, SpreadingMove.Withdraw)] = SpreadingStage.Withdrawn,
        [(SpreadingStage.Confirmed, SpreadingMove.Revoke)] = SpreadingStage.Withdrawn,
    };

    public static SpreadingStage? Next(SpreadingStage from, SpreadingMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<SpreadingMove> MovesFrom(SpreadingStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    public static bool NeedsReason(SpreadingMove move) => move is SpreadingMove.Return or SpreadingMove.Withdraw or SpreadingMove.Revoke;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
