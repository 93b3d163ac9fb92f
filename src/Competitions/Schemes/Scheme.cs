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
    /// <summary>
    /// What the lines of the ledger name it by, in all versions of an event's scheme (<see cref="AspectKeys"/>): its code moves
    /// with its place, its key never does. Empty in a scheme that is of no event yet.
    /// </summary>
    public string Key { get; init; } = "";

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

/// <summary>An aspect where it stands.</summary>
/// <param name="Code">A1.M3: the third measurement of A1.</param>
public sealed record PlacedAspect(string Code, Criterion Criterion, SubCriterion SubCriterion, Aspect Aspect);

/// <summary>评分方案, as it is written or read; the same whichever way it came.</summary>
public sealed record Scheme(string Title, IReadOnlyList<StandardSection> Sections, IReadOnlyList<Criterion> Criteria, IReadOnlyList<Calculation> Calculations)
{
    public IEnumerable<Aspect> Aspects => Criteria.SelectMany(c => c.Aspects);

    /// <summary>Recomputed from the aspects, whatever the paper says.</summary>
    public Points Total => Points.Sum(Criteria.Select(c => c.Total));

    /// <summary>|declared − aspects| of a section; 0 when they agree.</summary>
    public Points Variation(StandardSection section) =>
        new(Math.Abs(section.Declared.Value - Aspects.Where(a => a.Section == section.Number).Sum(a => a.Most.Value)));

    /// <summary>A form without a title of its own takes the event's.</summary>
    public Scheme Titled(string title) => Title.Length > 0 ? this : this with { Title = title };

    /// <summary>The same tree with every aspect made anew.</summary>
    public Scheme With(Func<Aspect, Aspect> aspect) => this with
    {
        Criteria = [.. Criteria.Select(c => c with { SubCriteria = [.. c.SubCriteria.Select(s => s with { Aspects = [.. s.Aspects.Select(aspect)] })] })],
    };

    /// <summary>Null where the mark is given directly: also where an older form refers to rows that it came without.</summary>
    public Calculation? CalculationOf(Aspect aspect) => aspect.Calculation is { } row && row >= 1 && row <= Calculations.Count ? Calculations[row - 1] : null;

    /// <summary>All aspects in order, each with the code of its place.</summary>
    public IEnumerable<PlacedAspect> Places =>
        from criterion in Criteria
        from sub in criterion.SubCriteria
        from aspect in sub.Aspects.Select((a, i) => (Aspect: a, Number: sub.Aspects.Take(i + 1).Count(x => x.Kind == a.Kind)))
        select new PlacedAspect($"{sub.Code}.{(aspect.Aspect.Kind is AspectKind.Judgement ? 'J' : 'M')}{aspect.Number}", criterion, sub, aspect.Aspect);

    /// <summary>The same on paper: all that a workbook holds. Keys are not on paper, so they do not count.</summary>
    public bool IsSameAs(Scheme other) => Lines().SequenceEqual(other.Lines());

    private IEnumerable<object> Lines() =>
    [
        Title, .. Sections, .. Calculations.Select(c => (c.Name, c.Type, c.Reusable, c.Written)),
        .. Criteria.SelectMany(c => (IEnumerable<object>)[(c.Code, c.Name), .. c.SubCriteria.SelectMany(s => (IEnumerable<object>)[(s.Code, s.Name, s.Day), .. s.Aspects.SelectMany(Lines)])]),
    ];

    private static IEnumerable<object> Lines(Aspect aspect) => [aspect with { Key = "", Benchmarks = [] }, .. aspect.Benchmarks];
}
