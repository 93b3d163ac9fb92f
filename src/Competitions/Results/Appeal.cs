using Competitions.Contests;

namespace Competitions.Results;

public enum AppealKind
{
    /// <summary>设备、工具、材料或软件不符合规定.</summary>
    Equipment,

    /// <summary>评判、计分不公.</summary>
    Judging,

    /// <summary>工作人员违规.</summary>
    Staff,
}

public enum AppealOutcome
{
    None,

    /// <summary>维持.</summary>
    Upheld,

    /// <summary>更正: by a correction slip.</summary>
    Corrected,

    /// <summary>重赛.</summary>
    Repeated,

    /// <summary>取消成绩.</summary>
    Cancelled,
}

/// <summary>Whose part in which module it is about, and when that ended by the server's clock.</summary>
/// <param name="EndedAt">Of this competitor's own session, with his extra time; null while it has not.</param>
public sealed record AppealGround(int EntryId, int UnitId, string UnitName, string Module, DateTime? EndedAt);

/// <summary>
/// 申诉 of a team leader, in writing, within so many minutes of the actual end of that competitor's session (P-APP). The arbitration
/// group accepts and finds, the organising committee has the last word; the leader signs for what he is told.
/// </summary>
public sealed class Appeal
{
    public const int LongestText = 2000;

    private readonly List<AppealMoved> _history = [];

    private Appeal()
    {
    }

