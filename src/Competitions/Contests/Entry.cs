using Competitions.People;

namespace Competitions.Contests;

public enum EntryRole
{
    Competitor,
    Leader,
    Coach,
}

/// <param name="Name">As it was on the day of entry.</param>
public sealed record EntryMember(int WorkerId, string Name, EntryRole Role);

public sealed record EntryMoved(EntryMove Move, EntryStage From, EntryStage To, string By, DateTime At, string Why);

/// <summary>One competitor gave way to another before the cut-off.</summary>
public sealed record Substitution(int OutWorkerId, string OutName, int InWorkerId, string InName, string By, DateTime At, string Why);

/// <summary>What the competitor accepted, himself or on a signed paper that his unit keeps.</summary>
/// <param name="Himself">False where the unit entered a signed paper.</param>
public sealed record EntryConsent(int WorkerId, ConsentKind Kind, string TextVersion, DateTime At, bool Himself);

/// <summary>
/// One competitor or team in one group of one event. An aggregate of its own: an event has thousands, and other rooms refer
/// to it by id.
/// </summary>
public sealed class Entry
{
    private readonly List<EntryMember> _members = [];
    private readonly List<EntryMoved> _history = [];
    private readonly List<Substitution> _substitutions = [];
    private readonly List<EntryConsent> _consents = [];

    private Entry()
    {
    }

    public Entry(Event of, string group, int unitId, string unitName, string by, DateTime at)
    {
        Refusal.Unless(of.Groups.Any(g => g.Code == group), "entry.no-such-group");
        (EventId, ContestId, Group, UnitId, UnitName, By, At) = (of.Id, of.ContestId, group, unitId, unitName, by, at);
    }

    public int Id { get; private set; }
    public int EventId { get; private set; }

    /// <summary>Stands here too, for the rule of one event only.</summary>
    public int ContestId { get; private set; }
    public string Group { get; private set; } = "";
    public int UnitId { get; private set; }

    /// <summary>As it was called on the day: a later rename or merger does not touch an old record.</summary>
    public string UnitName { get; private set; } = "";
    public string? TeamName { get; private set; }

    /// <summary>准考证号, given when it is accepted.</summary>
    public string? AdmissionNumber { get; private set; }

    /// <summary>The entry of an earlier round or lower contest whose place on a promotion list made this one.</summary>
    public int? PromotedFrom { get; private set; }

    /// <summary>The line of the promotion list that made it; it holds a place from then on.</summary>
    public int? PromotionLineId { get; private set; }

    /// <summary>The instant at which it joined the waiting list: first come, first served.</summary>
    public DateTime? WaitingSince { get; private set; }

    /// <summary>A signed statement of a clean record was handed in.</summary>
    public bool CleanRecordStated { get; private set; }

    /// <summary>技术能手 and the like, as the applicant declares them; empty for none, null where nobody stated it.</summary>
    public string? DeclaredTitles { get; private set; }
    public EntryStage Stage { get; private set; }
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<EntryMember> Members => _members;
    public IReadOnlyList<EntryMoved> History => _history;
    public IReadOnlyList<Substitution> Substitutions => _substitutions;
    public IReadOnlyList<EntryConsent> Consents => _consents;

    /// <summary>Made by a promotion list, and a competitor's consent to this contest is still to come.</summary>
    public bool LacksConsent => PromotionLineId is not null && EntryLifecycle.Alive.Contains(Stage) && _members.Exists(m => m.Role is EntryRole.Competitor && _consents.TrueForAll(c => c.WorkerId != m.WorkerId));

    public Entry With(int workerId, string name, EntryRole role = EntryRole.Competitor)
    {
        Refusal.Unless(Stage is EntryStage.Draft or EntryStage.Returned, "entry.members-fixed");
        Refusal.Unless(_members.All(m => m.WorkerId != workerId || m.Role != role), "entry.already-a-member", name);
        _members.Add(new EntryMember(workerId, name, role));
        Version++;
        return this;
    }

    public Entry Without(int workerId, EntryRole role)
    {
        Refusal.Unless(Stage is EntryStage.Draft or EntryStage.Returned, "entry.members-fixed");
        _members.RemoveAll(m => m.WorkerId == workerId && m.Role == role);
        Version++;
        return this;
    }

    /// <summary>He was erased from the register; that somebody was entered here stays.</summary>
    /// <exception cref="Refusal">entry.still-alive: he is one of those who compete or lead in it; who was substituted is not</exception>
    public void Forget(int workerId)
    {
        Refusal.Unless(!EntryLifecycle.Alive.Contains(Stage) && Stage is not EntryStage.Disqualified || _members.TrueForAll(m => m.WorkerId != workerId), "entry.still-alive");
        for (var n = 0; n < _members.Count; n++)
        {
            _members[n] = _members[n].WorkerId == workerId ? _members[n] with { Name = Worker.Erased } : _members[n];
        }

        for (var n = 0; n < _substitutions.Count; n++)
        {
            var s = _substitutions[n];
            _substitutions[n] = s with { OutName = s.OutWorkerId == workerId ? Worker.Erased : s.OutName, InName = s.InWorkerId == workerId ? Worker.Erased : s.InName };
        }

        Version++;
    }

