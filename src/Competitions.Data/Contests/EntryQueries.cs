using Competitions.Contests;
using Competitions.People;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Contests;

/// <summary>A competitor of an entry with what the rules find.</summary>
public sealed record CheckedCompetitor(int EntryId, int WorkerId, string Name, string? LevelName, IReadOnlyList<Finding> Findings);

public static class EntryQueries
{
    /// <summary>Waits for the other writers of this contest's entries: what is counted after it holds until the transaction ends.</summary>
    public static Task Queue(this CompetitionsDb db, int contestId) =>
        db.Contests.Where(c => c.Id == contestId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version));

    /// <summary>Holds the event's rules against every competitor of these entries of one event; four queries, however many they are.</summary>
    /// <param name="entries">Entries of <paramref name="of"/> only.</param>
    /// <param name="day">The day that registration closes.</param>
    public static async Task<ILookup<int, CheckedCompetitor>> Check(this CompetitionsDb db, IQueryable<Entry> entries, Event of, DateOnly day)
    {
        var rules = of.Rules.Entry;
        var people = await (
            from entry in entries
            from member in entry.Members
            where member.Role == EntryRole.Competitor
            join worker in db.Workers on member.WorkerId equals worker.Id
            select new
            {
                entry.Id, entry.UnitId, entry.DeclaredTitles, entry.CleanRecordStated, member.WorkerId, member.Name,
                worker.BornOn, worker.Sex, worker.IsCadre, worker.InsuredSince, worker.SkillLevelCode,
            }).AsNoTracking().ToListAsync();
        var levels = await db.SkillLevels.AsNoTracking().ToDictionaryAsync(l => l.Code);
        var others = !rules.OneEventOnly ? [] : await (
            from entry in db.Entries
            where entry.ContestId == of.ContestId && EntryLifecycle.Alive.Contains(entry.Stage)
            from member in entry.Members
            where member.Role == EntryRole.Competitor && entries.Any(e => e.Members.Any(m => m.WorkerId == member.WorkerId))
            join other in db.Events on entry.EventId equals other.Id
            select new { entry.Id, member.WorkerId, other.Title }).ToListAsync();
        var places = rules.MostPerUnit == 0 ? [] : await db.Entries
            .Where(e => e.EventId == of.Id && EntryLifecycle.Alive.Contains(e.Stage) && entries.Any(x => x.UnitId == e.UnitId))
            .Select(e => new { e.Id, e.UnitId }).ToListAsync();

        var (othersOf, placesOf) = (others.ToLookup(o => o.WorkerId), places.ToLookup(p => p.UnitId, p => p.Id));
        var fewest = rules.FewestLevel is { } code ? levels.GetValueOrDefault(code) : null;
        return people.Select(p =>
        {
            var level = p.SkillLevelCode is null ? null : levels.GetValueOrDefault(p.SkillLevelCode);
            var facts = new EntrantFacts(
                p.BornOn, p.Sex, p.IsCadre, p.InsuredSince, level,
                p.DeclaredTitles?.Split(['、', '，', ',', '；', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                [.. othersOf[p.WorkerId].Where(o => o.Id != p.Id).Select(o => o.Title).Distinct()],
                placesOf[p.UnitId].Count(id => id < p.Id) + 1, p.CleanRecordStated);
            return new CheckedCompetitor(p.Id, p.WorkerId, p.Name, level?.Name, Eligibility.Of(rules, facts, day, fewest));
        }).ToLookup(c => c.EntryId);
    }

    /// <summary>What holds whoever uploads at the same time; call it after <see cref="Queue"/>, in the same transaction, with the entry saved.</summary>
    /// <exception cref="Refusal">entry.one-event-only, entry.unit-places-used</exception>
    public static async Task HoldLimits(this CompetitionsDb db, Entry entry, EntryRules rules)
    {
        if (rules.OneEventOnly)
        {
            var workers = entry.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => m.WorkerId).ToList();
            var taken = await (
                from other in db.Entries
                where other.ContestId == entry.ContestId && other.Id != entry.Id && EntryLifecycle.Alive.Contains(other.Stage)
                from member in other.Members
                where member.Role == EntryRole.Competitor && workers.Contains(member.WorkerId)
                join @event in db.Events on other.EventId equals @event.Id
                select new { member.Name, @event.Title }).FirstOrDefaultAsync();
            Refusal.Unless(taken is null, "entry.one-event-only", taken?.Name ?? "", taken?.Title ?? "");
        }

        if (rules.MostPerUnit > 0)
        {
            var used = await db.Entries.CountAsync(e => e.EventId == entry.EventId && e.UnitId == entry.UnitId && EntryLifecycle.Alive.Contains(e.Stage));
            Refusal.Unless(used <= rules.MostPerUnit, "entry.unit-places-used", entry.UnitName, rules.MostPerUnit);
        }
    }

    /// <summary>Places that are neither taken nor kept for who was entered by a promotion list.</summary>
    /// <param name="but">An entry whose own place does not count against it; 0 for none.</param>
    public static async Task<int> FreePlaces(this CompetitionsDb db, Event of, int but = 0) =>
        of.Capacity - await db.Entries.CountAsync(e => e.EventId == of.Id && e.Id != but
            && (EntryLifecycle.Placed.Contains(e.Stage) || e.PromotionLineId != null && EntryLifecycle.PlaceKept.Contains(e.Stage)));

    /// <summary>The next number of the event, after the highest that was ever given in it.</summary>
    public static async Task<string> NextAdmissionNumber(this CompetitionsDb db, int eventId) => Vetting.NextNumber(await db.Entries
        .Where(e => e.EventId == eventId && e.AdmissionNumber != null)
        .OrderByDescending(e => e.AdmissionNumber!.Length).ThenByDescending(e => e.AdmissionNumber).Select(e => e.AdmissionNumber).FirstOrDefaultAsync());

    /// <summary>The town or industry union above a unit; null for a unit that stands directly below the federation.</summary>
    public static IQueryable<Organisation> TownsAbove(this CompetitionsDb db, int unitId) =>
        from unit in db.Organisations
        where unit.Id == unitId
        from town in db.Organisations
        where town.Level == OrganisationLevel.Town && unit.Path.StartsWith(town.Path)
        select town;
}
