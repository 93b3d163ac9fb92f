using System.Runtime.CompilerServices;

namespace Competitions.Web.Tests.Support;

/// <summary>A hundred programs in one process would each watch their files; a machine hands out some hundred watches to all.</summary>
internal static class NoWatching
{
#pragma warning disable CA2255 // before the first program is built
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
