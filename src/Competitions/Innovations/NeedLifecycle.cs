namespace Competitions.Innovations;

public enum NeedStage
{
    /// <summary>待审核.</summary>
    Submitted,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>揭榜中.</summary>
    Published,

    /// <summary>待签意向.</summary>
    Chosen,

    /// <summary>实施中.</summary>
    Working,

    /// <summary>已验收.</summary>
    Accepted,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>流标.</summary>
    Lapsed,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public enum NeedMove
{
    Submit,
    Publish,
    Return,
    Resubmit,

    /// <summary>选定揭榜方, with reasons.</summary>
    Choose,

    /// <summary>签意向.</summary>
    Sign,

    /// <summary>需求方验收评价.</summary>
    Accept,
    Close,

    /// <summary>流标: nobody claimed it in time, or it came to nothing.</summary>
    Lapse,
    Withdraw,
}

/// <summary>A step that was taken; <paramref name="By"/> is empty where the deadline took it.</summary>
public sealed record NeedMoved(NeedMove Move, NeedStage From, NeedStage To, string By, DateTime At, string Why);

/// <summary>Every move of a need of 揭榜挂帅, and nothing else (innovations.md §6.11, craftsmen.md §9.6).</summary>
public static class NeedLifecycle
{
    private static readonly Dictionary<(NeedStage From, NeedMove Move), NeedStage> Table = new()
    {
        [(NeedStage.Submitted, NeedMove.Publish)] = NeedStage.Published,
        [(NeedStage.Submitted, NeedMove.Return)] = NeedStage.Returned,
        [(NeedStage.Returned, NeedMove.Resubmit)] = NeedStage.Submitted,
        [(NeedStage.Published, NeedMove.Choose)] = NeedStage.Chosen,
        [(NeedStage.Chosen, NeedMove.Sign)] = NeedStage.Working,
        [(NeedStage.Working, NeedMove.Accept)] = NeedStage.Accepted,
        [(NeedStage.Accepted, NeedMove.Close)] = NeedStage.Closed,
        [(NeedStage.Published, NeedMove.Lapse)] = NeedStage.Lapsed,
        [(NeedStage.Chosen, NeedMove.Lapse)] = NeedStage.Lapsed,
        [(NeedStage.Working, NeedMove.Lapse)] = NeedStage.Lapsed,
        [(NeedStage.Submitted, NeedMove.Withdraw)] = NeedStage.Withdrawn,
        [(NeedStage.Returned, NeedMove.Withdraw)] = NeedStage.Withdrawn,
        [(NeedStage.Published, NeedMove.Withdraw)] = NeedStage.Withdrawn,
    };

    /// <summary>Every enterprise of the district sees it.</summary>
    public static IReadOnlyList<NeedStage> InPublic { get; } = [NeedStage.Published, NeedStage.Chosen, NeedStage.Working, NeedStage.Accepted, NeedStage.Closed, NeedStage.Lapsed];

    public static NeedStage? Next(NeedStage from, NeedMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<NeedMove> MovesFrom(NeedStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    /// <summary>The federation's; the others are of the unit whose need it is.</summary>
    public static bool IsOfFederation(NeedMove move) => move is NeedMove.Publish or NeedMove.Return or NeedMove.Close;

    public static bool NeedsReason(NeedMove move) => move is NeedMove.Return or NeedMove.Choose or NeedMove.Accept or NeedMove.Lapse or NeedMove.Withdraw;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}

public enum ClaimStage
{
    /// <summary>已揭榜.</summary>
    Standing,

    /// <summary>被选定.</summary>
    Chosen,

    /// <summary>未选定.</summary>
    Declined,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public enum ClaimMove
{
    Choose,
    Decline,
    Withdraw,
}

/// <summary>Every move of a claim.</summary>
public static class ClaimLifecycle
{
    private static readonly Dictionary<(ClaimStage From, ClaimMove Move), ClaimStage> Table = new()
    {
        [(ClaimStage.Standing, ClaimMove.Choose)] = ClaimStage.Chosen,
        [(ClaimStage.Standing, ClaimMove.Decline)] = ClaimStage.Declined,
        [(ClaimStage.Standing, ClaimMove.Withdraw)] = ClaimStage.Withdrawn,
    };

    public static ClaimStage? Next(ClaimStage from, ClaimMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
