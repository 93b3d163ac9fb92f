namespace Competitions.Studios;

/// <summary>The federation that founds an alliance, with its name on the day.</summary>
public sealed record AllianceFounder(int OrganisationId, string Name);

/// <summary>What an alliance is for; the document that founds it.</summary>
/// <param name="Field">专业方向; may be empty.</param>
public sealed record AllianceCharter(string Name, string Field, string Purpose, string Document, DateOnly On);

/// <summary>A studio as an alliance is told of it.</summary>
public sealed record AllianceStudio(int StudioId, string Name, string UnitName, bool Stands)
{
    /// <summary>When it got its first name.</summary>
    public DateOnly? NamedOn { get; init; }

    public static AllianceStudio Of(Studio studio) => new(studio.Id, studio.Name, studio.UnitName, studio.Stands) { NamedOn = studio.Namings.Count > 0 ? studio.Namings.Min(n => n.On) : null };
}

/// <summary>A studio in an alliance, from–to, with its name and unit as on the day of the invitation.</summary>
/// <param name="Why">Of who declined, revoked or left.</param>
public sealed record AllianceMember(int StudioId, string Name, string UnitName, AllianceMemberStage Stage, DateOnly InvitedOn, string Why)
{
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    public bool IsOpen => Stage is AllianceMemberStage.Invited or AllianceMemberStage.Joined;

    /// <param name="stands">Of its studio: one whose plaque was taken away is no member any more, whatever stands here.</param>
    public bool IsMember(bool stands) => stands && Stage is AllianceMemberStage.Joined;

    /// <summary>It was a member on that day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>创新工作室联盟 across units: one lead studio, members from–to (studios.md §7.2). The federation founds and dissolves it, the lead's unit keeps it.</summary>
public sealed class StudioAlliance
{
    public const int LongestName = 60;

    private readonly List<AllianceMember> _members = [];
    private readonly List<AllianceMoved> _history = [];

    private StudioAlliance()
    {
    }

