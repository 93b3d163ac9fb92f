namespace Competitions.Scoring;

/// <summary>What is marked and locked together: one module on one day.</summary>
public readonly record struct Sheet(string Module, DateOnly Day)
{
    public override string ToString() => $"{Module}@{Day:yyyy-MM-dd}";
}

/// <summary>
/// The end of one event's chain. It advances in the append's own transaction, and a lock is set on it too: whoever read an
/// older head is told, so no line comes after the lock and none is numbered twice. <see cref="Sequence"/> and
/// <see cref="LockVersion"/> are the concurrency tokens.
/// </summary>
public sealed class LedgerHead(string eventCode)
{
    private readonly List<string> _locked = [];

    public string EventCode { get; private set; } = eventCode;
    public long Sequence { get; private set; }
    public string Hash { get; private set; } = "";

    /// <summary>True until the event is running: nothing is marked at all.</summary>
    public bool Locked { get; private set; } = true;

    public int LockVersion { get; private set; }

    /// <summary>The sheets that are locked one by one, as <c>module@2026-11-21</c>.</summary>
    public IReadOnlyList<string> LockedSheets => _locked;

    /// <summary>The next line of the chain.</summary>
    /// <param name="given">Its value has at most eight places: a ninth would be lost in the column and break the hash (<c>marks.too-fine</c>).</param>
    /// <param name="judge">The account's id, or what wrote the mark (<c>sitting</c>).</param>
    /// <param name="sheet">The module and day the mark belongs to; <c>marks.locked</c> when it, or the event, takes no marks.</param>
    /// <param name="at">Server time, UTC.</param>
    public Mark Append(GivenMark given, string judge, Sheet sheet, DateTime at)
    {
        Refusal.Unless(!Locked && !_locked.Contains(sheet.ToString()), "marks.locked");
        Refusal.Unless(given.Value == decimal.Round(given.Value, 8), "marks.too-fine", given.Value);

        var line = new Mark(EventCode, Sequence + 1, given.Id, given.Work, given.Aspect, judge, given.Value,
            given.GivenAt.UtcDateTime, at, given.Slip, HashBefore: Hash).Sealed();
        (Sequence, Hash) = (line.Sequence, line.Hash);
        return line;
    }

    /// <summary>Whether the module was locked on that day or a later one.</summary>
    /// <param name="sheets">See <see cref="LockedSheets"/>.</param>
    public static bool IsLockedSince(IEnumerable<string> sheets, string module, DateOnly day) =>
        sheets.Any(s => s.StartsWith(module + '@', StringComparison.Ordinal) && string.CompareOrdinal(s, new Sheet(module, day).ToString()) >= 0);

    /// <summary>Said by every move of the event, in the move's own transaction.</summary>
    public void Take(bool marks) => (Locked, LockVersion) = (!marks, LockVersion + 1);

    /// <summary>Locks or opens one sheet; the rest of the event goes on.</summary>
    public void Take(Sheet sheet, bool marks)
    {
        _ = marks ? _locked.Remove(sheet.ToString()) : AddOnce(sheet.ToString());
        LockVersion++;
    }

    /// <summary>The sequence number of the first line that is not what was written; null when the chain is whole.</summary>
    public static long? FirstBroken(IEnumerable<Mark> lines) => Chain.FirstBroken(lines);

    /// <summary>Against this end, and against what was signed, published or opened when it stood further ahead or elsewhere.</summary>
    /// <param name="lines">In order.</param>
    public ChainFault? Check(IEnumerable<Mark> lines, IEnumerable<Anchor>? anchors = null) => Chain.FirstFault(lines, Sequence, Hash, anchors);

    private bool AddOnce(string sheet)
    {
        if (!_locked.Contains(sheet))
        {
            _locked.Add(sheet);
        }

        return true;
    }
}
