using Competitions.Contests;
using Competitions.Data;

namespace Competitions.Web.Seeding;

/// <summary>The days of the demo's events: rooms, seats, sign-in and clocks.</summary>
internal sealed class DemoSessions(CompetitionsDb db, DateTime now)
{
    private const int Seats = 12;
    private const string Floor = "demo-floor";

    private static readonly string[] Rooms = ["一号实训室", "二号实训室", "三号实训室"];

    /// <summary>Seats for all, a session for each dozen, none begun.</summary>
    public async Task<IReadOnlyList<(Session Session, List<Seat> Seats)>> Plan(Event made, IReadOnlyList<Entry> entries, DateTime first)
    {
        var module = made.Modules.First(m => m.Kind is ModuleKind.Practical);
        var order = Seating.Spread(entries.Select(e => (e.Id, e.UnitId)), $"{made.Code}/demo");
        var planned = new List<(Session Session, List<Seat> Seats)>();
        foreach (var (chunk, i) in order.Chunk(Seats).Select((c, i) => (c, i)))
        {
            var session = new Session(made, module.Code, $"第{"一二三四五"[i % 5]}场", Rooms[i % Rooms.Length], first.AddMinutes(i * (module.Minutes + 30)), module.Minutes);
            db.Add(session);
            await db.SaveChangesAsync();
            var seats = chunk.Select((entry, n) =>
            {
                var seat = new Seat(session.Id, $"{i + 1}{n + 1:00}", $"{made.OccupationName}工位 {n + 1:00}");
                seat.Assign(entry);
                return seat;
            }).ToList();
            db.AddRange(seats);
            planned.Add((session, seats));
        }

        await db.SaveChangesAsync();
        return planned;
    }

    /// <summary>Everybody of a session signs in and it starts; in the one that is running a failure has cost a seat ten minutes.</summary>
    /// <param name="absent">Entries that did not come.</param>
    public async Task Run(Event made, Session session, IReadOnlyList<Seat> seats, DateTime startedAt, bool ends, IReadOnlyCollection<int>? absent = null)
    {
        foreach (var seat in seats.Where(s => absent?.Contains(s.EntryId!.Value) is not true))
        {
            seat.SignIn(session, made.Rules.Day, Floor, startedAt.AddMinutes(-20));
        }

        session.Make(SessionMove.Start, Floor, startedAt);
        foreach (var seat in seats.Where(s => s.Attendance is Attendance.Expected))
        {
            seat.MarkAbsent(session, made.Rules.Day, startedAt.AddMinutes(made.Rules.Day.LateMinutes + 1));
        }

        var working = seats.First(s => s.Attendance is Attendance.SignedIn);
        if (ends)
        {
            var end = startedAt.AddMinutes(session.Minutes);
            working.HandIn(session, made.Rules.Day, end.AddMinutes(-25));
            session.Make(SessionMove.End, Floor, end);
            foreach (var seat in seats)
            {
                seat.End(session, end);
            }
        }
        else
        {
            session.Make(SessionMove.Pause, "demo-chief", startedAt.AddMinutes(25), "赛场照明回路跳闸，恢复供电。");
            session.Make(SessionMove.Resume, "demo-chief", startedAt.AddMinutes(31));
            working.GiveExtraTime(10, "非选手原因设备故障，更换工位耽误。", "demo-chief", now.AddMinutes(-8));
        }

        await db.SaveChangesAsync();
    }
}
