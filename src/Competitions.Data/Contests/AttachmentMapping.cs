using Competitions.Contests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.Title).HasMaxLength(40);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.Hash).HasMaxLength(64);
        attachment.Property(a => a.By).HasMaxLength(128);
        attachment.HasIndex(a => a.EntryId);
        attachment.HasIndex(a => a.Hash);
        attachment.HasOne<Entry>().WithMany().HasForeignKey(a => a.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}
