using Competitions.Honours;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class ExhibitMapping : IEntityTypeConfiguration<Exhibit>
{
    public void Configure(EntityTypeBuilder<Exhibit> exhibit)
    {
        exhibit.Property(e => e.Kind).HasMaxLength(32);
        exhibit.Property(e => e.Summary).HasMaxLength(Exhibit.MostSummary);
        exhibit.Property(e => e.Problem).HasMaxLength(Exhibit.MostText);
        exhibit.Property(e => e.Solution).HasMaxLength(Exhibit.MostText);
        exhibit.OwnsOne(e => e.Before, file => file.Property(f => f.Hash).HasMaxLength(64));
        exhibit.OwnsOne(e => e.After, file => file.Property(f => f.Hash).HasMaxLength(64));
        exhibit.Property(e => e.Version).IsConcurrencyToken();
        exhibit.Ignore(e => e.IsShown);
        exhibit.HasIndex(e => e.ApplicationId).IsUnique();
        exhibit.HasIndex(e => e.UnitId);
        exhibit.HasOne<Application>().WithMany().HasForeignKey(e => e.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        exhibit.HasOne<Organisation>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class ExhibitQueries
{
    /// <summary>What anybody may see: its unit agreed, nobody hid it, and its honour stands at this moment.</summary>
    public static IQueryable<Exhibit> ShownExhibits(this CompetitionsDb db) => db.Exhibits.AsNoTracking().Where(e =>
        e.AgreedOn != null && e.HiddenWhy == "" && db.Applications.Any(a => a.Id == e.ApplicationId && a.Stage == ApplicationStage.Named) && db.Honours.Any(h => h.ApplicationId == e.ApplicationId && h.Stage == HonourStage.Granted));
}
