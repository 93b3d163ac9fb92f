namespace Competitions.Innovations;

public enum PatentKind
{
    /// <summary>发明.</summary>
    Invention,

    /// <summary>实用新型.</summary>
    UtilityModel,

    /// <summary>外观设计.</summary>
    Design,

    /// <summary>软件著作权: registered, no yearly fee.</summary>
    Software,
}

/// <summary>发明人, in the order of the paper.</summary>
/// <param name="WorkerId">Null for one who is not in the register.</param>
/// <param name="IsFrontLine">At most head of a workshop, or a specialist, in an enterprise.</param>
public sealed record Inventor(int Order, int? WorkerId, string Name, bool IsFrontLine);

/// <summary>Whose patent it is in our tree, and who owns it by its paper.</summary>
public sealed record PatentUnit(int Id, string Name, string Owner);

/// <summary>
/// Who is rewarded (innovations.md §6.10, after the Shanghai union's 2015/2016): kinds, the first day of grant that counts, months in which it is
/// applied for, 元 once a patent and to the first inventor.
/// </summary>
public sealed record PatentRewardRules(IReadOnlyList<PatentKind> Kinds, DateOnly GrantedFrom, IReadOnlyList<int> Months, decimal Money, bool FrontLineOnly);

/// <summary>A preset of the rules; one whose content changes is another version.</summary>
public sealed record PatentRewardPreset(string Code, int Version, string Name, PatentRewardRules Rules);

/// <summary>奖励, once.</summary>
/// <param name="PresetVersion">Of the rules that it was given by.</param>
public sealed record PatentReward(int WorkerId, string Name, decimal Money, string PresetCode, int PresetVersion, string By, DateTime At);

/// <summary>年费: paid for the year that began on the day it was due.</summary>
public sealed record PatentFee(DateOnly DueOn, DateOnly PaidOn, string By, DateTime At);
