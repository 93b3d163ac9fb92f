namespace Competitions.Contests;

/// <summary>回避: what keeps somebody from judging in an event, found from who is entered in it.</summary>
public enum JudgeConflict
{
    /// <summary>He competes in it, or leads a team of it.</summary>
    TakesPart,

    /// <summary>He coaches who competes.</summary>
    Coach,

    /// <summary>He is a member of the union of a competitor's unit.</summary>
    SameUnit,
}
