using Competitions.Contests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

/// <summary>A changed preset is a new row; the old ones stay for what was made from them.</summary>
internal sealed class RulePresetMapping : IEntityTypeConfiguration<RulePreset>
{
    public void Configure(EntityTypeBuilder<RulePreset> preset)
    {
        preset.HasKey(p => new { p.Code, p.Version });
        preset.Property(p => p.Code).HasMaxLength(32);
        preset.Property(p => p.Rules).HasConversion<AsJson<EventRules>>().HasMaxLength(8000);
        preset.Property(p => p.Modules).HasConversion<AsJson<IReadOnlyList<EventModule>>, SameJson<IReadOnlyList<EventModule>>>().HasMaxLength(8000);
        preset.Property(p => p.Groups).HasConversion<AsJson<IReadOnlyList<EventGroup>>, SameJson<IReadOnlyList<EventGroup>>>().HasMaxLength(8000);
        preset.Property(p => p.Rounds).HasConversion<AsJson<IReadOnlyList<EventRound>>, SameJson<IReadOnlyList<EventRound>>>().HasMaxLength(8000);
    }
}

public static class RulePresetQueries
{
    /// <summary>The newest version of each preset, by code.</summary>
    public static async Task<IReadOnlyList<RulePreset>> NewestPresets(this CompetitionsDb db) =>
        [.. (await db.RulePresets.AsNoTracking().ToListAsync()).GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.Code, StringComparer.Ordinal)];
}
