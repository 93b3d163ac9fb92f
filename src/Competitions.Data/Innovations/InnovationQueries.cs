using Competitions.Honours;
using Competitions.Innovations;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Innovations;

/// <summary>What a unit's results came to in a year: named in it, spread for the first time in it, and what was confirmed in it.</summary>
/// <param name="Methods">先进操作法 that were named.</param>
/// <param name="MethodsSpread">总结推广: methods whose first confirmed spreading fell into the year.</param>
/// <param name="Spreadings">Confirmed, of whatever kind.</param>
/// <param name="Net">元 a year, confirmed.</param>
public sealed record InnovationCount(int UnitId, string UnitName, int? TownId, string? TownName, int FiveSmall, int FiveSmallSpread, int Methods, int MethodsSpread, int Spreadings, int Trained, decimal Net);

public static class InnovationQueries
{
    private static readonly string[] Kinds = [FiveSmallForm.Code, OperationMethodForm.Code];

    /// <summary>五小, operation methods and key projects that were accepted, named and with an honour that stands: the record is begun by the register, and ends with it.</summary>
    public static IQueryable<Application> NamedInnovations(this CompetitionsDb db) => db.Applications.Where(a =>
        a.Stage == ApplicationStage.Named && (db.Calls.Any(c => c.Id == a.CallId && Kinds.Contains(c.Kind)) || db.KeyProjects.Any(p => p.ApplicationId == a.Id && (p.Grade == KeyProjectGrade.Excellent || p.Grade == KeyProjectGrade.Passed))) && db.Honours.Any(h => h.ApplicationId == a.Id && h.Stage == HonourStage.Granted));

    /// <summary>By unit; three queries, however many there are.</summary>
    /// <param name="named">Of <see cref="NamedInnovations"/>, cut to a scope.</param>
    public static async Task<IReadOnlyList<InnovationCount>> Counted(this CompetitionsDb db, IQueryable<Application> named, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var results = await (
            from a in named.AsNoTracking()
            join c in db.Calls on a.CallId equals c.Id
            select new { a.UnitId, c.Kind, c.NamedOn, First = db.Spreadings.Where(s => s.ApplicationId == a.Id && s.Stage == SpreadingStage.Confirmed).Min(s => s.ConfirmedOn) } into r
            where r.NamedOn >= first && r.NamedOn <= last || r.First >= first && r.First <= last
            select r).ToListAsync();
        var spread = await db.Spreadings.AsNoTracking().Where(s => s.Stage == SpreadingStage.Confirmed && s.ConfirmedOn >= first && s.ConfirmedOn <= last && named.Any(a => a.Id == s.ApplicationId))
            .GroupBy(s => s.UnitId).Select(g => new { g.Key, Count = g.Count(), Trained = g.Sum(s => s.Trained), Net = g.Sum(s => s.Net) }).ToDictionaryAsync(g => g.Key);
        var units = results.Select(r => r.UnitId).Concat(spread.Keys).Distinct().ToList();
        var names = await (
            from unit in db.Organisations.AsNoTracking() where units.Contains(unit.Id)
            join town in db.Organisations.AsNoTracking() on unit.ParentId equals (int?)town.Id into towns from town in towns.DefaultIfEmpty()
            select new { unit.Id, unit.Name, TownId = (int?)town.Id, TownName = town.Name }).ToDictionaryAsync(u => u.Id);
        bool In(DateOnly? day) => day >= first && day <= last;
        var by = results.ToLookup(r => r.UnitId);
        return [.. units.Select(u => new InnovationCount(
                u, names[u].Name, names[u].TownId, names[u].TownName,
                by[u].Count(r => r.Kind == FiveSmallForm.Code && In(r.NamedOn)), by[u].Count(r => r.Kind == FiveSmallForm.Code && In(r.First)),
                by[u].Count(r => r.Kind == OperationMethodForm.Code && In(r.NamedOn)), by[u].Count(r => r.Kind == OperationMethodForm.Code && In(r.First)),
                spread.GetValueOrDefault(u)?.Count ?? 0, spread.GetValueOrDefault(u)?.Trained ?? 0, spread.GetValueOrDefault(u)?.Net ?? 0))
            .OrderBy(r => r.TownName, StringComparer.Ordinal).ThenBy(r => r.UnitName, StringComparer.Ordinal)];
    }
}
