namespace Competitions.Contests;

/// <summary>A competitor's line of a result sheet.</summary>
public sealed class ResultRow
{
    private ResultRow()
    {
    }

    /// <param name="number">Of the row in the file.</param>
    /// <param name="place">As it is written; null where the file has no places.</param>
    /// <param name="rank">By the marks.</param>
    public ResultRow(int number, int? place, int rank, string name, string unitName, SealedField? idNumber, int? workerId, int? entryId, ResultMarks marks, string? remark) =>
        (Number, Place, Rank, Name, UnitName, IdNumberSealed, IdNumberIndex, WorkerId, EntryId, Mark, Theory, Practical, Minutes, Passed, Remark) =
            (number, place, rank, name, unitName, idNumber?.Bytes, idNumber?.Index, workerId, entryId, marks.Total, marks.Theory, marks.Practical, marks.Minutes, marks.Passed, remark);

    public int Id { get; private set; }
    public int Number { get; private set; }
    public int? Place { get; private set; }
    public int Rank { get; private set; }
    public string Name { get; private set; } = "";
    public string UnitName { get; private set; } = "";
    public byte[]? IdNumberSealed { get; private set; }

    /// <summary>The register's own index, so that who is registered later is found then.</summary>
    public string? IdNumberIndex { get; private set; }

    /// <summary>In the register, below the importing organisation; null where he was not found.</summary>
    public int? WorkerId { get; private set; }

    /// <summary>His entry in the sheet's event, where that is one of this system.</summary>
    public int? EntryId { get; private set; }
    public Points Mark { get; private set; }
    public Points? Theory { get; private set; }
    public Points? Practical { get; private set; }
    public Points? Minutes { get; private set; }
    public bool Passed { get; private set; }
    public string? Remark { get; private set; }

    /// <summary>What counts: the place as its organiser gave it, else that of the marks.</summary>
    public int Stands => Place ?? Rank;

    public bool PlaceDiffers => Place is { } place && place != Rank;

    public bool IsUnknown => WorkerId is null;
}

/// <param name="Total">What is ranked by.</param>
/// <param name="Minutes">Used; less is better among equals.</param>
/// <param name="Passed">Each part.</param>
public sealed record ResultMarks(Points Total, Points? Theory, Points? Practical, Points? Minutes, bool Passed);
