namespace Competitions.Contests;

public enum Attendance
{
    /// <summary>未到.</summary>
    Expected,

    /// <summary>已签到.</summary>
    SignedIn,

    /// <summary>缺考.</summary>
    Absent,
}

/// <summary>Minutes given to one seat, with the reason: an equipment failure not of the competitor's making.</summary>
public sealed record ExtraTime(int Minutes, string Why, string By, DateTime At);

/// <summary>赛位·工位 in one session. An aggregate of its own: many clerks sign in at once.</summary>
public sealed class Seat(int sessionId, string number, string? equipment)
{
    private readonly List<ExtraTime> _extraTimes = [];

    public int Id { get; private set; }
    public int SessionId { get; private set; } = sessionId;
    public string Number { get; private set; } = number;
    public string? Equipment { get; private set; } = equipment;
    public int? EntryId { get; private set; }
    public Attendance Attendance { get; private set; }
    public bool CameLate { get; private set; }
    public DateTime? SignedInAt { get; private set; }
    public string? SignedInBy { get; private set; }

    /// <summary>The actual end of this competitor's session; the appeal's clock begins here.</summary>
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ExtraTime> ExtraTimes => _extraTimes;

    public int ExtraMinutes => _extraTimes.Sum(e => e.Minutes);

    public void Assign(int? entryId)
    {
        Refusal.Unless(Attendance is Attendance.Expected, "seat.already-used", Number);
        (EntryId, Version) = (entryId, Version + 1);
    }

    /// <summary>P-LATE: later than the limit after the start ⇒ no entry, counted absent.</summary>
    /// <exception cref="Refusal">seat.sign-in-not-open, .too-late, .already-signed-in, .nobody-here, session.has-ended</exception>
    public void SignIn(Session session, DayRules rules, string by, DateTime at)
    {
        Refusal.Unless(EntryId is not null, "seat.nobody-here", Number);
        Refusal.Unless(Attendance is not Attendance.SignedIn, "seat.already-signed-in", Number);
        Refusal.Unless(session.Stage is not SessionStage.Ended, "session.has-ended");
        Refusal.Unless(session.StartedAt is not null || at >= session.PlannedAt.AddMinutes(-rules.SignInMinutes), "seat.sign-in-not-open", rules.SignInMinutes);
        Refusal.Unless(session.StartedAt is not { } started || at <= started.AddMinutes(rules.LateMinutes), "seat.too-late", rules.LateMinutes);
        (Attendance, SignedInAt, SignedInBy, CameLate) = (Attendance.SignedIn, at, by, session.StartedAt < at);
        Version++;
    }

    public void UndoSignIn(Session session)
    {
        Refusal.Unless(Attendance is Attendance.SignedIn && session.Stage is SessionStage.Planned, "seat.cannot-undo");
        (Attendance, SignedInAt, SignedInBy, CameLate, Version) = (Attendance.Expected, null, null, false, Version + 1);
    }

    /// <summary>Only after the limit for late comers has passed.</summary>
    public void MarkAbsent(Session session, DayRules rules, DateTime at)
    {
        Refusal.Unless(EntryId is not null && Attendance is Attendance.Expected, "seat.not-expected", Number);
        Refusal.Unless(session.StartedAt is { } started && at > started.AddMinutes(rules.LateMinutes), "seat.may-still-come", rules.LateMinutes);
        (Attendance, Version) = (Attendance.Absent, Version + 1);
    }

    public void GiveExtraTime(int minutes, string why, string by, DateTime at)
    {
        Refusal.Unless(minutes is >= 1 and <= 600, "seat.extra-minutes");
        Refusal.Unless(why.Trim().Length > 0, "session.reason-missing");
        Refusal.Unless(Attendance is Attendance.SignedIn && EndedAt is null, "seat.not-working", Number);
        _extraTimes.Add(new ExtraTime(minutes, why.Trim(), by, at));
        Version++;
    }

    /// <summary>交卷·交件; not in the first minutes.</summary>
    public void HandIn(Session session, DayRules rules, DateTime at)
    {
        Refusal.Unless(Attendance is Attendance.SignedIn && EndedAt is null && session.StartedAt is not null, "seat.not-working", Number);
        Refusal.Unless(session.ElapsedAt(at) >= TimeSpan.FromMinutes(rules.NoHandInMinutes), "seat.hand-in-too-early", rules.NoHandInMinutes);
        End(session, at);
    }

    /// <summary>When the session ends: at the instant its own time ran out, or now where it had not.</summary>
    public void End(Session session, DateTime at)
    {
        if (Attendance is Attendance.SignedIn && EndedAt is null)
        {
            (EndedAt, Version) = (session.TimeUpAt(ExtraMinutes, at) ?? at, Version + 1);
        }
    }

    public bool HasTime(Session session, DateTime at) =>
        Attendance is Attendance.SignedIn && EndedAt is null && session.RemainingAt(at, ExtraMinutes) > TimeSpan.Zero;
}
