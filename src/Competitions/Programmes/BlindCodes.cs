using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Programmes;

/// <summary>What experts know applications by. Drawn at random: the order of numbers tells nothing of the order in which they came.</summary>
public static class BlindCodes
{
    private const int Numbers = 10_000;

    /// <exception cref="Refusal">call.too-many</exception>
    public static IReadOnlyList<string> For(string prefix, int count)
    {
        Refusal.Unless(count < Numbers, "call.too-many", Numbers - 1);
        var numbers = Enumerable.Range(1, Math.Min(Numbers - 1, Math.Max(999, count))).ToArray();
        RandomNumberGenerator.Shuffle<int>(numbers);
        return [.. numbers.Take(count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{n:0000}"))];
    }
}

/// <summary>路演顺序: follows from a seed by SHA-256, so that anybody draws the very same order again.</summary>
public static class PitchOrder
{
    /// <summary>The place of each code, from 1: by the hash of seed and code.</summary>
    public static IReadOnlyDictionary<string, int> Of(string seed, IReadOnlyList<string> codes) =>
        codes.OrderBy(c => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{c}"))), StringComparer.Ordinal)
            .Select((code, i) => (code, i)).ToDictionary(c => c.code, c => c.i + 1);
}
