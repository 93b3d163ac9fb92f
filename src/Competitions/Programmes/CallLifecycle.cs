namespace Competitions.Programmes;

public enum CallStage
{
    /// <summary>草拟.</summary>
    Draft,

    /// <summary>申报推荐: declared within its window, checked and recommended until its day.</summary>
    Published,

    /// <summary>专家评审.</summary>
    Reviewing,

    /// <summary>现场路演.</summary>
    Pitching,

    /// <summary>已排序，待审定.</summary>
    Ranked,

    /// <summary>已审定.</summary>
    Approved,

    /// <summary>公示.</summary>
    Noticed,

    /// <summary>已命名.</summary>
    Named,

    /// <summary>已取消.</summary>
    Cancelled,
}

public enum CallMove
{
    /// <summary>发布通知.</summary>
    Publish,

    /// <summary>开始评审.</summary>
    BeginReview,

    /// <summary>确定入围，进入路演.</summary>
    Shortlist,

    /// <summary>延长评审.</summary>
    ExtendReview,

    /// <summary>汇总排序.</summary>
    Rank,

    /// <summary>退回重评.</summary>
    Return,

    /// <summary>领导小组审定.</summary>
    Approve,

    /// <summary>公示.</summary>
    GiveNotice,

    /// <summary>命名表彰.</summary>
    Name,

    /// <summary>取消.</summary>
    Cancel,
}

public sealed record CallMoved(CallMove Move, CallStage From, CallStage To, string By, DateTime At, string Why);

/// <summary>Every move a call can make, and nothing else.</summary>
public static class CallLifecycle
{
    private static readonly Dictionary<(CallStage From, CallMove Move), CallStage> Table = new()
    {
        [(CallStage.Draft, CallMove.Publish)] = CallStage.Published,
        [(CallStage.Published, CallMove.BeginReview)] = CallStage.Reviewing,
        [(CallStage.Reviewing, CallMove.Shortlist)] = CallStage.Pitching,
        [(CallStage.Reviewing, CallMove.ExtendReview)] = CallStage.Reviewing,
        [(CallStage.Pitching, CallMove.ExtendReview)] = CallStage.Pitching,
        [(CallStage.Reviewing, CallMove.Rank)] = CallStage.Ranked,
        [(CallStage.Pitching, CallMove.Rank)] = CallStage.Ranked,
        [(CallStage.Ranked, CallMove.Return)] = CallStage.Reviewing,
        [(CallStage.Ranked, CallMove.Approve)] = CallStage.Approved,
        [(CallStage.Approved, CallMove.GiveNotice)] = CallStage.Noticed,
        [(CallStage.Noticed, CallMove.GiveNotice)] = CallStage.Noticed,
        [(CallStage.Noticed, CallMove.Name)] = CallStage.Named,
        [(CallStage.Draft, CallMove.Cancel)] = CallStage.Cancelled,
        [(CallStage.Published, CallMove.Cancel)] = CallStage.Cancelled,
        [(CallStage.Reviewing, CallMove.Cancel)] = CallStage.Cancelled,
    };

    public static CallStage? Next(CallStage from, CallMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static bool NeedsReason(CallMove move) => move is CallMove.ExtendReview or CallMove.Return or CallMove.Cancel;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