    /// <summary>发起: the lead is invited with it, and the alliance stands when the lead's unit accepts.</summary>
    /// <exception cref="Refusal">alliance.name-missing, .document-missing, .date-ahead, .date-early, .studio-over</exception>
    public StudioAlliance(AllianceCharter charter, AllianceFounder founder, AllianceStudio lead, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(charter.Name.Trim().Length is > 0 and <= LongestName, "alliance.name-missing", LongestName);
        Refusal.Unless(charter.Document.Trim().Length is > 0 and <= 60, "alliance.document-missing");
        Refusal.Unless(charter.On <= today, "alliance.date-ahead");
        Refusal.Unless(lead.NamedOn is not { } named || charter.On >= named, "alliance.date-early", lead.Name, lead.NamedOn ?? today);
        (Name, Field, Purpose, Document, FoundedOn) = (charter.Name.Trim(), charter.Field.Trim(), charter.Purpose.Trim(), charter.Document.Trim(), charter.On);
        (OrganisationId, OrganisationName, LeadStudioId) = (founder.OrganisationId, founder.Name, lead.StudioId);
        _history.Add(new AllianceMoved(AllianceMove.Found, "", by, at, Document));
        Add(lead, today, by, at);
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Field { get; private set; } = "";
    public string Purpose { get; private set; } = "";

    /// <summary>文号 of what founds it.</summary>
    public string Document { get; private set; } = "";
    public DateOnly FoundedOn { get; private set; }
    public DateOnly? DissolvedOn { get; private set; }
    public int OrganisationId { get; private set; }
    public string OrganisationName { get; private set; } = "";
    public int LeadStudioId { get; private set; }
    public AllianceStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<AllianceMember> Members => _members;
    public IReadOnlyList<AllianceMoved> History => _history;

    public bool IsOpen => Stage is AllianceStage.Proposed or AllianceStage.Standing;

    /// <summary>Of the studio, the last one: who declined or left may be invited again.</summary>
    public AllianceMember? MemberOf(int studioId) => _members.LastOrDefault(m => m.StudioId == studioId);

    /// <summary>邀请, once the alliance stands.</summary>
    /// <exception cref="Refusal">alliance.not-standing, .studio-over, .member-already</exception>
    public void Invite(AllianceStudio studio, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(Stage is AllianceStage.Standing, "alliance.not-standing");
        Refusal.Unless(MemberOf(studio.StudioId) is not { IsOpen: true }, "alliance.member-already", studio.Name);
        Add(studio, today, by, at);
    }

    /// <summary>接受, 谢绝, 撤回, 退出. The lead's answer is the alliance's own beginning; afterwards the lead stays.</summary>
    /// <exception cref="Refusal">alliance.over, .no-such-member, .lead-stays, .move-not-allowed, .reason-missing, .studio-over</exception>
    public void Make(AllianceMove move, AllianceStudio studio, string why, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(IsOpen, "alliance.over");
        var n = _members.FindLastIndex(m => m.StudioId == studio.StudioId);
        Refusal.Unless(n >= 0, "alliance.no-such-member");
        var leads = studio.StudioId == LeadStudioId;
        Refusal.Unless(!leads || move is AllianceMove.Accept or AllianceMove.Decline, "alliance.lead-stays");
        var next = AllianceMemberLifecycle.Next(_members[n].Stage, move) ?? throw new Refusal("alliance.move-not-allowed");
        Reasoned(move, why);
        Refusal.Unless(move is not AllianceMove.Accept || studio.Stands, "alliance.studio-over", studio.Name);
        if (leads)
        {
            Stage = AllianceLifecycle.Next(Stage, move) ?? throw new Refusal("alliance.move-not-allowed");
        }

        _members[n] = _members[n] with { Stage = next, Why = why.Trim(), From = move is AllianceMove.Accept ? today : _members[n].From, To = move is AllianceMove.Leave ? today : null };
        Note(move, studio.Name, by, at, why);
    }

    /// <summary>解散: all memberships end with it.</summary>
    /// <exception cref="Refusal">alliance.move-not-allowed, .reason-missing</exception>
    public void Dissolve(string why, DateOnly today, string by, DateTime at)
    {
        var next = AllianceLifecycle.Next(Stage, AllianceMove.Dissolve) ?? throw new Refusal("alliance.move-not-allowed");
        Reasoned(AllianceMove.Dissolve, why);
        (Stage, DissolvedOn) = (next, today);
        for (var n = 0; n < _members.Count; n++)
        {
            _members[n] = _members[n].Stage switch
            {
                AllianceMemberStage.Invited => _members[n] with { Stage = AllianceMemberStage.Revoked, Why = why.Trim() },
                AllianceMemberStage.Joined => _members[n] with { Stage = AllianceMemberStage.Left, Why = why.Trim(), To = today },
                _ => _members[n],
            };
        }

        Note(AllianceMove.Dissolve, "", by, at, why);
    }

    private static void Reasoned(AllianceMove move, string why) =>
        Refusal.Unless(!AllianceLifecycle.NeedsReason(move) || why.Trim().Length is > 0 and <= 500, "alliance.reason-missing");

    private void Add(AllianceStudio studio, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(studio.Stands, "alliance.studio-over", studio.Name);
        _members.Add(new AllianceMember(studio.StudioId, studio.Name, studio.UnitName, AllianceMemberStage.Invited, today, ""));
        Note(AllianceMove.Invite, studio.Name, by, at, "");
    }

    private void Note(AllianceMove move, string studio, string by, DateTime at, string why)
    {
        _history.Add(new AllianceMoved(move, studio, by, at, why.Trim()));
        Version++;
    }
}

/// <summary>联盟活动: shown on the pages of all studios that were members on the day.</summary>
public sealed class AllianceActivity
{
    private AllianceActivity()
    {
    }

    /// <exception cref="Refusal">alliance.not-standing, alliance-activity.title-missing, .people, .date</exception>
    public AllianceActivity(StudioAlliance alliance, ActivityKind kind, DateOnly on, string title, int people, string text, DateOnly today, string by, DateTime at)
    {
        Refusal.Unless(alliance.Stage is AllianceStage.Standing, "alliance.not-standing");
        Refusal.Unless(title.Trim().Length is > 0 and <= 100, "alliance-activity.title-missing");
        Refusal.Unless(people is >= 1 and <= 100_000, "alliance-activity.people");
        Refusal.Unless(on >= alliance.FoundedOn && on <= today, "alliance-activity.date", alliance.FoundedOn);
        (AllianceId, Kind, On, Title, People, Text, By, At) = (alliance.Id, kind, on, title.Trim(), people, text.Trim(), by, at);
    }

    public int Id { get; private set; }
    public int AllianceId { get; private set; }
    public ActivityKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public string Title { get; private set; } = "";
    public int People { get; private set; }
    public string Text { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}
