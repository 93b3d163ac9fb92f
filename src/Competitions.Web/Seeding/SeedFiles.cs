using System.Globalization;
using System.Text.Json;

namespace Competitions.Web.Seeding;

/// <summary>The files of <c>seed/</c>, beside the program.</summary>
internal static class SeedFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "seed");

    /// <summary>A line as its cells by header. Our own files have no quoted cells.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Lines(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second))];
    }

    public static T Json<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Root, file)), Competitions.Data.Json.Options)!;

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Files of a folder, in the order of their names.</summary>
    public static IEnumerable<string> In(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(Root, folder), pattern).Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(Root, f));

    public static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
