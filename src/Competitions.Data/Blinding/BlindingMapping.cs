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

/// <summary>A draw of a layer; one attempt after the other, and no two of the same number.</summary>
internal sealed class CodeDrawMapping : IEntityTypeConfiguration<CodeDraw>
{
    public void Configure(EntityTypeBuilder<CodeDraw> draw)
    {
        draw.HasIndex(d => new { d.EventCode, d.Place, d.Layer, d.Attempt }).IsUnique();
        draw.Property(d => d.EventCode).HasMaxLength(40);
        draw.Property(d => d.Place).HasMaxLength(40);
        draw.Property(d => d.Commitment).HasMaxLength(64);
        draw.Property(d => d.ResultHash).HasMaxLength(64);
        draw.Property(d => d.Text).HasMaxLength(-1);
        draw.Property(d => d.Version).IsConcurrencyToken();
        draw.Ignore(d => d.At).Ignore(d => d.IsLive);
    }
}

internal sealed class SealKeyMapping : IEntityTypeConfiguration<SealKey>
{
    public void Configure(EntityTypeBuilder<SealKey> key)
    {
        key.HasKey(k => k.EventCode);
        key.Property(k => k.EventCode).HasMaxLength(40);
        key.Property(k => k.Version).IsConcurrencyToken();
    }
}

/// <summary>Append-only, once an event.</summary>
internal sealed class OpeningMapping : IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<Opening> opening)
    {
        opening.ToTable("Openings", t => t.HasTrigger("Openings_no_UPDATE"));
        opening.HasKey(o => o.EventCode);
        opening.Property(o => o.EventCode).HasMaxLength(40);
        opening.Property(o => o.LedgerHash).HasMaxLength(64);
    }
}
