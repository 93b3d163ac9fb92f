using Competitions.Innovations;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class NeedMapping : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> need)
    {
        need.Property(n => n.Problem).HasMaxLength(Need.MostProblem);
        need.Property(n => n.Wanted).HasMaxLength(Need.MostWanted);
        need.Property(n => n.Terms).HasMaxLength(500);
        need.OwnsOne(n => n.Intent, file => file.Property(f => f.Hash).HasMaxLength(64));
        need.Property(n => n.Version).IsConcurrencyToken();
        need.Ignore(n => n.Won);
        need.HasIndex(n => new { n.FederationId, n.Stage });
        need.HasIndex(n => n.UnitId);
        need.HasIndex(n => new { n.Stage, n.ClaimBy });
        need.HasOne<Organisation>().WithMany().HasForeignKey(n => n.UnitId).OnDelete(DeleteBehavior.Restrict);
        need.HasOne<Organisation>().WithMany().HasForeignKey(n => n.FederationId).OnDelete(DeleteBehavior.Restrict);
        need.OwnsMany(n => n.Claims, claim =>
        {
            claim.Row("NeedClaims");
            claim.Property(c => c.Plan).HasMaxLength(Need.MostPlan);
            claim.Property(c => c.Answer).HasMaxLength(1000);
            claim.Property(c => c.By).HasMaxLength(450);
            claim.HasIndex(c => c.UnitId);
        });
        need.OwnsMany(n => n.History, moved =>
        {
            moved.Row("NeedMoves");
            moved.Property(m => m.By).HasMaxLength(450);
            moved.Property(m => m.Why).HasMaxLength(1000);
        });
    }
}
