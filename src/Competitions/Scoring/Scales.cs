namespace Competitions.Scoring;

public enum Scale { None, SevenHundred, FiveHundred }

/// <summary>What spread a scale was computed with; anything but the first choice is said on the sheet.</summary>
public enum Spread { AsGiven, MedianDeviation, StandardDeviation, StandardDeviationInstead, NoSpread }

/// <summary>The scores in the order of the marks.</summary>
public sealed record Scaled(IReadOnlyList<decimal> Scores, Spread Spread);

/// <summary>The WorldSkills scales: raw marks of one event, a team once, to whole points around 700 (or, to 2017, 500).</summary>
public static class Scales
{
    /// <summary>Widest mark and finest place with which no quotient can overflow a decimal.</summary>
    public const decimal WidestMark = 1_000_000m;
    public const int FinestPlaces = 20;

    private const decimal PointsPerSpread = 30m;
    private const decimal DeviationToSigma = 1.4826m;

    /// <returns>The marks themselves for <see cref="Scale.None"/>.</returns>
    /// <exception cref="Refusal"><c>scale.no-marks</c>; <c>scale.mark-out-of-range</c> beyond ±1,000,000 or 20 places.</exception>
    public static Scaled Of(Scale scale, IReadOnlyList<decimal> marks)
    {
        Refusal.Unless(marks.Count > 0, "scale.no-marks");
        foreach (var mark in marks)
        {
            Refusal.Unless(Math.Abs(mark) <= WidestMark && mark == decimal.Round(mark, FinestPlaces), "scale.mark-out-of-range", mark);
        }

        return scale switch
        {
            Scale.SevenHundred => Median700(marks),
            Scale.FiveHundred => Mean500(marks),
            _ => new Scaled(marks, Spread.AsGiven),
        };
    }

    /// <summary>The mean of the two in the middle where their number is even.</summary>
    public static decimal Median(IReadOnlyCollection<decimal> values)
    {
        var order = values.Order().ToList();
        return (order[(order.Count - 1) / 2] + order[order.Count / 2]) / 2;
    }

    public static decimal PopulationDeviation(IReadOnlyCollection<decimal> values)
    {
        var mean = values.Average();
        return Root(values.Average(v => (v - mean) * (v - mean)));
    }

    /// <summary>The square root by Newton's steps, from above, to the last place of a decimal. Zero and below give zero.</summary>
    public static decimal Root(decimal square)
    {
        if (square <= 0)
        {
            return 0;
        }

        var root = square / 2 + 0.5m;
        while (true)
        {
            var next = (root + square / root) / 2;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>700 + 30 × (mark − median) / (1.4826 × MAD). MAD 0 (over half are equal): the population deviation, else everyone 700.</summary>
    private static Scaled Median700(IReadOnlyList<decimal> marks)
    {
        var median = Median(marks);
        var mad = Median([.. marks.Select(m => Math.Abs(m - median))]);
        return mad > 0 ? Around(700, median, DeviationToSigma * mad, marks, Spread.MedianDeviation)
            : Around(700, median, PopulationDeviation(marks), marks, Spread.StandardDeviationInstead);
    }

    /// <summary>500 + 30 × (mark − mean) / population deviation.</summary>
    private static Scaled Mean500(IReadOnlyList<decimal> marks) =>
        Around(500, marks.Average(), PopulationDeviation(marks), marks, Spread.StandardDeviation);

    private static Scaled Around(int centre, decimal middle, decimal spread, IReadOnlyList<decimal> marks, Spread kind) =>
        spread > 0
            ? new Scaled([.. marks.Select(m => Points.Rounded(centre + PointsPerSpread * (m - middle) / spread, 0).Value)], kind)
            : new Scaled([.. marks.Select(_ => (decimal)centre)], Spread.NoSpread);
}
