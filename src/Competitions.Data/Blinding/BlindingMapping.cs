using Competitions.Blinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Blinding;

internal sealed class WorkMapping : IEntityTypeConfiguration<Work>
{
    public void Configure(EntityTypeBuilder<Work> work)
    {
        work.HasIndex(w => w.Code).IsUnique();
        work.HasIndex(w => new { w.EventCode, w.Module });
        work.Property(w => w.EventCode).HasMaxLength(40);
        work.Property(w => w.Module).HasMaxLength(40);
        work.Property(w => w.Code).HasMaxLength(40);
    }
}

/// <summary>One work an entry and module: the second is refused by the database itself.</summary>
internal sealed class CodeBookLineMapping : IEntityTypeConfiguration<CodeBookLine>
{
    public void Configure(EntityTypeBuilder<CodeBookLine> line)
    {
        line.HasIndex(l => l.Work).IsUnique();
        line.HasIndex(l => new { l.EventCode, l.Module, l.EntryId }).IsUnique();
        line.Property(l => l.EventCode).HasMaxLength(40);
        line.Property(l => l.Module).HasMaxLength(40);
        line.Property(l => l.Work).HasMaxLength(40);
    }
}
