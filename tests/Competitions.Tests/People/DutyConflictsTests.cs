using Competitions.People;
using static Competitions.People.DutyKind;

namespace Competitions.Tests.People;

/// <summary>actors.md §3.2, column "must not".</summary>
public class DutyConflictsTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);
    private static readonly Organisation Body = new("LP", "临平区总工会", "区总", OrganisationLevel.District, "federation", new DateOnly(2020, 1, 1));

    [Theory]
    [InlineData(SystemAdministrator, SecurityAdministrator)]
    [InlineData(SystemAdministrator, AuditAdministrator)]
    [InlineData(SecurityAdministrator, AuditAdministrator)]
    public void The_three_administrators_are_three_accounts(DutyKind one, DutyKind other)
    {
        Assert.Equal("duty.administrators-apart", Refused(At(one), At(other)));
        Assert.Equal("duty.administrators-apart", Refused(At(other), At(one)));
    }

    [Theory]
    [InlineData(SystemAdministrator)]
    [InlineData(SecurityAdministrator)]
    [InlineData(AuditAdministrator)]
    public void An_administrator_has_no_business_duty(DutyKind administrator)
    {
        Assert.Equal("duty.administrator-alone", Refused(At(FederationOfficer), At(administrator)));
        Assert.Equal("duty.administrator-alone", Refused(At(administrator), In(1, ScoringJudge)));
        Assert.Null(Refused(At(administrator), At(DutyKind.Worker))); // he is somebody's worker, too
    }

    [Theory]
    [InlineData(EncryptionJudge, ScoringJudge)]
    [InlineData(EncryptionJudge, ChiefJudge)]
    [InlineData(ScoreClerk, FloorJudge)]
    [InlineData(Supervisor, ChiefJudge)]
    [InlineData(Supervisor, EncryptionJudge)]
    [InlineData(Supervisor, EventOrganiser)]
    [InlineData(EventOrganiser, ScoringJudge)]
    [InlineData(TeamLeader, ScoringJudge)]
    [InlineData(Coach, Supervisor)]
    [InlineData(SheetUnlocker, ChiefJudge)]
    [InlineData(SheetUnlocker, ScoringJudge)]
    [InlineData(SheetUnlocker, ScoreClerk)]
    public void Who_marks_and_who_knows_or_supervises_are_apart_in_one_event_and_free_in_another(DutyKind one, DutyKind other)
    {
        Assert.Equal("duty.apart-in-event", Refused(In(1, one), In(1, other)));
        Assert.Equal("duty.apart-in-event", Refused(In(1, other), In(1, one)));
        Assert.Null(Refused(In(1, one), In(2, other)));
    }

    [Fact]
    public void A_federation_officer_scores_nowhere()
    {
        Assert.Equal("duty.officer-scores", Refused(In(1, ScoringJudge), At(FederationOfficer)));
        Assert.Equal("duty.officer-scores", Refused(At(FederationOfficer), In(2, ChiefJudge)));
        Assert.Null(Refused(In(1, EventOrganiser), At(FederationOfficer)));
    }

    [Fact]
    public void A_chief_judge_may_score_and_the_same_duty_is_not_held_twice_at_once()
    {
        Assert.Null(Refused(In(1, ScoringJudge), In(1, ChiefJudge)));
        Assert.Equal("duty.already-held", Refused(In(1, ScoringJudge), In(1, ScoringJudge)));
    }

    [Fact]
    public void Only_days_that_overlap_count_the_last_day_included()
    {
        var until = Duty.At(Body, "a", SystemAdministrator, Day, Day.AddDays(10), "b");
        Assert.Equal("duty.administrators-apart", Refused(Duty.At(Body, "a", AuditAdministrator, Day.AddDays(10), null, "b"), until));
        Assert.Null(Refused(Duty.At(Body, "a", AuditAdministrator, Day.AddDays(11), null, "b"), until));
        Assert.Null(Refused(Duty.At(Body, "a", AuditAdministrator, Day.AddDays(-9), Day.AddDays(-1), "b"), until));
    }

    private static Duty At(DutyKind kind) => Duty.At(Body, "a", kind, Day, null, "b");

    private static Duty In(int eventId, DutyKind kind) => Duty.In(eventId, "a", kind, Day, null, "b");

    private static string? Refused(Duty wanted, params Duty[] held)
    {
        try
        {
            DutyConflicts.Check(wanted, held);
            return null;
        }
        catch (Refusal no)
        {
            return no.Code;
        }
    }
}
