using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Workers.Imports;

/// <summary>What the cells of a sheet of workers name: units within reach, occupations, skill levels; units are read as they come up.</summary>
public sealed class WorkerCodes
{
    private readonly CompetitionsDb _db;
    private readonly IReadOnlyList<string> _paths;
    private readonly Dictionary<string, List<Organisation>> _units = [];
    private readonly Dictionary<string, string> _occupations = [];
    private readonly Dictionary<string, string> _levels = [];

    private WorkerCodes(CompetitionsDb db, IReadOnlyList<string> paths) => (_db, _paths) = (db, paths);

    /// <param name="paths">The subtrees whose workers the caller keeps.</param>
    public static async Task<WorkerCodes> Of(CompetitionsDb db, IReadOnlyList<string> paths)
    {
        var codes = new WorkerCodes(db, paths);
        foreach (var occupation in await db.Occupations.AsNoTracking().ToListAsync())
        {
            codes._occupations[occupation.Code] = occupation.Code;
            codes._occupations.TryAdd(occupation.Name, occupation.Code);
        }

        foreach (var level in await db.SkillLevels.AsNoTracking().ToListAsync())
        {
            codes._levels[level.Code] = level.Code;
            codes._levels.TryAdd(level.Name, level.Code);
        }

        return codes;
    }

    /// <summary>Reads the units that these rows name and no row before did: one query for all.</summary>
    public async Task Learn(IEnumerable<string> units)
    {
        var unknown = units.Where(u => u.Length > 0 && !_units.ContainsKey(u)).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var found = await _db.Organisations.AsNoTracking().Within(_paths, o => o.Path).Where(o => unknown.Contains(o.Code) || unknown.Contains(o.Name)).ToListAsync();
        unknown.ForEach(u => _units[u] = found.FindAll(o => o.Code == u) is { Count: > 0 } byCode ? byCode : found.FindAll(o => o.Name == u));
    }

    /// <exception cref="Refusal">worker.import-unit, worker.import-unit-ambiguous</exception>
    public Organisation Unit(string text)
    {
        var found = _units.GetValueOrDefault(text) ?? [];
        Refusal.Unless(found.Count > 0, "worker.import-unit");
        Refusal.Unless(found.Count == 1, "worker.import-unit-ambiguous");
        return found[0];
    }

    /// <exception cref="Refusal">worker.import-occupation</exception>
    public string? Occupation(string text) => text.Length == 0 ? null : _occupations.GetValueOrDefault(text) ?? throw new Refusal("worker.import-occupation");

    /// <exception cref="Refusal">worker.import-level</exception>
    public string? Level(string text) => text.Length == 0 ? null : _levels.GetValueOrDefault(text) ?? throw new Refusal("worker.import-level");
}
