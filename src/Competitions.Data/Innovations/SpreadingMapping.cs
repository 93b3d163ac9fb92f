using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class SpreadingMapping : IEntityTypeConfiguration<Spreading>
{
    public void Configure(EntityTypeBuilder<Spreading> spreading)
    {
        spreading.Property(s => s.Kind).HasMaxLength(32);
        spreading.Property(s => s.Effect).HasMaxLength(Spreading.MostEffect);
        spreading.Property(s => s.RegisteredBy).HasMaxLength(450);
        spreading.Property(s => s.BenefitLines).HasConversion<AsJson<IReadOnlyList<BenefitLine>>, SameJson<IReadOnlyList<BenefitLine>>>().HasMaxLength(-1);
        spreading.OwnsOne(s => s.Paper, paper => paper.Property(p => p.Hash).HasMaxLength(64));
        spreading.Property(s => s.Version).IsConcurrencyToken();
        spreading.Ignore(s => s.IsOutside);
        spreading.HasIndex(s => s.AdopterKey).IsUnique();
        spreading.HasIndex(s => new { s.ApplicationId, s.Stage });
        spreading.HasIndex(s => new { s.UnitId, s.Stage });
        spreading.HasIndex(s => new { s.AdopterId, s.Stage });
        spreading.HasOne<Application>().WithMany().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        spreading.HasOne<Organisation>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        spreading.HasOne<Organisation>().WithMany().HasForeignKey(s => s.AdopterId).OnDelete(DeleteBehavior.Restrict);
        spreading.OwnsMany(s => s.History, moved =>
        {
            moved.Row("SpreadingMoves");
            moved.Property(m => m.By).HasMaxLength(450);
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}
