namespace Competitions.Honours;

public enum HonourImportStage
{
    /// <summary>待确认: read and compared, nothing stored yet.</summary>
    Waiting,

    /// <summary>已写入.</summary>
    Stored,

    /// <summary>已放弃.</summary>
    Discarded,
}

/// <summary>
/// 补录: honours of earlier years from a workbook, kept as they were read until a person has looked at what the register may have
/// already. Then all that is new goes in at once, or nothing.
/// </summary>
public sealed class HonourImport
{
    private HonourImport()
    {
    }

    /// <param name="organisationId">The body that registers them.</param>
    /// <param name="batchId">The batch that read the file; names it in addresses.</param>
    public HonourImport(int organisationId, int batchId, string fileName, IReadOnlyList<ImportLine> lines, string by, DateTime at) =>
        (OrganisationId, BatchId, FileName, Lines, By, At) = (organisationId, batchId, fileName, lines, by, at);

    public int Id { get; private set; }
    public int OrganisationId { get; private set; }
    public int BatchId { get; private set; }
    public string FileName { get; private set; } = "";
    public HonourImportStage Stage { get; private set; }

    /// <summary>With what was decided of each; none of one that was discarded.</summary>
    public IReadOnlyList<ImportLine> Lines { get; private set; } = [];
    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
    public string? EndedBy { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    public int Undecided => Lines.Count(l => l.IsUndecided);

    public int ToStore => Lines.Count(l => l.IsStored);

    /// <summary>A person says of doubtful lines, by their row, whether each is another honour or the same.</summary>
    /// <exception cref="Refusal">honour-import.over</exception>
    public void Decide(IReadOnlyDictionary<int, bool> another)
    {
        Refusal.Unless(Stage is HonourImportStage.Waiting, "honour-import.over");
        Lines = [.. Lines.Select(l => l.Standing is ImportStanding.Doubtful && another.TryGetValue(l.Row, out var said) ? l with { Another = said } : l)];
        Version++;
    }

    /// <summary>Compared again with the register as it is now.</summary>
    /// <returns>Whether anything stands otherwise than it was shown.</returns>
    public bool Compare(IEnumerable<KnownHonour> register)
    {
        var now = HonourLikeness.Sorted(Lines, register);
        var moved = !now.SequenceEqual(Lines);
        (Lines, Version) = moved ? (now, Version + 1) : (Lines, Version);
        return moved;
    }

    /// <returns>The honours that are new, granted; the caller stores them in the transaction that stores this.</returns>
    /// <exception cref="Refusal">honour-import.over, .undecided, .nothing-new</exception>
    public IReadOnlyList<Honour> Store(string by, DateTime at)
    {
        Refusal.Unless(Stage is HonourImportStage.Waiting, "honour-import.over");
        Refusal.Unless(Undecided == 0, "honour-import.undecided", Undecided);
        Refusal.Unless(ToStore > 0, "honour-import.nothing-new");
        (Stage, EndedBy, EndedAt, Version) = (HonourImportStage.Stored, by, at, Version + 1);
        return [.. Lines.Where(l => l.IsStored).Select(l => l.ToHonour(Id, by, at))];
    }

    /// <summary>放弃: nothing of it was stored, and nothing of it is kept.</summary>
    /// <exception cref="Refusal">honour-import.over</exception>
    public void Discard(string by, DateTime at)
    {
        Refusal.Unless(Stage is HonourImportStage.Waiting, "honour-import.over");
        (Stage, Lines, EndedBy, EndedAt, Version) = (HonourImportStage.Discarded, [], by, at, Version + 1);
    }
}
