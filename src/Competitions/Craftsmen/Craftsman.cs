namespace Competitions.Craftsmen;

/// <summary>
/// A level of the ladder, or a title of the archive, that a person holds: recommended and appointed, or named by a call. Name, unit and
/// rules are those of the day.
/// </summary>
public sealed class Craftsman
{
    private readonly List<CraftsmanMoved> _history = [];

    private Craftsman()
    {
    }

    private Craftsman(CraftsmanPerson person, LadderLevel level, LadderRules rules, string title)
    {
        (WorkerId, WorkerName, UnitId, UnitName) = (person.WorkerId, person.Name, person.UnitId, person.UnitName);
        (LevelCode, LevelName, Title, Rules) = (level.Code, level.Name, title, rules);
        OpenKey = KeyOf(person.WorkerId, title);
    }

    public int Id { get; private set; }
    public int WorkerId { get; private set; }
    public string WorkerName { get; private set; } = "";
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";
    public string LevelCode { get; private set; } = "";
    public string LevelName { get; private set; } = "";

    /// <summary>临平工匠; of an appointment the level's name.</summary>
    public string Title { get; private set; } = "";
    public int? HonourId { get; private set; }
    public int? ApplicationId { get; private set; }

    /// <summary>Worker and title, unique while it is open: two who recommend the same man at once do it once.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>The conditions that were met on the day, each with what showed it.</summary>
    public IReadOnlyList<string> Grounds { get; private set; } = [];
    public string RecommendedBy { get; private set; } = "";
    public string Opinion { get; private set; } = "";
    public string Document { get; private set; } = "";
    public DateOnly? From { get; private set; }

    /// <summary>The last day of its term; null where it has none.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The last day of the suspension that runs; null where none does.</summary>
    public DateOnly? SuspendedTo { get; private set; }
    public LadderRules Rules { get; private set; } = null!;
    public CraftsmanStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CraftsmanMoved> History => _history;

    public LadderLevel Level => Rules.LevelOf(LevelCode);

    public bool Stands => CraftsmanLifecycle.Stands(Stage);

    /// <summary>With its benefits: not suspended, and within its term.</summary>
    public bool IsInForceOn(DateOnly day) => Stage is CraftsmanStage.InForce && From <= day && (To is null || day <= To);

    public static string KeyOf(int workerId, string title) => $"{workerId}|{title}";

    /// <summary>推荐: by the unit or the town, with the conditions that are met.</summary>
    /// <exception cref="Refusal">craftsman.by-call, .not-met, .opinion-missing</exception>
    public static Craftsman Recommend(CraftsmanPerson person, LadderRules rules, LadderFinding found, string opinion, string by)
    {
        Refusal.Unless(found.Level.IsAppointed, "craftsman.by-call", found.Level.Name);
        Refusal.Unless(found.Meets, "craftsman.not-met", person.Name, found.Level.Name);
        Refusal.Unless(opinion.Trim().Length is > 0 and <= 500, "craftsman.opinion-missing");
        return new Craftsman(person, found.Level, rules, found.Level.Name) { Grounds = [.. found.Grounds], RecommendedBy = by, Opinion = opinion.Trim() };
    }

    /// <summary>命名: by a call, or of an earlier year; in force from its document on.</summary>
    /// <exception cref="Refusal">craftsman.document-missing, .not-a-title</exception>
    public static Craftsman Name(CraftsmanPerson person, LadderRules rules, LadderLevel level, NamedHonour honour, string by)
    {
        Refusal.Unless(level.CallKind is not null, "craftsman.not-a-title", level.Name);
        var named = new Craftsman(person, level, rules, honour.Title.Trim()) { HonourId = honour.HonourId, ApplicationId = honour.ApplicationId, RecommendedBy = by };
        named.Begin(honour.Document, honour.On);
        named.Stage = CraftsmanStage.InForce;
        return named;
    }

    /// <summary>认定 by another person than the one who recommended.</summary>
    /// <exception cref="Refusal">craftsman.second-person, .document-missing, .date-ahead, .move-not-allowed</exception>
    public void Confirm(string document, DateOnly on, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(by != RecommendedBy, "craftsman.second-person");
        Refusal.Unless(on <= today, "craftsman.date-ahead");
        Make(CraftsmanMove.Confirm, on, null, by, at, document);
        Begin(document, on);
    }

    /// <exception cref="Refusal">craftsman.reason-missing, .move-not-allowed</exception>
    public void Decline(DateOnly today, string by, DateTime at, string why) => Make(CraftsmanMove.Decline, today, null, by, at, why);

    /// <summary>暂停 from–to; its benefits stop.</summary>
    /// <exception cref="Refusal">craftsman.suspension-days, .reason-missing, .move-not-allowed</exception>
    public void Suspend(DateOnly from, DateOnly to, string by, DateTime at, string why)
    {
        Refusal.Unless(from >= From && to > from && to <= from.AddYears(3), "craftsman.suspension-days");
        Make(CraftsmanMove.Suspend, from, to, by, at, why);
        SuspendedTo = to;
    }

    public void Resume(DateOnly on, string by, DateTime at, string why)
    {
        Make(CraftsmanMove.Resume, on, null, by, at, why);
        SuspendedTo = null;
    }

    /// <summary>撤销; the history stays.</summary>
    public void Revoke(DateOnly on, string by, DateTime at, string why)
    {
        Make(CraftsmanMove.Revoke, on, null, by, at, why);
        To = To < on ? To : on;
    }

    /// <exception cref="Refusal">craftsman.term-runs, .ends-before, .date-ahead, .reason-missing, .move-not-allowed</exception>
    public void End(EndReason reason, DateOnly on, DateOnly today, string by, DateTime at, string why)
    {
        Refusal.Unless(on <= today, "craftsman.date-ahead");
        Refusal.Unless(From is null || on >= From, "craftsman.ends-before");
        Refusal.Unless(reason is not EndReason.TermOver || To < today, "craftsman.term-runs");
        Make(CraftsmanMove.End, on, null, by, at, why);
        To = To < on ? To : on;
    }

    private void Begin(string document, DateOnly on)
    {
        Refusal.Unless(document.Trim().Length is > 0 and <= 60, "craftsman.document-missing");
        (Document, From, To) = (document.Trim(), on, Level.TermYears is { } years ? on.AddYears(years).AddDays(-1) : null);
    }

    private void Make(CraftsmanMove move, DateOnly on, DateOnly? until, string by, DateTime at, string why)
    {
        var next = CraftsmanLifecycle.Next(Stage, move) ?? throw new Refusal("craftsman.move-not-allowed");
        Refusal.Unless(move is CraftsmanMove.Confirm || why.Trim().Length is > 0 and <= 500, "craftsman.reason-missing");
        _history.Add(new CraftsmanMoved(move, Stage, next, on, until, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
        OpenKey = CraftsmanLifecycle.IsOpen(next) ? OpenKey : null;
    }
}
