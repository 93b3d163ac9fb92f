namespace Competitions.Studios;

/// <summary>命名层级, from the lowest up (studios.md §7.2).</summary>
public enum StudioLevel
{
    /// <summary>区级.</summary>
    District,

    /// <summary>市级.</summary>
    City,

    /// <summary>省级.</summary>
    Province,

    /// <summary>全国(示范性).</summary>
    National,
}

/// <summary>命名 or 升级: each with the document that says so.</summary>
/// <param name="Grantor">Who named it, as it was called.</param>
/// <param name="Batch">第六批; empty where there are none.</param>
/// <param name="PlaqueNumber">牌匾编号; empty where it has none.</param>
public sealed record StudioNaming(StudioLevel Level, string Grantor, DateOnly On, string Document, string Batch, string PlaqueNumber, string By, DateTime At)
{
    /// <summary>Of the call that named it; null for what was registered by its document.</summary>
    public int? ApplicationId { get; init; }
}

/// <summary>领衔人 from–to.</summary>
/// <param name="Skill">His skill level on the day, in words.</param>
/// <param name="Honours">What he was known for on the day.</param>
public sealed record StudioLeader(int WorkerId, string Name, string Skill, string Honours, DateOnly From)
{
    public DateOnly? To { get; init; }

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <param name="Role">What he does in it: 技术骨干, 工艺设计.</param>
/// <param name="Skill">His skill level on the day, in words.</param>
public sealed record StudioMember(int WorkerId, string Name, string Role, string Skill, DateOnly From)
{
    public DateOnly? To { get; init; }

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>An upload: its bytes lie in the store under their hash.</summary>
public sealed record StudioFile(string Hash, string Name, string ContentType, long Bytes);

/// <summary>Why a plaque is taken away (studios.md §7.5).</summary>
public enum WithdrawalGround
{
    /// <summary>整改后复核仍不合格.</summary>
    RecheckFailed,

    /// <summary>连续两年考核不合格.</summary>
    TwiceFailed,

    /// <summary>弄虚作假或发生重大事故.</summary>
    Misconduct,
}

/// <summary>The grades of its assessments, by which a plaque is taken away.</summary>
/// <param name="RecheckFailed">The last one ended so.</param>
/// <param name="FailedInARow">Years at the end that were first graded 不合格.</param>
public sealed record StudioRecord(bool RecheckFailed, int FailedInARow);

public sealed record StudioMoved(StudioMove Move, StudioStage From, StudioStage To, string By, DateTime At, string Why);
