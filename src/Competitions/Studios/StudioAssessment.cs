namespace Competitions.Studios;

/// <summary>An indicator's line of a year's sheet.</summary>
/// <param name="Self">自评分; null until it is written.</param>
/// <param name="Proof">What shows it, in the studio's words.</param>
/// <param name="Score">考核分; null until it is assessed.</param>
/// <param name="Opinion">Of who assesses.</param>
public sealed record AssessmentLine(StudioIndicator Of, decimal? Self, string Proof, decimal? Score, string Opinion);

public sealed record AssessmentMoved(AssessmentMove Move, AssessmentStage From, AssessmentStage To, string By, DateTime At, string Why);

/// <summary>年度考核 of a studio: its own report, the federation's sheet, and what follows from 不合格. The rules of its day stay with it.</summary>
public sealed class StudioAssessment
{
    private readonly List<AssessmentMoved> _history = [];

    private StudioAssessment()
    {
    }

    /// <exception cref="Refusal">studio.over, studio-assessment.year, and those of the rules</exception>
    public StudioAssessment(Studio of, int year, StudioRules rules, DateTime at)
    {
        Refusal.Unless(of.Stands, "studio.over");
        Refusal.Unless(year >= of.Namings[0].On.Year && year <= at.Year, "studio-assessment.year", of.Namings[0].On.Year);
        (StudioId, Year, Rules) = (of.Id, year, rules.Checked());
        Lines = [.. rules.Indicators.Select(i => new AssessmentLine(i, null, "", null, ""))];
    }

    public int Id { get; private set; }
    public int StudioId { get; private set; }
    public int Year { get; private set; }
    public StudioRules Rules { get; private set; } = null!;
    public AssessmentStage Stage { get; private set; }
    public IReadOnlyList<AssessmentLine> Lines { get; private set; } = [];

    /// <summary>自评小结.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>一票否决, by its name; null for none.</summary>
    public string? Veto { get; private set; }

    /// <summary>Null until it is assessed. What it was first; a re-check does not change it.</summary>
    public StudioGrade? Grade { get; private set; }

    /// <summary>Of 100; null until it is assessed.</summary>
    public decimal? Total { get; private set; }

    /// <summary>The last day of the rectification.</summary>
    public DateOnly? RectifyBy { get; private set; }

