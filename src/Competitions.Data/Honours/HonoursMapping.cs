using Competitions.Honours;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Honours;

internal sealed class HonourMapping : IEntityTypeConfiguration<Honour>
{
    public void Configure(EntityTypeBuilder<Honour> honour)
    {
        honour.Property(h => h.HolderName).HasMaxLength(2000);
        honour.Property(h => h.SourceKey).HasMaxLength(400);
        honour.HasIndex(h => h.SourceKey).IsUnique();
        honour.HasIndex(h => h.TitleKey).IsUnique();
        honour.Property(h => h.Version).IsConcurrencyToken();
        honour.Ignore(h => h.Stands).Ignore(h => h.IsByHand);
        honour.HasIndex(h => new { h.UnitId, h.Year });
        honour.HasIndex(h => new { h.GrantorId, h.Year });
        honour.HasIndex(h => h.EventId);
        honour.HasIndex(h => h.ImportId);
        honour.HasIndex(h => h.ApplicationId);
        honour.HasOne<Organisation>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Restrict);
        honour.HasOne<Organisation>().WithMany().HasForeignKey(h => h.GrantorId).OnDelete(DeleteBehavior.Restrict);
        honour.OwnsMany(h => h.People, person =>
        {
            person.Row("HonourPeople");
            person.HasIndex(p => p.WorkerId);
        });
        honour.OwnsMany(h => h.History, moved =>
        {
            moved.Row("HonourMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.Property(c => c.Series).HasMaxLength(CertificateSeries.LongestName);
        certificate.Property(c => c.Token).HasMaxLength(40);
        certificate.Property(c => c.Check).HasMaxLength(16);
        certificate.Property(c => c.Fingerprint).HasMaxLength(64);
        certificate.Property(c => c.Why).HasMaxLength(500);
        certificate.Property(c => c.Text).HasConversion<AsJson<CertificateText>>().HasMaxLength(-1);
        certificate.Property(c => c.Version).IsConcurrencyToken();
        certificate.HasIndex(c => new { c.Series, c.Year, c.Sequence }).IsUnique();
        certificate.HasIndex(c => c.Token).IsUnique();
        certificate.HasIndex(c => c.LivingOf).IsUnique();
        certificate.HasIndex(c => c.HonourId);
        certificate.HasOne<Honour>().WithMany().HasForeignKey(c => c.HonourId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasOne<Certificate>().WithMany().HasForeignKey(c => c.ReplacesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateSeriesMapping : IEntityTypeConfiguration<CertificateSeries>
{
    public void Configure(EntityTypeBuilder<CertificateSeries> series)
    {
        series.Property(s => s.Name).HasMaxLength(CertificateSeries.LongestName);
        series.HasIndex(s => new { s.Name, s.Year }).IsUnique();
        series.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StampMapping : IEntityTypeConfiguration<Stamp>
{
    public void Configure(EntityTypeBuilder<Stamp> stamp)
    {
        stamp.Property(s => s.File).HasMaxLength(64);
        stamp.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateFileMapping : IEntityTypeConfiguration<CertificateFile>
{
    public void Configure(EntityTypeBuilder<CertificateFile> file)
    {
        file.Property(f => f.File).HasMaxLength(64);
        file.HasIndex(f => new { f.BatchId, f.Part }).IsUnique();
    }
}

internal sealed class HolderLinkMapping : IEntityTypeConfiguration<HolderLink>
{
    public void Configure(EntityTypeBuilder<HolderLink> link)
    {
        link.Property(l => l.TokenSealed).HasMaxLength(200);
        link.Property(l => l.TokenIndex).HasMaxLength(64);
        link.Property(l => l.Version).IsConcurrencyToken();
        link.HasIndex(l => l.CertificateId).IsUnique();
        link.HasIndex(l => l.TokenIndex).IsUnique();
        link.HasOne<Certificate>().WithMany().HasForeignKey(l => l.CertificateId).OnDelete(DeleteBehavior.Restrict);
    }
}
