using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Seeding;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen;

/// <summary>Craftsmen within the caller's duties, and the rules of today.</summary>
public sealed class CraftsmanDesk(CompetitionsDb db, MyDuties duties, TimeProvider clock)
{
    private static readonly Lazy<LadderRules> Preset = new(() => SeedFiles.Json<LadderRules>("reference/craftsmen/default.json").Checked());

    /// <summary>The preset of today; each record has its own copy.</summary>
    public static LadderRules Rules => Preset.Value;

    /// <summary>Of units within reach of a duty that the policy names.</summary>
    public async Task<IQueryable<Craftsman>> Within(string policy)
    {
        var within = db.Organisations.Within(await duties.Paths(policy), o => o.Path).Select(o => o.Id);
        return db.Craftsmen.Where(c => within.Contains(c.UnitId));
    }

    public async Task<Craftsman> Find(int id, string policy) => Missing.Unless(await (await Within(policy)).SingleOrDefaultAsync(c => c.Id == id));

    /// <summary>As a page showed it: who changed it meanwhile is not overwritten.</summary>
    public async Task<Craftsman> ToChange(int id, int version, string policy)
    {
        var craftsman = await Find(id, policy);
        db.Entry(craftsman).Property(c => c.Version).OriginalValue = version;
        return craftsman;
    }

    public async Task<bool> May(int id, string policy) => await (await Within(policy)).AnyAsync(c => c.Id == id);

    public async Task<IReadOnlyList<SelectListItem>> Towns() =>
        [.. (await db.Organisations.Within(await duties.Paths(Policies.ReadCraftsmen), o => o.Path).Where(o => o.Level == OrganisationLevel.Town).OrderBy(o => o.Code).Select(o => new { o.Name, o.Code }).ToListAsync()).Select(o => new SelectListItem(o.Name, o.Code))];

    /// <summary>The workers who are members of a unit within reach today.</summary>
    public async Task<IQueryable<Worker>> Workers(string policy)
    {
        var (within, today) = (db.Organisations.Within(await duties.Paths(policy), o => o.Path).Select(o => o.Id), clock.Today());
        return db.Workers.Where(w => w.Memberships.Any(m => m.From <= today && (m.To == null || m.To >= today) && within.Contains(m.OrganisationId)));
    }

    /// <summary>Stores a new one; whose term is over gives its place. Two at once, and the constraint decides.</summary>
    /// <exception cref="Refusal">craftsman.already-open</exception>
    public async Task Add(Craftsman made, string by)
    {
        var (key, today) = (made.OpenKey, clock.Today());
        if (await db.Craftsmen.SingleOrDefaultAsync(c => c.OpenKey == key) is { } held)
        {
            Refusal.Unless(held.To < today && held.Stands, "craftsman.already-open", made.WorkerName, made.Title);
            held.End(EndReason.TermOver, held.To!.Value, today, by, clock.UtcNow(), "任期届满");
            await db.SaveChangesAsync();
        }

        db.Add(made);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.Craftsmen.Any(c => c.OpenKey == key))
        {
            throw new Refusal("craftsman.already-open", made.WorkerName, made.Title);
        }
    }
}
