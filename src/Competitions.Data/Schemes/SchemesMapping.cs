using Competitions.Contests;
using Competitions.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Schemes;

internal sealed class SchemesMapping : IEntityTypeConfiguration<MarkingScheme>, IEntityTypeConfiguration<SchemeUpload>
{
    public void Configure(EntityTypeBuilder<MarkingScheme> scheme)
    {
        scheme.HasIndex(s => new { s.EventId, s.Number }).IsUnique();
        scheme.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        scheme.Property(s => s.Content).HasConversion<AsJson<Scheme>>().HasMaxLength(-1);
        scheme.Property(s => s.Modules).HasConversion<AsJson<IReadOnlyDictionary<string, string>>, SameJson<IReadOnlyDictionary<string, string>>>().HasMaxLength(4000);
        scheme.Property(s => s.Accepted).HasConversion<AsJson<IReadOnlyList<SchemeFinding>>, SameJson<IReadOnlyList<SchemeFinding>>>().HasMaxLength(-1);
        scheme.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SchemeUpload> upload)
    {
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.HasIndex(u => u.At);
        upload.HasOne<Event>().WithMany().HasForeignKey(u => u.EventId).OnDelete(DeleteBehavior.Restrict);
        upload.Property(u => u.Reading).HasConversion<AsJson<SchemeReading>>().HasMaxLength(-1);
        upload.Property(u => u.Verdicts).HasConversion<AsJson<IReadOnlyList<bool?>>, SameJson<IReadOnlyList<bool?>>>().HasMaxLength(-1);
    }
}
