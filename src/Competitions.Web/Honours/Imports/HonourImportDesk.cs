using Competitions.Data;
using Competitions.Data.Honours;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Imports;

/// <summary>Uploads that wait for a word, within the bodies whose honours the caller keeps.</summary>
public sealed class HonourImportDesk(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    public async Task<IQueryable<HonourImport>> Mine()
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.GrantHonours), o => o.Path).Select(o => o.Id);
        return db.HonourImports.Where(i => within.Contains(i.OrganisationId));
    }

    /// <param name="batch">The batch that read it.</param>
    /// <param name="version">That the page was made from: who confirms something else is told.</param>
    public async Task<HonourImport> Find(int batch, int? version = null)
    {
        var import = Missing.Unless(await (await Mine()).SingleOrDefaultAsync(i => i.BatchId == batch));
        if (version is { } seen)
        {
            db.Entry(import).Property(i => i.Version).OriginalValue = seen;
        }

        return import;
    }

    /// <summary>All that is new goes in, or nothing. Held beside the register once more: what came meanwhile is shown, not stored twice.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="Refusal">honour-import.moved, and those of the import</exception>
    public async Task<int> Store(int batch, int version, string by)
    {
        var import = await Find(batch, version);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (import.Stage is HonourImportStage.Waiting && import.Compare(await db.Beside([.. import.Lines])))
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            throw new Refusal("honour-import.moved");
        }

        var honours = import.Store(by, clock.UtcNow());
        db.AddRange(honours);
        try
        {
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (DbUpdateException collided) when (collided is not DbUpdateConcurrencyException)
        {
            throw new Refusal("honour-import.moved"); // another upload was a moment quicker: the next look shows what it brought
        }

        return honours.Count;
    }
}
