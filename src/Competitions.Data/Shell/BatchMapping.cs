using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Shell;

internal sealed class BatchMapping : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> batch)
    {
        batch.Property(b => b.Kind).HasMaxLength(64);
        batch.Property(b => b.Lane).HasMaxLength(64);
        batch.HasIndex(b => b.Lane).IsUnique();
        batch.Property(b => b.Target).HasMaxLength(64);
        batch.Property(b => b.Outcome).HasMaxLength(1000);
        batch.Property(b => b.By).HasMaxLength(128);
        batch.Property(b => b.Version).IsConcurrencyToken();
        batch.HasIndex(b => new { b.By, b.Id });
        batch.HasIndex(b => b.State);
    }
}
