using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.People;

/// <summary>One sign-in until it ends. The cookie names it, so that a cookie kept after signing out opens nothing.</summary>
public sealed class Visit(string accountId, DateTime at)
{
    /// <summary>However busy, a visit ends after a day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public Guid Id { get; private set; } = Guid.NewGuid();
    public string AccountId { get; private set; } = accountId;
    public DateTime At { get; private set; } = at;
    public DateTime? EndedAt { get; private set; }

    /// <summary>Of the panel ticket that opened it: then it lasts as long as the ticket does, not a day.</summary>
    public int? TicketId { get; init; }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.AccountId).HasMaxLength(128);
        visit.HasIndex(v => new { v.AccountId, v.At });
        visit.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
