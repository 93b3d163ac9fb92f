using Competitions.Craftsmen;
using Competitions.Honours;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Craftsmen;

internal sealed class CraftsmanMapping : IEntityTypeConfiguration<Craftsman>
{
    public void Configure(EntityTypeBuilder<Craftsman> craftsman)
    {
        craftsman.Property(c => c.Rules).HasConversion<AsJson<LadderRules>>().HasMaxLength(-1);
        craftsman.Property(c => c.Grounds).HasConversion<AsJson<IReadOnlyList<string>>, SameJson<IReadOnlyList<string>>>().HasMaxLength(-1);
        craftsman.Property(c => c.Opinion).HasMaxLength(500);
        craftsman.Property(c => c.OpenKey).HasMaxLength(100);
        craftsman.Property(c => c.Version).IsConcurrencyToken();
        craftsman.Ignore(c => c.Level).Ignore(c => c.Stands);
        craftsman.HasIndex(c => c.OpenKey).IsUnique();
        craftsman.HasIndex(c => c.WorkerId);
        craftsman.HasIndex(c => new { c.UnitId, c.Stage });
        craftsman.HasIndex(c => c.HonourId);
        craftsman.HasOne<Organisation>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        craftsman.HasOne<Honour>().WithMany().HasForeignKey(c => c.HonourId).OnDelete(DeleteBehavior.Restrict);
        craftsman.OwnsMany(c => c.History, moved =>
        {
            moved.Row("CraftsmanMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}

internal sealed class CraftsmanCaseMapping : IEntityTypeConfiguration<CraftsmanCase>
{
    public void Configure(EntityTypeBuilder<CraftsmanCase> of)
    {
        of.Property(c => c.Clue).HasMaxLength(1000);
        of.Property(c => c.Finding).HasMaxLength(1000);
        of.Property(c => c.Statement).HasMaxLength(1000);
        of.Property(c => c.Version).IsConcurrencyToken();
        of.Ignore(c => c.ProposedBy);
        of.HasIndex(c => c.OpenOf).IsUnique();
        of.HasOne<Craftsman>().WithMany().HasForeignKey(c => c.CraftsmanId).OnDelete(DeleteBehavior.Restrict);
        of.OwnsMany(c => c.History, moved =>
        {
            moved.Row("CraftsmanCaseMoves");
            moved.Property(m => m.Why).HasMaxLength(1000);
        });
    }
}

internal sealed class DutyCheckMapping : IEntityTypeConfiguration<DutyCheck>
{
    public void Configure(EntityTypeBuilder<DutyCheck> check)
    {
        check.Property(c => c.Lines).HasConversion<AsJson<IReadOnlyList<DutyLine>>, SameJson<IReadOnlyList<DutyLine>>>().HasMaxLength(-1);
        check.Property(c => c.Version).IsConcurrencyToken();
        check.Ignore(c => c.IsMet);
        check.HasIndex(c => new { c.CraftsmanId, c.Year }).IsUnique();
        check.HasIndex(c => new { c.Year, c.Stage });
        check.HasOne<Craftsman>().WithMany().HasForeignKey(c => c.CraftsmanId).OnDelete(DeleteBehavior.Restrict);
        check.OwnsMany(c => c.History, moved =>
        {
            moved.Row("DutyCheckMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}

internal sealed class CraftsmanRewardMapping : IEntityTypeConfiguration<CraftsmanReward>
{
    public void Configure(EntityTypeBuilder<CraftsmanReward> reward)
    {
        reward.Property(r => r.Version).IsConcurrencyToken();
        reward.HasIndex(r => new { r.WorkerId, r.Title }).IsUnique();
        reward.HasIndex(r => r.Year);
        reward.HasOne<Craftsman>().WithMany().HasForeignKey(r => r.CraftsmanId).OnDelete(DeleteBehavior.Restrict);
    }
}
