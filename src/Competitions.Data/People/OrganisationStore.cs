using Competitions.People;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.People;

/// <summary>A new organisation and what it stands below.</summary>
public sealed record PlacedOrganisation(Organisation Organisation, Organisation Parent);

/// <summary>Many new organisations at a time.</summary>
public static class OrganisationStore
{
    /// <summary>In the caller's transaction.</summary>
    /// <param name="placed">Parents, where they are new themselves, before those below them.</param>
    public static async Task StoreOrganisations(this CompetitionsDb db, IReadOnlyList<PlacedOrganisation> placed)
    {
        if (db is not SqliteDb)
        {
            db.AddRange(placed.Select(p => p.Organisation));
            await db.SaveChangesAsync();
            foreach (var (organisation, parent) in placed)
            {
                organisation.PlaceUnder(parent);
            }

            await db.SaveChangesAsync();
            return;
        }

        var id = await db.Organisations.MaxAsync(o => (int?)o.Id) ?? 0;
        var places = new Dictionary<Organisation, (int Id, string Path)>(ReferenceEqualityComparer.Instance);
        using var insert = new PreparedInsert(db, db.Model.FindEntityType(typeof(Organisation))!);
        foreach (var (organisation, parent) in placed)
        {
            var above = places.TryGetValue(parent, out var stored) ? stored : (parent.Id, parent.Path);
            var here = (Id: ++id, Path: FormattableString.Invariant($"{above.Path}{id}/"));
            places[organisation] = here;
            insert.Run(organisation, new Dictionary<string, object> { ["Id"] = here.Id, ["ParentId"] = above.Id, ["Path"] = here.Path });
        }
    }
}