    /// <summary>整改要求 and 整改报告.</summary>
    public string Demand { get; private set; } = "";
    public string Correction { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<AssessmentMoved> History => _history;

    public decimal? SelfTotal => Lines.All(l => l.Self is not null) ? Lines.Sum(l => l.Self!.Value) : null;

    /// <summary>The report as far as it is written: by indicator.</summary>
    /// <exception cref="Refusal">studio-assessment.not-open, .points</exception>
    public void Report(IReadOnlyDictionary<string, (decimal? Self, string Proof)> given, string summary)
    {
        Refusal.Unless(Stage is AssessmentStage.Reporting, "studio-assessment.not-open");
        Lines = [.. Lines.Select(l => given.TryGetValue(l.Of.Code, out var g) ? l with { Self = Within(g.Self, l.Of), Proof = g.Proof.Trim() } : l)];
        (Summary, Version) = (summary.Trim(), Version + 1);
    }

    /// <exception cref="Refusal">studio-assessment.self-missing, .summary-missing, .move-not-allowed</exception>
    public void Submit(string by, DateTime at)
    {
        Refusal.Unless(Stage is not AssessmentStage.Reporting || Lines.All(l => l.Self is not null), "studio-assessment.self-missing", Lines.Count(l => l.Self is null));
        Refusal.Unless(Stage is not AssessmentStage.Reporting || Summary.Length >= 10, "studio-assessment.summary-missing");
        Make(AssessmentMove.Submit, by, at, "");
    }

    /// <exception cref="Refusal">studio-assessment.reason-missing, .move-not-allowed</exception>
    public void Return(string by, DateTime at, string why) => Make(AssessmentMove.Return, by, at, why, needsReason: true);

    /// <summary>考核: a score for each indicator, or a veto. 不合格 sets a deadline, at most the rules' months ahead.</summary>
    /// <param name="rectifyBy">And <paramref name="demand"/>: needed for 不合格, else not looked at.</param>
    /// <exception cref="Refusal">studio-assessment.score-missing, .points, .veto, .deadline, .demand-missing, .move-not-allowed</exception>
    public void Assess(IReadOnlyDictionary<string, (decimal? Score, string Opinion)> given, string? veto, DateOnly? rectifyBy, string demand, string by, DateTime at, DateOnly today)
    {
        Refusal.Unless(Stage is AssessmentStage.Submitted, "studio-assessment.move-not-allowed");
        Refusal.Unless(veto is null || Rules.Vetoes.Contains(veto), "studio-assessment.veto");
        List<AssessmentLine> lines = [.. Lines.Select(l => given.TryGetValue(l.Of.Code, out var g) ? l with { Score = Within(g.Score, l.Of), Opinion = g.Opinion.Trim() } : l)];
        Refusal.Unless(lines.TrueForAll(l => l.Score is not null), "studio-assessment.score-missing", lines.Count(l => l.Score is null));
        var total = lines.Sum(l => l.Score!.Value);
        var grade = Rules.GradeOf(total, veto is not null);
        if (grade is StudioGrade.Failed)
        {
            Refusal.Unless(rectifyBy > today && rectifyBy <= today.AddMonths(Rules.RectifyMonths), "studio-assessment.deadline", Rules.RectifyMonths);
            Refusal.Unless(demand.Trim().Length > 0, "studio-assessment.demand-missing");
            (RectifyBy, Demand) = (rectifyBy, demand.Trim());
        }

        (Lines, Veto, Total, Grade) = (lines, veto, total, grade);
        Make(grade is StudioGrade.Failed ? AssessmentMove.Fail : AssessmentMove.Assess, by, at, "");
    }

    /// <summary>报告整改, up to the end of the last day.</summary>
    /// <exception cref="Refusal">studio-assessment.too-late, .correction-missing, .move-not-allowed</exception>
    public void Correct(string text, string by, DateTime at, DateOnly today)
    {
        Refusal.Unless(Stage is not AssessmentStage.Failed || today <= RectifyBy, "studio-assessment.too-late", RectifyBy!);
        Refusal.Unless(text.Trim().Length >= 10, "studio-assessment.correction-missing");
        Make(AssessmentMove.Correct, by, at, "");
        Correction = text.Trim();
    }

    /// <summary>复核. Without a report it fails by itself, but not before the deadline is over.</summary>
    /// <exception cref="Refusal">studio-assessment.deadline-runs, .reason-missing, .move-not-allowed</exception>
    public void Recheck(bool passed, string why, string by, DateTime at, DateOnly today)
    {
        Refusal.Unless(Stage is not AssessmentStage.Failed || today > RectifyBy, "studio-assessment.deadline-runs", RectifyBy!);
        Make(passed ? AssessmentMove.Pass : AssessmentMove.FailAgain, by, at, why, needsReason: true);
    }

    private static decimal? Within(decimal? points, StudioIndicator of)
    {
        Refusal.Unless(points is null || points >= 0 && points <= of.Points && decimal.Round(points.Value, 1) == points, "studio-assessment.points", of.Name, of.Points);
        return points;
    }

    private void Make(AssessmentMove move, string by, DateTime at, string why, bool needsReason = false)
    {
        var next = AssessmentLifecycle.Next(Stage, move) ?? throw new Refusal("studio-assessment.move-not-allowed");
        Refusal.Unless(!needsReason || why.Trim().Length > 0, "studio-assessment.reason-missing");
        _history.Add(new AssessmentMoved(move, Stage, next, by, at, why.Trim()));
        (Stage, Version) = (next, Version + 1);
    }
}
