#if !FULL_REGISTRY
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Competitions.Data;

/// <summary>
/// Microsoft.Data.Sqlite asks for SQLitePCLRaw 2.1 and runs on 2.0.6; SqlClient asks for an assembly whose two types the
/// stand-in has. .NET refuses an assembly older than asked for until this answers. It can go with FullRegistry=true.
/// </summary>
internal static class OlderAssemblies
{
    private static readonly string[] Names =
        ["SQLitePCLRaw.core", "SQLitePCLRaw.batteries_v2", "SQLitePCLRaw.provider.e_sqlite3", "Microsoft.SqlServer.Server"];

#pragma warning disable CA2255 // it must be there before the first type of those assemblies is touched
    [ModuleInitializer]
    internal static void Answer()
    {
        AssemblyLoadContext.Default.Resolving += Find;
        Start();
    }

    /// <summary>Apart from <see cref="Answer"/>, so that it is compiled only after the handler is there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start() => SQLitePCL.Batteries_V2.Init();

    private static Assembly? Find(AssemblyLoadContext context, AssemblyName wanted) =>
        Names.Contains(wanted.Name) && FileOf(wanted.Name!) is { } file ? context.LoadFromAssemblyPath(file) : null;

    /// <summary>The base directory is wrong under <c>dotnet ef</c>; the list of trusted assemblies is not.</summary>
    private static string? FileOf(string name) =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name);
}
#endif
