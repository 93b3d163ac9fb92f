namespace Competitions.Innovations;

/// <summary>结题等次.</summary>
public enum KeyProjectGrade
{
    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>合格.</summary>
    Passed,

    /// <summary>不合格.</summary>
    Failed,
}

/// <summary>The numbers of a key project, copied when it is founded.</summary>
/// <param name="Excellent">Factor of the grade: a project's assessment score is its weight times it.</param>
/// <param name="MostWeight">Per cent that the projects of one union may weigh in a year together.</param>
public sealed record KeyProjectRules(string PresetCode, decimal Excellent, decimal Passed, decimal Failed, decimal MostWeight)
{
    /// <exception cref="Refusal">key-project.rules</exception>
    public KeyProjectRules Checked()
    {
        Refusal.Unless(Excellent >= Passed && Passed >= Failed && Failed >= 0 && MostWeight is > 0 and <= 100, "key-project.rules");
        return this;
    }

    public decimal FactorOf(KeyProjectGrade grade) => grade switch { KeyProjectGrade.Excellent => Excellent, KeyProjectGrade.Passed => Passed, _ => Failed };
}

/// <param name="Now">As it was when it was declared.</param>
public sealed record KeyProjectGoal(string What, decimal Now, decimal Target, string Unit);

public sealed record KeyProjectPartner(string Name, string Part);

/// <summary>What a project is, as it was declared.</summary>
/// <param name="Budget">元 in all.</param>
/// <param name="Weight">Per cent of the yearly assessment.</param>
/// <param name="NeedId">The need of 揭榜挂帅 that it was born of.</param>
public sealed record KeyProjectPlan(string Theme, string Cut, decimal Weight, decimal Budget, IReadOnlyList<KeyProjectGoal> Goals, IReadOnlyList<KeyProjectPartner> Partners, int? NeedId);

/// <summary>里程碑: due on a day, reported with what shows it.</summary>
public sealed class Milestone
{
    private Milestone()
    {
    }

    public Milestone(int order, string name, DateOnly dueOn, string deliverable) => (Order, Name, DueOn, Deliverable) = (order, name, dueOn, deliverable);

    /// <summary>From 1.</summary>
    public int Order { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public string Deliverable { get; private set; } = "";

    /// <summary>The day on which it was reached, as reported.</summary>
    public DateOnly? DoneOn { get; private set; }
    public string Report { get; private set; } = "";
    public InnovationFile? Evidence { get; private set; }

    public bool IsLateOn(DateOnly day) => DoneOn is null && DueOn < day;

    internal void Take(DateOnly doneOn, string report, InnovationFile evidence) => (DoneOn, Report, Evidence) = (doneOn, report, evidence with { });
}
