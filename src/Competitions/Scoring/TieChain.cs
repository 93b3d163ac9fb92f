namespace Competitions.Scoring;

/// <summary>
/// Total first, then the preset's steps in their order: a part's code, with <c>-</c> before it where less is better (time).
/// Who is equal after the last step shares the rank.
/// </summary>
public sealed class TieChain(params string[] steps) : IComparer<BoardRow>
{
    /// <param name="written">As a preset writes it: <c>practical -time theory</c>.</param>
    public static TieChain Of(string written) => new(written.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public int Compare(BoardRow? one, BoardRow? other)
    {
        var order = other!.Total.CompareTo(one!.Total);
        for (var n = 0; order == 0 && n < steps.Length; n++)
        {
            order = Step(steps[n], one, other);
        }

        return order;
    }

    /// <summary>Where a row stands among its equals: by label, so that a replay gives the very same order.</summary>
    public IComparer<BoardRow> Order => Comparer<BoardRow>.Create((one, other) =>
        Compare(one, other) is var c and not 0 ? c : string.CompareOrdinal(one.Label, other.Label));

    private static int Step(string step, BoardRow one, BoardRow other)
    {
        var (part, sign) = step[0] == '-' ? (step[1..], 1) : (step, -1);
        return (one.Parts.TryGetValue(part, out var mine), other.Parts.TryGetValue(part, out var theirs)) switch
        {
            (true, true) => sign * mine.CompareTo(theirs),
            (var here, var there) => there.CompareTo(here), // a part not yet marked loses, also where less is better
        };
    }
}
