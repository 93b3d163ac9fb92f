using Competitions.Contests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.Module).HasMaxLength(32);
        session.Property(s => s.Version).IsConcurrencyToken();
        session.HasIndex(s => s.EventId);
        session.Ignore(s => s.StartedAt).Ignore(s => s.EndedAt);
        session.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Restrict);
        session.OwnsMany(s => s.History, moved => moved.Row("SessionMoves"));
    }

    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.Property(s => s.Number).HasMaxLength(16);
        seat.HasIndex(s => new { s.SessionId, s.Number }).IsUnique();
        seat.HasIndex(s => new { s.SessionId, s.EntryId }).IsUnique();
        seat.HasIndex(s => s.EntryId);
        seat.Property(s => s.Version).IsConcurrencyToken();
        seat.Ignore(s => s.ExtraMinutes);
        seat.HasOne<Session>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
        seat.HasOne<Entry>().WithMany().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
        seat.OwnsMany(s => s.ExtraTimes, extra => extra.Row("SeatExtraTimes"));
    }
}
