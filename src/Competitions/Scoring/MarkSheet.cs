namespace Competitions.Scoring;

/// <summary>What stands of one item of a work.</summary>
/// <param name="ByJudge">Each judge's last value, of a judgement that is given again only the new ones; never empty.</param>
/// <param name="Last">The last value given, by whomever.</param>
public sealed record StandingMark(IReadOnlyDictionary<string, decimal> ByJudge, decimal Last)
{
    /// <summary>复议前: what all had given when they were more than one apart; the first time first.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, decimal>> Earlier { get; init; } = [];
}

/// <summary>What stands on the sheet of one work: the last value of each judge for each item. A correction is a later line.</summary>
public sealed class MarkSheet(string work, string module, MarkingPlan plan)
{
    private readonly Dictionary<string, StandingMark> _standing = [];

    public string Work { get; } = work;
    public string Module { get; } = module;

    /// <summary>Full mark of the module.</summary>
    public Points Full => plan.Module(Module)!.Full;

    public void Apply(Mark line)
    {
        var before = _standing.GetValueOrDefault(line.Aspect);
        var again = before is not null && plan.Item(Module, line.Aspect)?.IsApart(before) == true;
        var values = again ? [] : before?.ByJudge as Dictionary<string, decimal> ?? [];
        values[line.Judge] = line.Value;
        _standing[line.Aspect] = new StandingMark(values, line.Value) { Earlier = again ? [.. before!.Earlier, before.ByJudge] : before?.Earlier ?? [] };
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

    /// <summary>Deductions (<c>-…</c>) and adjustments (<c>+…</c>), each as it stands; 0 for one that was taken back.</summary>
    public IEnumerable<(string Code, decimal Value)> Corrections => _standing.Where(s => s.Key[0] is '-' or '+').Select(s => (s.Key, s.Value.Last));

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

        sum += Corrections.Where(c => deducted || c.Code[0] == '+').Sum(c => c.Code[0] == '-' ? -c.Value : c.Value);

        return any ? new Points(Math.Clamp(sum, 0, Full.Value)) : null;
    }
}
