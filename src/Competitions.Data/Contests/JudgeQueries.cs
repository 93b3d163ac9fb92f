using Competitions.Contests;
using Competitions.People;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Contests;

/// <summary>Somebody who judges in an event, by his duties of today.</summary>
public sealed record EventJudge(string Account, string Name, string UserName, IReadOnlyList<DutyKind> Duties);

/// <summary>Who judges in an event, and what stands against it: always the same number of queries, however many judges there are.</summary>
public static class JudgeQueries
{
    /// <summary>Duties with which one is seated in a panel.</summary>
    public static readonly IReadOnlyList<DutyKind> Seated = [DutyKind.ChiefJudge, DutyKind.ScoringJudge, DutyKind.FloorJudge];

    public static async Task<IReadOnlyList<EventJudge>> JudgesOf(this CompetitionsDb db, int eventId, DateOnly today)
    {
        var duties = await (
            from duty in db.Duties.AsNoTracking()
            where duty.EventId == eventId && Seated.Contains(duty.Kind) && duty.From <= today && (duty.To == null || duty.To >= today)
            join account in db.Users on duty.AccountId equals account.Id
            orderby account.DisplayName, account.Id
            select new { account.Id, account.DisplayName, account.UserName, duty.Kind }).ToListAsync();
        return [.. duties.GroupBy(d => d.Id).Select(d => new EventJudge(d.Key, d.First().DisplayName, d.First().UserName ?? "", [.. d.Select(x => x.Kind).Distinct().Order()]))];
    }

    /// <summary>What stands for and against each of these accounts, as it is now.</summary>
    public static async Task<IReadOnlyDictionary<string, JudgeStanding>> StandingsOf(this CompetitionsDb db, Event of, IReadOnlyCollection<string> accounts, DateOnly today)
    {
        var endsOn = await db.Contests.Where(c => c.Id == of.ContestId).Select(c => c.EndsOn).SingleAsync();
        var entered = await Entered(db, of.Id, accounts, today);
        var declared = (await Touched(db, of.Id, accounts).Select(d => new { d.Account, d.Relation }).Distinct().ToListAsync()).ToLookup(d => d.Account, d => d.Relation);
        var recusals = (await db.Recusals.AsNoTracking().Where(r => r.EventId == of.Id && accounts.Contains(r.Account)).OrderBy(r => r.Id).ToListAsync()).ToLookup(r => r.Account);
        var records = await db.JudgeRecords.AsNoTracking().Where(r => r.EventId == of.Id && accounts.Contains(r.Account)).ToDictionaryAsync(r => r.Account);
        return accounts.Distinct().ToDictionary(a => a, a => new JudgeStanding(
            new JudgeFacts(entered.GetValueOrDefault(a).Roles ?? [], entered.GetValueOrDefault(a).SameUnit, [.. declared[a]], [.. recusals[a]], records.GetValueOrDefault(a)),
            of.Rules.Judges, JudgeStanding.DayOf(of, endsOn, today)));
    }

    /// <summary>Who sits in a panel of the event and may not.</summary>
    public static async Task<IReadOnlyList<UnfitJudge>> UnfitJudges(this CompetitionsDb db, Event of, DateOnly today)
    {
        var panels = await db.Panels.AsNoTracking().Where(p => p.EventId == of.Id).OrderBy(p => p.Id).ToListAsync();
        if (panels.Count == 0)
        {
            return [];
        }

        var standings = await db.StandingsOf(of, [.. panels.SelectMany(p => p.Judges).Select(j => j.Account).Distinct()], today);
        return [
            .. from panel in panels
               from judge in panel.Judges
               let standing = standings[judge.Account]
               where !standing.MayJudge(panel.Id)
               select new UnfitJudge(judge.Name, panel.Name, standing.Conflicts(panel.Id).Count > 0)];
    }

    /// <summary>Declarations in force that touch a living entry: by the name of a member, by its unit or one below, by both where both were named.</summary>
    public static IQueryable<Declaration> Touched(this CompetitionsDb db, int eventId, IReadOnlyCollection<string> accounts) =>
        from declared in db.Declarations.AsNoTracking()
        where declared.EventId == eventId && accounts.Contains(declared.Account) && declared.EndedAt == null
            && db.Entries.Any(e => e.EventId == eventId && EntryLifecycle.Alive.Contains(e.Stage)
                && (declared.PersonKey == null || e.Members.Any(m => EF.Functions.Like(m.Name.Replace(" ", ""), declared.PersonKey)))
                && (declared.UnitId == null || db.Organisations.Any(unit => unit.Id == e.UnitId && db.Organisations.Any(above => above.Id == declared.UnitId && unit.Path.StartsWith(above.Path)))))
        select declared;

    private static async Task<Dictionary<string, (IReadOnlyList<EntryRole> Roles, bool SameUnit)>> Entered(CompetitionsDb db, int eventId, IReadOnlyCollection<string> accounts, DateOnly today) =>
        (await db.Users.Where(u => accounts.Contains(u.Id) && u.WorkerId != null).Select(u => new
        {
            u.Id,
            Roles = db.Entries.Where(e => e.EventId == eventId && EntryLifecycle.Alive.Contains(e.Stage)).SelectMany(e => e.Members).Where(m => m.WorkerId == u.WorkerId).Select(m => m.Role).ToList(),
            SameUnit = db.Workers.Any(w => w.Id == u.WorkerId && w.Memberships.Any(m =>
                (m.To == null || m.To >= today) && db.Entries.Any(e => e.EventId == eventId && e.UnitId == m.OrganisationId && EntryLifecycle.Alive.Contains(e.Stage)))),
        }).ToListAsync()).ToDictionary(u => u.Id, u => ((IReadOnlyList<EntryRole>)u.Roles, u.SameUnit));
}
