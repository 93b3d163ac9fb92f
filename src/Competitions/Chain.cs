namespace Competitions;

/// <summary>A line that knows the hash of the line before it.</summary>
public interface IChained
{
    /// <summary>From 1, without a gap.</summary>
    long Sequence { get; }
    string HashBefore { get; }
    string Hash { get; }

    /// <summary>What its hash would be if it had been written under that number.</summary>
    string SumAs(long sequence);
}

/// <summary>What is known of a line from outside the chain: a signed head, or what a result says it was computed from.</summary>
public sealed record Anchor(long Sequence, string Hash, DateTime At, AnchorOf Of);

public enum AnchorOf
{
    /// <summary>签名链尾.</summary>
    SignedHead,

    /// <summary>成绩的依据.</summary>
    Result,

    /// <summary>解密记录.</summary>
    Opening,
}

public enum ChainFaultKind
{
    /// <summary>改动: it is not what was written.</summary>
    Edited,

    /// <summary>缺失.</summary>
    Missing,

    /// <summary>插入: it was never written.</summary>
    Inserted,

    /// <summary>错位: it was written under another number.</summary>
    Moved,

    /// <summary>链尾被截: an anchor lies behind the end.</summary>
    TailCut,

    /// <summary>重算: each line fits the next, but not what an anchor says.</summary>
    Recomputed,
}

/// <summary>The first thing about a chain that does not fit.</summary>
/// <param name="Line">Where; of a chain that was computed again, the first line that it can have been.</param>
/// <param name="Other">Of <see cref="ChainFaultKind.Moved"/> the number it was written under.</param>
/// <param name="Against">What it was held against, where that is outside the chain.</param>
public sealed record ChainFault(long Line, ChainFaultKind Kind, long? Other = null, Anchor? Against = null);

/// <summary>Walks a chain line by line, whatever it holds; a million lines do not stand in memory.</summary>
public static class Chain
{
    /// <param name="lines">From the first on; those behind the end are looked at too.</param>
    /// <param name="length">How many its head says there are.</param>
    /// <param name="hash">Of the last one, as its head says.</param>
    /// <param name="anchors">In any order.</param>
    /// <returns>Null when all of it is as it was written.</returns>
    public static ChainFault? FirstFault(IEnumerable<IChained> lines, long length, string hash, IEnumerable<Anchor>? anchors = null)
    {
        var walk = new Walk(length, hash, anchors ?? []);
        using var next = lines.GetEnumerator();
        var more = next.MoveNext();
        while (more)
        {
            var line = next.Current;
            more = next.MoveNext();
            if (walk.Fault(line, more ? next.Current : null) is { } fault)
            {
                return fault;
            }
        }

        return walk.FaultAtEnd();
    }

    /// <summary>The same without an end to hold it against.</summary>
    public static long? FirstBroken(IEnumerable<IChained> lines)
    {
        var (walk, last) = (new Walk(null, "", []), (IChained?)null);
        foreach (var line in lines)
        {
            if (last is not null && walk.Fault(last, line) is { } fault)
            {
                return fault.Line;
            }

            last = line;
        }

        return last is null ? null : walk.Fault(last, null)?.Line;
    }

    private sealed class Walk(long? length, string end, IEnumerable<Anchor> anchors)
    {
        private readonly Queue<Anchor> _anchors = new(anchors.OrderBy(a => a.Sequence).ThenBy(a => a.At));
        private long _sequence;
        private long _held;
        private string _hash = "";

        /// <param name="next">The line behind it: it tells which of two that do not fit is the wrong one.</param>
        public ChainFault? Fault(IChained line, IChained? next)
        {
            if (++_sequence > length)
            {
                return new ChainFault(_sequence, ChainFaultKind.Inserted);
            }

            if (line.Sequence != _sequence)
            {
                return new ChainFault(_sequence, line.Sequence > _sequence ? ChainFaultKind.Missing : ChainFaultKind.Inserted);
            }

            var fault = line.Hash != line.SumAs(line.Sequence) ? Changed(line, next) : line.HashBefore != _hash ? Unlinked(line, next) : null;
            _hash = line.Hash;
            return fault ?? FaultAtAnchor(line);
        }

        public ChainFault? FaultAtEnd() =>
            _anchors.TryPeek(out var behind) && _sequence >= length ? new ChainFault(_sequence + 1, ChainFaultKind.TailCut, Against: behind)
            : _sequence < length ? new ChainFault(_sequence + 1, ChainFaultKind.Missing)
            : _hash != end ? new ChainFault(_sequence, ChainFaultKind.Edited)
            : null;

        /// <summary>Its content is not that of its hash: written under another number, or edited.</summary>
        private ChainFault Changed(IChained line, IChained? next)
        {
            if (line.SumAs(_sequence - 1) == line.Hash)
            {
                return new ChainFault(_sequence - 1, ChainFaultKind.Inserted); // from here on all stand one place too far back
            }

            if (line.SumAs(_sequence + 1) == line.Hash && !(next is not null && next.SumAs(_sequence) == next.Hash))
            {
                return new ChainFault(_sequence, ChainFaultKind.Missing); // and all behind it were moved up
            }

            for (var other = 1L; other <= length; other++)
            {
                if (line.SumAs(other) == line.Hash)
                {
                    return new ChainFault(_sequence, ChainFaultKind.Moved, other);
                }
            }

            return new ChainFault(_sequence, ChainFaultKind.Edited);
        }

        /// <summary>It is whole in itself and remembers another line before it. If the chain goes on from it, it is the one before that was put in its place.</summary>
        private ChainFault Unlinked(IChained line, IChained? next)
        {
            var goesOn = next is not null ? next.HashBefore == line.Hash : line.Hash == end;
            return new ChainFault(goesOn && _sequence > 1 ? _sequence - 1 : _sequence, ChainFaultKind.Edited);
        }

        private ChainFault? FaultAtAnchor(IChained line)
        {
            while (_anchors.TryPeek(out var anchor) && anchor.Sequence <= line.Sequence)
            {
                _anchors.Dequeue();
                if (anchor.Sequence == line.Sequence && anchor.Hash != line.Hash)
                {
                    return new ChainFault(_held + 1, ChainFaultKind.Recomputed, Against: anchor);
                }

                _held = anchor.Sequence;
            }

            return null;
        }
    }
}
