using Competitions.People;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.People;

/// <summary>Many new workers with their memberships at a time.</summary>
public static class WorkerStore
{
    /// <summary>
    /// In the caller's transaction. SQL Server takes them in bulk commands of its own; SQLite is quickest with one prepared command.
    /// </summary>
    /// <exception cref="DbUpdateException">An ID number is registered already; SQLite throws its own exception.</exception>
    public static async Task StoreWorkers(this CompetitionsDb db, IReadOnlyList<Worker> workers)
    {
        if (db is not SqliteDb)
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(workers);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            return;
        }

        var id = await db.Workers.IgnoreQueryFilters().MaxAsync(w => (int?)w.Id) ?? 0;
        var membershipId = (await db.Database.SqlQuery<int?>($"SELECT MAX(Id) AS Value FROM Memberships").ToListAsync())[0] ?? 0;
        var type = db.Model.FindEntityType(typeof(Worker))!;
        using var worker = new PreparedInsert(db, type);
        using var membership = new PreparedInsert(db, type.FindNavigation(nameof(Worker.Memberships))!.TargetEntityType);
        foreach (var one in workers)
        {
            worker.Run(one, new Dictionary<string, object> { ["Id"] = ++id });
            foreach (var joined in one.Memberships)
            {
                membership.Run(joined, new Dictionary<string, object> { ["Id"] = ++membershipId, ["WorkerId"] = id });
            }
        }
    }
}
