using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries;

/// <summary>Entries that wait for the caller: for his review at his step of the chain, or to be mended by his unit.</summary>
public sealed class WaitingEntries : IWaiting
{
    public async Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now)
    {
        var (mine, towns, owned) = (await duties.Paths(Policies.Enter), await duties.Paths(DutyKind.TownOfficer), await duties.Paths(Policies.Organise));
        var given = await duties.Events(Policies.Organise);
        if (mine.Count + given.Count == 0)
        {
            return [];
        }

        var units = db.Organisations.Within(mine, o => o.Path).Select(o => o.Id);
        var townUnits = db.Organisations.Within(towns, o => o.Path).Select(o => o.Id);
        var organisers = db.Organisations.Within(owned, o => o.Path).Select(o => o.Id);
        var rows = await (
            from entry in db.Entries
            join of in db.Events on entry.EventId equals of.Id
            join contest in db.Contests on of.ContestId equals contest.Id
            where of.Stage == EventStage.Registration || of.Stage == EventStage.Vetting
            where entry.Stage == EntryStage.Submitted && units.Contains(entry.UnitId) || entry.Stage == EntryStage.Returned && units.Contains(entry.UnitId)
                || entry.Stage == EntryStage.UnitVetted && townUnits.Contains(entry.UnitId)
                || entry.Stage == EntryStage.TownVetted && (given.Contains(of.Id) || organisers.Contains(contest.OrganisationId))
            group entry by new { of.Code, of.Title, Contest = contest.Name, contest.RegistrationClosesAt, Mend = entry.Stage == EntryStage.Returned } into g
            select new { g.Key, Count = g.Count() }).ToListAsync();
        return rows.Select(r => new WaitingItem(
            r.Key.Mend ? "edit" : "people", r.Key.Mend ? $"{r.Key.Title}：报名待补正" : $"{r.Key.Title}：报名待审查", r.Key.Contest,
            r.Key.RegistrationClosesAt > now ? r.Key.RegistrationClosesAt : null, $"{r.Count} 份", $"/events/{r.Key.Code}/entries?tab={(r.Key.Mend ? "returned" : "mine")}", r.Key.Mend ? "补正" : "审查"));
    }
}
