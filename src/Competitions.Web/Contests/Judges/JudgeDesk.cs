using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Judges;

/// <summary>The judges of an event with their records.</summary>
public sealed class JudgeDesk(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    public string Me => duties.Account!;

    public async Task<Event> Event(string code) => Missing.Unless(await db.Events.AsNoTracking().WithCode(code));

    /// <exception cref="Missing">He does not judge in this event.</exception>
    public async Task<EventJudge> Judge(Event of, string account) => Missing.Unless((await db.JudgesOf(of.Id, clock.Today())).SingleOrDefault(j => j.Account == account));

    /// <summary>His record, begun where there is none yet.</summary>
    public async Task<JudgeRecord> Record(int eventId, string account) =>
        await db.JudgeRecords.SingleOrDefaultAsync(r => r.EventId == eventId && r.Account == account) ?? db.Add(new JudgeRecord(eventId, account)).Entity;

    /// <exception cref="DbUpdateConcurrencyException">Somebody else wrote it, or began it, in the meantime.</exception>
    public async Task Save(JudgeRecord record)
    {
        var begun = db.Entry(record).State is EntityState.Added;
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (begun && db.JudgeRecords.AsNoTracking().Any(r => r.EventId == record.EventId && r.Account == record.Account))
        {
            throw new DbUpdateConcurrencyException("begun twice", twice);
        }
    }
}
