using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Competitions.Web.Tests.Support;

/// <summary>bUnit asks for a newer AngleSharp.Diffing than some registries hold, and runs on the older; .NET refuses until this answers.</summary>
internal static class OlderAssemblies
{
#pragma warning disable CA2255 // before bUnit's first type is touched
    [ModuleInitializer]
    internal static void Answer() => AssemblyLoadContext.Default.Resolving += (context, wanted) =>
        wanted.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
