using System.Globalization;

namespace Competitions.Tests.Scoring;

/// <summary>Official results that are not part of the project: REAL_DATA, or ../shared/data beside the checkout; absent, the test is skipped.</summary>
internal static class RealData
{
    public static List<Dictionary<string, string>> Results(string file)
    {
        var path = Path.Combine(Folder(), "results", file);
        Assert.SkipUnless(File.Exists(path), $"{path} is not here");
        var lines = File.ReadAllLines(path).Select(l => l.Split(',')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second))];
    }

    public static decimal Number(this Dictionary<string, string> row, string column) => decimal.Parse(row[column], CultureInfo.InvariantCulture);

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("REAL_DATA") is { Length: > 0 } named)
        {
            return named;
        }

        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Competitions.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.Parent?.FullName ?? "/", "shared", "data");
    }
}
