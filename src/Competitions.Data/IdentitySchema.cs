using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Data;

/// <summary>
/// Part of the model hangs on identity's options (passkeys are in version 3). The running program and who opens
/// the database without it take them from here, or their models would differ.
/// </summary>
public static class IdentitySchema
{
    public static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Stores.MaxLengthForKeys = 128;
    }

    internal static IServiceProvider Services { get; } =
        new ServiceCollection().Configure<IdentityOptions>(Configure).BuildServiceProvider();
}
