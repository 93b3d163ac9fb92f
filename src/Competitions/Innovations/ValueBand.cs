namespace Competitions.Innovations;

/// <summary>
/// A grade by the value of a year, after 《合理化建议和技术改进奖励条例》 (State Council 1982, revised 1986): a preset, because whether it is
/// still in force differs from place to place.
/// </summary>
/// <param name="Grade">1 is the highest.</param>
/// <param name="From">元 a year from which it holds, up to the next higher grade.</param>
/// <param name="LeastReward">元.</param>
/// <param name="MostReward">元.</param>
/// <param name="Praise">奖状 or 表扬.</param>
public sealed record ValueBand(int Grade, decimal From, decimal LeastReward, decimal MostReward, string Praise)
{
    /// <summary>The highest grade that a value reaches; null when it reaches none, as a value below 0.</summary>
    public static ValueBand? For(decimal value, IEnumerable<ValueBand> bands) => bands.Where(b => value >= b.From).MaxBy(b => b.From);
}
