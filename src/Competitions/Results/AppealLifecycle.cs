namespace Competitions.Results;

public enum AppealStage
{
    /// <summary>已提交.</summary>
    Filed,

    /// <summary>不予受理.</summary>
    Refused,

    /// <summary>已受理，复议中.</summary>
    Accepted,

    /// <summary>已有结论，待送达.</summary>
    Found,

    /// <summary>已送达: final unless it goes on in time.</summary>
    Delivered,

    /// <summary>二级仲裁.</summary>
    Escalated,

    /// <summary>已裁决，待送达.</summary>
    Ruled,

    /// <summary>终局.</summary>
    Final,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

public enum AppealMove
{
    File,
    Accept,
    Refuse,
    Find,
    Deliver,
    Escalate,
    Rule,
    Withdraw,
}

public sealed record AppealMoved(AppealMove Move, AppealStage From, AppealStage To, string By, DateTime At, string Why);

/// <summary>Every move an appeal can make, and nothing else (skills-contests.md §4.8).</summary>
public static class AppealLifecycle
{
    private static readonly Dictionary<(AppealStage From, AppealMove Move), AppealStage> Table = new()
    {
        [(AppealStage.Filed, AppealMove.Accept)] = AppealStage.Accepted,
        [(AppealStage.Filed, AppealMove.Refuse)] = AppealStage.Refused,
        [(AppealStage.Filed, AppealMove.Withdraw)] = AppealStage.Withdrawn,
        [(AppealStage.Accepted, AppealMove.Find)] = AppealStage.Found,
        [(AppealStage.Accepted, AppealMove.Withdraw)] = AppealStage.Withdrawn,
        [(AppealStage.Found, AppealMove.Deliver)] = AppealStage.Delivered,
        [(AppealStage.Delivered, AppealMove.Escalate)] = AppealStage.Escalated,
        [(AppealStage.Escalated, AppealMove.Rule)] = AppealStage.Ruled,
        [(AppealStage.Ruled, AppealMove.Deliver)] = AppealStage.Final,
    };

    /// <summary>Somebody still has to decide: results under it are not final.</summary>
    public static readonly IReadOnlyList<AppealStage> Undecided = [AppealStage.Filed, AppealStage.Accepted, AppealStage.Escalated];

    public static AppealStage? Next(AppealStage from, AppealMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}