    /// <param name="by">The leader's account.</param>
    /// <param name="at">Server time.</param>
    /// <exception cref="Refusal">appeal.no-such-module, .not-ended, .too-late (the end, the minutes, the deadline), .facts-missing</exception>
    public Appeal(Event of, AppealGround ground, AppealKind kind, string facts, string by, DateTime at)
    {
        Refusal.Unless(of.Modules.Any(m => m.Code == ground.Module), "appeal.no-such-module");
        Refusal.Unless(ground.EndedAt is { } end && end <= at, "appeal.not-ended", of.Rules.AppealMinutes);
        var deadline = ground.EndedAt!.Value.AddMinutes(of.Rules.AppealMinutes);
        Refusal.Unless(at <= deadline, "appeal.too-late", ground.EndedAt.Value, of.Rules.AppealMinutes, deadline);
        Refusal.Unless(facts.Trim().Length is >= 10 and <= LongestText, "appeal.facts-missing", LongestText);
        (EventId, EntryId, UnitId, UnitName, Module) = (of.Id, ground.EntryId, ground.UnitId, ground.UnitName, ground.Module);
        (Kind, Facts, FiledBy, FiledAt, EndedAt, Deadline) = (kind, facts.Trim(), by, at, ground.EndedAt.Value, deadline);
        (AnswerDueAt, SecondMinutes) = (at.AddMinutes(of.Rules.AppealAnswerMinutes), of.Rules.SecondAppealMinutes);
        _history.Add(new AppealMoved(AppealMove.File, AppealStage.Filed, AppealStage.Filed, by, at, ""));
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public int EntryId { get; private set; }
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public string Module { get; private set; } = "";
    public AppealKind Kind { get; private set; }
    public string Facts { get; private set; } = "";
    public string FiledBy { get; private set; } = "";
    public DateTime FiledAt { get; private set; }

    /// <summary>The actual end that its time was counted from.</summary>
    public DateTime EndedAt { get; private set; }
    public DateTime Deadline { get; private set; }

    /// <summary>P-APPR: until when the arbitration group answers.</summary>
    public DateTime AnswerDueAt { get; private set; }
    public int SecondMinutes { get; private set; }

    /// <summary>Until when it may go to the organising committee; null before the finding is delivered.</summary>
    public DateTime? SecondDeadline { get; private set; }
    public AppealStage Stage { get; private set; }
    public AppealOutcome Outcome { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<AppealMoved> History => _history;

    /// <summary>受理 by the arbitration group.</summary>
    /// <param name="arbiter">Who accepts; he does not judge the event and is not of the competitor's unit.</param>
    /// <exception cref="Refusal">appeal.move-not-allowed, .judge-of-event, .own-unit</exception>
    public void Accept(Arbiter arbiter, DateTime at) => Make(AppealMove.Accept, Free(arbiter), at, "");

    /// <exception cref="Refusal">appeal.reason-missing, and those of accepting</exception>
    public void Refuse(Arbiter arbiter, DateTime at, string why) => Make(AppealMove.Refuse, Free(arbiter), at, Written(why, "appeal.reason-missing"));

    /// <summary>复议结论.</summary>
    /// <exception cref="Refusal">appeal.outcome-missing, .finding-missing, and those of accepting</exception>
    public void Find(AppealOutcome outcome, string finding, Arbiter arbiter, DateTime at)
    {
        Refusal.Unless(outcome is not AppealOutcome.None, "appeal.outcome-missing");
        Make(AppealMove.Find, Free(arbiter), at, Written(finding, "appeal.finding-missing"));
        Outcome = outcome;
    }

    /// <summary>送达签收: the leader signs that he was told; from here the time for the second level runs.</summary>
    /// <exception cref="Refusal">appeal.not-yours, .move-not-allowed</exception>
    public void Deliver(string by, DateTime at)
    {
        Refusal.Unless(by == FiledBy, "appeal.not-yours");
        Make(AppealMove.Deliver, by, at, "");
        SecondDeadline ??= at.AddMinutes(SecondMinutes);
    }

    /// <summary>To the organising committee.</summary>
    /// <exception cref="Refusal">appeal.not-yours, .second-too-late (the deadline), .reason-missing, .move-not-allowed</exception>
    public void Escalate(string by, DateTime at, string why)
    {
        Refusal.Unless(by == FiledBy, "appeal.not-yours");
        Refusal.Unless(Stage is not AppealStage.Delivered || at <= SecondDeadline, "appeal.second-too-late", SecondDeadline ?? at, SecondMinutes);
        Make(AppealMove.Escalate, by, at, Written(why, "appeal.reason-missing"));
    }

    /// <summary>终局裁决 of the organising committee: another person than who found at the first level.</summary>
    /// <exception cref="Refusal">appeal.second-person, .outcome-missing, .finding-missing, and those of accepting</exception>
    public void Rule(AppealOutcome outcome, string ruling, Arbiter arbiter, DateTime at)
    {
        Refusal.Unless(outcome is not AppealOutcome.None, "appeal.outcome-missing");
        Refusal.Unless(!_history.Exists(h => h.Move is AppealMove.Accept or AppealMove.Find && h.By == arbiter.Account), "appeal.second-person");
        Make(AppealMove.Rule, Free(arbiter), at, Written(ruling, "appeal.finding-missing"));
        Outcome = outcome;
    }

    /// <exception cref="Refusal">appeal.not-yours, .move-not-allowed</exception>
    public void Withdraw(string by, DateTime at, string why)
    {
        Refusal.Unless(by == FiledBy, "appeal.not-yours");
        Make(AppealMove.Withdraw, by, at, why);
    }

    /// <summary>Accounts of the words that were spoken: finding, then ruling.</summary>
    public IEnumerable<AppealMoved> Words => _history.Where(h => h.Move is AppealMove.Refuse or AppealMove.Find or AppealMove.Rule);

    private static string Free(Arbiter arbiter)
    {
        Refusal.Unless(!arbiter.JudgesEvent, "appeal.judge-of-event");
        Refusal.Unless(!arbiter.IsOfUnit, "appeal.own-unit");
        return arbiter.Account;
    }

    private static string Written(string text, string code)
    {
        Refusal.Unless(text.Trim().Length is >= 4 and <= LongestText, code, LongestText);
        return text.Trim();
    }

    private void Make(AppealMove move, string by, DateTime at, string why)
    {
        var next = AppealLifecycle.Next(Stage, move) ?? throw new Refusal("appeal.move-not-allowed");
        _history.Add(new AppealMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}

/// <summary>Who accepts or finds.</summary>
/// <param name="JudgesEvent">Holds or held a judge's duty in the event, or sits in one of its panels.</param>
/// <param name="IsOfUnit">Belongs to the competitor's unit.</param>
public sealed record Arbiter(string Account, bool JudgesEvent, bool IsOfUnit);
