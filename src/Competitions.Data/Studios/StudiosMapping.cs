using Competitions.Honours;
using Competitions.People;
using Competitions.Studios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Studios;

internal sealed class StudioMapping : IEntityTypeConfiguration<Studio>
{
    public void Configure(EntityTypeBuilder<Studio> studio)
    {
        studio.Property(s => s.Equipment).HasMaxLength(1000);
        studio.Property(s => s.Version).IsConcurrencyToken();
        studio.Ignore(s => s.Stands);
        studio.HasIndex(s => s.UnitId);
        studio.HasOne<Organisation>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        studio.OwnsMany(s => s.Namings, naming => naming.Row("StudioNamings"));
        studio.OwnsMany(s => s.Leaders, leader =>
        {
            leader.Row("StudioLeaders");
            leader.HasIndex(l => l.WorkerId);
        });
        studio.OwnsMany(s => s.Members, member =>
        {
            member.Row("StudioMembers");
            member.HasIndex(m => m.WorkerId);
        });
        studio.OwnsMany(s => s.History, moved =>
        {
            moved.Row("StudioMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}

internal sealed class StudioWorkMapping : IEntityTypeConfiguration<StudioTopic>, IEntityTypeConfiguration<StudioActivity>, IEntityTypeConfiguration<StudioFunding>, IEntityTypeConfiguration<StudioResult>, IEntityTypeConfiguration<StudioPaper>
{
    public void Configure(EntityTypeBuilder<StudioTopic> topic)
    {
        topic.Property(t => t.Outcome).HasMaxLength(500);
        topic.Property(t => t.Version).IsConcurrencyToken();
        topic.HasOne<Studio>().WithMany().HasForeignKey(t => t.StudioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StudioActivity> activity)
    {
        activity.Property(a => a.Text).HasMaxLength(1000);
        activity.OwnsOne(a => a.Photo, photo => photo.Property(p => p.Hash).HasMaxLength(64));
        activity.HasIndex(a => new { a.StudioId, a.On });
        activity.HasOne<Studio>().WithMany().HasForeignKey(a => a.StudioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StudioFunding> funding)
    {
        funding.OwnsOne(f => f.Paper, paper => paper.Property(p => p.Hash).HasMaxLength(64));
        funding.Navigation(f => f.Paper).IsRequired();
        funding.HasIndex(f => new { f.StudioId, f.On });
        funding.HasOne<Studio>().WithMany().HasForeignKey(f => f.StudioId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StudioResult> result)
    {
        result.HasIndex(r => new { r.StudioId, r.HonourId }).IsUnique();
        result.HasOne<Studio>().WithMany().HasForeignKey(r => r.StudioId).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<Honour>().WithMany().HasForeignKey(r => r.HonourId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StudioPaper> paper)
    {
        paper.OwnsOne(p => p.File, file => file.Property(f => f.Hash).HasMaxLength(64));
        paper.Navigation(p => p.File).IsRequired();
        paper.HasOne<Studio>().WithMany().HasForeignKey(p => p.StudioId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StudioAssessmentMapping : IEntityTypeConfiguration<StudioAssessment>
{
    public void Configure(EntityTypeBuilder<StudioAssessment> assessment)
    {
        assessment.Property(a => a.Rules).HasConversion<AsJson<StudioRules>>().HasMaxLength(-1);
        assessment.Property(a => a.Lines).HasConversion<AsJson<IReadOnlyList<AssessmentLine>>, SameJson<IReadOnlyList<AssessmentLine>>>().HasMaxLength(-1);
        assessment.Property(a => a.Summary).HasMaxLength(2000);
        assessment.Property(a => a.Demand).HasMaxLength(1000);
        assessment.Property(a => a.Correction).HasMaxLength(2000);
        assessment.Property(a => a.Version).IsConcurrencyToken();
        assessment.Ignore(a => a.SelfTotal);
        assessment.HasIndex(a => new { a.StudioId, a.Year }).IsUnique();
        assessment.HasOne<Studio>().WithMany().HasForeignKey(a => a.StudioId).OnDelete(DeleteBehavior.Restrict);
        assessment.OwnsMany(a => a.History, moved =>
        {
            moved.Row("StudioAssessmentMoves");
            moved.Property(m => m.Why).HasMaxLength(500);
        });
    }
}
