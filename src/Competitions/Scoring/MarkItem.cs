using Competitions.Schemes;

namespace Competitions.Scoring;

public enum MarkHow
{
    /// <summary>Points given directly: a measurement without a calculation, a process sheet, a sitting.</summary>
    Direct,

    /// <summary>A measured value that the aspect's calculation turns into points.</summary>
    Calculated,

    /// <summary>0–3 against benchmarks by each judge.</summary>
    Judgement,

    /// <summary>Points by each judge; from so many judges on one highest and one lowest are dropped.</summary>
    Panel,

    /// <summary>Seconds used; no points.</summary>
    Time,

    /// <summary>扣分: points that are taken off the module.</summary>
    Deduction,

    /// <summary>裁判长调整: points, more or less, with a reason.</summary>
    Adjustment,
}

/// <summary>
/// One thing that is marked of a work. Its code stands in the ledger: the aspect's key, <see cref="Panel"/>, <see cref="Process"/>,
/// <see cref="Time"/>, or a deduction's own (<c>-1f…</c>) or an adjustment's (<c>+1f…</c>), of which a work may have several.
/// </summary>
/// <param name="Most">Full mark; 0 for time.</param>
public sealed record MarkItem(string Code, string Module, MarkHow How, Points Most)
{
    public const string Panel = "panel";
    public const string Process = "process";
    public const string Time = "time";

    /// <summary>Behind an aspect's key: 1 says 未做 (no attempt, no points), 0 takes it back.</summary>
    public const char NotAttempted = '~';

    private const int LongestTime = 7 * 86_400;

    /// <summary>How many give it, 1 or more; with fewer marks it does not count yet.</summary>
    public int Judges { get; init; } = 1;

    /// <summary>Accounts of those who give it; who has left the panel counts no longer. Empty where it does not matter who they are.</summary>
    public IReadOnlyCollection<string> Seats { get; init; } = [];

    /// <summary>Points given go by this step.</summary>
    public decimal Step { get; init; } = 0.01m;

    /// <summary>P-DEC of a mean, half-up.</summary>
    public int Places { get; init; } = 2;

    public int TrimFrom { get; init; } = 5;

    public Calculation? Calculation { get; init; }

    /// <summary>Why a value cannot be given, as the code of a refusal; null when it can.</summary>
    public string? Objection(decimal value) => How switch
    {
        MarkHow.Judgement => value is 0 or 1 or 2 or 3 ? null : "marks.judgement-out-of-range",
        MarkHow.Time => value is >= 0 and <= LongestTime && value == decimal.Floor(value) ? null : "marks.time-out-of-range",
        MarkHow.Calculated => Calculable(value) ? null : "marks.out-of-range",
        MarkHow.Adjustment => Math.Abs(value) <= Most.Value ? OnStep(value) : "marks.out-of-range",
        _ => value >= 0 && value <= Most.Value ? OnStep(value) : "marks.out-of-range",
    };

    /// <summary>The points of what stands; null while a judge is missing, or while a judgement's spread is over 1 (worldskills.md §0.4).</summary>
    public Points? Of(StandingMark standing)
    {
        var values = Values(standing);
        return How switch
        {
            MarkHow.Judgement => values.Length < Judges || Spread(values) > 1 ? null : Points.Rounded(Most.Value * values.Sum() / (3m * values.Length), Places),
            MarkHow.Panel => values.Length < Judges ? null : new TrimmedMean(TrimFrom, Places).Of(values),
            MarkHow.Calculated => Calculation!.Mark(Most, standing.Last),
            _ => Points.Rounded(standing.Last, 4),
        };
    }

    /// <summary>All have given and are more than one apart: it counts nothing, and all give again (worldskills.md §0.4).</summary>
    public bool IsApart(StandingMark standing) => How is MarkHow.Judgement && Values(standing) is var values && values.Length >= Judges && Spread(values) > 1;

    /// <summary>复议: apart, or given again and not by all yet.</summary>
    public bool IsRescored(StandingMark standing) => IsApart(standing) || standing.Earlier.Count > 0 && Given(standing) < Judges;

    /// <summary>How many of those who give it have.</summary>
    public int Given(StandingMark standing) => Values(standing).Length;

    /// <summary>A deduction and an adjustment are kept with why.</summary>
    public bool NeedsReason => How is MarkHow.Deduction or MarkHow.Adjustment;

    /// <summary>Highest less lowest of a panel's marks.</summary>
    public static decimal Spread(IReadOnlyCollection<decimal> values) => values.Count == 0 ? 0 : values.Max() - values.Min();

    /// <summary>Whether each judge's own value counts, or the last one given by whomever.</summary>
    public bool IsOfEachJudge => How is MarkHow.Judgement or MarkHow.Panel;

    private decimal[] Values(StandingMark standing) => [.. standing.ByJudge.Where(j => Seats.Count == 0 || Seats.Contains(j.Key)).Select(j => j.Value)];

    private string? OnStep(decimal value) => Step <= 0 || value % Step == 0 || value == Most.Value ? null : "marks.wrong-step";

    private bool Calculable(decimal value)
    {
        try
        {
            _ = Calculation!.Mark(Most, value);
            return Math.Abs(value) < 100_000_000m;
        }
        catch (Refusal)
        {
            return false;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
