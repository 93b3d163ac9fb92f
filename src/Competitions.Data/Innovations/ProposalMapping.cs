using Competitions.Innovations;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Innovations;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.Property(p => p.Title).HasMaxLength(Proposal.MostTitle);
        proposal.Property(p => p.Problem).HasMaxLength(Proposal.MostText);
        proposal.Property(p => p.Measures).HasMaxLength(Proposal.MostText);
        proposal.Property(p => p.Answer).HasMaxLength(Proposal.MostText);
        proposal.Property(p => p.Category).HasMaxLength(32);
        proposal.Property(p => p.PresetCode).HasMaxLength(32);
        proposal.Property(p => p.Assessment).HasConversion<AsJson<Assessment>>().HasMaxLength(4000);
        proposal.Property(p => p.Implementation).HasConversion<AsJson<Implementation>>().HasMaxLength(500);
        proposal.Property(p => p.Reward).HasConversion<AsJson<ProposalReward>>().HasMaxLength(1000);
        proposal.Property(p => p.BenefitLines).HasConversion<AsJson<IReadOnlyList<BenefitLine>>, SameJson<IReadOnlyList<BenefitLine>>>().HasMaxLength(-1);
        proposal.Property(p => p.Version).IsConcurrencyToken();
        proposal.Ignore(p => p.Text).Ignore(p => p.DueOn);
        proposal.HasIndex(p => new { p.UnitId, p.Stage });
        proposal.HasIndex(p => p.WorkerId);
        proposal.HasOne<Organisation>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasOne<Worker>().WithMany().HasForeignKey(p => p.WorkerId).OnDelete(DeleteBehavior.Restrict);
        proposal.OwnsMany(p => p.History, moved =>
        {
            moved.Row("ProposalMoves");
            moved.Property(m => m.By).HasMaxLength(128);
            moved.Property(m => m.Why).HasMaxLength(Proposal.MostText);
        });
        proposal.OwnsMany(p => p.Links, link =>
        {
            link.Row("ProposalLinks");
            link.Property(l => l.By).HasMaxLength(128);
            link.HasIndex(l => l.OtherId);
        });
    }
}

internal sealed class ProposalPaperMapping : IEntityTypeConfiguration<ProposalPaper>
{
    public void Configure(EntityTypeBuilder<ProposalPaper> paper)
    {
        paper.Property(p => p.Title).HasMaxLength(40);
        paper.Property(p => p.ContentType).HasMaxLength(100);
        paper.Property(p => p.Hash).HasMaxLength(64);
        paper.Property(p => p.By).HasMaxLength(128);
        paper.HasIndex(p => p.Hash);
        paper.HasOne<Proposal>().WithMany().HasForeignKey(p => p.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A changed preset is a new row; the old ones stay for the proposals that were submitted under them.</summary>
internal sealed class ProposalPresetMapping : IEntityTypeConfiguration<ProposalPreset>
{
    public void Configure(EntityTypeBuilder<ProposalPreset> preset)
    {
        preset.HasKey(p => new { p.Code, p.Version });
        preset.Property(p => p.Code).HasMaxLength(32);
        preset.Property(p => p.Rules).HasConversion<AsJson<ProposalRules>, SameJson<ProposalRules>>().HasMaxLength(4000);
    }
}

internal sealed class ProposalCategoryMapping : IEntityTypeConfiguration<ProposalCategory>
{
    public void Configure(EntityTypeBuilder<ProposalCategory> category)
    {
        category.HasKey(c => c.Code);
        category.Property(c => c.Code).HasMaxLength(32);
    }
}
