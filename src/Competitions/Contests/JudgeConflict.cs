namespace Competitions.Contests;

/// <summary>
/// 回避: what keeps somebody from judging in an event, found from who is entered in it and from what he declared (actors.md §3.2, W01).
/// In the order in which it is said: what is known of itself before what he declared.
/// </summary>
public enum JudgeConflict
{
    /// <summary>He competes in it, or leads a team of it.</summary>
    TakesPart,

    /// <summary>He coaches who competes.</summary>
    Coach,

    /// <summary>He is a member of the union of a competitor's unit.</summary>
    SameUnit,

    /// <summary>亲属: declared, and who is named there is entered.</summary>
    Kin,

    /// <summary>师徒, in the same way.</summary>
    Apprentice,

    /// <summary>合作或利益, in the same way.</summary>
    Interest,

    /// <summary>其他, in the same way.</summary>
    Related,

    /// <summary>His recusal was granted.</summary>
    Recused,

    /// <summary>He asked to be recused, and nobody has answered yet.</summary>
    AsksRecusal,
}

/// <summary>What the event's rules ask of a judge and he does not have on the contest's day.</summary>
public enum JudgeLack
{
    /// <summary>执裁资格: none, too low, or expired by then.</summary>
    Qualification,

    /// <summary>赛前培训: not signed.</summary>
    Training,
}
