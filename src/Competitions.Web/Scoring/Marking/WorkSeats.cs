using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Scoring.Marks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marking;

/// <summary>
/// At which seat a work is made. Only where the third layer does not hide it, and only for those who stand there: a process
/// sheet is filled in beside the seat, and floor judges take the time.
/// </summary>
public sealed class WorkSeats(CompetitionsDb db)
{
    private const int HiddenFrom = 3;

    /// <summary>By work's code; empty where he is not to know. One query.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(Event of, EventModule module, Giver giver)
    {
        if (module.Layers >= HiddenFrom || module.Way is not ModuleWay.ProcessSheet && !giver.IsOnFloor)
        {
            return new Dictionary<string, string>();
        }

        var round = of.Modules.Where(m => m.Round == module.Round).Select(m => m.Code).ToList();
        var rows = await (
            from line in db.CodeBook
            where line.EventCode == of.Code && line.Module == module.Code
            join seat in db.Seats on (int?)line.EntryId equals seat.EntryId
            join session in db.Sessions on seat.SessionId equals session.Id
            where session.EventId == of.Id && round.Contains(session.Module)
            orderby session.Module == module.Code descending, session.Id
            select new { line.Work, session.Name, seat.Number }).ToListAsync();
        return rows.GroupBy(r => r.Work).ToDictionary(w => w.Key, w => $"{w.First().Name} {w.First().Number}");
    }
}
