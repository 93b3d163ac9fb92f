using Competitions.Contests;

namespace Competitions.Results;

public enum ViolationPart
{
    /// <summary>选手.</summary>
    Competitor,

    /// <summary>裁判.</summary>
    Judge,

    /// <summary>赛务人员.</summary>
    Staff,
}

public enum ViolationEffect
{
    /// <summary>仅记录.</summary>
    None,

    /// <summary>警告.</summary>
    Warning,

    /// <summary>扣分: points off a module.</summary>
    PointsOff,

    /// <summary>模块记零分: identity shown in a blind module, forbidden items.</summary>
    ModuleZero,

    /// <summary>取消成绩: impersonation, fraud.</summary>
    Cancelled,

    /// <summary>约谈.</summary>
    Talk,

    /// <summary>严重警告.</summary>
    SevereWarning,
}

/// <summary>Whom it is about: a competitor by work code or by entry, anybody else by account.</summary>
/// <param name="Label">As all may read it: a work code, a seat, an admission number; the name only of who is no competitor.</param>
public sealed record ViolationSubject(ViolationPart Part, string Label, string? Work = null, int? EntryId = null, string? Account = null);

/// <param name="Off">Points off the module; 0 for every other effect.</param>
public sealed record ViolationRuling(ViolationEffect Effect, Points Off = default)
{
    /// <summary>What may follow for whom (skills-contests.md §4.9).</summary>
    public static IReadOnlyList<ViolationEffect> For(ViolationPart part) => part is ViolationPart.Competitor
        ? [ViolationEffect.None, ViolationEffect.Warning, ViolationEffect.PointsOff, ViolationEffect.ModuleZero, ViolationEffect.Cancelled]
        : [ViolationEffect.None, ViolationEffect.Talk, ViolationEffect.Warning, ViolationEffect.SevereWarning];

    public bool IsOfAModule => Effect is ViolationEffect.PointsOff or ViolationEffect.ModuleZero;
}

/// <summary>违纪违规: registered by one person, confirmed by another; only then it has an effect. It is never changed: what was wrong is withdrawn with a reason.</summary>
public sealed class Violation
{
    private readonly List<ViolationMoved> _history = [];

    private Violation()
    {
    }

    /// <param name="module">Its code; needed where the effect is on a module.</param>
    /// <param name="happenedAt">UTC, not after <paramref name="at"/>.</param>
    /// <exception cref="Refusal">violation.subject, .effect, .module, .points, .what-missing, .in-future</exception>
    public Violation(Event of, ViolationSubject subject, string? module, string what, ViolationRuling ruling, DateTime happenedAt, string by, DateTime at)
    {
        var planned = of.Modules.FirstOrDefault(m => m.Code == module);
        Refusal.Unless(subject.Part is ViolationPart.Competitor ? subject.Work is not null || subject.EntryId is not null : subject.Account is not null, "violation.subject");
        Refusal.Unless(ViolationRuling.For(subject.Part).Contains(ruling.Effect), "violation.effect");
        Refusal.Unless(planned is not null || string.IsNullOrEmpty(module) && !ruling.IsOfAModule, "violation.module");
        Refusal.Unless(ruling.Effect is ViolationEffect.PointsOff ? ruling.Off.Value > 0 && ruling.Off.Value <= planned!.FullMark : ruling.Off == default, "violation.points", planned?.FullMark ?? 0);
        Refusal.Unless(what.Trim().Length is > 0 and <= 500, "violation.what-missing");
        Refusal.Unless(happenedAt <= at, "violation.in-future");
        (EventId, Module, What, HappenedAt, RecordedBy) = (of.Id, planned?.Code, what.Trim(), happenedAt, by);
        (Part, Label, Work, EntryId, Account) = subject;
        (Effect, Off) = ruling;
        _history.Add(new ViolationMoved(ViolationMove.Register, ViolationStage.Registered, ViolationStage.Registered, by, at, ""));
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }
    public ViolationPart Part { get; private set; }
    public string Label { get; private set; } = "";

    /// <summary>Whose it is stands in the code book, for those who may read it.</summary>
    public string? Work { get; private set; }
    public int? EntryId { get; private set; }

    /// <summary>Of a judge or of staff.</summary>
    public string? Account { get; private set; }
    public string? Module { get; private set; }
    public string What { get; private set; } = "";
    public ViolationEffect Effect { get; private set; }
    public Points Off { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime HappenedAt { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public ViolationStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ViolationMoved> History => _history;

    /// <exception cref="Refusal">violation.second-person, .own-case, .move-not-allowed</exception>
    public void Confirm(string by, DateTime at)
    {
        Refusal.Unless(by != RecordedBy, "violation.second-person");
        Make(ViolationMove.Confirm, by, at, "");
    }

    /// <exception cref="Refusal">violation.reason-missing, .own-case, .move-not-allowed</exception>
    public void Withdraw(string by, DateTime at, string why)
    {
        Refusal.Unless(why.Trim().Length > 0, "violation.reason-missing");
        Make(ViolationMove.Withdraw, by, at, why);
    }

    private void Make(ViolationMove move, string by, DateTime at, string why)
    {
        Refusal.Unless(by != Account, "violation.own-case");
        var next = ViolationLifecycle.Next(Stage, move) ?? throw new Refusal("violation.move-not-allowed");
        _history.Add(new ViolationMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
