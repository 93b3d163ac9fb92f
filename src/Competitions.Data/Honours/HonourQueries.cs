using Competitions.Honours;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Honours;

public static class HonourQueries
{
    /// <summary>The titles that these workers hold, or are about to be given: none of them is given again (skills-contests.md §4.10). One query.</summary>
    /// <param name="exceptEvent">Whose own titles do not count, when its result is computed anew.</param>
    public static async Task<ILookup<int, string>> HeldTitles(this CompetitionsDb db, IReadOnlyCollection<int> workerIds, int? exceptEvent = null) =>
        (await (
            from honour in db.Honours
            where honour.TitleKey != null && (exceptEvent == null || honour.EventId == null || honour.EventId != exceptEvent)
            from person in honour.People
            where workerIds.Contains(person.WorkerId)
            select new { person.WorkerId, honour.Name }).ToListAsync()).ToLookup(h => h.WorkerId, h => h.Name);

    /// <summary>
    /// So many numbers of a series, without a gap. Call it in the transaction that stores the certificates: the counter's row is
    /// held until that ends, and who rolls back gives the numbers back.
    /// </summary>
    /// <exception cref="Refusal">certificate.series-taken: it is another grantor's.</exception>
    public static async Task<IReadOnlyList<CertificateNumber>> TakeNumbers(this CompetitionsDb db, string series, int year, int ownerId, int count)
    {
        var name = CertificateSeries.NameOf(series);
        var row = db.CertificateSeries.Where(s => s.Name == name && s.Year == year);
        if (await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count)) == 0)
        {
            db.Add(new CertificateSeries(name, year, ownerId));
            await db.SaveChangesAsync();
            await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count));
        }

        var counter = await row.AsNoTracking().SingleAsync();
        var owners = await db.CertificateSeries.Where(s => s.Name == name && s.OwnerId != ownerId).AnyAsync();
        Refusal.Unless(!owners, "certificate.series-taken", name);
        return [.. Enumerable.Range(counter.Last - count + 1, count).Select(n => new CertificateNumber(name, year, n))];
    }
}
