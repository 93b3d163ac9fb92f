using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Shell;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditLine>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditLine> line)
    {
        line.ToTable("Audit", t => t.HasTrigger("Audit_no_UPDATE"));
        line.HasKey(l => l.Sequence);
        line.Property(l => l.Sequence).ValueGeneratedNever();
        line.Property(l => l.Act).HasMaxLength(64);
        line.Property(l => l.Why).HasMaxLength(500);
        line.Property(l => l.Hash).HasMaxLength(64);
        line.Property(l => l.HashBefore).HasMaxLength(64);
        line.HasIndex(l => new { l.AccountId, l.Sequence });
        line.HasIndex(l => new { l.Act, l.Sequence });
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Sequence).IsConcurrencyToken();
        head.Property(h => h.Hash).HasMaxLength(64);
        head.HasData(new AuditHead());
    }
}
