using Competitions.Programmes;

namespace Competitions.Innovations;

/// <summary>
/// 重点创新项目: founded by the naming of its application, cultivated by milestones, looked at in the middle, accepted with a grade at the end.
/// Its score in the yearly assessment is its weight times the factor of the grade.
/// </summary>
public sealed class KeyProject
{
    public const int MostReport = 1000;

    private readonly List<Milestone> _milestones = [];
    private readonly List<KeyProjectMoved> _history = [];

    private KeyProject()
    {
    }

    /// <param name="weighs">Per cent that the union's other projects of the year weigh already.</param>
    /// <exception cref="Refusal">key-project.weights-over, .weight, .milestones-missing</exception>
    public KeyProject(Application of, Call call, KeyProjectRules rules, decimal weighs, string by, DateTime at)
    {
        var plan = PlanOf(of.Answers);
        Refusal.Unless(plan.Weight > 0 && plan.Weight <= rules.MostWeight, "key-project.weight", rules.MostWeight);
        Refusal.Unless(weighs + plan.Weight <= rules.MostWeight, "key-project.weights-over", call.Year, weighs, plan.Weight, rules.MostWeight);
        (ApplicationId, Title, UnitId, UnitName, Year) = (of.Id, of.Title, of.UnitId, of.UnitName, call.Year);
        (Theme, Cut, Weight, Budget, Goals, Partners, NeedId) = plan;
        Rules = rules;
        _milestones.AddRange(of.Answers.Rows(KeyProjectForm.Milestones).Select(r => (Row: r, Day: KeyProjectChecks.DayOf(r.ElementAtOrDefault(1) ?? ""))).Where(m => m.Day is not null)
            .Select((m, i) => new Milestone(i + 1, m.Row[0], m.Day!.Value, m.Row.ElementAtOrDefault(2) ?? "")));
        Refusal.Unless(_milestones.Count > 0, "key-project.milestones-missing");
        _history.Add(new KeyProjectMoved(KeyProjectMove.Found, KeyProjectStage.Cultivating, KeyProjectStage.Cultivating, by, at, call.DecisionDocument));
    }

    public int Id { get; private set; }
    public int ApplicationId { get; private set; }
    public string Title { get; private set; } = "";
    public int UnitId { get; private set; }

    /// <summary>As it was called on the day.</summary>
    public string UnitName { get; private set; } = "";
    public int Year { get; private set; }
    public string Theme { get; private set; } = "";
    public string Cut { get; private set; } = "";

    /// <summary>Per cent of the yearly assessment, above 0.</summary>
    public decimal Weight { get; private set; }

    /// <summary>元.</summary>
    public decimal Budget { get; private set; }
    public IReadOnlyList<KeyProjectGoal> Goals { get; private set; } = [];
    public IReadOnlyList<KeyProjectPartner> Partners { get; private set; } = [];
    public int? NeedId { get; private set; }
    public KeyProjectRules Rules { get; private set; } = null!;
    public KeyProjectGrade? Grade { get; private set; }

    /// <summary>考核得分: weight × factor, two places, half up; null before it is accepted, 0 for one that was stopped.</summary>
    public decimal? Score { get; private set; }

