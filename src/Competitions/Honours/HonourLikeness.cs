using System.Globalization;
using Competitions.People;

namespace Competitions.Honours;

/// <summary>Which lines of an upload are new, which the register has, and which a person must look at. A pure function.</summary>
public static class HonourLikeness
{
    public static string KeyOf(int? workerId, int unitId) => string.Create(CultureInfo.InvariantCulture, $"{(workerId is null ? 'u' : 'w')}{workerId ?? unitId}");

    /// <summary>What was decided of a line stays as long as the line is still doubtful for the same reason.</summary>
    /// <param name="lines">In the order of the file.</param>
    /// <param name="register">The honours of all their holders, also those that stand no longer.</param>
    public static IReadOnlyList<ImportLine> Sorted(IReadOnlyList<ImportLine> lines, IEnumerable<KnownHonour> register)
    {
        var known = register.SelectMany(h => h.HolderKeys.Select(key => (key, h))).ToLookup(k => k.key, k => k.h);
        var above = new Dictionary<string, List<ImportLine>>();
        List<ImportLine> sorted = [];
        foreach (var line in lines)
        {
            var earlier = above.TryGetValue(line.HolderKey, out var found) ? found : above[line.HolderKey] = [];
            var judged = Judged(line, [.. known[line.HolderKey]], earlier);
            earlier.Add(judged);
            sorted.Add(judged.Standing == line.Standing && judged.LikeId == line.LikeId ? judged with { Another = line.Another } : judged with { Another = null });
        }

        return sorted;
    }

    private static ImportLine Judged(ImportLine line, IReadOnlyList<KnownHonour> register, IReadOnlyList<ImportLine> above)
    {
        if (register.FirstOrDefault(h => h is { Stands: true, HolderKind: HolderKind.Person or HolderKind.Organisation } && Same(line, h.Name, h.Level, h.Year)) is { } same)
        {
            return Like(line, ImportStanding.Known, same);
        }

        if (above.FirstOrDefault(a => Same(line, a.Name, a.Grantor.Level, a.On.Year)) is { } repeated)
        {
            return Like(line, ImportStanding.Known, repeated);
        }

        if (line.Kind is HonourKind.Title && register.FirstOrDefault(h => h.Stands && h.Kind is HonourKind.Title && h.Name.Trim() == line.Name.Trim()) is { } held)
        {
            return Like(line, ImportStanding.Held, held);
        }

        if (line.Kind is HonourKind.Title && above.FirstOrDefault(a => a.Kind is HonourKind.Title && a.Name.Trim() == line.Name.Trim()) is { } twice)
        {
            return Like(line, ImportStanding.Held, twice);
        }

        return register.FirstOrDefault(h => Near(line, h.Name, h.Year)) is { } near ? Like(line, ImportStanding.Doubtful, near)
            : above.FirstOrDefault(a => Near(line, a.Name, a.On.Year)) is { } beside ? Like(line, ImportStanding.Doubtful, beside)
            : line with { Standing = ImportStanding.New, Like = "", LikeId = null };
    }

    private static bool Same(ImportLine line, string name, OrganisationLevel level, int year) =>
        line.On.Year == year && line.Grantor.Level == level && HonourNames.Plain(line.Name) == HonourNames.Plain(name);

    private static bool Near(ImportLine line, string name, int year) => line.On.Year == year && HonourNames.Core(line.Name) == HonourNames.Core(name);

    private static ImportLine Like(ImportLine line, ImportStanding standing, KnownHonour honour) => line with
    {
        Standing = standing, LikeId = honour.Id,
        Like = $"{honour.Year} 年“{honour.Name}”{(honour.Stands ? "" : "，已撤销或不予授予")}{(honour.HolderKind is HolderKind.Team ? "，团队奖项" : honour.HolderKind is HolderKind.Coach ? "，作为教练" : "")}",
    };

    private static ImportLine Like(ImportLine line, ImportStanding standing, ImportLine above) => line with { Standing = standing, LikeId = null, Like = $"本文件第 {above.Row} 行“{above.Name}”" };
}
