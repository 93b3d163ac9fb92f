using Competitions.Innovations;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Innovations;

/// <summary>What a unit did in a year, or in all: each step counted in the year in which it was taken.</summary>
public sealed record ProposalCount(int UnitId, string UnitName, int? TownId, string? TownName, int Submitted, int People, int Adopted, int Implemented, int Confirmed, decimal Net);

public static class ProposalQueries
{
    /// <summary>The newest version of the preset that proposals are submitted under.</summary>
    public static async Task<ProposalPreset> NewestProposalPreset(this CompetitionsDb db) => (await db.ProposalPresets.AsNoTracking().ToListAsync()).OrderBy(p => p.Code == "district" ? 0 : 1).ThenByDescending(p => p.Version).First();

    public static Task<ProposalPreset> ProposalPresetOf(this CompetitionsDb db, Proposal proposal) =>
        db.ProposalPresets.AsNoTracking().SingleAsync(p => p.Code == proposal.PresetCode && p.Version == proposal.PresetVersion);

    /// <summary>提交, 采纳, 实施 by unit, as they were submitted, adopted, carried out in that year; withdrawn ones are none.</summary>
    public static async Task<IReadOnlyList<ProposalCount>> Counted(this CompetitionsDb db, IQueryable<Proposal> proposals, int year)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await proposals.AsNoTracking().Where(p => p.Stage != ProposalStage.Withdrawn).GroupBy(p => p.UnitId).Select(g => new
        {
            UnitId = g.Key,
            Submitted = g.Count(p => p.SubmittedOn >= from && p.SubmittedOn <= to),
            People = g.Where(p => p.SubmittedOn >= from && p.SubmittedOn <= to).Select(p => p.WorkerId).Distinct().Count(),
            Adopted = g.Count(p => p.AdoptedOn >= from && p.AdoptedOn <= to),
            Implemented = g.Count(p => p.ImplementedOn >= from && p.ImplementedOn <= to),
            Confirmed = g.Count(p => p.ConfirmedOn >= from && p.ConfirmedOn <= to),
            Net = g.Where(p => p.ConfirmedOn >= from && p.ConfirmedOn <= to).Sum(p => p.Net ?? 0),
        }).ToListAsync();
        var units = rows.Select(r => r.UnitId).ToList();
        var names = await (
            from unit in db.Organisations.AsNoTracking() where units.Contains(unit.Id)
            join town in db.Organisations.AsNoTracking() on unit.ParentId equals (int?)town.Id into towns from town in towns.DefaultIfEmpty()
            select new { unit.Id, unit.Name, TownId = (int?)town.Id, TownName = town.Name }).ToDictionaryAsync(u => u.Id);
        return [.. rows.Where(r => r.Submitted + r.Adopted + r.Implemented + r.Confirmed > 0)
            .Select(r => new ProposalCount(r.UnitId, names[r.UnitId].Name, names[r.UnitId].TownId, names[r.UnitId].TownName, r.Submitted, r.People, r.Adopted, r.Implemented, r.Confirmed, r.Net))
            .OrderBy(r => r.TownName, StringComparer.Ordinal).ThenByDescending(r => r.Submitted)];
    }
}
