namespace Competitions.Contests;

/// <summary>What is known of a judge against who is entered in the event.</summary>
/// <param name="Roles">His own in living entries.</param>
/// <param name="SameUnit">He is a member of the union of a competitor's unit.</param>
/// <param name="Declared">Of his declarations those that touch a living entry.</param>
/// <param name="Recusals">His, in the event.</param>
public sealed record JudgeFacts(IReadOnlyList<EntryRole> Roles, bool SameUnit, IReadOnlyList<Relation> Declared, IReadOnlyList<Recusal> Recusals, JudgeRecord? Record);

/// <summary>Whether somebody may judge in an event, and what stands against it.</summary>
public sealed class JudgeStanding
{
    private readonly List<JudgeConflict> _known = [];
    private readonly IReadOnlyList<Recusal> _recusals;

    /// <param name="day">The contest's: <see cref="DayOf"/>.</param>
    public JudgeStanding(JudgeFacts facts, JudgeRules rules, DateOnly day)
    {
        (_recusals, Record, Day) = (facts.Recusals, facts.Record, day);
        _known.AddRange(facts.Roles.Select(r => r is EntryRole.Coach ? JudgeConflict.Coach : JudgeConflict.TakesPart));
        _known.AddRange(facts.SameUnit ? [JudgeConflict.SameUnit] : Array.Empty<JudgeConflict>());
        _known.AddRange(facts.Declared.Select(Of));
        Lacks =
        [
            .. rules.LeastGrade is not QualificationGrade.None && facts.Record?.Qualification?.Reaches(rules.LeastGrade, day) is not true ? [JudgeLack.Qualification] : Array.Empty<JudgeLack>(),
            .. rules.TrainingNeeded && facts.Record is not { Trainings.Count: > 0 } ? [JudgeLack.Training] : Array.Empty<JudgeLack>(),
        ];
    }

    public JudgeRecord? Record { get; }

    /// <summary>On which his qualification has to be valid.</summary>
    public DateOnly Day { get; }

    /// <summary>Of his fitness; the same in every panel.</summary>
    public IReadOnlyList<JudgeLack> Lacks { get; }

    /// <summary>The last day on which he judges: the contest's, or today where it goes on longer; it does not move any more once all is marked.</summary>
    public static DateOnly DayOf(Event of, DateOnly endsOn, DateOnly today) => of.IsMarked || endsOn > today ? endsOn : today;

    /// <summary>Each once, in their order.</summary>
    /// <param name="panelId">0 for one that is still to be made.</param>
    /// <param name="himself">Only what he knows without knowing who is entered: his own recusals.</param>
    public IReadOnlyList<JudgeConflict> Conflicts(int panelId, bool himself = false) =>
        [.. (himself ? [] : _known).Concat(_recusals.Where(r => r.Reaches(panelId)).Select(r => r.Stage is RecusalStage.Granted ? JudgeConflict.Recused : JudgeConflict.AsksRecusal)).Distinct().Order()];

    /// <summary>He asked to be left out of this panel, or was.</summary>
    public bool IsRecused(int panelId) => _recusals.Any(r => r.Reaches(panelId));

    public bool MayJudge(int panelId) => Lacks.Count == 0 && Conflicts(panelId).Count == 0;

    /// <param name="himself">Told to the judge himself: what would tell him who is entered is left out.</param>
    /// <exception cref="Refusal">panel.takes-part, .coach, .same-unit, .kin, .apprentice, .interest, .related, .recused, .asks-recusal; .not-qualified, .not-trained: all with his name</exception>
    public void Check(string name, int panelId, bool himself = false)
    {
        if (Conflicts(panelId, himself) is [var first, ..])
        {
            throw new Refusal(CodeOf(first), name);
        }

        Refusal.Unless(!Lacks.Contains(JudgeLack.Qualification), "panel.not-qualified", name);
        Refusal.Unless(!Lacks.Contains(JudgeLack.Training), "panel.not-trained", name);
    }

    private static JudgeConflict Of(Relation relation) => relation switch
    {
        Relation.Kin => JudgeConflict.Kin,
        Relation.Apprentice => JudgeConflict.Apprentice,
        Relation.Interest => JudgeConflict.Interest,
        _ => JudgeConflict.Related,
    };

    private static string CodeOf(JudgeConflict conflict) => conflict switch
    {
        JudgeConflict.TakesPart => "panel.takes-part",
        JudgeConflict.Coach => "panel.coach",
        JudgeConflict.SameUnit => "panel.same-unit",
        JudgeConflict.Kin => "panel.kin",
        JudgeConflict.Apprentice => "panel.apprentice",
        JudgeConflict.Interest => "panel.interest",
        JudgeConflict.Related => "panel.related",
        JudgeConflict.Recused => "panel.recused",
        _ => "panel.asks-recusal",
    };
}
