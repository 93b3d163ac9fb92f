using Competitions.Contests;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Results;

internal sealed class ViolationMapping : IEntityTypeConfiguration<Violation>
{
    public void Configure(EntityTypeBuilder<Violation> violation)
    {
        violation.HasIndex(v => new { v.EventId, v.Stage });
        violation.HasOne<Event>().WithMany().HasForeignKey(v => v.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        violation.Property(v => v.Work).HasMaxLength(40);
        violation.Property(v => v.Module).HasMaxLength(40);
        violation.Property(v => v.Account).HasMaxLength(450);
        violation.Property(v => v.RecordedBy).HasMaxLength(450);
        violation.Property(v => v.What).HasMaxLength(500);
        violation.Property(v => v.Version).IsConcurrencyToken();
        violation.OwnsMany(v => v.History, moved => moved.Row("ViolationMoves"));
    }
}
