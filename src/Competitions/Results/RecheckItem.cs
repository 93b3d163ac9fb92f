namespace Competitions.Results;

/// <summary>Why a work is re-checked.</summary>
public enum RecheckFor
{
    /// <summary>前列.</summary>
    Top,

    /// <summary>抽中.</summary>
    Sample,

    /// <summary>全部复核.</summary>
    All,

    /// <summary>更正后进入前列.</summary>
    Risen,
}

/// <summary>A work that is to be re-checked.</summary>
/// <param name="Place">By the module's points, when it came in.</param>
/// <param name="Points">原得分.</param>
public sealed record RecheckItem(string Work, int Place, Points Points, RecheckFor For, DateTime AddedAt)
{
    public int Id { get; private set; }
}

/// <summary>复核结论 of one work as it stood at a line of the ledger, signed by who re-checked it. Nothing of it is changed; a later one stands for it.</summary>
/// <param name="Was">As it stood.</param>
/// <param name="Right">What it ought to be; null where it was right.</param>
public sealed record RecheckFinding(string Work, Points Was, Points? Right, string Why, long Sequence, string By, string Name, DateTime At)
{
    public int Id { get; private set; }

    public bool IsWrong => Right is not null;
}

/// <summary>How a work's re-check stands now.</summary>
public enum RecheckState
{
    /// <summary>待复核.</summary>
    Open,

    /// <summary>无误.</summary>
    Right,

    /// <summary>有差错，待更正.</summary>
    Wrong,

    /// <summary>已更正.</summary>
    Corrected,

    /// <summary>给分有变动，须重新复核.</summary>
    Again,
}
