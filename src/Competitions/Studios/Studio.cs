namespace Competitions.Studios;

/// <summary>创新工作室: named at a level, led by one person at a time, with its team, its place and what became of it.</summary>
public sealed class Studio
{
    public const int LongestName = 60;

    private readonly List<StudioNaming> _namings = [];
    private readonly List<StudioLeader> _leaders = [];
    private readonly List<StudioMember> _members = [];
    private readonly List<StudioMoved> _history = [];

    private Studio()
    {
    }

    /// <param name="unitName">As it was called on the day.</param>
    /// <param name="registered">Named in an earlier year, and now entered with its document: at any level. Otherwise it begins at the lowest.</param>
    /// <exception cref="Refusal">studio.name-missing, .document-missing, .begins-lowest, .date-ahead, .leader-missing</exception>
    public Studio(string name, int unitId, string unitName, StudioNaming naming, StudioLeader leader, bool registered)
    {
        Refusal.Unless(name.Trim().Length is > 0 and <= LongestName, "studio.name-missing", LongestName);
        Refusal.Unless(registered || naming.Level is StudioLevel.District, "studio.begins-lowest");
        Refusal.Unless(leader.Name.Trim().Length > 0, "studio.leader-missing");
        (Name, UnitId, UnitName, IsRegistered) = (name.Trim(), unitId, unitName, registered);
        Add(naming);
        _leaders.Add(leader);
    }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public int UnitId { get; private set; }
    public string UnitName { get; private set; } = "";

    /// <summary>补录: named before this program.</summary>
    public bool IsRegistered { get; private set; }
    public StudioLevel Level { get; private set; }
    public StudioStage Stage { get; private set; }

    /// <summary>m².</summary>
    public decimal Area { get; private set; }
    public string Place { get; private set; } = "";
    public string Equipment { get; private set; } = "";
    public string Field { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<StudioNaming> Namings => _namings;
    public IReadOnlyList<StudioLeader> Leaders => _leaders;
    public IReadOnlyList<StudioMember> Members => _members;
    public IReadOnlyList<StudioMoved> History => _history;

    public StudioLeader? LeaderOn(DateOnly day) => _leaders.LastOrDefault(l => l.IsOn(day));

    public bool Stands => StudioLifecycle.Stands(Stage);

    /// <param name="area">m², 0 to 100,000.</param>
    /// <exception cref="Refusal">studio.area-range, .over</exception>
    public void Describe(string field, decimal area, string place, string equipment)
    {
        MustStand();
        Refusal.Unless(area is >= 0 and <= 100_000, "studio.area-range");
        (Field, Area, Place, Equipment, Version) = (field.Trim(), area, place.Trim(), equipment.Trim(), Version + 1);
    }

    /// <summary>升级: from the level right below, after its years there, while it runs.</summary>
    /// <exception cref="Refusal">studio.over, .not-running, .level-skipped, .too-early, .document-missing, .date-ahead</exception>
    public void Upgrade(StudioNaming naming, StudioRules rules)
    {
        if (UpgradeBar(naming.Level, naming.On, rules) is { } no)
        {
            throw no;
        }

        Add(naming);
    }

    /// <summary>Why it cannot rise to that level on that day; null when it can.</summary>
    public Refusal? UpgradeBar(StudioLevel level, DateOnly on, StudioRules rules)
    {
        var from = _namings[^1].On.AddYears(rules.YearsBeforeUpgrade);
        return !Stands ? new Refusal("studio.over")
            : Stage is not StudioStage.Running ? new Refusal("studio.not-running")
            : level != Level + 1 ? new Refusal("studio.level-skipped")
            : on < from ? new Refusal("studio.too-early", rules.YearsBeforeUpgrade, from)
            : null;
    }

    /// <summary>领衔人变更: the one before ends the day before.</summary>
    /// <exception cref="Refusal">studio.over, .leader-missing, .leads-already, .leader-before</exception>
    public void Lead(StudioLeader leader)
    {
        MustStand();
        Refusal.Unless(leader.Name.Trim().Length > 0, "studio.leader-missing");
        var last = _leaders[^1];
        Refusal.Unless(last.To is not null || last.WorkerId != leader.WorkerId, "studio.leads-already", leader.Name);
        Refusal.Unless(last.From < leader.From, "studio.leader-before");
        _leaders[^1] = last.To is null || last.To >= leader.From ? last with { To = leader.From.AddDays(-1) } : last;
        _leaders.Add(leader);
        Version++;
    }

    /// <exception cref="Refusal">studio.over, .member-already</exception>
    public void Join(StudioMember member)
    {
        MustStand();
        Refusal.Unless(!_members.Exists(m => m.WorkerId == member.WorkerId && (m.To is null || m.To >= member.From)), "studio.member-already", member.Name);
        _members.Add(member);
        Version++;
    }

    /// <exception cref="Refusal">studio.over, .no-such-member, .ends-before</exception>
    public void Leave(int workerId, DateOnly lastDay)
    {
        MustStand();
        var at = _members.FindLastIndex(m => m.WorkerId == workerId && m.To is null);
        Refusal.Unless(at >= 0, "studio.no-such-member");
        Refusal.Unless(_members[at].From <= lastDay, "studio.ends-before");
        _members[at] = _members[at] with { To = lastDay };
        Version++;
    }

    /// <summary>By its assessment: 限期整改, or back to running.</summary>
    /// <exception cref="Refusal">studio.move-not-allowed</exception>
    public void Make(StudioMove move, string by, DateTime at, string why)
    {
        var next = StudioLifecycle.Next(Stage, move) ?? throw new Refusal("studio.move-not-allowed");
        Refusal.Unless(why.Trim().Length > 0, "studio.reason-missing");
        _history.Add(new StudioMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }

    /// <summary>摘牌, on a ground that its assessments bear out; its history stays.</summary>
    /// <exception cref="Refusal">studio.no-ground-recheck, .no-ground-twice, .move-not-allowed, .reason-missing</exception>
    public void Withdraw(WithdrawalGround ground, StudioRecord record, string why, string by, DateTime at)
    {
        Refusal.Unless(ground is not WithdrawalGround.RecheckFailed || record.RecheckFailed, "studio.no-ground-recheck");
        Refusal.Unless(ground is not WithdrawalGround.TwiceFailed || record.FailedInARow >= 2, "studio.no-ground-twice");
        Make(StudioMove.Withdraw, by, at, why);
    }

    private void Add(StudioNaming naming)
    {
        Refusal.Unless(naming.Document.Trim().Length is > 0 and <= 60, "studio.document-missing");
        Refusal.Unless(naming.Grantor.Trim().Length > 0, "studio.grantor-missing");
        Refusal.Unless(naming.On.ToDateTime(TimeOnly.MinValue) <= naming.At.AddDays(1), "studio.date-ahead");
        _namings.Add(naming);
        (Level, Version) = (naming.Level, Version + 1);
    }

    private void MustStand() => Refusal.Unless(Stands, "studio.over");
}
