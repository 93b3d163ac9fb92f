using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Sessions;

public sealed class SessionForm : IForm
{
    [Display(Name = "模块"), Required]
    public string Module { get; set; } = "";

    [Display(Name = "场次名称"), Required, StringLength(50)]
    public string Name { get; set; } = "";

    [Display(Name = "赛场（房间）"), Required, StringLength(50)]
    public string Room { get; set; } = "";

    /// <summary>Wall clock in China.</summary>
    [Display(Name = "开始时间"), Required]
    public DateTime? PlannedAt { get; set; }

    [Display(Name = "时长"), Range(1, 1440)]
    public int Minutes { get; set; } = 120;

    /// <summary>One a line, equipment after a space; or a number of seats, numbered 01, 02, …</summary>
    [Display(Name = "赛位"), Required, StringLength(10_000)]
    public string Seats { get; set; } = "";

    /// <exception cref="Refusal">session.seats-shape</exception>
    public IReadOnlyList<(string Number, string? Equipment)> SeatLines()
    {
        var lines = Seats.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines is [var only] && int.TryParse(only, out var count) && count is > 1 and <= 500)
        {
            return [.. Enumerable.Range(1, count).Select(n => ($"{n:00}", (string?)null))];
        }

        List<(string Number, string? Equipment)> seats = [.. lines.Select(l => l.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)).Select(p => (p[0], p.Length > 1 ? p[1].Trim() : null))];
        Refusal.Unless(seats.Count is > 0 and <= 500 && seats.All(s => s.Number.Length <= 16 && s.Equipment is not { Length: > 200 }) && seats.DistinctBy(s => s.Number).Count() == seats.Count, "session.seats-shape");
        return seats;
    }
}

public sealed record SessionRow(int Id, string Name, string Module, string Room, DateTime PlannedAt, int Minutes, SessionStage Stage, int Seats, int Assigned, int SignedIn, int Absent);

public sealed record SessionsPage(Event Event, IReadOnlyList<SessionRow> Sessions, int Unseated);

/// <param name="Left">Seconds that the seat still has; 0 when it is over.</param>
public sealed record SeatRow(
    int Id, string Number, string? Equipment, int? EntryId, string? Admission, string? Names, string? Unit, Attendance Attendance, bool CameLate,
    DateTime? SignedInAt, int Extra, DateTime? EndedAt, int Left);

public sealed record SessionPage(Event Event, Session Session, IReadOnlyList<SeatRow> Seats, DateTime Now)
{
    public int Left => (int)Session.RemainingAt(Now).TotalSeconds;

    public int Count(Attendance attendance) => Seats.Count(s => s.EntryId is not null && s.Attendance == attendance);

    public int Assigned => Seats.Count(s => s.EntryId is not null);
}
