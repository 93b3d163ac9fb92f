using Competitions.Contests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class PanelTicketMapping : IEntityTypeConfiguration<PanelTicket>
{
    public void Configure(EntityTypeBuilder<PanelTicket> ticket)
    {
        ticket.HasIndex(t => t.CodeHash).IsUnique();
        ticket.HasIndex(t => new { t.PanelId, t.Account });
        ticket.HasOne<Panel>().WithMany().HasForeignKey(t => t.PanelId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        ticket.Property(t => t.Module).HasMaxLength(40);
        ticket.Property(t => t.Account).HasMaxLength(450);
        ticket.Property(t => t.GivenBy).HasMaxLength(450);
        ticket.Property(t => t.CodeHash).HasMaxLength(64);
        ticket.Property(t => t.Version).IsConcurrencyToken();
    }
}
