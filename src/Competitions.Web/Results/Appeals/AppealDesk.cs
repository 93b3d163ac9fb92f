using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Scoring;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Appeals;

/// <summary>Whose part a leader may appeal about, when it ended, and who may decide on it.</summary>
public sealed class AppealDesk(CompetitionsDb db, MyDuties duties, IAuthorizationService policies, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly DutyKind[] Judges = [DutyKind.ChiefJudge, DutyKind.ScoringJudge, DutyKind.FloorJudge, DutyKind.EncryptionJudge, DutyKind.ScoreClerk];

    public string Me => duties.Account!;

    public async Task<Event> Event(string code) => Missing.Unless(await db.Events.AsNoTracking().WithCode(code));

    /// <summary>Held against the event in the address.</summary>
    public async Task<bool> May(string policy) => (await policies.AuthorizeAsync(http.HttpContext!.User, policy)).Succeeded;

    /// <summary>A leader sees his own, the arbitration group and the committee all; nobody else any.</summary>
    public async Task<IQueryable<Appeal>> Visible(Event of)
    {
        var (me, all) = (Me, await May(Policies.ReadAppeals));
        return db.Appeals.Where(a => a.EventId == of.Id && (all || a.FiledBy == me));
    }

    public async Task<Appeal> Load(Event of, int id) => Missing.Unless(await (await Visible(of)).SingleOrDefaultAsync(a => a.Id == id));

    /// <summary>Entries of the units that the caller leads in the event: his own unit, and those whose entries name him as their leader.</summary>
    public async Task<IQueryable<Entry>> Led(Event of)
    {
        var (today, me) = (clock.Today(), Me);
        var worker = await db.Users.Where(u => u.Id == me).Select(u => u.WorkerId).SingleOrDefaultAsync();
        return db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Placed.Contains(e.Stage) && worker != null
            && (db.Workers.Any(w => w.Id == worker && w.Memberships.Any(m => m.OrganisationId == e.UnitId && m.From <= today && (m.To == null || m.To >= today)))
                || db.Entries.Any(x => x.EventId == of.Id && x.UnitId == e.UnitId && x.Members.Any(m => m.WorkerId == worker && m.Role == EntryRole.Leader))));
    }

    /// <summary>By the server's clock, each one's extra time counted: of his seat, of his sitting, of the session that he missed. Null while it goes on. Two queries.</summary>
    public async Task<IReadOnlyDictionary<(int Entry, string Module), DateTime?>> Ends(Event of, IReadOnlyCollection<int> entries)
    {
        var seats = await (
            from seat in db.Seats.AsNoTracking()
            where seat.EntryId != null && entries.Contains(seat.EntryId.Value)
            join session in db.Sessions.AsNoTracking() on seat.SessionId equals session.Id
            where session.EventId == of.Id
            select new { Entry = seat.EntryId!.Value, seat.EndedAt, seat.Attendance, Session = session }).ToListAsync();
        var ends = seats.Select(s => (Key: (s.Entry, s.Session.Module), End: s.EndedAt ?? (s.Attendance is Attendance.SignedIn ? null : s.Session.EndedAt))).ToList();
        var prefix = TakeSittingResults.PurposeOf(of.Code, "");
        ends.AddRange((await (
            from sitting in db.Sittings.AsNoTracking()
            join occasion in db.Occasions on sitting.OccasionId equals occasion.Id
            where occasion.Purpose.StartsWith(prefix)
            from entry in db.Entries
            where entries.Contains(entry.Id) && entry.Members.Any(m => m.WorkerId == sitting.WorkerId && m.Role == EntryRole.Competitor)
            select new { entry.Id, occasion.Purpose, sitting.HandedInAt }).ToListAsync()).Select(s => (Key: (s.Id, s.Purpose[prefix.Length..]), End: s.HandedInAt)));
        return ends.GroupBy(e => e.Key).ToDictionary(e => e.Key, e => e.Any(x => x.End is null) ? null : e.Max(x => x.End));
    }

    /// <summary>The caller as one who decides: whether he judges the event, or is of that unit.</summary>
    public async Task<Arbiter> Arbiter(Event of, Appeal appeal)
    {
        var (me, today) = (Me, clock.Today());
        var judges = await db.Duties.AnyAsync(d => d.AccountId == me && d.EventId == of.Id && Judges.Contains(d.Kind))
            || await db.Panels.AnyAsync(p => p.EventId == of.Id && p.Judges.Any(j => j.Account == me));
        var worker = await db.Users.Where(u => u.Id == me).Select(u => u.WorkerId).SingleOrDefaultAsync();
        var own = worker is not null && await db.Workers.AnyAsync(w => w.Id == worker && w.Memberships.Any(m => m.OrganisationId == appeal.UnitId && m.From <= today && (m.To == null || m.To >= today)));
        return new Arbiter(me, judges, own);
    }
}
