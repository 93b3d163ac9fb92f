using System.Text.Json;
using Competitions.People;
using Competitions.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Competitions.Data.Programmes;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.Property(a => a.Number).HasMaxLength(32);
        application.Property(a => a.BlindCode).HasMaxLength(32);
        application.Property(a => a.Answers).HasConversion<AnswersAsJson, SameAnswers>().HasMaxLength(-1);
        application.Property(a => a.UnitNotice).HasConversion<AsJson<UnitNotice?>>().HasMaxLength(400);
        application.Property(a => a.MadeBy).HasMaxLength(450);
        application.Property(a => a.Version).IsConcurrencyToken();
        application.Ignore(a => a.IsOpen).Ignore(a => a.Why);
        application.HasIndex(a => new { a.CallId, a.Stage });
        application.HasIndex(a => new { a.CallId, a.Number }).IsUnique();
        application.HasIndex(a => new { a.CallId, a.BlindCode }).IsUnique();
        application.HasIndex(a => new { a.UnitId, a.Stage });
        application.HasIndex(a => new { a.RecommenderId, a.Stage });
        application.HasOne<Call>().WithMany().HasForeignKey(a => a.CallId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Organisation>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        application.HasOne<Organisation>().WithMany().HasForeignKey(a => a.RecommenderId).OnDelete(DeleteBehavior.Restrict);
        application.OwnsMany(a => a.People, person =>
        {
            person.Row("ApplicationPeople");
            person.HasIndex(p => p.WorkerId);
        });
        application.OwnsMany(a => a.Statements, statement =>
        {
            statement.Row("ApplicationStatements");
            statement.Property(s => s.By).HasMaxLength(450);
        });
        application.OwnsMany(a => a.Opinions, opinion =>
        {
            opinion.Row("ApplicationOpinions");
            opinion.Property(o => o.Text).HasMaxLength(500);
            opinion.Property(o => o.By).HasMaxLength(450);
        });
        application.OwnsMany(a => a.History, moved =>
        {
            moved.Row("ApplicationMoves");
            moved.Property(m => m.By).HasMaxLength(450);
            moved.Property(m => m.Why).HasMaxLength(1000);
        });
    }

    private sealed class AnswersAsJson() : ValueConverter<Answers, string>(
        answers => JsonSerializer.Serialize(answers.All, Json.Stored),
        text => new Answers(JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>>(text, Json.Stored)!));

    /// <summary>Never changed in place: another answer is another object.</summary>
    private sealed class SameAnswers() : ValueComparer<Answers>((one, other) => ReferenceEquals(one, other), answers => answers.GetHashCode(), answers => answers);
}

internal sealed class ApplicationPaperMapping : IEntityTypeConfiguration<ApplicationPaper>
{
    public void Configure(EntityTypeBuilder<ApplicationPaper> paper)
    {
        paper.Property(p => p.Hash).HasMaxLength(64);
        paper.Property(p => p.By).HasMaxLength(450);
        paper.Ignore(p => p.IsPicture);
        paper.HasIndex(p => p.ApplicationId);
        paper.HasIndex(p => p.Hash);
        paper.HasOne<Application>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReviewSheetMapping : IEntityTypeConfiguration<ReviewSheet>
{
    public void Configure(EntityTypeBuilder<ReviewSheet> sheet)
    {
        sheet.Property(s => s.AccountId).HasMaxLength(450);
        sheet.Property(s => s.Why).HasMaxLength(ReviewSheet.LongestComment);
        sheet.Property(s => s.Items).HasConversion<AsJson<IReadOnlyList<ReviewItem>>, SameJson<IReadOnlyList<ReviewItem>>>().HasMaxLength(-1);
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.Ignore(s => s.Total);
        sheet.HasIndex(s => new { s.ApplicationId, s.AccountId, s.Round }).IsUnique(); // one vote each, whoever presses twice
        sheet.HasIndex(s => new { s.CallId, s.AccountId });
        sheet.HasOne<Application>().WithMany().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
