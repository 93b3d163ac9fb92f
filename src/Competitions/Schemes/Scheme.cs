namespace Competitions.Schemes;

public enum AspectKind
{
    /// <summary>测量分: by rule.</summary>
    Measurement,

    /// <summary>评价分: 0–3 against benchmarks.</summary>
    Judgement,
}

/// <summary>What a judgement of 0, 1, 2 or 3 looks like.</summary>
public sealed record Benchmark(int Score, string Text);

/// <summary>评分点: one thing that is marked. Its code is its place: the third measurement of A1 is A1.M3.</summary>
/// <param name="Most">Full mark, at most four decimals.</param>
/// <param name="Section">Of the occupational standard; null where the scheme has none.</param>
/// <param name="Calculation">The 1-based row of <see cref="Scheme.Calculations"/>; null when the mark is given directly.</param>
public sealed record Aspect(
    AspectKind Kind, string Description, string? Extra, string? Requirement, int? Section, int? Calculation, Points Most, IReadOnlyList<Benchmark> Benchmarks)
{
    /// <summary>The four benchmarks 0–3, in order.</summary>
    public bool HasLadder => Benchmarks.Select(b => b.Score).SequenceEqual([0, 1, 2, 3]);

    /// <summary>max × score ÷ 3, half-up at two places (worldskills.md §0.4).</summary>
    /// <param name="scores">Of each judge, 0–3.</param>
    public Points Judged(IReadOnlyCollection<int> scores)
    {
        Refusal.Unless(scores.Count > 0, "aspect.unmarked");
        Refusal.Unless(scores.All(s => s is >= 0 and <= 3), "aspect.judgement-out-of-range");
        return Points.Rounded(Most.Value * scores.Sum() / (3m * scores.Count), 2);
    }
}

/// <param name="Code">A1.</param>
/// <param name="Day">Of marking, from 1; null where not said.</param>
public sealed record SubCriterion(string Code, string Name, int? Day, IReadOnlyList<Aspect> Aspects);

/// <param name="Code">A to I.</param>
public sealed record Criterion(string Code, string Name, IReadOnlyList<SubCriterion> SubCriteria)
{
    public IEnumerable<Aspect> Aspects => SubCriteria.SelectMany(s => s.Aspects);

    public Points Total => Points.Sum(Aspects.Select(a => a.Most));
}

/// <summary>A section of the occupational standard with the marks declared for it.</summary>
public sealed record StandardSection(int Number, string Name, Points Declared);

/// <summary>评分方案, as it is written or read; the same whichever way it came.</summary>
public sealed record Scheme(string Title, IReadOnlyList<StandardSection> Sections, IReadOnlyList<Criterion> Criteria, IReadOnlyList<Calculation> Calculations)
{
    public IEnumerable<Aspect> Aspects => Criteria.SelectMany(c => c.Aspects);

    /// <summary>Recomputed from the aspects, whatever the paper says.</summary>
    public Points Total => Points.Sum(Criteria.Select(c => c.Total));

    /// <summary>|declared − aspects| of a section; 0 when they agree.</summary>
    public Points Variation(StandardSection section) =>
        new(Math.Abs(section.Declared.Value - Aspects.Where(a => a.Section == section.Number).Sum(a => a.Most.Value)));
}
