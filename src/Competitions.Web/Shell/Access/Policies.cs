using System.Security.Claims;
using Competitions.People;
using Competitions.Web.Shell.Api;
using Microsoft.AspNetCore.Authorization;
using static Competitions.People.DutyKind;

namespace Competitions.Web.Shell.Access;

/// <summary>
/// Every route names one of these. A duty has a place: where the address names an organisation, a contest or an event, the
/// duty must reach it; where it does not, the page shows what lies in the caller's scope.
/// </summary>
public static class Policies
{
    public const string Public = "public";
    public const string SignedIn = "signed-in";

    /// <summary>A worker, for what is his own.</summary>
    public const string Own = "own";

    public const string ManageAccounts = "manage-accounts";

    /// <summary>Sees accounts with their duties, and locks or opens them.</summary>
    public const string LockAccounts = "lock-accounts";

    /// <summary>Gives and ends duties, never his own.</summary>
    public const string ManageDuties = "manage-duties";

    /// <summary>Names the judges and the staff of an event.</summary>
    public const string Appoint = "appoint";
    public const string ReadAudit = "read-audit";

    /// <summary>Makes keys for systems, within what he reads himself.</summary>
    public const string MakeKeys = "make-keys";

    /// <summary>Sees which keys there are, and ends them.</summary>
    public const string RevokeKeys = "revoke-keys";
    public const string ReadPeople = "read-people";
    public const string ManagePeople = "manage-people";
    public const string ManageOrganisations = "manage-organisations";

    /// <summary>Sees contests with what is not public of them.</summary>
    public const string ReadContests = "read-contests";

    /// <summary>Sets up and runs the contests of an organisation or the event it was given.</summary>
    public const string Organise = "organise";

    public const string Approve = "approve";

    /// <summary>The second person's word on a list or a result sheet; who only leads confirms and changes nothing.</summary>
    public const string Confirm = "confirm";

    /// <summary>Sees an event's results before they are published, with what they were made of.</summary>
    public const string ReadResults = "read-results";

    /// <summary>统分: adds an event's marks up to a result.</summary>
    public const string ComputeResults = "compute-results";

    /// <summary>The second person's word on a result.</summary>
    public const string ConfirmResults = "confirm-results";

    /// <summary>Enters workers into anybody's events; whose workers, the scope says.</summary>
    public const string Enter = "enter";

    /// <summary>Sees the entries of his units, or of the event he runs.</summary>
    public const string ReadEntries = "read-entries";

    /// <summary>Reviews entries from the units below.</summary>
    public const string Vet = "vet";

    /// <summary>On the day: sign-in, sessions, clock.</summary>
    public const string RunDay = "run-day";

    /// <summary>Gives marks in an event; which, the panels say.</summary>
    public const string Mark = "mark";

    /// <summary>Watches the jury's board of an event: every module, by code.</summary>
    public const string WatchJury = "watch-jury";

    /// <summary>裁判长: adjusts a module's points with a reason.</summary>
    public const string LeadMarking = "lead-marking";

    /// <summary>The violations of an event; who only judges there sees those that he registered.</summary>
    public const string ReadViolations = "read-violations";

    public const string RecordViolations = "record-violations";

    /// <summary>The second person's word on a violation.</summary>
    public const string RuleOnViolations = "rule-on-violations";

    /// <summary>Sees how far the codes of an event are: what was promised, drawn, sealed.</summary>
    public const string ReadCodes = "read-codes";

    /// <summary>加密裁判: draws, seals and opens, each time before the supervisor.</summary>
    public const string KeepCodes = "keep-codes";

    /// <summary>监督: takes his half of the key; draws and openings he witnesses with his password.</summary>
    public const string WitnessCodes = "witness-codes";

    public const string KeepQuestions = "keep-questions";

    /// <summary>Watches a sitting, lets the entrants in and gives extra time; sees no question.</summary>
    public const string Invigilate = "invigilate";

    /// <summary>What an event is marked by: who marks, organises or watches over it, and never who competes in it.</summary>
    public const string ReadScheme = "read-scheme";

    public const string EditScheme = "edit-scheme";

