using System.Security.Cryptography;
using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring;

/// <summary>Gives every entry that takes part its work in each module, and its row on the boards, all under codes that say nothing.</summary>
public static class WorkBook
{
    /// <summary>What stands in the code book in a module's place for the row of an entry on a round's boards.</summary>
    public static string RowsOf(string round) => CodeBookLine.RowsOf(round);

    /// <summary>参赛编号, as it is called: the number behind the last point.</summary>
    public static string NumberOf(string row) => CodeBookLine.NumberOf(row);

    /// <summary>Adds what is missing to the unit of work; harmless twice. Works of a sealed module come with the draw of its last layer.</summary>
    /// <param name="entries">Ids of those who take part in the round.</param>
    public static async Task Enter(this CompetitionsDb db, Event of, string round, IReadOnlyCollection<int> entries, DateTime at)
    {
        var sealedOnes = of.SealedModules.Where(m => m.Round == round).Select(m => m.Code).ToList();
        var modules = of.Modules.Where(m => m.Round == round && !sealedOnes.Contains(m.Code)).ToList();
        var places = modules.ConvertAll(m => (m.Code, m.Layers));
        if (sealedOnes.Count == 0) // else 参赛编号 is drawn, and known when the codes are opened
        {
            places.Add((RowsOf(round), modules.Select(m => m.Layers).DefaultIfEmpty().Max()));
        }

        var rows = RowsOf(round);
        var number = await db.CodeBook.CountAsync(l => l.EventCode == of.Code && l.Module == rows);
        var known = (await db.CodeBook.AsNoTracking().Where(l => l.EventCode == of.Code).Select(l => new { l.Module, l.EntryId }).ToListAsync()).Select(l => (l.Module, l.EntryId)).ToHashSet();
        foreach (var entry in Shuffled(entries))
        {
            foreach (var (code, layers) in places.Where(p => !known.Contains((p.Code, entry))))
            {
                var opaque = code == rows ? $"{of.Code}{rows}.{++number:000}" : Work.CodeFrom(RandomNumberGenerator.GetBytes(Work.CodeLength));
                var (work, line) = CodeBookLine.For(of.Code, code, entry, layers, opaque, at);
                db.Add(line);
                if (code != rows)
                {
                    db.Add(work);
                }
            }
        }
    }

    /// <summary>解密: every line of the event's code book, in the unit of work.</summary>
    public static async Task OpenCodes(this CompetitionsDb db, Event of, DateTime at) =>
        (await db.CodeBook.Where(l => l.EventCode == of.Code && l.OpenedAt == null).ToListAsync()).ForEach(l => l.Open(at));

    /// <summary>By lot: neither a row's number nor the order in which works are stored says anything of an entry.</summary>
    private static int[] Shuffled(IReadOnlyCollection<int> entries)
    {
        int[] order = [.. entries];
        RandomNumberGenerator.Shuffle(order.AsSpan());
        return order;
    }
}
