using Competitions.Scoring;

namespace Competitions.Tests;

/// <summary>Each thing that can be done to a chain behind the program's back, done to one of ten lines that says what it is.</summary>
public class ChainTests
{
    private static readonly DateTime Then = new(2026, 5, 1, 1, 0, 0, DateTimeKind.Utc);
    private static readonly LedgerHead Head = new("WELD");
    private static readonly List<Mark> Lines = Written();

    public static TheoryData<string, ChainFaultKind, long> Faults => new()
    {
        { "as it was", default, 0 },
        { "edited", ChainFaultKind.Edited, 4 },
        { "edited, its own hash reckoned anew", ChainFaultKind.Edited, 4 },
        { "the last one edited, its own hash reckoned anew", ChainFaultKind.Edited, 10 },
        { "first edited, its own hash reckoned anew", ChainFaultKind.Edited, 1 },
        { "taken out", ChainFaultKind.Missing, 4 },
        { "taken out, and those behind moved up", ChainFaultKind.Missing, 4 },
        { "put in, and those behind moved down", ChainFaultKind.Inserted, 4 },
        { "put in behind the end", ChainFaultKind.Inserted, 11 },
        { "neighbours exchanged", ChainFaultKind.Moved, 4 },
        { "two exchanged", ChainFaultKind.Moved, 4 },
        { "cut off", ChainFaultKind.Missing, 8 },
        { "cut off, and the head rolled back", ChainFaultKind.TailCut, 8 },
        { "reckoned anew from a changed line on", ChainFaultKind.Recomputed, 4 },
        { "an anchor of another chain", ChainFaultKind.Recomputed, 1 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Whatever_was_done_to_it_is_named_with_its_first_line(string what, ChainFaultKind kind, long line)
    {
        var (lines, length, hash) = Done(what);
        var anchors = Lines.Where(l => l.Sequence is 3 or 6 or 9).Select(l => new Anchor(l.Sequence, what == "an anchor of another chain" ? "other" : l.Hash, Then, AnchorOf.SignedHead)).Reverse();

        var fault = Chain.FirstFault(lines, length, hash, anchors);

        Assert.Equal(line == 0 ? "" : $"{kind} {line}", fault is null ? "" : $"{fault.Kind} {fault.Line}");
        Assert.Equal(what switch { "two exchanged" => 8L, "neighbours exchanged" => 5, _ => null }, fault?.Other);
    }

    [Fact]
    public void Without_anchors_a_chain_that_was_wholly_reckoned_anew_is_whole()
    {
        var (lines, length, hash) = Done("reckoned anew from a changed line on");
        Assert.Null(Chain.FirstFault(lines, length, hash));
    }

    private static (IEnumerable<Mark> Lines, long Length, string Hash) Done(string what)
    {
        var (changed, end) = (Lines[3] with { Value = 99 }, Lines[^1]);
        return what switch
        {
            "edited" => (Put(4, changed), 10, end.Hash),
            "edited, its own hash reckoned anew" => (Put(4, changed.Sealed()), 10, end.Hash),
            "the last one edited, its own hash reckoned anew" => (Put(10, (end with { Value = 99 }).Sealed()), 10, end.Hash),
            "first edited, its own hash reckoned anew" => (Put(1, (Lines[0] with { Value = 99 }).Sealed()), 10, end.Hash),
            "taken out" => (Lines.Where(l => l.Sequence != 4), 10, end.Hash),
            "taken out, and those behind moved up" => (Lines.Where(l => l.Sequence != 4).Select(l => l.Sequence < 4 ? l : l with { Sequence = l.Sequence - 1 }), 9, end.Hash),
            "put in, and those behind moved down" => ([.. Lines[..3], (changed with { Id = Guid.NewGuid() }).Sealed(), .. Lines[3..].Select(l => l with { Sequence = l.Sequence + 1 })], 11, end.Hash),
            "put in behind the end" => ([.. Lines, (end with { Sequence = 11, HashBefore = end.Hash }).Sealed()], 10, end.Hash),
            "neighbours exchanged" => (Exchanged(4, 5), 10, end.Hash),
            "two exchanged" => (Exchanged(4, 8), 10, end.Hash),
            "cut off" => (Lines[..7], 10, end.Hash),
            "cut off, and the head rolled back" => (Lines[..7], 7, Lines[6].Hash),
            "reckoned anew from a changed line on" => Anew(),
            _ => (Lines, 10, end.Hash),
        };
    }

    private static List<Mark> Put(long at, Mark line) => [.. Lines.Select(l => l.Sequence == at ? line : l)];

    private static List<Mark> Exchanged(int one, int other) =>
        [.. Lines.Select(l => l.Sequence == one ? l with { Sequence = other } : l.Sequence == other ? l with { Sequence = one } : l).OrderBy(l => l.Sequence)];

    private static (IEnumerable<Mark>, long, string) Anew()
    {
        var lines = new List<Mark>(Lines[..3]);
        foreach (var line in Lines[3..])
        {
            lines.Add((line with { Value = line.Sequence == 4 ? 99 : line.Value, HashBefore = lines[^1].Hash }).Sealed());
        }

        return (lines, 10, lines[^1].Hash);
    }

    private static List<Mark> Written()
    {
        Head.Take(marks: true);
        return [.. Enumerable.Range(1, 10).Select(n => Head.Append(new GivenMark(Guid.NewGuid(), $"WORK{n}", MarkItem.Panel, 80 + n, Then), "judge", new Sheet("practical", new DateOnly(2026, 5, 1)), Then))];
    }
}