    /// <summary>A leader, for his own team's part in an event.</summary>
    public const string FileAppeals = "file-appeals";

    /// <summary>The arbitration group: accepts or refuses, and finds.</summary>
    public const string Arbitrate = "arbitrate";

    /// <summary>The organising committee's last word.</summary>
    public const string RuleOnAppeals = "rule-on-appeals";

    /// <summary>Every appeal of an event.</summary>
    public const string ReadAppeals = "read-appeals";

    /// <summary>Those who file and those who decide.</summary>
    public const string SeeAppeals = "see-appeals";

    /// <summary>更正单 of an event, by work code.</summary>
    public const string ReadSlips = "read-slips";
    public const string DrawSlips = "draw-slips";
    public const string SignSlips = "sign-slips";

    /// <summary>评分单 of an event by module and day, by work code.</summary>
    public const string ReadSheets = "read-sheets";

    /// <summary>The second person's word on a sheet.</summary>
    public const string ConfirmSheets = "confirm-sheets";
    public const string LockSheets = "lock-sheets";

    /// <summary>Opens what was locked, with a reason.</summary>
    public const string UnlockSheets = "unlock-sheets";

    /// <summary>成绩复核 of an event, by work code.</summary>
    public const string ReadRechecks = "read-rechecks";

    /// <summary>监督: draws what is re-checked, re-checks and signs.</summary>
    public const string Recheck = "recheck";

    /// <summary>公示 of his bodies and events: the list, its days, how many objected.</summary>
    public const string ReadNotices = "read-notices";

    /// <summary>Reads objections to a notice and answers them; closes and withdraws notices. Who runs an event does not handle what is said against it.</summary>
    public const string HandleObjections = "handle-objections";

    /// <summary>The register of honours: whose, the scope says.</summary>
    public const string ReadHonours = "read-honours";

    /// <summary>Enters, grants and withdraws what his body grants, and makes its certificates.</summary>
    public const string GrantHonours = "grant-honours";

    /// <summary>Brings the picture of a real stamp, and prints with it.</summary>
    public const string KeepStamps = "keep-stamps";

    /// <summary>合理化建议 of the units below: reads, compares and counts them.</summary>
    public const string ReadProposals = "read-proposals";

    /// <summary>Acts on the proposals of his own unit; which that is, the desk says.</summary>
    public const string HandleProposals = "handle-proposals";

    /// <summary>申报批次 of his bodies and those above: what is called for, by when, how many are recommended.</summary>
    public const string ReadCalls = "read-calls";

    /// <summary>Makes a body's calls and moves them on: formal check, experts, ranking, notice, naming.</summary>
    public const string RunCalls = "run-calls";

    /// <summary>Declares for a unit, or for himself.</summary>
    public const string Declare = "declare";

    /// <summary>Applications of his units, to his calls, or his own; what he may do with one, the application says.</summary>
    public const string ReadApplications = "read-applications";

    /// <summary>评审专家: scores what he was given, blind.</summary>
    public const string Review = "review";

    /// <summary>创新工作室: whose, the scope says.</summary>
    public const string ReadStudios = "read-studios";

    /// <summary>Keeps a studio's own record and reports its year.</summary>
    public const string KeepStudios = "keep-studios";

    /// <summary>Registers, assesses and raises studios, and takes plaques away.</summary>
    public const string NameStudios = "name-studios";

    /// <summary>工匠、技能带头人 and model workers: whose, the scope says.</summary>
    public const string ReadCraftsmen = "read-craftsmen";

    /// <summary>Recommends for a level, reports what he heard against one who holds it.</summary>
    public const string RecommendCraftsmen = "recommend-craftsmen";

    /// <summary>Appoints, suspends, revokes, rewards, and opens a year's duty checks.</summary>
    public const string NameCraftsmen = "name-craftsmen";

    /// <summary>The second person's word on a revocation.</summary>
    public const string ApproveRevocations = "approve-revocations";

    /// <summary>年度履职: of his units, or his own.</summary>
    public const string ReportDuties = "report-duties";

    public const string ReadPatents = "read-patents";

    /// <summary>Registers the patents of his own unit, what became of them and the fees.</summary>
    public const string KeepPatents = "keep-patents";