    /// <param name="titles">Empty: he declares that he has none.</param>
    public Entry Declared(string? titles)
    {
        (DeclaredTitles, Version) = (titles?.Trim(), Version + 1);
        return this;
    }

    public Entry Stated(string? teamName, bool cleanRecord)
    {
        (TeamName, CleanRecordStated, Version) = (string.IsNullOrWhiteSpace(teamName) ? null : teamName.Trim(), cleanRecord, Version + 1);
        return this;
    }

    /// <param name="promotedFrom">Null where the list was made from a result sheet.</param>
    /// <param name="line">Of the promotion list.</param>
    public Entry From(int? promotedFrom, int line)
    {
        (PromotedFrom, PromotionLineId) = (promotedFrom, line);
        return this;
    }

    /// <summary>Made by a promotion list: the unit's and the town's word are not asked again, the organiser looks at it, and the
    /// competitor's own consent to this contest is still to come.</summary>
    public void Promote(EventGroup group, string by, DateTime at, string why)
    {
        var competitors = _members.Count(m => m.Role is EntryRole.Competitor);
        Refusal.Unless(competitors == group.TeamSize, "entry.team-size", group.TeamSize, competitors);
        Make(EntryMove.Promote, by, at, why);
    }

    public void Consent(int workerId, ConsentKind kind, string textVersion, DateTime at, bool himself)
    {
        _consents.RemoveAll(c => c.WorkerId == workerId && c.Kind == kind && c.TextVersion == textVersion);
        _consents.Add(new EntryConsent(workerId, kind, textVersion, at, himself));
        Version++;
    }

    /// <summary>Full teams only, each competitor with his consent to processing and to publication.</summary>
    public void Submit(EventGroup group, string by, DateTime at)
    {
        var competitors = _members.Where(m => m.Role is EntryRole.Competitor).ToList();
        Refusal.Unless(competitors.Count == group.TeamSize, "entry.team-size", group.TeamSize, competitors.Count);
        AllConsent();
        Make(EntryMove.Submit, by, at);
    }

    /// <param name="admissionNumber">Unique in the event.</param>
    public void Accept(string admissionNumber, string by, DateTime at, string why = "")
    {
        if (PromotionLineId is not null)
        {
            AllConsent(); // the others consented before they were submitted
        }

        Make(EntryMove.Accept, by, at, why);
        (AdmissionNumber, WaitingSince) = (admissionNumber, null);
    }

    public void PutOnWaitingList(string by, DateTime at)
    {
        Make(EntryMove.PutOnWaitingList, by, at);
        WaitingSince = at;
    }

    /// <summary>Before the cut-off of the registration's day rules: the leader replaces a competitor, and says why.</summary>
    public void Substitute(int outWorkerId, int inWorkerId, string inName, string by, DateTime at, string why)
    {
        Refusal.Unless(EntryLifecycle.Alive.Contains(Stage) && Stage < EntryStage.SignedIn, "entry.substitution-too-late");
        Refusal.Unless(why.Trim().Length > 0, "entry.reason-missing");
        var place = _members.FindIndex(m => m.WorkerId == outWorkerId && m.Role is EntryRole.Competitor);
        Refusal.Unless(place >= 0, "entry.not-a-member");
        Refusal.Unless(_members.All(m => m.WorkerId != inWorkerId), "entry.already-a-member", inName);
        _substitutions.Add(new Substitution(outWorkerId, _members[place].Name, inWorkerId, inName, by, at, why.Trim()));
        _members[place] = new EntryMember(inWorkerId, inName, EntryRole.Competitor);
        _consents.RemoveAll(c => c.WorkerId == outWorkerId);
        Version++;
    }

    private void AllConsent()
    {
        var silent = _members.FirstOrDefault(m => m.Role is EntryRole.Competitor && Enum.GetValues<ConsentKind>().Any(k => _consents.All(c => c.WorkerId != m.WorkerId || c.Kind != k)));
        Refusal.Unless(silent is null, "entry.consent-missing", silent?.Name ?? "");
    }

    /// <summary>The moves that have no numbers of their own; the others call it.</summary>
    /// <exception cref="Refusal">entry.move-not-allowed, entry.reason-missing</exception>
    public void Make(EntryMove move, string by, DateTime at, string why = "")
    {
        var next = EntryLifecycle.Next(Stage, move) ?? throw new Refusal("entry.move-not-allowed");
        Refusal.Unless(!EntryLifecycle.NeedsReason(move) || why.Trim().Length > 0, "entry.reason-missing");
        _history.Add(new EntryMoved(move, Stage, next, by, at, why.Trim()));
        Stage = next;
        Version++;
    }
}
