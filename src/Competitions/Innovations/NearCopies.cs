using System.Numerics;

namespace Competitions.Innovations;

/// <summary>A text that is nearly the one that was asked about.</summary>
/// <param name="Similarity">0 to 1: what both hold, of what they hold on the average; rare words count more than what everybody writes.</param>
public sealed record NearCopy<TKey>(TKey Key, decimal Similarity);

/// <summary>
/// Which of many texts are near copies of one (近似重复): runs of characters, each weighed by how few texts hold it, so that 提高了生产效率，降低了成本
/// makes nothing alike. An inverted index in memory; not for several threads at once.
/// </summary>
public sealed class NearCopies<TKey> where TKey : notnull
{
    /// <summary>From here on two texts are shown beside each other. Chosen on invented papers (seeds 1 to 3 of the tests): unrelated ones of one trade hardly reach it, heavily rewritten copies nearly all do.</summary>
    public const decimal Threshold = 0.47m;

    /// <summary>So many texts with most rare runs in common are compared wholly.</summary>
    private const int Candidates = 24;

    /// <summary>As if so many other texts were there: in a young register a run is not common because two of three texts hold it.</summary>
    private const int AtLeast = 1000;

    private readonly Dictionary<TKey, ulong[]> _texts = [];
    private readonly Dictionary<ulong, List<TKey>> _holders = [];

    public int Count => _texts.Count;

    /// <summary>Takes a text in, in place of what the key had.</summary>
    public void Put(TKey key, InnovationText text)
    {
        Remove(key);
        var grams = Grams.Of(text);
        _texts[key] = grams;
        foreach (var gram in grams)
        {
            if (!_holders.TryGetValue(gram, out var holders))
            {
                _holders[gram] = holders = [];
            }

            holders.Add(key);
        }
    }

    public void Remove(TKey key)
    {
        if (!_texts.Remove(key, out var grams))
        {
            return;
        }

        foreach (var gram in grams)
        {
            _holders[gram].Remove(key);
            if (_holders[gram].Count == 0)
            {
                _holders.Remove(gram);
            }
        }
    }

    /// <summary>The near copies of a text, the nearest first.</summary>
    /// <param name="apartFrom">The text's own key, when it is in here.</param>
    /// <param name="threshold">0 to 1.</param>
    public IReadOnlyList<NearCopy<TKey>> Of(InnovationText text, TKey? apartFrom = default, decimal threshold = Threshold)
    {
        var grams = Grams.Of(text);
        var weight = Weight(grams);
        return [.. Likely(grams, apartFrom)
            .Select(key => new NearCopy<TKey>(key, Similarity(grams, weight, _texts[key])))
            .Where(c => c.Similarity >= threshold)
            .OrderByDescending(c => c.Similarity)];
    }

    private IEnumerable<TKey> Likely(ulong[] grams, TKey? apartFrom)
    {
        var rare = Math.Max(8, (_texts.Count + AtLeast) / 32);
        var hits = new Dictionary<TKey, int>();
        foreach (var gram in grams)
        {
            if (_holders.TryGetValue(gram, out var holders) && holders.Count <= rare)
            {
                foreach (var key in holders)
                {
                    hits[key] = hits.GetValueOrDefault(key) + Weight(holders.Count);
                }
            }
        }

        return hits.Where(h => !h.Key.Equals(apartFrom)).OrderByDescending(h => h.Value).Take(Candidates).Select(h => h.Key);
    }

    private decimal Similarity(ulong[] one, long weightOfOne, ulong[] other)
    {
        var shared = 0L;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            shared += one[i] == other[j] ? Weight(one[i]) : 0;
            (i, j) = (one[i] <= other[j] ? i + 1 : i, one[i] >= other[j] ? j + 1 : j);
        }

        var both = weightOfOne + Weight(other);
        return both == 0 ? 0 : Math.Round(2m * shared / both, 3);
    }

    private long Weight(ulong[] grams) => grams.Sum(g => (long)Weight(g));

    private int Weight(ulong gram) => Weight(_holders.TryGetValue(gram, out var holders) ? holders.Count : 1);

    /// <summary>About three times the binary logarithm of how rare it is; 0 for what all hold.</summary>
    private int Weight(int holders)
    {
        var ratio = (ulong)(_texts.Count + AtLeast) * 16 / (ulong)holders;
        return Math.Max(0, BitOperations.Log2(ratio * ratio * ratio) - 12);
    }
}
