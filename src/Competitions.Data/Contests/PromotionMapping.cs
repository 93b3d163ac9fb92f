using Competitions.Contests;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class PromotionListMapping : IEntityTypeConfiguration<PromotionList>
{
    public void Configure(EntityTypeBuilder<PromotionList> list)
    {
        list.Property(l => l.Group).HasMaxLength(32);
        list.Property(l => l.Round).HasMaxLength(32);
        list.Property(l => l.SourceRound).HasMaxLength(32);
        list.Property(l => l.SourceGroup).HasMaxLength(32);
        list.Property(l => l.SourceTitle).HasMaxLength(400);
        list.Property(l => l.SourceSeal).HasMaxLength(64);
        list.Property(l => l.Rule).HasConversion<AsJson<PromotionRule>>().HasMaxLength(1000);
        list.Property(l => l.Version).IsConcurrencyToken();
        list.HasIndex(l => new { l.EventId, l.Stage });
        list.Ignore(l => l.HasUndecided).Ignore(l => l.FreePlaces).Ignore(l => l.NextReserves);
        list.HasOne<Event>().WithMany().HasForeignKey(l => l.EventId).OnDelete(DeleteBehavior.Restrict);
        list.HasOne<ResultSheet>().WithMany().HasForeignKey(l => l.SourceSheetId).OnDelete(DeleteBehavior.Restrict);
        list.OwnsMany(l => l.Lines, line =>
        {
            line.Row("PromotionLines");
            line.Property(l => l.Names).HasMaxLength(2000);
            line.Property(l => l.Obstacle).HasMaxLength(500);
            line.HasIndex(l => l.EntryId);
            line.Ignore(l => l.Stands).Ignore(l => l.Unit);
        });
        list.OwnsMany(l => l.History, moved => moved.Row("PromotionMoves"));
        list.OwnsMany(l => l.Acts, act =>
        {
            act.Row("PromotionActs");
            act.Property(a => a.Why).HasMaxLength(500);
        });
    }
}

internal sealed class ResultSheetMapping : IEntityTypeConfiguration<ResultSheet>
{
    public void Configure(EntityTypeBuilder<ResultSheet> sheet)
    {
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.HasIndex(s => new { s.OrganisationId, s.Stage });
        sheet.HasIndex(s => new { s.ReceiverId, s.Stage });
        sheet.Ignore(s => s.Warnings).Ignore(s => s.Title);
        sheet.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Organisation>().WithMany().HasForeignKey(s => s.ReceiverId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<ResultSheet>().WithMany().HasForeignKey(s => s.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        sheet.OwnsMany(s => s.Rows, row =>
        {
            row.Row("ResultRows");
            row.Property(r => r.IdNumberIndex).HasMaxLength(64);
            row.HasIndex(r => r.IdNumberIndex);
            row.Property(r => r.IdNumberSealed).HasMaxLength(200);
            row.Property(r => r.Remark).HasMaxLength(500);
            row.Ignore(r => r.Stands).Ignore(r => r.PlaceDiffers).Ignore(r => r.IsUnknown);
        });
        sheet.OwnsMany(s => s.History, moved => moved.Row("ResultSheetMoves"));
    }
}
