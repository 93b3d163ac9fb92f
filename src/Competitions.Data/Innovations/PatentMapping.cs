using Competitions.Innovations;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class PatentMapping : IEntityTypeConfiguration<Patent>
{
    public void Configure(EntityTypeBuilder<Patent> patent)
    {
        patent.Property(p => p.Title).HasMaxLength(100);
        patent.Property(p => p.Owner).HasMaxLength(100);
        patent.Property(p => p.ApplicationNumber).HasMaxLength(32);
        patent.Property(p => p.PublicationNumber).HasMaxLength(30);
        patent.Property(p => p.GrantNumber).HasMaxLength(30);
        patent.Property(p => p.Reward).HasConversion<AsJson<PatentReward>>().HasMaxLength(1000);
        patent.Property(p => p.Version).IsConcurrencyToken();
        patent.Ignore(p => p.EndsOn);
        patent.HasIndex(p => p.ApplicationNumber).IsUnique();
        patent.HasIndex(p => new { p.UnitId, p.Stage });
        patent.HasIndex(p => p.FeeDueOn);
        patent.HasOne<Organisation>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        patent.OwnsMany(p => p.Inventors, inventor =>
        {
            inventor.Row("PatentInventors");
            inventor.Property(i => i.Name).HasMaxLength(50);
            inventor.HasIndex(i => i.WorkerId);
        });
        patent.OwnsMany(p => p.History, moved =>
        {
            moved.Row("PatentMoves");
            moved.Property(m => m.By).HasMaxLength(128);
            moved.Property(m => m.Why).HasMaxLength(500);
        });
        patent.OwnsMany(p => p.Fees, fee =>
        {
            fee.Row("PatentFees");
            fee.Property(f => f.By).HasMaxLength(128);
        });
    }
}

/// <summary>As with proposals: a changed preset is a new row.</summary>
internal sealed class PatentRewardPresetMapping : IEntityTypeConfiguration<PatentRewardPreset>
{
    public void Configure(EntityTypeBuilder<PatentRewardPreset> preset)
    {
        preset.HasKey(p => new { p.Code, p.Version });
        preset.Property(p => p.Code).HasMaxLength(32);
        preset.Property(p => p.Rules).HasConversion<AsJson<PatentRewardRules>, SameJson<PatentRewardRules>>().HasMaxLength(4000);
    }
}

public static class PatentQueries
{
    public static async Task<PatentRewardPreset> NewestPatentRewardPreset(this CompetitionsDb db) =>
        (await db.PatentRewardPresets.AsNoTracking().ToListAsync()).OrderBy(p => p.Code, StringComparer.Ordinal).ThenByDescending(p => p.Version).First();
}
