using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.People;

/// <summary>
/// Counting the members of a large district from the worker's side asks for each of 200,000 workers whether he belongs; from
/// the side of the organisations an index alone answers.
/// </summary>
public static class MemberQueries
{
    /// <summary>Workers who are, or will be, members of a body in these subtrees, each once; without those an unfinished import hides.</summary>
    public static async Task<int> CountMembers(this CompetitionsDb db, IReadOnlyList<string> paths, DateOnly today)
    {
        if (paths.Count == 0)
        {
            return 0;
        }

        // of two memberships of one worker that have not ended the later one counts
        var reached = $"SELECT o.Id FROM Organisations o WHERE {string.Join(" OR ", paths.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"o.Path LIKE {{{i + 1}}}")))}";
        var sql = $"""
            SELECT COUNT(*) AS Value FROM Memberships m WHERE (m."To" IS NULL OR m."To" >= {"{0}"}) AND m.OrganisationId IN ({reached})
            AND (m."To" IS NULL OR NOT EXISTS (SELECT 1 FROM Memberships n WHERE n.WorkerId = m.WorkerId AND n."From" > m."From" AND n.OrganisationId IN ({reached})))
            """;
        var all = await db.Database.SqlQuery<int>(FormattableStringFactory.Create(sql, [today, .. paths.Select(p => p + "%")])).SingleAsync();
        return all - await Hidden(db, paths, today);
    }

    private static async Task<int> Hidden(CompetitionsDb db, IReadOnlyList<string> paths, DateOnly today)
    {
        var unfinished = await db.Batches.Where(b => b.State == BatchState.Queued || b.State == BatchState.Running).Select(b => (int?)b.Id).ToListAsync();
        if (unfinished.Count == 0)
        {
            return 0;
        }

        var reached = (await db.Organisations.Select(o => new { o.Id, o.Path }).ToListAsync()).Where(o => paths.Any(p => o.Path.StartsWith(p, StringComparison.Ordinal))).Select(o => o.Id).ToHashSet();
        return (await db.Workers.IgnoreQueryFilters().Where(w => unfinished.Contains(w.ImportId))
            .SelectMany(w => w.Memberships.Where(m => m.To == null || m.To >= today).Select(m => m.OrganisationId)).GroupBy(o => o).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())
            .Where(g => reached.Contains(g.Key)).Sum(g => g.Count);
    }
}