    /// <summary>结题材料.</summary>
    public InnovationFile? Conclusion { get; private set; }
    public KeyProjectStage Stage { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Milestone> Milestones => _milestones;
    public IReadOnlyList<KeyProjectMoved> History => _history;

    public bool IsAtWork => KeyProjectLifecycle.AtWork.Contains(Stage);

    /// <summary>It still counts against what its union may put in the scales.</summary>
    public bool Weighs => Stage is not KeyProjectStage.Stopped;

    public static KeyProjectPlan PlanOf(Answers answers) => new(
        answers.Text(KeyProjectForm.Theme), answers.Text(KeyProjectForm.Cut), answers.Number(KeyProjectForm.Weight) ?? 0,
        answers.Rows(KeyProjectForm.Budget).Sum(r => Answers.ToNumber(r.ElementAtOrDefault(1) ?? "") ?? 0),
        [.. answers.Rows(KeyProjectForm.Goals).Select(r => new KeyProjectGoal(r[0], Answers.ToNumber(r.ElementAtOrDefault(1) ?? "") ?? 0, Answers.ToNumber(r.ElementAtOrDefault(2) ?? "") ?? 0, r.ElementAtOrDefault(3) ?? ""))],
        [.. answers.Rows(KeyProjectForm.Partners).Select(r => new KeyProjectPartner(r[0], r.ElementAtOrDefault(1) ?? ""))],
        int.TryParse(answers.Text(KeyProjectForm.Need), out var need) ? need : null);

    /// <summary>A milestone was reached; told again it replaces what was told.</summary>
    /// <exception cref="Refusal">key-project.not-at-work, .no-milestone, .done-ahead, .done-early, .report-missing, .evidence-missing</exception>
    public void Report(int order, DateOnly doneOn, string report, InnovationFile? evidence, DateOnly today)
    {
        Refusal.Unless(IsAtWork, "key-project.not-at-work");
        var milestone = _milestones.Find(m => m.Order == order) ?? throw new Refusal("key-project.no-milestone");
        Refusal.Unless(doneOn <= today, "key-project.done-ahead");
        Refusal.Unless(doneOn.Year >= Year - 1, "key-project.done-early", Year - 1);
        Refusal.Unless(report.Trim().Length is >= 4 and <= MostReport, "key-project.report-missing", MostReport);
        Refusal.Unless((evidence ?? milestone.Evidence) is not null, "key-project.evidence-missing");
        milestone.Take(doneOn, report.Trim(), evidence ?? milestone.Evidence!);
        Version++;
    }

    /// <summary>申请结题: with every milestone reported, and what shows the goals.</summary>
    /// <exception cref="Refusal">key-project.milestones-open (how many), .evidence-missing, and those of <see cref="Make"/></exception>
    public void Apply(string text, InnovationFile? conclusion, string by, DateTime at)
    {
        var open = _milestones.Count(m => m.DoneOn is null);
        Refusal.Unless(open == 0, "key-project.milestones-open", open);
        Refusal.Unless((conclusion ?? Conclusion) is not null, "key-project.evidence-missing");
        Move(KeyProjectMove.Apply, text, by, at);
        Conclusion = (conclusion ?? Conclusion)! with { };
    }

    /// <summary>结题验收, by another person than who applied.</summary>
    /// <exception cref="Refusal">key-project.second-person, and those of <see cref="Make"/></exception>
    public void Accept(KeyProjectGrade grade, string opinion, string by, DateTime at)
    {
        Refusal.Unless(_history.LastOrDefault(h => h.Move is KeyProjectMove.Apply)?.By != by, "key-project.second-person");
        Move(KeyProjectMove.Accept, opinion, by, at);
        Grade = grade;
        Score = Math.Round(Weight * Rules.FactorOf(grade), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>The moves that carry nothing but a word.</summary>
    /// <exception cref="Refusal">key-project.move-not-allowed, .reason-missing</exception>
    public void Make(KeyProjectMove move, string why, string by, DateTime at)
    {
        Refusal.Unless(move is not (KeyProjectMove.Apply or KeyProjectMove.Accept), "key-project.move-not-allowed");
        Move(move, why, by, at);
        Score = Stage is KeyProjectStage.Stopped ? 0 : Score;
    }

    private void Move(KeyProjectMove move, string why, string by, DateTime at)
    {
        var next = KeyProjectLifecycle.Next(Stage, move) ?? throw new Refusal("key-project.move-not-allowed");
        Refusal.Unless(!KeyProjectLifecycle.NeedsReason(move) || why.Trim().Length is >= 4 and <= MostReport, "key-project.reason-missing", MostReport);
        _history.Add(new KeyProjectMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
