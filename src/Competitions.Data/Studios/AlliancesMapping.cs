using Competitions.People;
using Competitions.Studios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Studios;

internal sealed class AlliancesMapping : IEntityTypeConfiguration<StudioAlliance>, IEntityTypeConfiguration<AllianceActivity>
{
    public void Configure(EntityTypeBuilder<StudioAlliance> alliance)
    {
        alliance.Property(a => a.Purpose).HasMaxLength(1000);
        alliance.Property(a => a.Version).IsConcurrencyToken();
        alliance.Ignore(a => a.IsOpen);
        alliance.HasIndex(a => a.OrganisationId);
        alliance.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        alliance.HasOne<Studio>().WithMany().HasForeignKey(a => a.LeadStudioId).OnDelete(DeleteBehavior.Restrict);
        alliance.OwnsMany(a => a.Members, member =>
        {
            member.Row("AllianceMembers");
            member.Ignore(m => m.IsOpen);
            member.Property(m => m.Why).HasMaxLength(500);
            member.HasIndex(m => m.StudioId);
        });
        alliance.OwnsMany(a => a.History, moved =>
        {
            moved.Row("AllianceMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }

    public void Configure(EntityTypeBuilder<AllianceActivity> activity)
    {
        activity.Property(a => a.Text).HasMaxLength(1000);
        activity.HasIndex(a => new { a.AllianceId, a.On });
        activity.HasOne<StudioAlliance>().WithMany().HasForeignKey(a => a.AllianceId).OnDelete(DeleteBehavior.Restrict);
    }
}
