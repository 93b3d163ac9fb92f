using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests;

/// <summary>What of the contests the caller's duties show, for lists, search and calendar alike.</summary>
public static class ContestScope
{
    /// <summary>Own and lower organisations' contests, those of the events one has a duty in, and those of the bodies above, which one enters.</summary>
    public static async Task<IQueryable<Contest>> ContestsOf(this CompetitionsDb db, MyDuties duties)
    {
        var (paths, events) = (await duties.Paths(Policies.ReadContests), await duties.Events(Policies.ReadContests));
        var above = paths.SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Distinct().ToList();
        var owned = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        return db.Contests.AsNoTracking().Where(c => owned.Contains(c.OrganisationId)
            || above.Contains(c.OrganisationId) && db.Events.Any(e => e.ContestId == c.Id && e.Stage != EventStage.Draft)
            || db.Events.Any(e => e.ContestId == c.Id && events.Contains(e.Id)));
    }

    /// <summary>Events whose page the caller may open: of his own and lower organisations' contests, or his duty's.</summary>
    public static async Task<IQueryable<Event>> EventsOf(this CompetitionsDb db, MyDuties duties)
    {
        var (paths, events) = (await duties.Paths(Policies.ReadContests), await duties.Events(Policies.ReadContests));
        var owned = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        return db.Events.AsNoTracking().Where(e => events.Contains(e.Id) || db.Contests.Any(c => c.Id == e.ContestId && owned.Contains(c.OrganisationId)));
    }

    /// <summary>Entries of the caller's units, of the events he organises (others' drafts left out), and those a team leader leads.</summary>
    public static async Task<IQueryable<Entry>> EntriesOf(this CompetitionsDb db, MyDuties duties, int? worker)
    {
        var units = db.Organisations.Within(await duties.Paths(Policies.Enter), o => o.Path).Select(o => o.Id);
        var owned = db.Organisations.Within(await duties.Paths(Policies.Organise), o => o.Path).Select(o => o.Id);
        var (given, led) = (await duties.Events(Policies.Organise), await duties.Events(Policies.Enter));
        return db.Entries.AsNoTracking().Where(e => units.Contains(e.UnitId)
            || e.Stage != EntryStage.Draft && (given.Contains(e.EventId) || db.Contests.Any(c => c.Id == e.ContestId && owned.Contains(c.OrganisationId)))
            || led.Contains(e.EventId) && e.Members.Any(m => m.WorkerId == worker && m.Role == EntryRole.Leader)
            || led.Contains(e.EventId) && db.Workers.Any(w => w.Id == worker && w.Memberships.Any(m => m.OrganisationId == e.UnitId && m.To == null)));
    }
}
