using Competitions.Contests;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Results;

internal sealed class RecheckMapping : IEntityTypeConfiguration<Recheck>
{
    public void Configure(EntityTypeBuilder<Recheck> recheck)
    {
        recheck.HasIndex(r => new { r.EventId, r.Module, r.Number }).IsUnique();
        recheck.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        recheck.Property(r => r.Module).HasMaxLength(40);
        recheck.Property(r => r.Seed).HasMaxLength(64);
        recheck.Property(r => r.Shares).HasConversion<AsJson<RecheckShares>>().HasMaxLength(200);
        recheck.Property(r => r.StartedBy).HasMaxLength(450);
        recheck.Property(r => r.Version).IsConcurrencyToken();
        recheck.Ignore(r => r.Wrong).Ignore(r => r.ErrorRate);
        recheck.OwnsMany(r => r.Items, item =>
        {
            item.Row("RecheckItems");
            item.Property(i => i.Work).HasMaxLength(40);
        });
        recheck.OwnsMany(r => r.Findings, finding =>
        {
            finding.Row("RecheckFindings");
            finding.Property(f => f.Work).HasMaxLength(40);
            finding.Property(f => f.Why).HasMaxLength(Recheck.LongestReason);
            finding.Property(f => f.By).HasMaxLength(450);
            finding.Ignore(f => f.IsWrong);
        });
        recheck.OwnsMany(r => r.History, moved =>
        {
            moved.Row("RecheckMoves");
            moved.Property(m => m.By).HasMaxLength(450);
            moved.Property(m => m.Why).HasMaxLength(Recheck.LongestReason);
        });
    }
}
