using Competitions.Data;
using Competitions.Data.Honours;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Documents;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Certificates;

/// <summary>Where certificates get their numbers. Numbers and certificates are stored in one transaction: a number is never lost and never given twice.</summary>
public sealed class CertificateDesk(CompetitionsDb db, Fonts fonts, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Refuses what cannot be printed, by the character's name, before anything is numbered.</summary>
    /// <exception cref="Refusal">certificate.character</exception>
    public async Task MustBePrintable(IReadOnlyList<int> honourIds)
    {
        foreach (var some in honourIds.Chunk(CertificateFile.MostPages))
        {
            var texts = await db.Honours.Where(h => some.Contains(h.Id)).Select(h => new { h.HolderName, h.Name, Members = h.People.Select(p => p.Name).ToList() }).ToListAsync();
            foreach (var text in texts)
            {
                var lacking = fonts.Lacking(string.Concat([text.HolderName, text.Name, .. text.Members]));
                Refusal.Unless(lacking is null, "certificate.character", text.HolderName, lacking ?? "");
            }
        }
    }

    /// <summary>Certificates for those of the honours that are granted and have none, in the order given. Again, it makes none.</summary>
    /// <param name="before">Something more that belongs into the transaction.</param>
    /// <returns>How many were made.</returns>
    public Task<int> Issue(IReadOnlyList<int> honourIds, string series, DateOnly on, string by, Func<Task>? before = null) => Trying(async () =>
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        await (before?.Invoke() ?? Task.CompletedTask);
        var honours = (await db.Honours.AsNoTracking().Where(h => honourIds.Contains(h.Id) && h.Stage == HonourStage.Granted && !h.GrantedElsewhere && !db.Certificates.Any(c => c.LivingOf == h.Id)).ToListAsync())
            .OrderBy(h => honourIds.ToList().IndexOf(h.Id)).ToList();
        foreach (var group in honours.GroupBy(h => h.GrantorId))
        {
            var numbers = await db.TakeNumbers(series, on.Year, group.Key, group.Count());
            db.AddRange(group.Zip(numbers, (honour, number) => Made(honour, number, on, by)));
        }

        await db.SaveChangesAsync();
        await (own?.CommitAsync() ?? Task.CompletedTask);
        return honours.Count;
    });

    /// <summary>换发: the old one ends, a new one with the next number of its series takes its place.</summary>
    public Task<int> Reissue(int id, DateOnly on, string why, string by) => Trying(async () =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var old = await db.Certificates.SingleAsync(c => c.Id == id);
        Refusal.Unless(old.Stage is CertificateStage.Valid, "certificate.not-valid");
        var honour = await db.Honours.AsNoTracking().SingleAsync(h => h.Id == old.HonourId);
        var fresh = Made(honour, (await db.TakeNumbers(old.Series, on.Year, honour.GrantorId, 1))[0], on, by);
        old.ReplaceBy(fresh, why, clock.UtcNow());
        await db.SaveChangesAsync(); // the first gives its place back before the second takes it
        db.Add(fresh);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return fresh.Id;
    });

    /// <summary>The word that this body numbered with last; else one made of its short name.</summary>
    public async Task<string> SeriesOf(int grantorId) =>
        await db.CertificateSeries.Where(s => s.OwnerId == grantorId).OrderByDescending(s => s.Year).ThenByDescending(s => s.Id).Select(s => s.Name).FirstOrDefaultAsync()
        ?? string.Concat((await db.Organisations.Where(o => o.Id == grantorId).Select(o => o.ShortName).SingleAsync()).Where(char.IsLetter).Take(CertificateSeries.LongestName - 2)) + "赛证";

    private Certificate Made(Honour honour, CertificateNumber number, DateOnly on, string by) => new(honour, number, CertificateTexts.Of(honour, on), CertificateToken.Random(), by, clock.UtcNow());

    /// <summary>Two that open the same series, or issue for the same honour, at once: the constraint lets one through, the other begins anew and finds what is there.</summary>
    private async Task<int> Trying(Func<Task<int>> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (Exception collided) when (collided is DbUpdateException and not DbUpdateConcurrencyException && tries < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
