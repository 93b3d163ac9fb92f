namespace Competitions.Scoring;

/// <summary>What stands of one item of a work.</summary>
/// <param name="ByJudge">Each judge's last value; never empty.</param>
/// <param name="Last">The last value given, by whomever.</param>
public sealed record StandingMark(IReadOnlyDictionary<string, decimal> ByJudge, decimal Last);

/// <summary>What stands on the sheet of one work: the last value of each judge for each item. A correction is a later line.</summary>
public sealed class MarkSheet(string work, string module, MarkingPlan plan)
{
    private readonly Dictionary<string, StandingMark> _standing = [];

    public string Work { get; } = work;
    public string Module { get; } = module;

    public void Apply(Mark line)
    {
        var before = _standing.GetValueOrDefault(line.Aspect)?.ByJudge as Dictionary<string, decimal> ?? [];
        before[line.Judge] = line.Value;
        _standing[line.Aspect] = new StandingMark(before, line.Value);
    }

    /// <summary>Null where nothing was given.</summary>
    public StandingMark? Of(string item) => _standing.GetValueOrDefault(item);

    /// <summary>Seconds; null while nobody wrote them down.</summary>
    public decimal? Seconds => Of(MarkItem.Time)?.Last;

    /// <summary>Of one item; null while it does not count. What was not attempted counts 0.</summary>
    public Points? Points(MarkItem item) =>
        Of(item.Code + MarkItem.NotAttempted)?.Last == 1 ? default(Points) : Of(item.Code) is { } standing ? item.Of(standing) : null;

    /// <summary>Items that count already, of all.</summary>
    public (int Marked, int All) Progress => (plan.Of(Module).Count(i => Points(i) is not null), plan.Of(Module).Count);

    /// <summary>A sum of rounded marks, less deductions, with adjustments; from 0 to the full mark. Null while nothing counts.</summary>
    /// <param name="deducted">False for what it was before deductions.</param>
    public Points? Total(bool deducted = true)
    {
        var (sum, any) = (0m, false);
        foreach (var item in plan.Of(Module))
        {
            if (Points(item) is { } points)
            {
                (sum, any) = (sum + points.Value, true);
            }
        }

        foreach (var (code, standing) in _standing)
        {
            sum += code[0] switch { '-' when deducted => -standing.Last, '+' => standing.Last, _ => 0 };
        }

        return any ? new Points(Math.Clamp(sum, 0, plan.Module(Module)!.Full.Value)) : null;
    }
}
