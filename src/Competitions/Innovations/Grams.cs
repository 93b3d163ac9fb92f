using System.Text;

namespace Competitions.Innovations;

/// <summary>
/// A text as its runs of <see cref="Length"/> characters. Before that it is made alike: NFKC (full and half width, ㎡ and m2), lower case,
/// no punctuation and no spaces, each number one sign, because copies differ in these first. No run crosses the end of a sentence,
/// so that sentences in another order give the same runs.
/// </summary>
internal sealed class Grams
{
    public const int Length = 2;
    private const char Number = '0';
    private const char Break = '\0';
    private const string Ends = "。！？；!?;\n\r";

    private readonly List<char> _folded = [];
    private readonly List<int> _at = [];

    private Grams(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Fold(text, i, pair ? 2 : 1);
            i += pair ? 1 : 0;
        }
    }

    /// <summary>The different runs of a text, in order of their value.</summary>
    public static ulong[] Of(InnovationText text)
    {
        var set = new HashSet<ulong>();
        foreach (var part in text.Parts)
        {
            foreach (var (gram, _) in new Grams(part.Text).Runs())
            {
                set.Add(gram);
            }
        }

        var grams = set.ToArray();
        Array.Sort(grams);
        return grams;
    }

    /// <summary>Where a text says what the other runs hold too: from–to in the text as it was written, at least so many folded characters each.</summary>
    public static IEnumerable<(int From, int To)> Shared(string text, HashSet<ulong> others, int least)
    {
        var grams = new Grams(text);
        var (start, end) = (-1, -1);
        foreach (var (gram, at) in grams.Runs().Where(r => others.Contains(r.Gram)))
        {
            if (at >= end)
            {
                if (end - start >= least)
                {
                    yield return grams.Written(start, end);
                }

                start = at;
            }

            end = at + Length;
        }

        if (end - start >= least)
        {
            yield return grams.Written(start, end);
        }
    }

    private (int From, int To) Written(int start, int end) => (_at[start], _at[end - 1] + 1);

    private IEnumerable<(ulong Gram, int At)> Runs()
    {
        for (var i = 0; i + Length <= _folded.Count; i++)
        {
            var gram = 0UL;
            var whole = true;
            for (var j = i; j < i + Length; j++)
            {
                whole &= _folded[j] != Break;
                gram = gram << 16 | _folded[j];
            }

            if (whole)
            {
                yield return (gram, i);
            }
        }
    }

    private void Fold(string text, int at, int length)
    {
        if (length == 1 && Ends.Contains(text[at], StringComparison.Ordinal))
        {
            Add(Break, at);
            return;
        }

        foreach (var c in length == 2 || text[at] > 127 ? Alike(text.Substring(at, length)) : text[at..(at + 1)])
        {
            if (char.IsDigit(c))
            {
                if (_folded.Count == 0 || _folded[^1] != Number)
                {
                    Add(Number, at);
                }
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                Add(char.ToLowerInvariant(c), at);
            }
        }
    }

    /// <summary>Half of a pair alone is no text; it stays as it is.</summary>
    private static string Alike(string text) => text.Length == 1 && char.IsSurrogate(text[0]) ? "" : text.Normalize(NormalizationForm.FormKC);

    private void Add(char c, int at)
    {
        _folded.Add(c);
        _at.Add(at);
    }
}