    /// <summary>Gives a patent's one reward.</summary>
    public const string RewardPatents = "reward-patents";

    /// <summary>成果: named 五小 and operation methods of the units below, with their spreading.</summary>
    public const string ReadInnovations = "read-innovations";

    /// <summary>Acts for his own unit on what it got named, and on what it adopted; which units, the desk says.</summary>
    public const string KeepInnovations = "keep-innovations";

    /// <summary>区总确认: the federation's word on a unit's spreading, project or need.</summary>
    public const string ConfirmInnovations = "confirm-innovations";

    private static readonly DutyKind[] Officers = [FederationOfficer, TownOfficer, EnterpriseOfficer];

    private static readonly DutyKind[] Judges = [ChiefJudge, ScoringJudge, FloorJudge, EncryptionJudge, ScoreClerk, Supervisor];

    private static readonly (string Name, bool AtPlace, DutyKind[] Kinds)[] Table =
    [
        (Own, false, [DutyKind.Worker]),
        (ManageAccounts, false, [SystemAdministrator]),
        (LockAccounts, false, [SystemAdministrator, SecurityAdministrator]),
        (ManageDuties, false, [SecurityAdministrator]),
        (ReadAudit, false, [AuditAdministrator]),
        (MakeKeys, false, [FederationOfficer]),
        (RevokeKeys, false, [SecurityAdministrator, FederationOfficer]),
        (ReadPeople, true, [.. Officers, FederationLeader, DisciplineInspector]),
        (ManagePeople, true, Officers),
        (ManageOrganisations, true, [FederationOfficer, TownOfficer]),
        (ReadContests, true, [.. Officers, FederationLeader, DisciplineInspector, EventOrganiser, TeamLeader, SheetUnlocker, .. Judges]),
        (Organise, true, [.. Officers, EventOrganiser]),
        (Appoint, true, [.. Officers, EventOrganiser, ChiefJudge]),
        (Approve, true, [FederationLeader]),
        (Confirm, true, [.. Officers, EventOrganiser, FederationLeader]),
        (ReadResults, true, [.. Officers, EventOrganiser, FederationLeader, DisciplineInspector, ChiefJudge, ScoreClerk, Supervisor]),
        (ComputeResults, true, [.. Officers, EventOrganiser, ScoreClerk]),
        (ConfirmResults, true, [.. Officers, EventOrganiser, FederationLeader, ChiefJudge, Supervisor]),
        (Enter, false, [.. Officers, TeamLeader]),
        (ReadEntries, false, [.. Officers, EventOrganiser, TeamLeader]),
        (Vet, false, [.. Officers, EventOrganiser]),
        (RunDay, true, [.. Officers, EventOrganiser, ChiefJudge, FloorJudge, Supervisor]),
        (Mark, true, [ChiefJudge, ScoringJudge, FloorJudge]),
        (WatchJury, true, [.. Officers, EventOrganiser, ChiefJudge, Supervisor]),
        (LeadMarking, true, [ChiefJudge]),
        (ReadViolations, true, [.. Officers, FederationLeader, DisciplineInspector, EventOrganiser, .. Judges]),
        (RecordViolations, true, [.. Officers, EventOrganiser, .. Judges]),
        (RuleOnViolations, true, [.. Officers, EventOrganiser, ChiefJudge, Supervisor]),
        (ReadCodes, true, [EncryptionJudge, Supervisor]),
        (KeepCodes, true, [EncryptionJudge]),
        (WitnessCodes, true, [Supervisor]),
        (KeepQuestions, false, [FederationOfficer, TechnicalExpert]),
        (Invigilate, false, [FederationOfficer, TechnicalExpert, EventOrganiser, ChiefJudge, FloorJudge]),
        (ReadScheme, true, [.. Officers, FederationLeader, DisciplineInspector, EventOrganiser, ChiefJudge, ScoringJudge, FloorJudge, ScoreClerk, Supervisor]),
        (FileAppeals, true, [TeamLeader]),
        (Arbitrate, true, [Supervisor]),
        (RuleOnAppeals, true, [.. Officers, FederationLeader]),
        (ReadAppeals, true, [.. Officers, FederationLeader, DisciplineInspector, Supervisor]),
        (SeeAppeals, true, [.. Officers, FederationLeader, DisciplineInspector, Supervisor, TeamLeader]),
        (ReadSlips, true, [.. Officers, EventOrganiser, ChiefJudge, Supervisor]),
        (DrawSlips, true, [ChiefJudge]),
        (SignSlips, true, [Supervisor]),
        (ReadSheets, true, [.. Officers, EventOrganiser, ChiefJudge, ScoreClerk, Supervisor, SheetUnlocker]),
        (ConfirmSheets, true, [ScoreClerk, Supervisor]),
        (LockSheets, true, [ChiefJudge]),
        (UnlockSheets, true, [SheetUnlocker]),
        (ReadRechecks, true, [.. Officers, FederationLeader, DisciplineInspector, EventOrganiser, ChiefJudge, Supervisor]),
        (Recheck, true, [Supervisor]),
        (ReadNotices, false, [.. Officers, FederationLeader, DisciplineInspector, EventOrganiser, ChiefJudge, Supervisor]),
        (HandleObjections, false, [.. Officers, Supervisor]),
        (ReadHonours, true, [.. Officers, FederationLeader, DisciplineInspector]),
        (GrantHonours, true, Officers),
        (KeepStamps, true, [FederationOfficer]),
        (ReadProposals, false, [.. Officers, FederationLeader, DisciplineInspector]),
        (HandleProposals, false, [TownOfficer, EnterpriseOfficer]),
        (ReadCalls, false, [.. Officers, FederationLeader, DisciplineInspector]),
        (RunCalls, false, Officers),
        (Declare, false, [.. Officers, DutyKind.Worker]),
        (ReadApplications, false, [.. Officers, FederationLeader, DisciplineInspector, DutyKind.Worker]),
        (Review, false, [ReviewExpert]),
        (ReadStudios, true, [.. Officers, FederationLeader, DisciplineInspector]),
        (KeepStudios, true, Officers),
        (NameStudios, true, [FederationOfficer]),
        (ReadCraftsmen, false, [.. Officers, FederationLeader, DisciplineInspector]),
        (RecommendCraftsmen, false, Officers),
        (NameCraftsmen, false, [FederationOfficer]),
        (ApproveRevocations, false, [FederationOfficer, FederationLeader]),
        (ReportDuties, false, [.. Officers, FederationLeader, DisciplineInspector, DutyKind.Worker]),
        (ReadPatents, false, [.. Officers, FederationLeader, DisciplineInspector]),
        (KeepPatents, false, [TownOfficer, EnterpriseOfficer]),
        (RewardPatents, false, [FederationOfficer]),
        (ReadInnovations, false, [.. Officers, FederationLeader, DisciplineInspector]),
        (KeepInnovations, false, Officers),
        (ConfirmInnovations, false, [FederationOfficer]),
        (EditScheme, true, [.. Officers, EventOrganiser, ChiefJudge]),
    ];

    public static AuthorizationBuilder AddPolicies(this AuthorizationBuilder policies)
    {
        policies.AddPolicy(Public, p => p.RequireAssertion(_ => true)).AddPolicy(SignedIn, p => p.RequireAuthenticatedUser());
        foreach (var (name, atPlace, kinds) in Table)
        {
            policies.AddPolicy(name, p => p.RequireAuthenticatedUser().AddRequirements(new DutyRequirement(name, kinds, atPlace)));
        }

        return policies;
    }

    public static IReadOnlyList<DutyKind> KindsOf(string policy) => Table.SingleOrDefault(p => p.Name == policy).Kinds ?? [];

    public static string Account(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)!;

    /// <summary>The key that a system asks with; null for a person.</summary>
    public static int? ApiKey(this ClaimsPrincipal user) => int.TryParse(user.FindFirstValue(ApiKeyScheme.Claim), out var id) ? id : null;

    /// <summary>The worker that the account belongs to; none for an account that is nobody's own.</summary>
    public static int? Worker(this ClaimsPrincipal user) => int.TryParse(user.FindFirstValue(AccountClaims.WorkerId), out var id) ? id : null;
}
