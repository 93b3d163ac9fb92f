namespace Competitions.Contests;

/// <summary>What is written about an event and may be written anew until its rules are locked.</summary>
public sealed record EventText(string Title, string OccupationCode, string OccupationName, string? StandardLevel, bool IsCertificateEvent, int Capacity, int FewestEntries);

/// <summary>赛项. Everything it is run by is its own copy of a preset; its stage moves by <see cref="EventLifecycle"/>.</summary>
public sealed class Event
{
    private readonly List<EventGroup> _groups = [];
    private readonly List<EventRound> _rounds = [];
    private readonly List<EventModule> _modules = [];
    private readonly List<EventMoved> _history = [];
    private readonly List<RulesChanged> _changes = [];

    private Event()
    {
    }

    public Event(int contestId, string code, EventText text, RulePreset preset)
    {
        Refusal.Unless(code.Length is > 0 and <= 32 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'), "event.code-shape");
        (ContestId, Code, Rules) = (contestId, code, preset.Rules);
        Describe(text);
        Compose(preset.Rules, preset.Rounds, preset.Groups, preset.Modules);
    }

    public int Id { get; private set; }
    public int ContestId { get; private set; }

    /// <summary>Unique everywhere; it stands in the address.</summary>
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string OccupationCode { get; private set; } = "";
    public string OccupationName { get; private set; } = "";

    /// <summary>A row of 八级工: the level of the occupational standard that the event is set at.</summary>
    public string? StandardLevel { get; private set; }

    /// <summary>证书类: both parts passed lead to a certificate of skill level.</summary>
    public bool IsCertificateEvent { get; private set; }
    public int Capacity { get; private set; }
    public int FewestEntries { get; private set; }
    public EventStage Stage { get; private set; }
    public EventStage? SuspendedFrom { get; private set; }
    public EventRules Rules { get; private set; } = null!;
    public int Version { get; private set; }
    public IReadOnlyList<EventGroup> Groups => _groups;
    public IReadOnlyList<EventRound> Rounds => _rounds;
    public IReadOnlyList<EventModule> Modules => _modules;
    public IReadOnlyList<EventMoved> History => _history;
    public IReadOnlyList<RulesChanged> Changes => _changes;

    /// <summary>From the start of the competition on, a rule changes only as a new version with a reason.</summary>
    public bool AreRulesLocked => Stage is not (EventStage.Draft or EventStage.Registration or EventStage.Vetting or EventStage.Ready or EventStage.Postponed);

    /// <summary>When the competition ended, as it was declared last; null while it goes on. UTC.</summary>
    public DateTime? FinishedAt => HasStarted && Stage is not EventStage.Running ? _history.LastOrDefault(m => m.Move is EventMove.Finish)?.At : null;

    /// <summary>Marking began with it: what is marked by is locked from then on.</summary>
    public bool HasStarted => _history.Any(m => m.Move is EventMove.Start);

    /// <summary>Once the codes are open, everybody knows whose work is what: by what it is marked does not change any more.</summary>
    public bool IsMarked => Stage is EventStage.Opened or EventStage.Announced or EventStage.Noticed or EventStage.Honoured or EventStage.Archived or EventStage.Cancelled;

    /// <summary>Codes of the modules that are marked by the aspects of a marking scheme.</summary>
    public IReadOnlyList<string> AspectModules => [.. _modules.Where(m => m.Way is ModuleWay.Aspects).Select(m => m.Code)];

    /// <summary>Modules whose layers are drawn and sealed: their codes open in a ceremony alone.</summary>
    public IReadOnlyList<EventModule> SealedModules => Rules.SealedCodes ? [.. _modules.Where(m => m.Layers > 0)] : [];

    /// <summary>A round that is entered by a promotion list from one before it.</summary>
    public bool IsLaterRound(string? round) => _rounds.Find(r => r.Code == round) is { } later && _rounds.Exists(r => r.Order < later.Order);

    public void Describe(EventText text)
    {
        Refusal.Unless(text.Title.Trim().Length is > 0 and <= 100, "event.title-missing");
        Refusal.Unless(text.Capacity is >= 1 and <= 100_000, "event.capacity");
        Refusal.Unless(text.FewestEntries >= 1 && text.FewestEntries <= text.Capacity, "event.fewest-above-capacity", text.FewestEntries, text.Capacity);
        (Title, OccupationCode, OccupationName, StandardLevel) = (text.Title.Trim(), text.OccupationCode, text.OccupationName, text.StandardLevel);
        (IsCertificateEvent, Capacity, FewestEntries) = (text.IsCertificateEvent, text.Capacity, text.FewestEntries);
        Version++;
    }

    /// <summary>Rules, rounds, groups and modules as one whole, so that they fit each other.</summary>
    /// <param name="by">With <paramref name="at"/> and <paramref name="why"/>: needed once the rules are locked.</param>
    public void Compose(
        EventRules rules, IReadOnlyList<EventRound> rounds, IReadOnlyList<EventGroup> groups, IReadOnlyList<EventModule> modules,
        string by = "", DateTime at = default, string why = "")
    {
        Refusal.Unless(!AreRulesLocked || why.Trim().Length > 0, "event.rules-locked");
        EventShape.Check(rules, rounds, groups, modules);
        if (AreRulesLocked)
        {
            Refusal.Unless(Layers(Rules, _modules).SequenceEqual(Layers(rules, modules)), "event.layers-fixed");
            _changes.Add(new RulesChanged(_changes.Count + 2, by, at, why.Trim()));
        }

        Rules = rules;
        Replace(_rounds, rounds.OrderBy(r => r.Order));
        Replace(_groups, groups);
        Replace(_modules, modules);
        Version++;

        // codes were given by them: another number of layers would need other codes
        static IEnumerable<(string, int)> Layers(EventRules rules, IEnumerable<EventModule> modules) => rules.SealedCodes ? modules.Where(m => m.Layers > 0).Select(m => (m.Code, m.Layers)).Order() : [];

        static void Replace<T>(List<T> old, IEnumerable<T> now)
        {
            List<T> kept = [.. now];
            old.Clear();
            old.AddRange(kept);
        }
    }

    /// <summary>What is missing before registration may open; empty when nothing is.</summary>
    public IReadOnlyList<Lack> Lacks(EventFacts facts) => EventShape.Lacks(this, facts);

    /// <summary>What is missing before the start: judges who may not sit where they sit.</summary>
    public static IReadOnlyList<Lack> LacksBeforeStart(EventFacts facts) =>
        [.. (facts.UnfitJudges ?? []).Select(j => new Lack(j.MustLeave ? "event.lacks-recusal" : "event.lacks-fit-judge", "panels", $"{j.Panel} {j.Name}"))];

    /// <exception cref="Refusal">event.move-not-allowed, .reason-missing, .too-few-entries, .entries-under-review, .not-complete, .no-scheme, .judges-unfit, .recheck-open, .results-unpublished</exception>
    public void Make(EventMove move, EventFacts facts, string by, DateTime at, string why = "")
    {
        var next = EventLifecycle.Next(Stage, move, SuspendedFrom) ?? throw new Refusal("event.move-not-allowed");
        Refusal.Unless(!EventLifecycle.NeedsReason(move) || why.Trim().Length > 0, "event.reason-missing");
        Refusal.Unless(move is not EventMove.OpenRegistration || Lacks(facts).Count == 0, "event.not-complete", Lacks(facts).Count);
        Refusal.Unless(move is not EventMove.FinishVetting || facts.OpenEntries == 0, "event.entries-under-review", facts.OpenEntries);
        Refusal.Unless(move is not (EventMove.FinishVetting or EventMove.Start) || facts.AcceptedEntries >= FewestEntries, "event.too-few-entries", facts.AcceptedEntries, FewestEntries);
        Refusal.Unless(move is not EventMove.Start || facts.AspectModulesWithoutScheme is not { Count: > 0 }, "event.no-scheme", string.Join('、', facts.AspectModulesWithoutScheme ?? []));
        Refusal.Unless(move is not EventMove.Start || facts.UnfitJudges is not { Count: > 0 }, "event.judges-unfit", string.Join('、', (facts.UnfitJudges ?? []).Select(j => j.Name).Distinct()));
        Refusal.Unless(move is not EventMove.OpenCodes || facts.Unrechecked is not { Count: > 0 }, "event.recheck-open", string.Join('、', facts.Unrechecked ?? []));
        Refusal.Unless(move is not EventMove.Announce || facts.Unpublished is not { Count: > 0 }, "event.results-unpublished", string.Join('、', facts.Unpublished ?? []));

        _history.Add(new EventMoved(move, Stage, next, by, at, why.Trim()));
        SuspendedFrom = next is EventStage.Suspended ? Stage : null;
        Stage = next;
        Version++;
    }

    /// <summary>The event again in another contest: all that is written, none that happened.</summary>
    public Event Again(int contestId, string code) => new(contestId, code,
        new EventText(Title, OccupationCode, OccupationName, StandardLevel, IsCertificateEvent, Capacity, FewestEntries),
        new RulePreset(Rules.PresetCode, Rules.PresetVersion, "", Capacity, FewestEntries, Rules, [.. _modules.Select(m => m with { PaperId = null })], [.. _groups], [.. _rounds]));
}
