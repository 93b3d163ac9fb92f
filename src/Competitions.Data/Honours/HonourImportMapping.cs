using Competitions.Honours;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Honours;

internal sealed class HonourImportMapping : IEntityTypeConfiguration<HonourImport>
{
    public void Configure(EntityTypeBuilder<HonourImport> import)
    {
        import.Property(i => i.By).HasMaxLength(128);
        import.Property(i => i.EndedBy).HasMaxLength(128);
        import.Property(i => i.Lines).HasConversion<AsJson<IReadOnlyList<ImportLine>>, SameJson<IReadOnlyList<ImportLine>>>().HasMaxLength(-1);
        import.Property(i => i.Version).IsConcurrencyToken();
        import.Ignore(i => i.Undecided).Ignore(i => i.ToStore);
        import.HasIndex(i => i.BatchId).IsUnique();
        import.HasIndex(i => new { i.OrganisationId, i.Stage });
        import.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class HonourImportQueries
{
    private const int AtATime = 500;

    /// <summary>Every honour of the holders of these lines, whatever became of it: one query for some hundred holders.</summary>
    public static async Task<IReadOnlyList<KnownHonour>> Beside(this CompetitionsDb db, IReadOnlyCollection<ImportLine> lines)
    {
        List<KnownHonour> known = [];
        foreach (var workers in lines.Where(l => l.WorkerId is not null).Select(l => l.WorkerId!.Value).Distinct().Chunk(AtATime))
        {
            known.AddRange(await Known(db.Honours.Where(h => h.People.Any(p => workers.Contains(p.WorkerId)))));
        }

        foreach (var units in lines.Where(l => l.WorkerId is null).Select(l => l.UnitId).Distinct().Chunk(AtATime))
        {
            known.AddRange(await Known(db.Honours.Where(h => h.HolderKind == HolderKind.Organisation && units.Contains(h.UnitId))));
        }

        return [.. known.DistinctBy(h => h.Id)];
    }

    private static async Task<IEnumerable<KnownHonour>> Known(IQueryable<Honour> honours) =>
        (await honours.AsNoTracking().OrderBy(h => h.Id).Select(h => new { h.Id, h.Kind, h.HolderKind, h.UnitId, h.Name, h.Level, h.Year, h.Stage, Workers = h.People.Select(p => p.WorkerId).ToList() }).ToListAsync())
            .Select(h => new KnownHonour(
                h.Id, h.Kind, h.HolderKind, h.HolderKind is HolderKind.Organisation ? [HonourLikeness.KeyOf(null, h.UnitId)] : [.. h.Workers.Select(w => HonourLikeness.KeyOf(w, 0))],
                h.Name, h.Level, h.Year, HonourLifecycle.Stands(h.Stage)));
}
