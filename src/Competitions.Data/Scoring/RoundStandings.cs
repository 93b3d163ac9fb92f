using System.Globalization;
using Competitions.Contests;
using Competitions.Data.Contests;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Scoring;

/// <summary>An entry in the ranking of a round.</summary>
/// <param name="Parts">By the module's code, as marked.</param>
/// <param name="Passed">Each module that has a pass line.</param>
public sealed record Standing(int EntryId, int Rank, Points Total, bool Passed, IReadOnlyDictionary<string, Points> Parts);

/// <summary>The ranking of a round and group as far as it is marked now.</summary>
/// <param name="Unmarked">Entries that take part and lack the marks of a module: they are not ranked.</param>
/// <param name="Pending">Names of modules that cannot be told yet: their codes are sealed, or their marks need the marking scheme.</param>
public sealed record RoundStandings(IReadOnlyList<Standing> Rows, int Unmarked, IReadOnlyList<string> Pending);

public static class RoundQueries
{
    /// <summary>
    /// From the ledger, by the rules of Scoring; nothing is stored. The last line of a judge for an aspect counts, as a correction
    /// is a later line. A sealed code is not looked behind. Four queries.
    /// </summary>
    /// <exception cref="Refusal">totals.weights-not-whole</exception>
    public static async Task<RoundStandings> Standings(this CompetitionsDb db, Event of, string round, string group)
    {
        var modules = of.Modules.Where(m => m.Round == round).ToList();
        var codes = modules.Select(m => m.Code).ToList();
        var entries = await db.TakingPart(of, round).AsNoTracking().Where(e => e.Group == group).Select(e => e.Id).ToListAsync();
        var works = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code && codes.Contains(l.Module)).ToListAsync();
        var pending = modules.Where(m => m.Way is ModuleWay.Aspects || works.Exists(w => w.Module == m.Code && w.OpenedAt is null)).Select(m => m.Name).ToList();
        if (pending.Count > 0)
        {
            return new RoundStandings([], entries.Count, pending);
        }

        var lines = await db.Marks.AsNoTracking().Where(m => m.EventCode == of.Code).OrderBy(m => m.Sequence).Select(m => new { m.Work, m.Aspect, m.Judge, m.Value }).ToListAsync();
        var points = lines.GroupBy(l => l.Work).ToDictionary(work => work.Key, work => Of(of, work.Select(l => (l.Aspect, l.Judge, l.Value))));
        var marked = works.Where(w => points.ContainsKey(w.Work)).ToLookup(w => w.EntryId, w => (w.Module, Points: points[w.Work]));
        var whole = entries.Where(e => marked[e].Select(m => m.Module).Distinct().Count() == modules.Count && modules.Count > 0).ToList();
        return new RoundStandings(Ranked(of, modules, whole, marked), entries.Count - whole.Count, []);
    }

    private static List<Standing> Ranked(Event of, List<EventModule> modules, List<int> entries, ILookup<int, (string Module, Points Points)> marked)
    {
        var results = entries.ToDictionary(e => e, e => modules.ConvertAll(m => new ModuleResult(
            m.Code, marked[e].Single(x => x.Module == m.Code).Points, new Points(m.FullMark), m.Weight / 100, m.PassLine == 0 ? null : m.PassLine * 100 / m.FullMark)));
        var rows = entries.Select(e => new BoardRow(
            e.ToString("D9", CultureInfo.InvariantCulture), Totals.Weighted(results[e], of.Rules.Places), results[e].ToDictionary(r => r.Module, r => r.Points)));
        return Ranking.Of(rows, TieChain.Of(of.Rules.TieChain)).ConvertAll(row => int.Parse(row.Label, CultureInfo.InvariantCulture) is var entry
            ? new Standing(entry, row.Rank, row.Total, Totals.Passed(results[entry]), row.Parts) : throw new InvalidOperationException());
    }

    private static Points Of(Event of, IEnumerable<(string Aspect, string Judge, decimal Value)> lines) => Totals.Module(
        lines.GroupBy(l => (l.Aspect, l.Judge)).Select(l => l.Last()).GroupBy(l => l.Aspect)
            .Select(aspect => new TrimmedMean(of.Rules.TrimFrom, of.Rules.Places).Of([.. aspect.Select(l => l.Value)])), []);
}
