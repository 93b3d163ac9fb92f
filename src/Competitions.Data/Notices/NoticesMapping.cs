using Competitions.Notices;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Notices;

internal sealed class PublicNoticeMapping : IEntityTypeConfiguration<PublicNotice>
{
    public void Configure(EntityTypeBuilder<PublicNotice> notice)
    {
        notice.HasIndex(n => new { n.Of, n.SourceId });
        notice.HasIndex(n => new { n.OrganisationId, n.Stage });
        notice.HasOne<Organisation>().WithMany().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        notice.Property(n => n.Columns).HasConversion<AsJson<IReadOnlyList<NoticeColumn>>, SameJson<IReadOnlyList<NoticeColumn>>>().HasMaxLength(-1);
        notice.Property(n => n.Seal).HasMaxLength(64);
        notice.Property(n => n.GivenBy).HasMaxLength(450);
        notice.Property(n => n.Version).IsConcurrencyToken();
        notice.OwnsMany(n => n.Rows, row =>
        {
            row.Row("NoticeRows");
            row.Property(r => r.Cells).HasConversion<AsJson<IReadOnlyList<string>>, SameJson<IReadOnlyList<string>>>().HasMaxLength(-1);
        });
        notice.OwnsMany(n => n.History, moved => moved.Row("NoticeMoves"));
    }
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.HasOne<PublicNotice>().WithMany().HasForeignKey(o => o.NoticeId).OnDelete(DeleteBehavior.Restrict);
        objection.HasIndex(o => new { o.NoticeId, o.Outcome });
        objection.HasIndex(o => o.Receipt).IsUnique();
        objection.Property(o => o.Receipt).HasMaxLength(20);
        objection.Property(o => o.NameSealed).HasMaxLength(1000);
        objection.Property(o => o.PhoneSealed).HasMaxLength(200);
        objection.Property(o => o.Text).HasMaxLength(Objection.LongestText);
        objection.Property(o => o.Finding).HasMaxLength(Objection.LongestText);
        objection.Property(o => o.AnsweredBy).HasMaxLength(450);
        objection.Property(o => o.Version).IsConcurrencyToken();
    }
}
