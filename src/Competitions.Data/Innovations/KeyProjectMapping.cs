using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class KeyProjectMapping : IEntityTypeConfiguration<KeyProject>
{
    public void Configure(EntityTypeBuilder<KeyProject> project)
    {
        project.Property(p => p.Cut).HasMaxLength(500);
        project.Property(p => p.Goals).HasConversion<AsJson<IReadOnlyList<KeyProjectGoal>>, SameJson<IReadOnlyList<KeyProjectGoal>>>().HasMaxLength(-1);
        project.Property(p => p.Partners).HasConversion<AsJson<IReadOnlyList<KeyProjectPartner>>, SameJson<IReadOnlyList<KeyProjectPartner>>>().HasMaxLength(-1);
        project.Property(p => p.Rules).HasConversion<AsJson<KeyProjectRules>, SameJson<KeyProjectRules>>().HasMaxLength(1000);
        project.OwnsOne(p => p.Conclusion, file => file.Property(f => f.Hash).HasMaxLength(64));
        project.Property(p => p.Version).IsConcurrencyToken();
        project.Ignore(p => p.IsAtWork).Ignore(p => p.Weighs);
        project.HasIndex(p => p.ApplicationId).IsUnique();
        project.HasIndex(p => new { p.UnitId, p.Year });
        project.HasIndex(p => p.Stage);
        project.HasOne<Application>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        project.HasOne<Organisation>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        project.OwnsMany(p => p.Milestones, milestone =>
        {
            milestone.Row("KeyProjectMilestones");
            milestone.Property(m => m.Report).HasMaxLength(KeyProject.MostReport);
            milestone.OwnsOne(m => m.Evidence, file => file.Property(f => f.Hash).HasMaxLength(64));
        });
        project.OwnsMany(p => p.History, moved =>
        {
            moved.Row("KeyProjectMoves");
            moved.Property(m => m.By).HasMaxLength(450);
            moved.Property(m => m.Why).HasMaxLength(KeyProject.MostReport);
        });
    }
}
