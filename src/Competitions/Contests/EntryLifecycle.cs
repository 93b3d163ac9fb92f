namespace Competitions.Contests;

/// <summary>The states of an entry (skills-contests.md §4.2).</summary>
public enum EntryStage
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已提交，单位审核中.</summary>
    Submitted,

    /// <summary>单位已审，镇街·产业工会审核中.</summary>
    UnitVetted,

    /// <summary>镇街已审，主办方资格审查.</summary>
    TownVetted,

    /// <summary>退回修改.</summary>
    Returned,

    /// <summary>审核通过.</summary>
    Accepted,

    /// <summary>审核不通过.</summary>
    Refused,

    /// <summary>候补（名额已满）.</summary>
    Waiting,

    /// <summary>已确认参赛.</summary>
    Confirmed,

    /// <summary>已签到.</summary>
    SignedIn,

    /// <summary>缺考（弃权）.</summary>
    Absent,

    /// <summary>完赛.</summary>
    Finished,

    /// <summary>中途退赛.</summary>
    Retired,

    /// <summary>取消资格.</summary>
    Disqualified,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>赛项取消，已释放.</summary>
    Released,
}

public enum EntryMove
{
    Submit,
    PassUnit,
    PassTown,
    Accept,
    PutOnWaitingList,
    Refuse,
    Return,
    Confirm,
    SignIn,
    UndoSignIn,
    MarkAbsent,
    Finish,
    Retire,
    Disqualify,
    Withdraw,
    Release,

    /// <summary>Entered by a promotion list.</summary>
    Promote,
}

/// <summary>Every move an entry can make, and nothing else.</summary>
public static class EntryLifecycle
{
    private static readonly EntryStage[] UnderReview = [EntryStage.Submitted, EntryStage.UnitVetted, EntryStage.TownVetted];
    private static readonly EntryStage[] BeforeTheDay = [EntryStage.Draft, .. UnderReview, EntryStage.Returned, EntryStage.Waiting, EntryStage.Accepted, EntryStage.Confirmed];
    private static readonly EntryStage[] TakingPart = [EntryStage.Accepted, EntryStage.Confirmed];

    private static readonly Dictionary<(EntryStage From, EntryMove Move), EntryStage> Table = new(
    [
        .. Rows([EntryStage.Draft, EntryStage.Returned], EntryMove.Submit, EntryStage.Submitted),
        .. Rows([EntryStage.Draft], EntryMove.Promote, EntryStage.TownVetted),
        .. Rows([EntryStage.Submitted], EntryMove.PassUnit, EntryStage.UnitVetted),
        .. Rows([EntryStage.UnitVetted], EntryMove.PassTown, EntryStage.TownVetted),
        .. Rows([EntryStage.UnitVetted, EntryStage.TownVetted, EntryStage.Waiting], EntryMove.Accept, EntryStage.Accepted),
        .. Rows([EntryStage.UnitVetted, EntryStage.TownVetted], EntryMove.PutOnWaitingList, EntryStage.Waiting),
        .. Rows([.. UnderReview, EntryStage.Waiting], EntryMove.Refuse, EntryStage.Refused),
        .. Rows([.. UnderReview, EntryStage.Waiting], EntryMove.Return, EntryStage.Returned),
        .. Rows([EntryStage.Accepted], EntryMove.Confirm, EntryStage.Confirmed),
        .. Rows([.. TakingPart, EntryStage.Absent], EntryMove.SignIn, EntryStage.SignedIn),
        .. Rows([EntryStage.SignedIn], EntryMove.UndoSignIn, EntryStage.Confirmed),
        .. Rows(TakingPart, EntryMove.MarkAbsent, EntryStage.Absent),
        .. Rows([EntryStage.SignedIn], EntryMove.Finish, EntryStage.Finished),
        .. Rows([EntryStage.SignedIn], EntryMove.Retire, EntryStage.Retired),
        .. Rows([.. TakingPart, EntryStage.SignedIn, EntryStage.Finished], EntryMove.Disqualify, EntryStage.Disqualified),
        .. Rows(BeforeTheDay, EntryMove.Withdraw, EntryStage.Withdrawn),
        .. Rows(BeforeTheDay, EntryMove.Release, EntryStage.Released),
    ]);

    /// <summary>Holds its worker for the rule of one event only, and its place against the unit's number.</summary>
    public static readonly IReadOnlyList<EntryStage> Alive =
        [EntryStage.Draft, .. UnderReview, EntryStage.Returned, EntryStage.Waiting, .. TakingPart, EntryStage.SignedIn, EntryStage.Absent, EntryStage.Finished, EntryStage.Retired];

    /// <summary>Takes one of the event's places.</summary>
    public static readonly IReadOnlyList<EntryStage> Placed =
        [.. TakingPart, EntryStage.SignedIn, EntryStage.Absent, EntryStage.Finished, EntryStage.Retired, EntryStage.Disqualified];

    /// <summary>Holds one of the event's places before it is accepted, when a promotion list made it.</summary>
    public static readonly IReadOnlyList<EntryStage> PlaceKept = [.. UnderReview, EntryStage.Returned];

    /// <summary>Still to be decided by somebody.</summary>
    public static readonly IReadOnlyList<EntryStage> Open = [.. UnderReview, EntryStage.Returned];

    public static EntryStage? Next(EntryStage from, EntryMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static IEnumerable<EntryMove> MovesFrom(EntryStage from) => Table.Keys.Where(k => k.From == from).Select(k => k.Move);

    /// <summary>These say why.</summary>
    public static bool NeedsReason(EntryMove move) =>
        move is EntryMove.Refuse or EntryMove.Return or EntryMove.Retire or EntryMove.Disqualify or EntryMove.Withdraw or EntryMove.UndoSignIn;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));

    private static IEnumerable<KeyValuePair<(EntryStage From, EntryMove Move), EntryStage>> Rows(EntryStage[] from, EntryMove move, EntryStage to) =>
        from.Select(stage => new KeyValuePair<(EntryStage From, EntryMove Move), EntryStage>((stage, move), to));
}
