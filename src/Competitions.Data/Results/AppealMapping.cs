using Competitions.Contests;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Results;

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.HasIndex(a => new { a.EventId, a.Stage });
        appeal.HasIndex(a => a.FiledBy);
        appeal.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        appeal.Property(a => a.Module).HasMaxLength(40);
        appeal.Property(a => a.Facts).HasMaxLength(Appeal.LongestText);
        appeal.Property(a => a.FiledBy).HasMaxLength(450);
        appeal.Property(a => a.Version).IsConcurrencyToken();
        appeal.Ignore(a => a.Words);
        appeal.OwnsMany(a => a.History, moved =>
        {
            moved.Row("AppealMoves");
            moved.Property(m => m.Why).HasMaxLength(Appeal.LongestText);
            moved.Property(m => m.By).HasMaxLength(450);
        });
    }
}

internal sealed class CorrectionSlipMapping : IEntityTypeConfiguration<CorrectionSlip>
{
    public void Configure(EntityTypeBuilder<CorrectionSlip> slip)
    {
        slip.HasIndex(s => new { s.EventId, s.Number }).IsUnique();
        slip.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Restrict);
        slip.HasOne<Appeal>().WithMany().HasForeignKey(s => s.AppealId).OnDelete(DeleteBehavior.Restrict);
        slip.HasIndex(s => s.RecheckId); // by id alone: another foreign key would have SQLite make the table anew
        slip.Property(s => s.Work).HasMaxLength(40);
        slip.Property(s => s.Module).HasMaxLength(40);
        slip.Property(s => s.Item).HasMaxLength(40);
        slip.Property(s => s.Judge).HasMaxLength(450);
        slip.Property(s => s.Why).HasMaxLength(500);
        slip.Property(s => s.DrawnBy).HasMaxLength(450);
        slip.Property(s => s.SignedBy).HasMaxLength(450);
        slip.Property(s => s.Version).IsConcurrencyToken();
        slip.Ignore(s => s.Code);
    }
}
