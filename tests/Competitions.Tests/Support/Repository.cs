namespace Competitions.Tests.Support;

/// <summary>Where the checkout is, and the real data beside it.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>A file of the real data; where there is none, the test says it was skipped.</summary>
    public static string RealData(string path)
    {
        var folder = Environment.GetEnvironmentVariable("REAL_DATA") ?? Path.Combine(Root, "../shared/data");
        var file = Path.GetFullPath(Path.Combine(folder, path));
        Assert.SkipUnless(System.IO.File.Exists(file), $"No real data at {path}; REAL_DATA names its folder.");
        return file;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Competitions.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No Competitions.sln above the tests.");
        }

        return folder.FullName;
    }
}
