using System.Runtime.CompilerServices;

namespace Competitions.Web.Tests.Support;

/// <summary>Hundreds of programs in one process: none of them watches its files, of which a machine allows a hundred and more.</summary>
internal static class FewWatchers
{
#pragma warning disable CA2255 // before the first program is built
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        AppContext.SetSwitch("Microsoft.Extensions.DependencyInjection.DisableDynamicEngine", true); // each program would compile its services anew
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
