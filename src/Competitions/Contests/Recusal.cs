using Competitions.People;

namespace Competitions.Contests;

public enum RecusalStage
{
    /// <summary>待处理.</summary>
    Asked,

    /// <summary>已同意回避.</summary>
    Granted,

    /// <summary>不需回避.</summary>
    Declined,

    /// <summary>本人已撤回.</summary>
    TakenBack,
}

public enum RecusalMove
{
    Grant,
    Decline,
    TakeBack,
}

/// <summary>Every move a recusal can make, and nothing else.</summary>
public static class RecusalLifecycle
{
    private static readonly Dictionary<(RecusalStage From, RecusalMove Move), RecusalStage> Table = new()
    {
        [(RecusalStage.Asked, RecusalMove.Grant)] = RecusalStage.Granted,
        [(RecusalStage.Asked, RecusalMove.Decline)] = RecusalStage.Declined,
        [(RecusalStage.Asked, RecusalMove.TakeBack)] = RecusalStage.TakenBack,
    };

    /// <summary>While it stands, he is seated nowhere that it reaches.</summary>
    public static readonly IReadOnlyList<RecusalStage> Standing = [RecusalStage.Asked, RecusalStage.Granted];

    public static RecusalStage? Next(RecusalStage from, RecusalMove move) => Table.TryGetValue((from, move), out var to) ? to : null;

    public static string ToMermaid() =>
        string.Join('\n', Table.Select(t => $"    {t.Key.From} --> {t.Value}: {t.Key.Move}").Prepend("stateDiagram-v2"));
}

/// <summary>申请回避: a judge asks not to judge an event, or not in one panel; who appoints answers.</summary>
public sealed class Recusal
{
    public const int LongestText = 500;

    private Recusal()
    {
    }

    /// <param name="panel">Null for the whole event.</param>
    /// <exception cref="Refusal">recusal.too-late, .not-seated, .reason-missing</exception>
    public Recusal(Event of, Panel? panel, string account, string why, DateTime at)
    {
        Refusal.Unless(!of.IsMarked, "recusal.too-late");
        Refusal.Unless(panel is null || panel.EventId == of.Id && panel.Has(account), "recusal.not-seated");
        Refusal.Unless(why.Trim().Length is >= 4 and <= LongestText, "recusal.reason-missing", LongestText);
        (EventId, PanelId, PanelName, Account, Why, AskedAt) = (of.Id, panel?.Id, panel?.Name, account, why.Trim(), at);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public int? PanelId { get; private set; }
    public string? PanelName { get; private set; }
    public string Account { get; private set; } = "";
    public string Why { get; private set; } = "";

    /// <summary>UTC, like all times here.</summary>
    public DateTime AskedAt { get; private set; }
    public RecusalStage Stage { get; private set; }
    public string? Answer { get; private set; }
    public string? ClosedBy { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Whether it keeps him out of this panel.</summary>
    /// <param name="panelId">0 for one that is still to be made.</param>
    public bool Reaches(int panelId) => RecusalLifecycle.Standing.Contains(Stage) && (PanelId is null || PanelId == panelId);

    /// <summary>He is to leave every panel that it reaches.</summary>
    /// <exception cref="Refusal">recusal.own, .move-not-allowed</exception>
    public void Grant(string by, DateTime at, string answer) => Make(RecusalMove.Grant, by, at, answer);

    /// <exception cref="Refusal">recusal.answer-missing, .own, .move-not-allowed</exception>
    public void Decline(string by, DateTime at, string answer)
    {
        Refusal.Unless(answer.Trim().Length is >= 4 and <= LongestText, "recusal.answer-missing", LongestText);
        Make(RecusalMove.Decline, by, at, answer);
    }

    /// <exception cref="Refusal">recusal.not-yours, .move-not-allowed</exception>
    public void TakeBack(string by, DateTime at)
    {
        Refusal.Unless(by == Account, "recusal.not-yours");
        Make(RecusalMove.TakeBack, by, at, "");
    }

    /// <summary>He was erased: why he asked is no longer needed; that he asked stays.</summary>
    public void Forget() => (Why, Answer, Version) = (Worker.Erased, null, Version + 1);

    private void Make(RecusalMove move, string by, DateTime at, string answer)
    {
        Refusal.Unless(move is RecusalMove.TakeBack || by != Account, "recusal.own");
        Stage = RecusalLifecycle.Next(Stage, move) ?? throw new Refusal("recusal.move-not-allowed");
        (Answer, ClosedBy, ClosedAt, Version) = (answer.Trim().Length > 0 ? answer.Trim() : null, by, at, Version + 1);
    }
}
