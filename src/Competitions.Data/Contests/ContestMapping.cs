using Competitions.Contests;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.Contests;

internal sealed class ContestMapping : IEntityTypeConfiguration<Contest>
{
    public void Configure(EntityTypeBuilder<Contest> contest)
    {
        contest.Property(c => c.Code).HasMaxLength(32);
        contest.HasIndex(c => c.Code).IsUnique();
        contest.HasIndex(c => new { c.Year, c.OrganisationId });
        contest.Property(c => c.RulesMarkdown).HasMaxLength(20_000);
        contest.Property(c => c.Version).IsConcurrencyToken();
        contest.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        contest.HasOne<Contest>().WithMany().HasForeignKey(c => c.CopiedFromId).OnDelete(DeleteBehavior.Restrict);
        contest.OwnsMany(c => c.Hosts, host => host.Row("ContestHosts"));
    }
}

internal sealed class EventMapping : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> @event)
    {
        @event.Property(e => e.Code).HasMaxLength(32);
        @event.HasIndex(e => e.Code).IsUnique();
        @event.HasIndex(e => e.ContestId);
        @event.Property(e => e.OccupationCode).HasMaxLength(32);
        @event.Property(e => e.StandardLevel).HasMaxLength(32);
        @event.Property(e => e.Version).IsConcurrencyToken();
        @event.Property(e => e.Rules).HasConversion<AsJson<EventRules>>().HasMaxLength(8000);
        @event.HasOne<Contest>().WithMany().HasForeignKey(e => e.ContestId).OnDelete(DeleteBehavior.Restrict);
        @event.Ignore(e => e.SealedModules);
        @event.OwnsMany(e => e.Groups, group => group.Row("EventGroups"));
        @event.OwnsMany(e => e.Rounds, round => round.Row("EventRounds"));
        @event.OwnsMany(e => e.Modules, module => module.Row("EventModules"));
        @event.OwnsMany(e => e.History, moved => moved.Row("EventMoves"));
        @event.OwnsMany(e => e.Changes, change => change.Row("EventRulesChanges"));
    }
}

internal sealed class EntryMapping : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.Property(e => e.Group).HasMaxLength(32);
        entry.Property(e => e.AdmissionNumber).HasMaxLength(32);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Ignore(e => e.LacksConsent);
        entry.HasIndex(e => new { e.EventId, e.Stage, e.Group });
        entry.HasIndex(e => new { e.EventId, e.AdmissionNumber }).IsUnique();
        // one living entry for a place: a list that was withdrawn leaves its entries, and another list may follow
        entry.HasIndex(e => new { e.EventId, e.PromotedFrom }).IsUnique().HasFilter("[PromotedFrom] IS NOT NULL AND [Stage] <> 'Withdrawn' AND [Stage] <> 'Refused' AND [Stage] <> 'Released'");
        entry.HasIndex(e => e.PromotionLineId).IsUnique();
        entry.HasIndex(e => new { e.UnitId, e.Stage });
        entry.HasOne<Event>().WithMany().HasForeignKey(e => e.EventId).OnDelete(DeleteBehavior.Restrict); // by id, no navigation
        entry.HasOne<Organisation>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        entry.OwnsMany(e => e.Members, member =>
        {
            member.Row("EntryMembers");
            member.HasIndex(nameof(EntryMember.WorkerId));
            member.HasIndex("EntryId", nameof(EntryMember.WorkerId), nameof(EntryMember.Role)).IsUnique();
        });
        entry.OwnsMany(e => e.History, moved => moved.Row("EntryMoves"));
        entry.OwnsMany(e => e.Substitutions, substitution => substitution.Row("EntrySubstitutions"));
        entry.OwnsMany(e => e.Consents, consent => consent.Row("EntryConsents"));
    }
}
