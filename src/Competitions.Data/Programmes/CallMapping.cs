using Competitions.People;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Programmes;

internal sealed class CallMapping : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> call)
    {
        call.Property(c => c.Kind).HasMaxLength(32);
        call.Property(c => c.Text).HasMaxLength(4000);
        call.Property(c => c.Rules).HasConversion<AsJson<CallRules>>().HasMaxLength(-1);
        call.Property(c => c.Sections).HasConversion<AsJson<IReadOnlyList<FormSection>>, SameJson<IReadOnlyList<FormSection>>>().HasMaxLength(-1);
        call.Property(c => c.MadeBy).HasMaxLength(450);
        call.Property(c => c.RankedBy).HasMaxLength(450);
        call.Property(c => c.Version).IsConcurrencyToken();
        call.Ignore(c => c.Form).Ignore(c => c.Fields).Ignore(c => c.IsUnderReview).Ignore(c => c.Round);
        call.HasIndex(c => new { c.OrganisationId, c.Year });
        call.HasIndex(c => new { c.Stage, c.Kind });
        call.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        call.OwnsMany(c => c.Reviewers, reviewer =>
        {
            reviewer.Row("CallReviewers");
            reviewer.Property(r => r.AccountId).HasMaxLength(450);
            reviewer.HasIndex(r => r.AccountId);
        });
        call.OwnsMany(c => c.History, moved =>
        {
            moved.Row("CallMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}

internal sealed class CallQuotaMapping : IEntityTypeConfiguration<CallQuota>
{
    public void Configure(EntityTypeBuilder<CallQuota> quota)
    {
        quota.HasIndex(q => new { q.CallId, q.OrganisationId }).IsUnique();
        quota.HasOne<Call>().WithMany().HasForeignKey(q => q.CallId).OnDelete(DeleteBehavior.Restrict);
        quota.HasOne<Organisation>().WithMany().HasForeignKey(q => q.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A changed preset is a new row; the old ones stay for what was made from them.</summary>
internal sealed class ProgrammePresetMapping : IEntityTypeConfiguration<ProgrammePreset>
{
    public void Configure(EntityTypeBuilder<ProgrammePreset> preset)
    {
        preset.HasIndex(p => new { p.Code, p.Version }).IsUnique();
        preset.Property(p => p.Code).HasMaxLength(32);
        preset.Property(p => p.Kind).HasMaxLength(32);
        preset.Property(p => p.Rules).HasConversion<AsJson<CallRules>>().HasMaxLength(-1);
    }
}
