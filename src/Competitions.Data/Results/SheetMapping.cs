using Competitions.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Results;

/// <summary>Append-only.</summary>
internal sealed class SheetConfirmationMapping : IEntityTypeConfiguration<SheetConfirmation>
{
    public void Configure(EntityTypeBuilder<SheetConfirmation> confirmation)
    {
        confirmation.ToTable("SheetConfirmations", t => t.HasTrigger("SheetConfirmations_no_UPDATE"));
        confirmation.Property(c => c.EventCode).HasMaxLength(40);
        confirmation.Property(c => c.Module).HasMaxLength(40);
        confirmation.Property(c => c.Account).HasMaxLength(450);
        confirmation.HasIndex(c => new { c.EventCode, c.Module, c.Day });
    }
}

/// <summary>Append-only.</summary>
internal sealed class SheetLockMapping : IEntityTypeConfiguration<SheetLock>
{
    public void Configure(EntityTypeBuilder<SheetLock> turned)
    {
        turned.ToTable("SheetLocks", t => t.HasTrigger("SheetLocks_no_UPDATE"));
        turned.Property(l => l.EventCode).HasMaxLength(40);
        turned.Property(l => l.Module).HasMaxLength(40);
        turned.Property(l => l.Account).HasMaxLength(450);
        turned.Property(l => l.Why).HasMaxLength(SheetLock.LongestReason);
        turned.HasIndex(l => new { l.EventCode, l.Module, l.Day });
    }
}
