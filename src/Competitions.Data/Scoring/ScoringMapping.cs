using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Scoring;

/// <summary>Append-only. The key is the chain's own order; the id is unique, so that a mark sent again is found.</summary>
internal sealed class MarkMapping : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> mark)
    {
        mark.ToTable("Marks", t => t.HasTrigger("Marks_no_UPDATE"));
        mark.HasKey(m => new { m.EventCode, m.Sequence });
        mark.HasIndex(m => m.Id).IsUnique();
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.Sequence).ValueGeneratedNever();
        mark.Property(m => m.EventCode).HasMaxLength(40);
        mark.Property(m => m.Work).HasMaxLength(40);
        mark.Property(m => m.Aspect).HasMaxLength(40);
        mark.Property(m => m.Slip).HasMaxLength(40);
        mark.Property(m => m.Hash).HasMaxLength(64);
        mark.Property(m => m.HashBefore).HasMaxLength(64);
    }
}

/// <summary>Append-only, beside the line of the same id.</summary>
internal sealed class MarkReasonMapping : IEntityTypeConfiguration<MarkReason>
{
    public void Configure(EntityTypeBuilder<MarkReason> reason)
    {
        reason.ToTable("MarkReasons", t => t.HasTrigger("MarkReasons_no_UPDATE"));
        reason.Property(r => r.Id).ValueGeneratedNever();
        reason.Property(r => r.EventCode).HasMaxLength(40);
        reason.Property(r => r.Work).HasMaxLength(40);
        reason.Property(r => r.Why).HasMaxLength(MarkReason.Longest);
        reason.HasIndex(r => new { r.EventCode, r.Work });
    }
}

/// <summary>Append-only, beside the line of the same id.</summary>
internal sealed class MarkDeviceMapping : IEntityTypeConfiguration<MarkDevice>
{
    public void Configure(EntityTypeBuilder<MarkDevice> device)
    {
        device.ToTable("MarkDevices", t => t.HasTrigger("MarkDevices_no_UPDATE"));
        device.Property(d => d.Id).ValueGeneratedNever();
        device.Property(d => d.EventCode).HasMaxLength(40);
        device.Property(d => d.Signature).HasMaxLength(MarkDevice.Longest);
        device.HasIndex(d => d.EventCode);
    }
}

/// <summary>Append-only.</summary>
internal sealed class SheetSignatureMapping : IEntityTypeConfiguration<SheetSignature>
{
    public void Configure(EntityTypeBuilder<SheetSignature> signature)
    {
        signature.ToTable("SheetSignatures", t => t.HasTrigger("SheetSignatures_no_UPDATE"));
        signature.Property(s => s.EventCode).HasMaxLength(40);
        signature.Property(s => s.Work).HasMaxLength(40);
        signature.Property(s => s.Account).HasMaxLength(450);
        signature.HasIndex(s => new { s.EventCode, s.Work });
    }
}

internal sealed class LedgerHeadMapping : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.HasKey(h => h.EventCode);
        head.Property(h => h.EventCode).HasMaxLength(40);
        head.Property(h => h.Hash).HasMaxLength(64);
        head.Property(h => h.Sequence).IsConcurrencyToken();
        head.Property(h => h.LockVersion).IsConcurrencyToken();
        head.Property(h => h.LockedSheets).HasField("_locked").HasMaxLength(-1).HasConversion(
            sheets => string.Join('\n', sheets),
            text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList(),
            new ValueComparer<IReadOnlyList<string>>(
                (one, other) => one!.SequenceEqual(other!),
                sheets => sheets.Aggregate(0, HashCode.Combine),
                sheets => sheets.ToList()));
    }
}

internal sealed class BoardReleaseMapping : IEntityTypeConfiguration<BoardRelease>
{
    public void Configure(EntityTypeBuilder<BoardRelease> release)
    {
        release.HasIndex(r => new { r.EventCode, r.Round }).IsUnique();
        release.Property(r => r.EventCode).HasMaxLength(40);
        release.Property(r => r.Round).HasMaxLength(40);
        release.Property(r => r.Modules).HasField("_modules").HasConversion<AsJson<IReadOnlyList<string>>, SameJson<IReadOnlyList<string>>>().HasMaxLength(4000);
        release.Property(r => r.Version).IsConcurrencyToken();
    }
}
