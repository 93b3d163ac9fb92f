using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests;

/// <summary>Registration, the last day for a substitution, the days of the contest, and its sessions; four queries.</summary>
public sealed class ContestDeadlines(IHttpContextAccessor http) : IDeadlines
{
    private static readonly EventStage[] StillChanging = [EventStage.Registration, EventStage.Vetting, EventStage.Ready, EventStage.Postponed];

    public async Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to)
    {
        var worker = http.HttpContext?.User.Worker();
        var own = await duties.Any([.. Policies.KindsOf(Policies.Own)]) ? worker : null;
        return (await OfContests(await db.ContestsOf(duties), db, from, to, c => $"/contests/{c}"))
            .Concat(await OfSessions(db, await db.EventsOf(duties), await db.EntriesOf(duties, worker), from, to))
            .Concat(own is { } me ? await OfMine(db, me, from, to) : []).DistinctBy(d => (d.At, d.Title, d.Detail));
    }

    private static async Task<IEnumerable<Deadline>> OfContests(IQueryable<Contest> contests, CompetitionsDb db, DateTime from, DateTime to, Func<string, string> address)
    {
        var (first, last) = (from.InChina().Date(), to.InChina().Date());
        var rows = await contests
            .Where(c => c.RegistrationOpensAt >= from && c.RegistrationOpensAt < to || c.RegistrationClosesAt >= from && c.RegistrationClosesAt < to || c.StartsOn >= first && c.StartsOn <= last)
            .Where(c => !db.Events.Any(e => e.ContestId == c.Id) || db.Events.Any(e => e.ContestId == c.Id && e.Stage != EventStage.Cancelled))
            .Select(c => new
            {
                c.Code, c.Name, c.RegistrationOpensAt, c.RegistrationClosesAt, c.StartsOn, c.EndsOn, c.Venue,
                Changing = db.Events.Any(e => e.ContestId == c.Id && StillChanging.Contains(e.Stage)),
            }).ToListAsync();
        return rows.SelectMany(c => new[]
        {
            c.RegistrationOpensAt is { } opens ? new Deadline(opens, $"{c.Name}：报名开始", opens.Clock(), address(c.Code), c.Code) : null,
            c.RegistrationClosesAt is { } closes ? new Deadline(closes, $"{c.Name}：报名截止", $"{closes.Clock()} 截止", address(c.Code), c.Code) : null,
            c.Changing ? new Deadline(c.StartsOn.StartInChina().AddMinutes(-1), $"{c.Name}：换人截止", "开赛前一天 24:00 前", address(c.Code), c.Code) : null,
            new Deadline(c.StartsOn.StartInChina(), $"{c.Name}：开赛", (c.EndsOn > c.StartsOn ? $"至 {c.EndsOn.MonthDay()}" : "一天") + (c.Venue is { Length: > 0 } venue ? $" · {venue}" : ""), address(c.Code), c.Code),
        }).OfType<Deadline>().Where(d => d.At >= from && d.At < to);
    }

    /// <summary>Sessions of the events whose page is the caller's, and those that his entries sit in.</summary>
    private static async Task<IEnumerable<Deadline>> OfSessions(CompetitionsDb db, IQueryable<Event> events, IQueryable<Entry> entries, DateTime begin, DateTime end)
    {
        var rows = await (
            from s in db.Sessions
            join e in db.Events on s.EventId equals e.Id
            join c in db.Contests on e.ContestId equals c.Id
            where s.PlannedAt >= begin && s.PlannedAt < end && e.Stage != EventStage.Cancelled
            let open = events.Any(mine => mine.Id == e.Id)
            where open || db.Seats.Any(seat => seat.SessionId == s.Id && entries.Any(x => x.Id == seat.EntryId))
            select new { s.Name, s.Room, s.PlannedAt, e.Title, Event = e.Code, Contest = c.Code, Open = open }).ToListAsync();
        return rows.Select(s => new Deadline(s.PlannedAt, $"{s.Title} · {s.Name}", $"{s.PlannedAt.Clock()} 开始 · {s.Room}", $"/events/{s.Event}{(s.Open ? "" : "/entries")}", s.Contest));
    }

    /// <summary>A worker's own: what he entered, where he sits.</summary>
    private static async Task<IEnumerable<Deadline>> OfMine(CompetitionsDb db, int me, DateTime from, DateTime to)
    {
        var mine = db.Entries.Where(e => EntryLifecycle.Alive.Contains(e.Stage) && e.Members.Any(m => m.WorkerId == me));
        var contests = await OfContests(db.Contests.AsNoTracking().Where(c => mine.Any(e => e.ContestId == c.Id)), db, from, to, _ => "/my/entries");
        var sessions = await OfSessions(db, db.Events.Where(_ => false), mine, from, to);
        return contests.Concat(sessions.Select(s => s with { Address = "/my/entries" }));
    }
}
