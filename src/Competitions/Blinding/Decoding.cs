namespace Competitions.Blinding;

/// <param name="Number">参赛编号.</param>
public sealed record Decoded(string Module, string Work, int EntryId, string Number);

/// <summary>解密: from the opened code books back to the entries.</summary>
public static class Decoding
{
    /// <summary>Whose the works of a module are.</summary>
    /// <param name="books">Of its layers, the first first.</param>
    /// <param name="works">The codes under which the module was marked: all of them and no others must come out.</param>
    /// <exception cref="Refusal">code-book.layer-missing, .gap, .works-differ</exception>
    public static IReadOnlyList<Decoded> Of(string module, int layers, IReadOnlyList<CodeBook> books, IReadOnlyCollection<string> works)
    {
        Refusal.Unless(books.Select(b => b.At.Layer).SequenceEqual(Enumerable.Range(1, layers)), "code-book.layer-missing", module);
        List<Decoded> decoded = [.. books[0].Pairs.Select(first =>
        {
            var code = books.Skip(1).Aggregate(first.To, (from, book) => book.Of(from) ?? throw new Refusal("code-book.gap", module, book.At.Layer));
            return new Decoded(module, Lots.WorkOf(module, books[^1], code), CodeBook.EntryOf(first), first.To);
        })];
        Refusal.Unless(decoded.Select(d => d.Work).ToHashSet().SetEquals(works) && decoded.Count == works.Count, "code-book.works-differ", module);
        return decoded;
    }
}
