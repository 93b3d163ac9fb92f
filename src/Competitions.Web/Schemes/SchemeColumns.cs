using System.Text.RegularExpressions;

namespace Competitions.Web.Schemes;

/// <summary>Where a block's columns are, found by the words of its header: the forms differ in letters, not in words.</summary>
public sealed partial record SchemeColumns(IReadOnlyDictionary<string, int> At)
{
    private static readonly (string Key, Func<string, bool> Is)[] Words =
    [
        ("id", w => w.StartsWith("sub criteri", StringComparison.Ordinal) && w.EndsWith(" id", StringComparison.Ordinal)),
        ("name", w => w.StartsWith("sub criteri", StringComparison.Ordinal) && w.Contains("name", StringComparison.Ordinal)),
        ("day", w => w.StartsWith("day", StringComparison.Ordinal)),
        ("type", w => w.StartsWith("aspect type", StringComparison.Ordinal) || w is "type"),
        ("description", w => w.StartsWith("aspect", StringComparison.Ordinal) && w.Contains("description", StringComparison.Ordinal) && !w.Contains("extra", StringComparison.Ordinal)),
        ("score", w => w.StartsWith("judg", StringComparison.Ordinal) && w.EndsWith("score", StringComparison.Ordinal)),
        ("extra", w => w.StartsWith("extra", StringComparison.Ordinal)),
        ("requirement", w => w.StartsWith("requirement", StringComparison.Ordinal)),
        ("section", w => w is "wsos section" or "wsss section"),
        ("calculation", w => w.StartsWith("calculation row", StringComparison.Ordinal)),
        ("most", w => w is "max mark" or "mark"),
    ];

    private static readonly string[] Needed = ["id", "name", "type", "description", "most"];

    /// <summary>Non-breaking spaces, line breaks and case are not words.</summary>
    public static string Normal(string? text) => Spaces().Replace((text ?? "").Replace('\u00A0', ' '), " ").Trim().ToLowerInvariant();

    /// <summary>A row that opens a block: its first cell names the sub-criterion's id, however worded.</summary>
    public static bool IsHeader(IReadOnlyList<string?> row) => row.Take(3).Any(c => Normal(c) is var w && w.StartsWith("sub criteri", StringComparison.Ordinal) && w.EndsWith(" id", StringComparison.Ordinal));

    public static SchemeColumns Of(IReadOnlyList<string?> header)
    {
        var at = new Dictionary<string, int>();
        for (var column = 0; column < header.Count; column++)
        {
            var word = Normal(header[column]);
            if (word.Length > 0 && Words.FirstOrDefault(w => w.Is(word)).Key is { } key)
            {
                at.TryAdd(key, column);
            }
        }

        return new SchemeColumns(at);
    }

    /// <summary>Enough to read aspects by.</summary>
    public bool IsFull => Needed.All(At.ContainsKey);

    /// <summary>Whether another block's header says the same in the same places.</summary>
    public bool SameAs(SchemeColumns other) => At.All(a => other.At.TryGetValue(a.Key, out var column) && column == a.Value);

    /// <summary>The letter and name behind “Criterion A” in the header row.</summary>
    public static string? Letter(IReadOnlyList<string?> header) =>
        header.Select(c => Criterion().Match(Normal(c))).FirstOrDefault(m => m.Success)?.Groups[1].Value.ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^criterion ([a-z])$")]
    private static partial Regex Criterion();
}
