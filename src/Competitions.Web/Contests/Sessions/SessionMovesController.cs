using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Sessions;

/// <summary>The session's clock: start, pause, resume, end.</summary>
[Route("events/{code}/sessions/{id:int}/moves"), Authorize(Policies.RunDay)]
public sealed class SessionMovesController(CompetitionsDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, [BindRequired] SessionMove move, string? why)
    {
        var (session, now) = (await db.Session(code, id), clock.UtcNow());
        var seats = await db.Seats.Where(s => s.SessionId == id && s.Attendance == Attendance.SignedIn && s.EndedAt == null).ToListAsync();
        session.Make(move, User.Account(), now, why ?? "", seats.Count(s => s.HasTime(session, now)));
        if (move is SessionMove.End)
        {
            seats.ForEach(s => s.End(session, now));
        }

        await db.SaveChangesAsync();
        return RedirectToAction("Show", "Sessions", new { code, id });
    }
}

/// <summary>Who sits where: by rule for all that have no seat in this module yet, or by hand.</summary>
[Route("events/{code}/sessions/{id:int}/assignments"), Authorize(Policies.Organise)]
public sealed class AssignmentsController(CompetitionsDb db, TimeProvider clock, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id)
    {
        var session = await db.Session(code, id);
        Refusal.Unless(session.Stage is SessionStage.Planned, "session.has-begun");
        var seats = await db.Seats.Where(s => s.SessionId == id && s.EntryId == null).OrderBy(s => s.Number).ToListAsync();
        var waiting = await (await Entrants(session)).AsNoTracking()
            .Where(e => !db.Seats.Any(s => s.EntryId == e.Id && db.Sessions.Any(x => x.Id == s.SessionId && x.Module == session.Module)))
            .Select(e => new { e.Id, e.UnitId }).ToListAsync();
        Refusal.Unless(waiting.Count > 0, "session.nobody-to-seat");

        var seed = $"{code}/{id}/{clock.UtcNow():O}";
        var order = Seating.Spread(waiting.Select(e => (e.Id, e.UnitId)), seed);
        foreach (var (seat, entry) in seats.Zip(order))
        {
            seat.Assign(entry);
        }

        await db.SaveChangesAsync();
        await audit.Write("session.assign", $"{id}", why: seed);
        var left = waiting.Count - Math.Min(seats.Count, waiting.Count);
        TempData["Done"] = left == 0 ? $"已安排 {waiting.Count} 人。" : $"已安排 {seats.Count} 人；赛位不够，还有 {left} 人待安排。";
        return RedirectToAction("Show", "Sessions", new { code, id });
    }

    /// <summary>In a later round those whom its published list brings, in the first all who have a place.</summary>
    private async Task<IQueryable<Entry>> Entrants(Session session)
    {
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == session.EventId);
        var round = of.Modules.FirstOrDefault(m => m.Code == session.Module)?.Round;
        return of.IsLaterRound(round) ? db.TakingPart(of, round) : db.Entries.Where(e => e.EventId == of.Id && (e.Stage == EntryStage.Accepted || e.Stage == EntryStage.Confirmed));
    }

    /// <summary>By hand: an admission number at a seat, or nothing to free it. An entry changes places by one step.</summary>
    [HttpPost("{seat:int}")]
    public async Task<IActionResult> Update(string code, int id, int seat, string? admission)
    {
        var session = await db.Session(code, id);
        Refusal.Unless(session.Stage is SessionStage.Planned, "session.has-begun");
        var chosen = Missing.Unless(await db.Seats.SingleOrDefaultAsync(s => s.Id == seat && s.SessionId == id));
        int? entry = null;
        if (!string.IsNullOrWhiteSpace(admission))
        {
            var number = admission.Trim();
            entry = await (await Entrants(session)).Where(e => e.AdmissionNumber == number).Select(e => (int?)e.Id).SingleOrDefaultAsync()
                ?? throw new Refusal("sign-in.no-such-ticket", number);
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (entry is not null && await db.Seats.SingleOrDefaultAsync(s => s.SessionId == id && s.EntryId == entry && s.Id != seat) is { } before)
        {
            before.Assign(null);
            await db.SaveChangesAsync();
        }

        chosen.Assign(entry);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return RedirectToAction("Show", "Sessions", new { code, id });
    }
}

