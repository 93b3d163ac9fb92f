using Competitions.Contests;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class JudgeRecordMapping : IEntityTypeConfiguration<JudgeRecord>
{
    public void Configure(EntityTypeBuilder<JudgeRecord> record)
    {
        record.HasIndex(r => new { r.EventId, r.Account }).IsUnique();
        record.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        record.Property(r => r.Account).HasMaxLength(450);
        record.Property(r => r.Version).IsConcurrencyToken();
        record.OwnsOne(r => r.Qualification, brings =>
        {
            brings.Property(q => q.Number).HasMaxLength(Qualification.LongestNumber);
            brings.Property(q => q.By).HasMaxLength(450);
            brings.Ignore(q => q.Grade);
        });
        record.OwnsMany(r => r.Trainings, training =>
        {
            training.Row("JudgeTrainings");
            training.Property(t => t.By).HasMaxLength(450);
            training.Ignore(t => t.IsOnPaper);
        });
    }
}

internal sealed class DeclarationMapping : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.HasIndex(d => new { d.EventId, d.Account });
        declaration.HasOne<Event>().WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasOne<Organisation>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        declaration.Property(d => d.Account).HasMaxLength(450);
        declaration.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class RecusalMapping : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.HasIndex(r => new { r.EventId, r.Account });
        recusal.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        recusal.Property(r => r.Account).HasMaxLength(450);
        recusal.Property(r => r.ClosedBy).HasMaxLength(450);
        recusal.Property(r => r.Why).HasMaxLength(Recusal.LongestText);
        recusal.Property(r => r.Answer).HasMaxLength(Recusal.LongestText);
        recusal.Property(r => r.Version).IsConcurrencyToken();
    }
}
