namespace Competitions.Programmes;

/// <summary>The states of an application of whatever kind (innovations.md §6.3, studios.md §7.5, craftsmen.md §9.1).</summary>
public enum ApplicationStage
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待单位审核.</summary>
    Submitted,

    /// <summary>单位公示中.</summary>
    UnitNoticed,

    /// <summary>待推荐.</summary>
    UnitPassed,

    /// <summary>已推荐，待形式审查.</summary>
    Recommended,

    /// <summary>待补正: the formal check asked for it; its place in the quota is kept.</summary>
    Correcting,

    /// <summary>已退回 by unit or recommending union, to be handed in again.</summary>
    Returned,

    /// <summary>已受理.</summary>
    Accepted,

    /// <summary>评审中.</summary>
    UnderReview,

    /// <summary>入选.</summary>
    Selected,

    /// <summary>已审定.</summary>
    Approved,

    /// <summary>公示中.</summary>
    Noticed,

    /// <summary>已命名.</summary>
    Named,

    /// <summary>未入选.</summary>
    Unselected,

    /// <summary>不予通过.</summary>
    Refused,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>逾期未办.</summary>
    Lapsed,

    /// <summary>已取消: named, and found false later.</summary>
    Cancelled,
}

public enum ApplicationMove
{
    /// <summary>提交.</summary>
    Submit,

    /// <summary>单位公示.</summary>
    GiveUnitNotice,

    /// <summary>单位审核通过.</summary>
    PassUnit,

    /// <summary>推荐.</summary>
    Recommend,

    /// <summary>收回推荐.</summary>
    TakeBack,

    /// <summary>受理.</summary>
    Accept,

    /// <summary>要求补正.</summary>
    AskCorrection,

    /// <summary>补正完毕.</summary>
    Correct,

    /// <summary>退回.</summary>
    Return,

    /// <summary>不予通过.</summary>
    Refuse,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>逾期未办.</summary>
    Lapse,

    /// <summary>进入评审.</summary>
    BeginReview,

    /// <summary>入选.</summary>
    Select,

    /// <summary>未入选.</summary>
    PassOver,

    /// <summary>重评.</summary>
    ReviewAgain,

    /// <summary>审定.</summary>
    Approve,

    /// <summary>公示.</summary>
    GiveNotice,

    /// <summary>命名.</summary>
    Name,

    /// <summary>取消.</summary>
    Cancel,
}

public sealed record ApplicationMoved(ApplicationMove Move, ApplicationStage From, ApplicationStage To, string By, DateTime At, string Why);

/// <summary>Every move an application can make, and nothing else.</summary>
public static class ApplicationLifecycle
{
    private static readonly ApplicationStage[] BeforeReview =
    [
        ApplicationStage.Submitted, ApplicationStage.UnitNoticed, ApplicationStage.UnitPassed, ApplicationStage.Recommended, ApplicationStage.Correcting,
    ];

    private static readonly Dictionary<(ApplicationStage From, ApplicationMove Move), ApplicationStage> Table = new(
    [
        .. From(ApplicationMove.Submit, ApplicationStage.Submitted, ApplicationStage.Draft, ApplicationStage.Returned),
        .. From(ApplicationMove.GiveUnitNotice, ApplicationStage.UnitNoticed, ApplicationStage.Submitted),
        .. From(ApplicationMove.PassUnit, ApplicationStage.UnitPassed, ApplicationStage.Submitted, ApplicationStage.UnitNoticed),
        .. From(ApplicationMove.Recommend, ApplicationStage.Recommended, ApplicationStage.UnitPassed),
        .. From(ApplicationMove.TakeBack, ApplicationStage.UnitPassed, ApplicationStage.Recommended),
        .. From(ApplicationMove.AskCorrection, ApplicationStage.Correcting, ApplicationStage.Recommended, ApplicationStage.Correcting),
        .. From(ApplicationMove.Correct, ApplicationStage.Recommended, ApplicationStage.Correcting),
        .. From(ApplicationMove.Accept, ApplicationStage.Accepted, ApplicationStage.Recommended),
        .. From(ApplicationMove.Return, ApplicationStage.Returned, ApplicationStage.Submitted, ApplicationStage.UnitNoticed, ApplicationStage.UnitPassed),
        .. From(ApplicationMove.BeginReview, ApplicationStage.UnderReview, ApplicationStage.Accepted),
        .. From(ApplicationMove.Select, ApplicationStage.Selected, ApplicationStage.UnderReview),
        .. From(ApplicationMove.PassOver, ApplicationStage.Unselected, ApplicationStage.UnderReview),
        .. From(ApplicationMove.ReviewAgain, ApplicationStage.UnderReview, ApplicationStage.Selected, ApplicationStage.Unselected),
        .. From(ApplicationMove.Approve, ApplicationStage.Approved, ApplicationStage.Selected),
        .. From(ApplicationMove.GiveNotice, ApplicationStage.Noticed, ApplicationStage.Approved),
        .. From(ApplicationMove.Name, ApplicationStage.Named, ApplicationStage.Noticed),
        .. From(ApplicationMove.Refuse, ApplicationStage.Refused, [.. BeforeReview, ApplicationStage.Selected, ApplicationStage.Approved, ApplicationStage.Noticed]),
        .. From(ApplicationMove.Withdraw, ApplicationStage.Withdrawn, [ApplicationStage.Draft, ApplicationStage.Returned, .. BeforeReview, ApplicationStage.Accepted, ApplicationStage.UnderReview]),
        .. From(ApplicationMove.Lapse, ApplicationStage.Lapsed, [ApplicationStage.Draft, ApplicationStage.Returned, .. BeforeReview, ApplicationStage.Accepted, ApplicationStage.UnderReview]),
        .. From(ApplicationMove.Cancel, ApplicationStage.Cancelled, ApplicationStage.Named),
    ]);

    /// <summary>It is written in by who declares it.</summary>
    public static bool IsOpen(ApplicationStage stage) => stage is ApplicationStage.Draft or ApplicationStage.Returned or ApplicationStage.Correcting;

    /// <summary>It holds a place in the quota of who recommended it.</summary>
    public static bool HoldsPlace(ApplicationStage stage) => stage is not (
        ApplicationStage.Draft or ApplicationStage.Submitted or ApplicationStage.UnitNoticed or ApplicationStage.UnitPassed or ApplicationStage.Returned
        or ApplicationStage.Refused or ApplicationStage.Withdrawn or ApplicationStage.Lapsed);

    public static bool HasEnded(ApplicationStage stage) => stage is
        ApplicationStage.Named or ApplicationStage.Unselected or ApplicationStage.Refused or ApplicationStage.Withdrawn or ApplicationStage.Lapsed or ApplicationStage.Cancelled;

    public static ApplicationStage? Next(ApplicationStage from, ApplicationMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static bool NeedsReason(ApplicationMove move) => move is
        ApplicationMove.Return or ApplicationMove.Refuse or ApplicationMove.Withdraw or ApplicationMove.AskCorrection or ApplicationMove.TakeBack or ApplicationMove.Cancel;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));

    private static IEnumerable<KeyValuePair<(ApplicationStage, ApplicationMove), ApplicationStage>> From(ApplicationMove move, ApplicationStage to, params ApplicationStage[] from) =>
        from.Select(f => KeyValuePair.Create((f, move), to));
}
