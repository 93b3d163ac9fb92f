namespace Competitions.Studios;

public enum AllianceStage
{
    /// <summary>待牵头确认: the lead studio's unit has not given its word yet.</summary>
    Proposed,

    /// <summary>运行.</summary>
    Standing,

    /// <summary>未成立: the lead studio's unit declined.</summary>
    Declined,

    /// <summary>已解散.</summary>
    Dissolved,
}

public enum AllianceMemberStage
{
    /// <summary>待确认: invited, its unit has not answered.</summary>
    Invited,

    /// <summary>成员.</summary>
    Joined,

    /// <summary>已谢绝.</summary>
    Declined,

    /// <summary>已撤回邀请.</summary>
    Revoked,

    /// <summary>已退出.</summary>
    Left,
}

public enum AllianceMove
{
    /// <summary>发起.</summary>
    Found,

    /// <summary>邀请.</summary>
    Invite,

    /// <summary>接受邀请.</summary>
    Accept,

    /// <summary>谢绝邀请.</summary>
    Decline,

    /// <summary>撤回邀请.</summary>
    Revoke,

    /// <summary>退出.</summary>
    Leave,

    /// <summary>解散.</summary>
    Dissolve,
}

/// <param name="Studio">Whose membership it is about; empty for the alliance itself.</param>
public sealed record AllianceMoved(AllianceMove Move, string Studio, string By, DateTime At, string Why);

/// <summary>Every move of an alliance, and nothing else: it stands once the lead studio's unit has accepted.</summary>
public static class AllianceLifecycle
{
    private static readonly Dictionary<(AllianceStage From, AllianceMove Move), AllianceStage> Table = new()
    {
        [(AllianceStage.Proposed, AllianceMove.Accept)] = AllianceStage.Standing,
        [(AllianceStage.Proposed, AllianceMove.Decline)] = AllianceStage.Declined,
        [(AllianceStage.Proposed, AllianceMove.Dissolve)] = AllianceStage.Dissolved,
        [(AllianceStage.Standing, AllianceMove.Dissolve)] = AllianceStage.Dissolved,
    };

    public static AllianceStage? Next(AllianceStage from, AllianceMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static bool NeedsReason(AllianceMove move) => move is AllianceMove.Decline or AllianceMove.Revoke or AllianceMove.Leave or AllianceMove.Dissolve;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}

/// <summary>Every move of a membership: nobody is made a member without its unit's word.</summary>
public static class AllianceMemberLifecycle
{
    private static readonly Dictionary<(AllianceMemberStage From, AllianceMove Move), AllianceMemberStage> Table = new()
    {
        [(AllianceMemberStage.Invited, AllianceMove.Accept)] = AllianceMemberStage.Joined,
        [(AllianceMemberStage.Invited, AllianceMove.Decline)] = AllianceMemberStage.Declined,
        [(AllianceMemberStage.Invited, AllianceMove.Revoke)] = AllianceMemberStage.Revoked,
        [(AllianceMemberStage.Joined, AllianceMove.Leave)] = AllianceMemberStage.Left,
    };

    public static AllianceMemberStage? Next(AllianceMemberStage from, AllianceMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
