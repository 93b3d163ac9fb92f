using Competitions.Contests;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Results;

internal sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> result)
    {
        result.Property(r => r.Round).HasMaxLength(32);
        result.Property(r => r.Group).HasMaxLength(32);
        result.Property(r => r.Seal).HasMaxLength(64);
        result.Property(r => r.Basis).HasConversion<AsJson<ResultBasis>>().HasMaxLength(-1);
        result.Property(r => r.Version).IsConcurrencyToken();
        result.HasIndex(r => new { r.EventId, r.Round, r.Group, r.Number }).IsUnique();
        result.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<Result>().WithMany().HasForeignKey(r => r.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        result.OwnsMany(r => r.Lines, line =>
        {
            line.Row("ResultLines");
            line.HasIndex(l => l.EntryId);
            line.Property(l => l.Names).HasMaxLength(2000);
            line.Property(l => l.Note).HasMaxLength(2000);
            line.Property(l => l.Modules).HasConversion<AsJson<IReadOnlyList<ModuleMark>>, SameJson<IReadOnlyList<ModuleMark>>>().HasMaxLength(-1);
            line.Property(l => l.Members).HasConversion<AsJson<IReadOnlyList<ResultMember>>, SameJson<IReadOnlyList<ResultMember>>>().HasMaxLength(-1);
            line.Ignore(l => l.Deducted).Ignore(l => l.Titles).Ignore(l => l.Levels);
        });
        result.OwnsMany(r => r.History, moved => moved.Row("ResultMoves"));
    }
}
