using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Competitions.Data;

/// <summary>A key of the web nodes' cookies and form tokens, shared by all nodes. Fields are encrypted with other keys, outside the database.</summary>
public sealed class ProtectionKey
{
    public int Id { get; private set; }
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key) => key.Property(k => k.Xml).HasMaxLength(4000);
}
