using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Competitions.Blinding;

/// <summary>
/// Drawing lots so that anybody can do it again from the secret: SHA-256 of the secret, a colon and a counter gives a stream of 64-bit
/// numbers (big-endian), an order is a Fisher and Yates shuffle with it, and numbers that would favour the low places are passed over.
/// </summary>
public static class Lots
{
    public const int SeedBytes = 32;
    public const int SaltBytes = 16;

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Which lot, from 0, each place in turn gets.</summary>
    public static IReadOnlyList<int> Order(string secret, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        using var chance = Stream($"order\n{secret}").GetEnumerator();
        for (var i = count - 1; i > 0; i--)
        {
            var other = Below(chance, i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    /// <summary>作品号: codes that say nothing, no two alike.</summary>
    public static IReadOnlyList<string> WorkCodes(string secret, int count)
    {
        using var chance = Stream($"works\n{secret}").GetEnumerator();
        var codes = new List<string>();
        while (codes.Count < count)
        {
            var code = string.Concat(Enumerable.Range(0, Work.CodeLength).Select(_ => Work.Letters[Below(chance, Work.Letters.Length)]));
            codes.AddRange(codes.Contains(code) ? [] : [code]);
        }

        return codes;
    }

    /// <summary>
    /// Under what a work is marked. With three layers its 作品号; with fewer the 参赛编号 or 赛位号 behind four letters of the module's
    /// own, for a code is given once in the whole program.
    /// </summary>
    /// <param name="book">Of the module's last layer.</param>
    public static string WorkOf(string module, CodeBook book, string to)
    {
        using var chance = Stream($"tag\n{module}\n{book.Hash}").GetEnumerator();
        return book.At.Layer == 3 ? to : $"{string.Concat(Enumerable.Range(0, 4).Select(_ => Work.Letters[Below(chance, Work.Letters.Length)]))}-{to}";
    }

    /// <summary>Half of a key: 20 letters that are read from paper, 97 bits.</summary>
    /// <param name="chance">At least 32 bytes of a cryptographic source.</param>
    public static string HalfFrom(ReadOnlySpan<byte> chance)
    {
        using var stream = Stream(Convert.ToHexStringLower(chance)).GetEnumerator();
        return string.Join('-', Enumerable.Range(0, 4).Select(_ => string.Concat(Enumerable.Range(0, 5).Select(_ => Work.Letters[Below(stream, Work.Letters.Length)]))));
    }

    /// <summary>As it was typed: case, blanks and strokes do not count.</summary>
    public static string Half(string typed) => string.Concat(typed.ToUpperInvariant().Where(Work.Letters.Contains));

    private static IEnumerable<ulong> Stream(string secret)
    {
        for (var n = 0L; ; n++)
        {
            var block = SHA256.HashData(Encoding.UTF8.GetBytes($"{secret}:{n}"));
            for (var at = 0; at < block.Length; at += sizeof(ulong))
            {
                yield return BinaryPrimitives.ReadUInt64BigEndian(block.AsSpan(at));
            }
        }
    }

    private static int Below(IEnumerator<ulong> chance, int bound)
    {
        var fair = ulong.MaxValue - (ulong.MaxValue % (ulong)bound);
        do
        {
            chance.MoveNext();
        }
        while (chance.Current >= fair);

        return (int)(chance.Current % (ulong)bound);
    }
}
