using Competitions.Contests;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.People;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Code).HasMaxLength(32);
        organisation.HasIndex(o => o.Code).IsUnique();
        organisation.HasIndex(o => o.Path);
        organisation.HasIndex(o => o.Name);
        organisation.Property(o => o.TypeCode).HasMaxLength(32);
        organisation.Property(o => o.CreditCode).HasMaxLength(18);
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        organisation.OwnsMany(o => o.FormerNames, name =>
        {
            name.ToTable("OrganisationNames");
            name.Property<int>("Id");
            name.HasKey("Id");
        });
    }
}

internal sealed class WorkerMapping : IEntityTypeConfiguration<Worker>
{
    public void Configure(EntityTypeBuilder<Worker> worker)
    {
        worker.Property(w => w.IdNumberIndex).HasMaxLength(64);
        worker.HasIndex(w => w.IdNumberIndex).IsUnique();
        worker.Property(w => w.IdNumberSealed).HasMaxLength(200);
        worker.Property(w => w.PhoneIndex).HasMaxLength(64);
        worker.HasIndex(w => w.PhoneIndex);
        worker.Property(w => w.PhoneSealed).HasMaxLength(200);
        worker.HasIndex(w => w.Name);
        worker.Property(w => w.OccupationCode).HasMaxLength(32);
        worker.Property(w => w.SkillLevelCode).HasMaxLength(32);
        worker.HasIndex(w => w.ImportId).HasFilter("ImportId IS NOT NULL");
        worker.Property(w => w.Version).IsConcurrencyToken();
        worker.OwnsMany(w => w.Memberships, membership =>
        {
            membership.ToTable("Memberships");
            membership.Property<int>("Id");
            membership.HasKey("Id");
            membership.HasIndex(m => new { m.OrganisationId, m.To });
            membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class DutyMapping : IEntityTypeConfiguration<Duty>, IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Duty> duty)
    {
        duty.Property(d => d.AccountId).HasMaxLength(128);
        duty.Property(d => d.GivenBy).HasMaxLength(128);
        duty.HasIndex(d => d.AccountId);
        duty.HasIndex(d => d.EventId);
        duty.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Restrict);
        duty.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        duty.HasOne<Event>().WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Restrict);
        duty.ToTable(t => t.HasCheckConstraint("CK_Duties_Place",
            "(OrganisationId IS NULL AND EventId IS NOT NULL) OR (OrganisationId IS NOT NULL AND EventId IS NULL)"));
    }

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.HasIndex(a => a.WorkerId).IsUnique();
        account.HasIndex(a => a.OrganisationId);
        account.Property(a => a.LockedWhy).HasMaxLength(200);
        account.HasOne<Worker>().WithMany().HasForeignKey(a => a.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DictionaryMapping :
    IEntityTypeConfiguration<OrganisationType>, IEntityTypeConfiguration<SkillLevel>, IEntityTypeConfiguration<Occupation>
{
    public void Configure(EntityTypeBuilder<OrganisationType> type) => Keyed(type, nameof(OrganisationType.Code));

    public void Configure(EntityTypeBuilder<SkillLevel> level) => Keyed(level, nameof(SkillLevel.Code));

    public void Configure(EntityTypeBuilder<Occupation> occupation) => Keyed(occupation, nameof(Occupation.Code));

    private static void Keyed<T>(EntityTypeBuilder<T> row, string code) where T : class
    {
        row.HasKey(code);
        row.Property(code).HasMaxLength(32);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<ActivationSlip>, IEntityTypeConfiguration<CorrectionRequest>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.HasIndex(c => new { c.WorkerId, c.Kind });
        consent.HasOne<Worker>().WithMany().HasForeignKey(c => c.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ActivationSlip> slip)
    {
        slip.Property(s => s.CodeHash).HasMaxLength(64);
        slip.HasIndex(s => s.CodeHash).IsUnique();
        slip.HasIndex(s => s.WorkerId);
        slip.Property(s => s.UsedAt).IsConcurrencyToken();
        slip.Property(s => s.Misses).IsConcurrencyToken().HasDefaultValue(0);
        slip.HasOne<Worker>().WithMany().HasForeignKey(s => s.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CorrectionRequest> request)
    {
        request.Property(r => r.Text).HasMaxLength(500);
        request.Property(r => r.Answer).HasMaxLength(500);
        request.Property(r => r.AnsweredBy).HasMaxLength(128);
        request.Property(r => r.AnsweredAt).IsConcurrencyToken();
        request.HasIndex(r => new { r.WorkerId, r.AnsweredAt });
        request.HasOne<Worker>().WithMany().HasForeignKey(r => r.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}
