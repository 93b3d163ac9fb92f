using System.Globalization;

namespace Competitions.Benchmarks;

/// <summary>A line of a table: the same step by the bare program and by ours, each the median of its runs.</summary>
internal sealed record Line(string What, string Floor, string Ours, string Ratio, string Expected);

internal static class Figures
{
    public const int Runs = 3;

    public static double Median(this IEnumerable<double> values) => values.Order().ToList() is var sorted && sorted.Count % 2 == 1
        ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;

    /// <param name="share">0.99 for the 99th of a hundred.</param>
    public static double Quantile(this IEnumerable<double> values, double share) => values.Order().ToList() is var sorted ? sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)] : 0;

    public static string Ms(this double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} ms");

    public static string PerSecond(this double value) => string.Create(CultureInfo.InvariantCulture, $"{value:#,0} /s");

    public static string Times(this double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00}");

    public static void Print(string title, IEnumerable<Line> lines)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, client on the same cores; median of {Runs} runs"));
        Console.WriteLine("| step | floor | ours | ratio | expected |\n| --- | --- | --- | --- | --- |");
        foreach (var line in lines)
        {
            Console.WriteLine($"| {line.What} | {line.Floor} | {line.Ours} | {line.Ratio} | {line.Expected} |");
        }
    }

    public static void Note(string words) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {words}");
}
