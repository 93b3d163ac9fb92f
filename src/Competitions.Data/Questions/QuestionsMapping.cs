using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Competitions.People;
using Competitions.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Questions;

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.Property(q => q.OccupationCode).HasMaxLength(32);
        question.Property(q => q.LevelCode).HasMaxLength(32);
        question.Property(q => q.Text).HasMaxLength(2000);
        question.Property(q => q.Choices).AsText();
        question.Property(q => q.Right).AsText();
        question.Property(q => q.Version).IsConcurrencyToken();
        question.HasIndex(q => new { q.OrganisationId, q.OccupationCode, q.Kind });
        question.HasOne<Organisation>().WithMany().HasForeignKey(q => q.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.Property(p => p.OccupationCode).HasMaxLength(32);
        paper.Property(p => p.SeedHash).HasMaxLength(64);
        paper.Property(p => p.Version).IsConcurrencyToken();
        paper.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        paper.OwnsMany(p => p.Blueprint, row =>
        {
            row.ToTable("BlueprintRows");
            row.Property<int>("Id");
            row.HasKey("Id");
            row.Property(r => r.LevelCode).HasMaxLength(32);
        });
        paper.OwnsMany(p => p.Items, item =>
        {
            item.ToTable("PaperItems");
            item.Property<int>("Id");
            item.HasKey("Id");
            item.WithOwner().HasForeignKey("PaperId");
            item.HasIndex("PaperId", nameof(PaperItem.Set), nameof(PaperItem.Place)).IsUnique();
            item.Property(i => i.Set).HasMaxLength(1);
            item.Property(i => i.Text).HasMaxLength(2000);
            item.Property(i => i.Choices).AsText();
            item.Property(i => i.Right).AsText();
        });
    }
}

internal sealed class OccasionMapping : IEntityTypeConfiguration<Occasion>, IEntityTypeConfiguration<Sitting>, IEntityTypeConfiguration<GivenAnswer>
{
    public void Configure(EntityTypeBuilder<Occasion> occasion)
    {
        occasion.HasIndex(o => o.Purpose);
        occasion.HasOne<Paper>().WithMany().HasForeignKey(o => o.PaperId).OnDelete(DeleteBehavior.Restrict);
        occasion.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>One sitting a worker and occasion: the second is refused by the database itself.</summary>
    public void Configure(EntityTypeBuilder<Sitting> sitting)
    {
        sitting.Property(s => s.Set).HasMaxLength(1);
        sitting.Property(s => s.Version).IsConcurrencyToken();
        sitting.HasIndex(s => new { s.OccasionId, s.WorkerId }).IsUnique();
        sitting.HasIndex(s => s.WorkerId);
        sitting.HasIndex(s => new { s.Stage, s.Deadline });
        sitting.HasIndex(s => s.ResultId).IsUnique();
        sitting.HasOne<Occasion>().WithMany().HasForeignKey(s => s.OccasionId).OnDelete(DeleteBehavior.Restrict);
        sitting.HasOne<Worker>().WithMany().HasForeignKey(s => s.WorkerId).OnDelete(DeleteBehavior.Restrict);
        sitting.OwnsMany(s => s.Extra, extra =>
        {
            extra.ToTable("SittingExtraTime");
            extra.Property<int>("Id");
            extra.HasKey("Id");
        });
    }

    /// <summary>Append-only: what a competitor gave is never changed, a new answer is a new line.</summary>
    public void Configure(EntityTypeBuilder<GivenAnswer> answer)
    {
        answer.ToTable("GivenAnswers", t => t.HasTrigger("GivenAnswers_no_UPDATE"));
        answer.HasKey(a => a.Id);
        answer.Property(a => a.Id).ValueGeneratedNever();
        answer.Property(a => a.Given).HasMaxLength(GivenAnswer.Longest);
        answer.HasIndex(a => new { a.SittingId, a.Place });
        answer.HasOne<Sitting>().WithMany().HasForeignKey(a => a.SittingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class ListAsText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A short list of strings in one column: it is never searched, only read with its row.</summary>
    public static PropertyBuilder<IReadOnlyList<string>> AsText(this PropertyBuilder<IReadOnlyList<string>> list) => list.HasMaxLength(-1).HasConversion(
        items => JsonSerializer.Serialize(items, Readable),
        text => JsonSerializer.Deserialize<List<string>>(text, Readable)!,
        new ValueComparer<IReadOnlyList<string>>(
            (one, other) => one!.SequenceEqual(other!), items => items.Aggregate(0, HashCode.Combine), items => items.ToList()));
}
