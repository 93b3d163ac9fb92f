using Competitions.Contests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class PanelMapping : IEntityTypeConfiguration<Panel>
{
    public void Configure(EntityTypeBuilder<Panel> panel)
    {
        panel.HasIndex(p => p.EventId);
        panel.HasOne<Event>().WithMany().HasForeignKey(p => p.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        panel.Property(p => p.Module).HasMaxLength(40);
        panel.Property(p => p.Criteria).HasConversion<AsJson<IReadOnlyList<string>>, SameJson<IReadOnlyList<string>>>().HasMaxLength(4000);
        panel.Property(p => p.Version).IsConcurrencyToken();
        panel.OwnsMany(p => p.Judges, judge =>
        {
            judge.Row("PanelJudges");
            judge.Property(j => j.Account).HasMaxLength(450);
            judge.HasIndex("PanelId", nameof(PanelJudge.Account)).IsUnique();
        });
    }
}
