using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Sessions;

[Route("events/{code}/sessions"), Authorize(Policies.RunDay)]
public sealed class SessionsController(CompetitionsDb db, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var rows = await db.Sessions.AsNoTracking().Where(s => s.EventId == of.Id).OrderBy(s => s.PlannedAt).ThenBy(s => s.Id)
            .Select(s => new SessionRow(s.Id, s.Name, s.Module, s.Room, s.PlannedAt, s.Minutes, s.Stage,
                db.Seats.Count(x => x.SessionId == s.Id), db.Seats.Count(x => x.SessionId == s.Id && x.EntryId != null),
                db.Seats.Count(x => x.SessionId == s.Id && x.Attendance == Attendance.SignedIn), db.Seats.Count(x => x.SessionId == s.Id && x.Attendance == Attendance.Absent)))
            .ToListAsync();
        var unseated = await db.Entries.CountAsync(e => e.EventId == of.Id && (e.Stage == EntryStage.Accepted || e.Stage == EntryStage.Confirmed) && !db.Seats.Any(s => s.EntryId == e.Id));
        return View(new SessionsPage(of, rows, unseated));
    }

    [HttpGet("new"), Authorize(Policies.Organise)]
    public async Task<IActionResult> New(string code)
    {
        var of = await Modules(code);
        return View(of.Modules is [{ Minutes: > 0 } first, ..] ? new SessionForm { Module = first.Code, Minutes = first.Minutes } : new SessionForm());
    }

    [HttpPost(""), Authorize(Policies.Organise)]
    public async Task<IActionResult> Create(string code, SessionForm form)
    {
        var of = await Modules(code);
        var seats = form.SeatLines();
        var session = new Session(of, form.Module, form.Name, form.Room, form.PlannedAt!.Value.FromChina(), form.Minutes);
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(session);
        await db.SaveChangesAsync();
        db.AddRange(seats.Select(s => new Seat(session.Id, s.Number, s.Equipment)));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        TempData["Done"] = $"已建立{session.Name}，赛位 {seats.Count} 个。";
        return RedirectToAction("Show", new { code, id = session.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id) => View(await Page(code, id));

    [HttpGet("{id:int}/edit"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Edit(string code, int id)
    {
        await Modules(code);
        var session = await db.Session(code, id);
        var seats = await db.Seats.Where(s => s.SessionId == id).OrderBy(s => s.Number).Select(s => s.Number + " " + s.Equipment).ToListAsync();
        return View(new SessionForm { Module = session.Module, Name = session.Name, Room = session.Room, PlannedAt = session.PlannedAt.InChina(), Minutes = session.Minutes, Seats = string.Join('\n', seats.Select(s => s.Trim())) });
    }

    [HttpPost("{id:int}"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Update(string code, int id, SessionForm form)
    {
        await Modules(code);
        var session = await db.Session(code, id);
        session.Plan(form.Name, form.Room, form.PlannedAt!.Value.FromChina(), form.Minutes);
        var (lines, seats) = (form.SeatLines(), await db.Seats.Where(s => s.SessionId == id).ToListAsync());
        if (!lines.Select(l => l.Number).ToHashSet().SetEquals(seats.Select(s => s.Number)))
        {
            Refusal.Unless(seats.All(s => s.EntryId is null), "session.seats-in-use");
            db.RemoveRange(seats);
            await db.SaveChangesAsync();
            db.AddRange(lines.Select(s => new Seat(id, s.Number, s.Equipment)));
        }

        await db.SaveChangesAsync();
        return RedirectToAction("Show", new { code, id });
    }

    /// <summary>What the page's clock asks for every few seconds: server time decides, the page only counts between.</summary>
    [HttpGet("{id:int}/clock")]
    public async Task<IActionResult> Clock(string code, int id)
    {
        var session = await db.Session(code, id);
        var now = clock.UtcNow();
        var seats = await db.Seats.AsNoTracking().Where(s => s.SessionId == id && s.EntryId != null).ToListAsync();
        return Json(new
        {
            session.Stage,
            Left = (int)session.RemainingAt(now).TotalSeconds,
            Runs = session.Stage is SessionStage.Running,
            SignedIn = seats.Count(s => s.Attendance is Attendance.SignedIn),
            Absent = seats.Count(s => s.Attendance is Attendance.Absent),
            Seats = seats.Select(s => new { s.Id, Left = s.HasTime(session, now) ? (int)session.RemainingAt(now, s.ExtraMinutes).TotalSeconds : 0 }),
        });
    }

    async Task IFills.Fill(IForm form)
    {
        var code = (string)RouteData.Values["code"]!;
        await Modules(code);
        if (RouteData.Values["id"] is string id)
        {
            await db.Session(code, int.Parse(id, CultureInfo.InvariantCulture));
        }
    }

    private async Task<SessionPage> Page(string code, int id)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var session = Missing.Unless(await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.EventId == of.Id));
        var now = clock.UtcNow();
        var seats = await db.Seats.AsNoTracking().Where(s => s.SessionId == id).OrderBy(s => s.Number).ToListAsync();
        var entries = await db.Entries.AsNoTracking().Where(e => e.EventId == of.Id && db.Seats.Any(s => s.SessionId == id && s.EntryId == e.Id))
            .Select(e => new { e.Id, e.AdmissionNumber, e.UnitName, e.TeamName, Names = e.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name) }).ToDictionaryAsync(e => e.Id);
        return new SessionPage(of, session, [.. seats.Select(s =>
        {
            var entry = s.EntryId is { } e ? entries.GetValueOrDefault(e) : null;
            return new SeatRow(s.Id, s.Number, s.Equipment, s.EntryId, entry?.AdmissionNumber, entry?.TeamName ?? (entry is null ? null : string.Join('、', entry.Names)), entry?.UnitName,
                s.Attendance, s.CameLate, s.SignedInAt, s.ExtraMinutes, s.EndedAt, s.HasTime(session, now) ? (int)session.RemainingAt(now, s.ExtraMinutes).TotalSeconds : 0);
        })], now);
    }

    private async Task<Event> Modules(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        ViewData["Event"] = of;
        return of;
    }
}

internal static class SessionQueries
{
    /// <summary>The session, if it is one of the event in the address.</summary>
    public static async Task<Session> Session(this CompetitionsDb db, string code, int id) =>
        Missing.Unless(await (from s in db.Sessions join e in db.Events on s.EventId equals e.Id where s.Id == id && e.Code == code select s).SingleOrDefaultAsync());
}
