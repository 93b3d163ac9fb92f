using static Competitions.People.DutyKind;

namespace Competitions.People;

/// <summary>
/// 第二重验证: the duties that no password alone opens: federation staff, the three administrators, and who holds the codes of an event
/// or a half of their key (data-protection.md §10.3; design.md §9).
/// </summary>
public static class SecondFactor
{
    private static readonly DutyKind[] Duties = [SystemAdministrator, SecurityAdministrator, AuditAdministrator, FederationOfficer, FederationLeader, EncryptionJudge, Supervisor];

    public static bool IsNeededFor(DutyKind kind) => Duties.Contains(kind);
}
