namespace Competitions.Notices;

public enum NoticeStage
{
    /// <summary>公示中.</summary>
    Running,

    /// <summary>异议核查中: an objection is open, and nothing may be decided on the list. The days of the notice go on.</summary>
    Suspended,

    /// <summary>公示无异议: it ended without an open objection.</summary>
    Closed,

    /// <summary>已撤回: the list was wrong; another notice takes its place.</summary>
    Withdrawn,
}

public enum NoticeMove
{
    /// <summary>收到异议.</summary>
    Dispute,

    /// <summary>异议答复完毕.</summary>
    Resume,

    /// <summary>公示期满.</summary>
    Close,

    /// <summary>撤回.</summary>
    Withdraw,
}

public sealed record NoticeMoved(NoticeMove Move, NoticeStage From, NoticeStage To, string By, DateTime At, string Why);

/// <summary>Every move a public notice can make, and nothing else.</summary>
public static class NoticeLifecycle
{
    private static readonly Dictionary<(NoticeStage From, NoticeMove Move), NoticeStage> Table = new()
    {
        [(NoticeStage.Running, NoticeMove.Dispute)] = NoticeStage.Suspended,
        [(NoticeStage.Suspended, NoticeMove.Dispute)] = NoticeStage.Suspended,
        [(NoticeStage.Suspended, NoticeMove.Resume)] = NoticeStage.Running,
        [(NoticeStage.Running, NoticeMove.Close)] = NoticeStage.Closed,
        [(NoticeStage.Running, NoticeMove.Withdraw)] = NoticeStage.Withdrawn,
        [(NoticeStage.Suspended, NoticeMove.Withdraw)] = NoticeStage.Withdrawn,
    };

    public static NoticeStage? Next(NoticeStage from, NoticeMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
