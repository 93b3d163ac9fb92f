using Competitions.Innovations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class PatentPaperMapping : IEntityTypeConfiguration<PatentPaper>
{
    public void Configure(EntityTypeBuilder<PatentPaper> paper)
    {
        paper.Property(p => p.Title).HasMaxLength(40);
        paper.Property(p => p.By).HasMaxLength(450);
        paper.OwnsOne(p => p.File, file => file.Property(f => f.Hash).HasMaxLength(64));
        paper.Navigation(p => p.File).IsRequired();
        paper.HasOne<Patent>().WithMany().HasForeignKey(p => p.PatentId).OnDelete(DeleteBehavior.Restrict);
    }
}
