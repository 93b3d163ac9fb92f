namespace Competitions.Contests;

/// <summary>The states of a contest's flow (skills-contests.md §4.6), at the event.</summary>
public enum EventStage
{
    /// <summary>策划中.</summary>
    Draft,

    /// <summary>报名中.</summary>
    Registration,

    /// <summary>资格审查.</summary>
    Vetting,

    /// <summary>赛前准备.</summary>
    Ready,

    /// <summary>竞赛进行中.</summary>
    Running,

    /// <summary>成绩评定与复核.</summary>
    Checking,

    /// <summary>已解密.</summary>
    Opened,

    /// <summary>成绩发布、申诉期.</summary>
    Announced,

    /// <summary>结果公示.</summary>
    Noticed,

    /// <summary>表彰认定.</summary>
    Honoured,

    /// <summary>归档.</summary>
    Archived,

    /// <summary>暂停.</summary>
    Suspended,

    /// <summary>延期.</summary>
    Postponed,

    /// <summary>取消.</summary>
    Cancelled,
}

public enum EventMove
{
    OpenRegistration,
    CloseRegistration,
    ReopenRegistration,
    FinishVetting,
    Start,
    Finish,
    Reopen,
    OpenCodes,
    Announce,
    GiveNotice,
    Honour,
    Archive,
    Suspend,
    Resume,
    Postpone,
    Reschedule,
    Cancel,
}

/// <summary>Every move an event can make, and nothing else. <c>Resume</c> leads back to the stage that was suspended.</summary>
public static class EventLifecycle
{
    private static readonly EventStage[] CanBeSuspended = [EventStage.Registration, EventStage.Vetting, EventStage.Ready, EventStage.Running, EventStage.Checking];

    private static readonly Dictionary<(EventStage From, EventMove Move), EventStage> Table = new(
    [
        Row(EventStage.Draft, EventMove.OpenRegistration, EventStage.Registration),
        Row(EventStage.Registration, EventMove.CloseRegistration, EventStage.Vetting),
        Row(EventStage.Vetting, EventMove.ReopenRegistration, EventStage.Registration),
        Row(EventStage.Vetting, EventMove.FinishVetting, EventStage.Ready),
        Row(EventStage.Ready, EventMove.Start, EventStage.Running),
        Row(EventStage.Running, EventMove.Finish, EventStage.Checking),
        Row(EventStage.Checking, EventMove.Reopen, EventStage.Running),
        Row(EventStage.Checking, EventMove.OpenCodes, EventStage.Opened),
        Row(EventStage.Opened, EventMove.Announce, EventStage.Announced),
        Row(EventStage.Announced, EventMove.GiveNotice, EventStage.Noticed),
        Row(EventStage.Noticed, EventMove.Honour, EventStage.Honoured),
        Row(EventStage.Honoured, EventMove.Archive, EventStage.Archived),
        .. CanBeSuspended.Select(stage => Row(stage, EventMove.Suspend, EventStage.Suspended)),
        Row(EventStage.Ready, EventMove.Postpone, EventStage.Postponed),
        Row(EventStage.Postponed, EventMove.Reschedule, EventStage.Ready),
        Row(EventStage.Draft, EventMove.Cancel, EventStage.Cancelled),
        Row(EventStage.Registration, EventMove.Cancel, EventStage.Cancelled),
        Row(EventStage.Vetting, EventMove.Cancel, EventStage.Cancelled),
        Row(EventStage.Ready, EventMove.Cancel, EventStage.Cancelled),
        Row(EventStage.Postponed, EventMove.Cancel, EventStage.Cancelled),
        Row(EventStage.Suspended, EventMove.Cancel, EventStage.Cancelled),
    ]);

    /// <param name="from">The stage now.</param>
    /// <param name="move">What is asked.</param>
    /// <param name="suspendedFrom">Where it was when it was suspended; needed for <see cref="EventMove.Resume"/> alone.</param>
    public static EventStage? Next(EventStage from, EventMove move, EventStage? suspendedFrom = null) =>
        (from, move) is (EventStage.Suspended, EventMove.Resume) ? suspendedFrom
        : Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<EventMove> MovesFrom(EventStage from) =>
        Table.Keys.Where(k => k.From == from).Select(k => k.Move).Concat(from is EventStage.Suspended ? [EventMove.Resume] : []);

    /// <summary>The contest's stage is what its events allow: running while one runs, else that of the least advanced that still counts.</summary>
    public static EventStage Of(IReadOnlyCollection<EventStage> events)
    {
        var counting = events.Where(s => s is not EventStage.Cancelled).ToList();
        return events.Count == 0 ? EventStage.Draft
            : counting.Count == 0 ? EventStage.Cancelled
            : counting.Contains(EventStage.Running) ? EventStage.Running
            : counting.Min();
    }

    /// <summary>These say why.</summary>
    public static bool NeedsReason(EventMove move) =>
        move is EventMove.Cancel or EventMove.Reopen or EventMove.ReopenRegistration or EventMove.Suspend or EventMove.Postpone;

    /// <summary>The same table as a picture, for the README and for a test that keeps the README honest.</summary>
    public static string ToMermaid() => string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}")
        .Concat(CanBeSuspended.Select(stage => $"    Suspended --> {stage}: Resume")).Prepend("stateDiagram-v2"));

    private static KeyValuePair<(EventStage From, EventMove Move), EventStage> Row(EventStage from, EventMove move, EventStage to) => new((from, move), to);
}
