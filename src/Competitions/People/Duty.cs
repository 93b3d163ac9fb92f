namespace Competitions.People;

/// <summary>What an account may do somewhere (actors.md §3.2). The first eleven have their place in an organisation, the rest in one event.</summary>
public enum DutyKind
{
    /// <summary>系统管理员: accounts, dictionaries, parameters; never scores, never audit.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: duties and lockouts; never business data.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads and exports the audit, changes nothing.</summary>
    AuditAdministrator,

    /// <summary>市、区总工会经办人.</summary>
    FederationOfficer,

    /// <summary>分管领导: approves.</summary>
    FederationLeader,

    /// <summary>镇街·园区·产业工会.</summary>
    TownOfficer,

    /// <summary>企业(基层)工会.</summary>
    EnterpriseOfficer,

    /// <summary>评审专家.</summary>
    ReviewExpert,

    /// <summary>纪检监督: reads only.</summary>
    DisciplineInspector,

    /// <summary>技术专家组: question banks and technical documents.</summary>
    TechnicalExpert,

    /// <summary>职工·选手, for what is his own.</summary>
    Worker,

    /// <summary>赛项经办人 of the organiser (承办单位).</summary>
    EventOrganiser,

    /// <summary>裁判长.</summary>
    ChiefJudge,

    /// <summary>评分裁判.</summary>
    ScoringJudge,

    /// <summary>现场裁判.</summary>
    FloorJudge,

    /// <summary>加密裁判.</summary>
    EncryptionJudge,

    /// <summary>统分员.</summary>
    ScoreClerk,

    /// <summary>监督仲裁组.</summary>
    Supervisor,

    /// <summary>领队.</summary>
    TeamLeader,

    /// <summary>教练.</summary>
    Coach,

    /// <summary>解锁审批: opens a sheet that was locked, with a reason; a duty of its own, apart from who marks and who locks.</summary>
    SheetUnlocker,
}

/// <summary>An account's duty at one place, from–to. A duty without a place does not exist.</summary>
public sealed class Duty
{
    private Duty()
    {
    }

    private Duty(string accountId, DutyKind kind, DateOnly from, DateOnly? to, string givenBy)
    {
        Refusal.Unless(to is null || to >= from, "duty.ends-before-it-begins");
        (AccountId, Kind, From, To, GivenBy) = (accountId, kind, from, to, givenBy);
    }

    public int Id { get; private set; }
    public string AccountId { get; private set; } = "";
    public DutyKind Kind { get; private set; }
    public int? OrganisationId { get; private set; }
    public int? EventId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>The account that gave it.</summary>
    public string GivenBy { get; private set; } = "";

    public static bool IsOfAnEvent(DutyKind kind) => kind >= DutyKind.EventOrganiser;

    public static Duty At(Organisation organisation, string accountId, DutyKind kind, DateOnly from, DateOnly? to, string givenBy)
    {
        Refusal.Unless(!IsOfAnEvent(kind), "duty.needs-an-event");
        return new Duty(accountId, kind, from, to, givenBy) { OrganisationId = organisation.Id };
    }

    public static Duty In(int eventId, string accountId, DutyKind kind, DateOnly from, DateOnly? to, string givenBy)
    {
        Refusal.Unless(IsOfAnEvent(kind), "duty.needs-an-organisation");
        return new Duty(accountId, kind, from, to, givenBy) { EventId = eventId };
    }

    public bool IsInForceOn(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Overlaps(Duty other) => (To is null || other.From <= To) && (other.To is null || From <= other.To);

    public void End(DateOnly lastDay)
    {
        Refusal.Unless(lastDay >= From.AddDays(-1), "duty.ends-before-it-begins");
        Refusal.Unless(To is null || lastDay <= To, "duty.already-ended");
        To = lastDay;
    }
}
