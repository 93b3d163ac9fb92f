using System.Globalization;

namespace Competitions.Blinding;

/// <summary>Where something is drawn.</summary>
/// <param name="Place">A module's code; for the first layer <see cref="CodeBookLine.RowsOf"/>, for 参赛编号 is drawn once in a round.</param>
/// <param name="Layer">1 identity → 参赛编号, 2 参赛编号 → 赛位号, 3 赛位号 → 作品号.</param>
/// <param name="Attempt">From 1; a re-draw is the next.</param>
public sealed record DrawPlace(string EventCode, string Place, int Layer, int Attempt);

public sealed record CodePair(string From, string To);

/// <summary>
/// 加密编码表 of one layer, with the secret it was drawn from. Before the draw the right side is empty. Its text is written one way,
/// so that its hash proves it; seed and salt are in it, so that nobody finds the pairs by trying them against the hash.
/// </summary>
/// <param name="Seed">32 random bytes, lower-case hexadecimal.</param>
/// <param name="Salt">16 random bytes, lower-case hexadecimal.</param>
/// <param name="Word">What the witness said when it was drawn: it is mixed in, so that who made the seed could not choose the outcome.</param>
public sealed record CodeBook(DrawPlace At, string Seed, string Salt, string Word, IReadOnlyList<CodePair> Pairs)
{
    private const string Kind = "competitions.code-book.1";

    /// <summary>From entry ids or codes of the layer before, each once; in an order of its own that says nothing.</summary>
    public static CodeBook Before(DrawPlace at, string seed, string salt, IEnumerable<string> from) =>
        new(at, seed, salt, "", [.. from.Order(StringComparer.Ordinal).Select(f => new CodePair(f, ""))]);

    public string Text => string.Join('\n', [
        Kind, At.EventCode, At.Place, Number(At.Layer), Number(At.Attempt), Seed, Salt, Word, .. Pairs.Select(p => $"{p.From}\t{p.To}"),
    ]);

    /// <summary>参赛编号 001 on, 赛位号 01 on: which there are is known, only whose they are is not.</summary>
    public static IReadOnlyList<string> CodesOf(int layer, int count) => [.. Enumerable.Range(1, count).Select(n => n.ToString(layer == 1 ? "000" : "00", CultureInfo.InvariantCulture))];

    /// <summary>结果哈希.</summary>
    public string Hash => Lots.Hash(Text);

    /// <summary>承诺哈希: of seed, salt and what is drawn among, shown before the draw.</summary>
    public string Commitment => (this with { Word = "", Pairs = [.. Pairs.Select(p => p with { To = "" })] }).Hash;

    /// <summary>The draw itself: the same for everybody who knows seed and word.</summary>
    public CodeBook Drawn(string word)
    {
        var order = Lots.Order($"{Seed}\n{word}", Pairs.Count);
        var codes = At.Layer == 3 ? Lots.WorkCodes($"{Seed}\n{word}", Pairs.Count) : CodesOf(At.Layer, Pairs.Count);
        return this with { Word = word, Pairs = [.. Pairs.Select((p, i) => p with { To = codes[order[i]] })] };
    }

    /// <summary>What the secret and the word give when they are drawn again.</summary>
    public bool IsAsDrawn => Drawn(Word).Hash == Hash;

    /// <summary>Of the first layer: what stands at the left is an entry.</summary>
    public static int EntryOf(CodePair pair) => int.Parse(pair.From, CultureInfo.InvariantCulture);

    public string? Of(string from) => Pairs.FirstOrDefault(p => p.From == from)?.To;

    /// <exception cref="FormatException">It is not a code book.</exception>
    public static CodeBook Read(string text)
    {
        if (text.Split('\n') is not [Kind, var code, var place, var layer, var attempt, var seed, var salt, var word, .. var pairs])
        {
            throw new FormatException("This is no code book.");
        }

        var at = new DrawPlace(code, place, int.Parse(layer, CultureInfo.InvariantCulture), int.Parse(attempt, CultureInfo.InvariantCulture));
        return new CodeBook(at, seed, salt, word, [.. pairs.Select(p => p.Split('\t') is [var from, var to] ? new CodePair(from, to) : throw new FormatException("This is no pair of codes."))]);
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
