using System.Globalization;
using Competitions.Contests;
using Competitions.Data.Contests;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Scoring;

/// <summary>An entry in the ranking of a round.</summary>
/// <param name="Parts">As they are compared: by the module's code and kind, and by time.</param>
/// <param name="Passed">Each module that has a pass line.</param>
public sealed record Standing(int EntryId, int Rank, Points Total, bool Passed, IReadOnlyDictionary<string, Points> Parts);

/// <summary>The ranking of a round and group as far as it is marked now.</summary>
/// <param name="Unmarked">Entries that take part and lack marks: they are not ranked.</param>
/// <param name="Pending">Names of modules whose codes are sealed: they cannot be told yet.</param>
public sealed record RoundStandings(IReadOnlyList<Standing> Rows, int Unmarked, IReadOnlyList<string> Pending);

/// <summary>The sheets of all who have a work in a round, filled from the ledger.</summary>
/// <param name="Sealed">Codes of modules of which a work's code is not open.</param>
public sealed record RoundSheets(IReadOnlyDictionary<int, IReadOnlyList<MarkSheet>> ByEntry, IReadOnlySet<string> Sealed)
{
    public IReadOnlyList<MarkSheet> Of(int entry) => ByEntry.GetValueOrDefault(entry, []);
}

public static class RoundQueries
{
    /// <summary>From the ledger, by the rules of Scoring; nothing is stored, and no sealed code is looked behind. Five queries.</summary>
    /// <exception cref="Refusal">totals.weights-not-whole</exception>
    public static async Task<RoundStandings> Standings(this CompetitionsDb db, Event of, string round, string group)
    {
        var plan = await db.PlanOf(of, round);
        var entries = await db.TakingPart(of, round).AsNoTracking().Where(e => e.Group == group).Select(e => e.Id).ToListAsync();
        var sheets = await db.SheetsOf(of.Code, plan, drawn: [.. of.SealedModules.Select(m => m.Code)]);
        if (sheets.Sealed.Count > 0)
        {
            return new RoundStandings([], entries.Count, [.. plan.Modules.Where(m => sheets.Sealed.Contains(m.Code)).Select(m => m.Name)]);
        }

        Refusal.Unless(plan.Modules.Sum(m => m.Weight) == 1, "totals.weights-not-whole", plan.Modules.Sum(m => m.Weight));
        var tallies = entries.ToDictionary(e => e, e => Tally.Of(plan, sheets.Of(e)));
        var whole = entries.Where(e => tallies[e].IsWhole).Select(e => tallies[e].Row(e.ToString("D9", CultureInfo.InvariantCulture)));
        var ranked = Ranking.Of(whole, TieChain.Of(plan.Ties)).ConvertAll(row => int.Parse(row.Label, CultureInfo.InvariantCulture) is var entry
            ? new Standing(entry, row.Rank, row.Total, tallies[entry].Passed, row.Parts) : throw new InvalidOperationException());
        return new RoundStandings(ranked, entries.Count - ranked.Count, []);
    }

    /// <summary>Two queries.</summary>
    /// <param name="until">The last line that counts.</param>
    /// <param name="drawn">Modules whose code books are sealed until the ceremony wrote what came out of them.</param>
    public static async Task<RoundSheets> SheetsOf(this CompetitionsDb db, string code, MarkingPlan plan, long until = long.MaxValue, IReadOnlyCollection<string>? drawn = null)
    {
        var modules = plan.Modules.Select(m => m.Code).ToList();
        var works = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == code && modules.Contains(l.Module)).OrderBy(l => l.Id).ToListAsync();
        var sheets = works.ToDictionary(w => w.Work, w => new MarkSheet(w.Work, w.Module, plan));
        await foreach (var line in db.Marks.AsNoTracking().Where(m => m.EventCode == code && m.Sequence <= until).OrderBy(m => m.Sequence).AsAsyncEnumerable())
        {
            sheets.GetValueOrDefault(line.Work)?.Apply(line);
        }

        return new RoundSheets(
            works.GroupBy(w => w.EntryId).ToDictionary(e => e.Key, IReadOnlyList<MarkSheet> (e) => [.. e.Select(w => sheets[w.Work])]),
            works.Where(w => w.OpenedAt is null).Select(w => w.Module)
                .Concat(modules.Where(m => drawn?.Contains(m) == true && works.TrueForAll(w => w.Module != m))).ToHashSet());
    }
}
