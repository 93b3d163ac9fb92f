using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data.People;

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.Property(k => k.Name).HasMaxLength(50);
        key.Property(k => k.Hash).HasMaxLength(64);
        key.Property(k => k.Hint).HasMaxLength(ApiKey.HintLength);
        key.Property(k => k.MadeBy).HasMaxLength(128);
        key.Property(k => k.RevokedAt).IsConcurrencyToken();
        key.HasIndex(k => k.Hash).IsUnique();
        key.HasIndex(k => k.OrganisationId);
        key.HasOne<Organisation>().WithMany().HasForeignKey(k => k.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
