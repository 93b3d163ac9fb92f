using static Competitions.People.DutyKind;

namespace Competitions.People;

/// <summary>
/// Duties that one account does not hold at the same time: the three administrators (GB/T 22239 via data-protection.md §10.3), who
/// runs a contest and who scores in it, who scores and who knows or supervises (actors.md §3.2).
/// </summary>
public static class DutyConflicts
{
    private static readonly DutyKind[] Administrators = [SystemAdministrator, SecurityAdministrator, AuditAdministrator];
    private static readonly DutyKind[] Marking = [ChiefJudge, ScoringJudge, FloorJudge];

    /// <summary>In one event: whoever holds a duty of the first list holds none of the second.</summary>
    private static readonly (DutyKind[] One, DutyKind[] Other)[] ApartInOneEvent =
    [
        ([EncryptionJudge], Marking),
        ([ScoreClerk], Marking),
        ([Supervisor], [.. Marking, EncryptionJudge, ScoreClerk, EventOrganiser]),
        ([EventOrganiser], Marking),
        ([SheetUnlocker], [.. Marking, EncryptionJudge, ScoreClerk]),
        ([TeamLeader, Coach], [.. Marking, EncryptionJudge, ScoreClerk, Supervisor, SheetUnlocker, EventOrganiser]),
    ];

    public static bool IsAdministrator(DutyKind kind) => Administrators.Contains(kind);

    /// <summary>Nobody judges, clerks, codes or supervises where he competes or has trained a competitor (执裁回避, W01).</summary>
    public static bool NeedsRecusal(DutyKind kind) => Marking.Contains(kind) || kind is EncryptionJudge or ScoreClerk or Supervisor or SheetUnlocker;

    /// <summary>Holds a duty that is to be given against all that its account has, ended or still to come.</summary>
    /// <exception cref="Refusal">duty.already-held, .administrators-apart, .administrator-alone, .officer-scores, .apart-in-event</exception>
    public static void Check(Duty wanted, IEnumerable<Duty> held)
    {
        foreach (var other in held.Where(d => d.Overlaps(wanted)))
        {
            var samePlace = other.OrganisationId == wanted.OrganisationId && other.EventId == wanted.EventId;
            Refusal.Unless(!samePlace || other.Kind != wanted.Kind, "duty.already-held");
            var (one, two) = (IsAdministrator(wanted.Kind), IsAdministrator(other.Kind));
            Refusal.Unless(!one || !two || wanted.Kind == other.Kind, "duty.administrators-apart");
            Refusal.Unless(one == two || wanted.Kind is DutyKind.Worker || other.Kind is DutyKind.Worker, "duty.administrator-alone");
            Refusal.Unless(!Both([FederationOfficer], Marking, wanted.Kind, other.Kind), "duty.officer-scores");
            Refusal.Unless(
                wanted.EventId is null || !samePlace || !ApartInOneEvent.Any(a => Both(a.One, a.Other, wanted.Kind, other.Kind)),
                "duty.apart-in-event", wanted.Kind, other.Kind);
        }
    }

    private static bool Both(DutyKind[] some, DutyKind[] others, DutyKind one, DutyKind two) =>
        (some.Contains(one) && others.Contains(two)) || (some.Contains(two) && others.Contains(one));
}