/// <summary>Sign-in by scanning the ticket, by its number, or from the list.</summary>
[Route("events/{code}/sessions/{id:int}/sign-ins"), Authorize(Policies.RunDay)]
public sealed class SignInsController(CompetitionsDb db, TimeProvider clock) : Controller
{
    /// <param name="code">Event.</param>
    /// <param name="id">Session.</param>
    /// <param name="ticket">What the ticket's QR holds (event/number), or the number alone.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, string? ticket)
    {
        var number = (ticket ?? "").Trim().Split('/')[^1];
        var session = await db.Session(code, id);
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == session.EventId);
        var found = await (from s in db.Seats join e in db.Entries on s.EntryId equals e.Id where s.SessionId == id && e.AdmissionNumber == number select new { Seat = s, Entry = e }).SingleOrDefaultAsync()
            ?? throw new Refusal("sign-in.no-such-ticket", number);
        found.Seat.SignIn(session, of.Rules.Day, User.Account(), clock.UtcNow());
        if (EntryLifecycle.Next(found.Entry.Stage, EntryMove.SignIn) is not null)
        {
            found.Entry.Make(EntryMove.SignIn, User.Account(), clock.UtcNow());
        }

        await db.SaveChangesAsync();
        TempData["Done"] = $"{found.Seat.Number} 号赛位已签到{(found.Seat.CameLate ? "（迟到）" : "")}。";
        return RedirectToAction("Show", "Sessions", new { code, id });
    }

    [HttpPost("{seat:int}/delete")]
    public async Task<IActionResult> Delete(string code, int id, int seat)
    {
        var session = await db.Session(code, id);
        var found = Missing.Unless(await db.Seats.SingleOrDefaultAsync(s => s.Id == seat && s.SessionId == id));
        found.UndoSignIn(session);
        var entry = await db.Entries.SingleAsync(e => e.Id == found.EntryId);
        if (entry.Stage is EntryStage.SignedIn && !await db.Seats.AnyAsync(s => s.EntryId == entry.Id && s.Id != seat && s.Attendance == Attendance.SignedIn))
        {
            entry.Make(EntryMove.UndoSignIn, User.Account(), clock.UtcNow(), "签到登记有误");
        }

        await db.SaveChangesAsync();
        return RedirectToAction("Show", "Sessions", new { code, id });
    }
}

/// <summary>Absent by rule: all who have not come when the limit for late comers has passed.</summary>
[Route("events/{code}/sessions/{id:int}/absences"), Authorize(Policies.RunDay)]
public sealed class AbsencesController(CompetitionsDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id)
    {
        var (session, now) = (await db.Session(code, id), clock.UtcNow());
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == session.EventId);
        var seats = await db.Seats.Where(s => s.SessionId == id && s.EntryId != null && s.Attendance == Attendance.Expected).ToListAsync();
        var ids = seats.Select(s => s.EntryId).ToList();
        var entries = await db.Entries.Where(e => ids.Contains(e.Id)).ToListAsync();
        seats.ForEach(s => s.MarkAbsent(session, of.Rules.Day, now));
        foreach (var entry in entries.Where(e => EntryLifecycle.Next(e.Stage, EntryMove.MarkAbsent) is not null))
        {
            entry.Make(EntryMove.MarkAbsent, User.Account(), now, $"开赛 {of.Rules.Day.LateMinutes} 分钟未到");
        }

        await db.SaveChangesAsync();
        TempData["Done"] = seats.Count == 0 ? "没有未到的选手。" : $"已登记缺考 {seats.Count} 人。";
        return RedirectToAction("Show", "Sessions", new { code, id });
    }
}

/// <summary>Minutes more for one seat, with the reason; the chief judge decides.</summary>
[Route("events/{code}/sessions/{id:int}/seats/{seat:int}"), Authorize(Policies.RunDay)]
public sealed class SeatTimesController(CompetitionsDb db, TimeProvider clock, AuditTrail audit) : Controller
{
    [HttpPost("extra-times")]
    public async Task<IActionResult> Create(string code, int id, int seat, [BindRequired] int minutes, string? why)
    {
        var found = await Seat(code, id, seat);
        found.Seat.GiveExtraTime(minutes, why ?? "", User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("session.extra-time", $"{id}/{found.Seat.Number}", why: $"{minutes} min");
        return RedirectToAction("Show", "Sessions", new { code, id });
    }

    /// <summary>交卷·交件.</summary>
    [HttpPost("hand-ins")]
    public async Task<IActionResult> Update(string code, int id, int seat)
    {
        var found = await Seat(code, id, seat);
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == found.Session.EventId);
        found.Seat.HandIn(found.Session, of.Rules.Day, clock.UtcNow());
        await db.SaveChangesAsync();
        return RedirectToAction("Show", "Sessions", new { code, id });
    }

    private async Task<(Session Session, Seat Seat)> Seat(string code, int id, int seat) =>
        (await db.Session(code, id), Missing.Unless(await db.Seats.SingleOrDefaultAsync(s => s.Id == seat && s.SessionId == id)));
}
