using System.Globalization;

namespace Competitions.Schemes;

/// <summary>One parameter of a calculation: <c>NAME:::number#x~x#text</c>.</summary>
public sealed record CalculationParameter(string Name, decimal? Number, string Text);

/// <summary>
/// A named calculation of measurement aspects (worldskills.md §0.5, 6): from the measured value to the share of the full
/// mark that is lost. Parameters are kept as they were read, those unknown here too.
/// </summary>
public sealed record Calculation(string Name, string Type, bool Reusable, IReadOnlyList<CalculationParameter> Parameters)
{
    private const string Between = "#-#";
    private const string Inside = "#x~x#";

    public static readonly IReadOnlyList<string> Types = ["PASS_FAIL", "NUMBER_COMPLETED", "REGULAR_DIFFERENCE_DEDUCTION", "CHOICE", "RANGED_SCORE"];

    /// <summary>The parameters of a cell; a number may be written <c>0E-8</c>.</summary>
    /// <exception cref="Refusal">calculation.parameters: not of that form.</exception>
    public static IReadOnlyList<CalculationParameter> Read(string? text) =>
        [.. (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(entry =>
        {
            var named = entry.Split(":::", 2);
            Refusal.Unless(named.Length == 2, "calculation.parameters", entry);
            var value = named[1].Split(Inside, 2);
            var number = decimal.TryParse(value[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null;
            return new CalculationParameter(named[0], number, value.Length > 1 ? value[1] : "");
        })];

    public string Written => string.Join(Between, Parameters.Select(p => $"{p.Name}:::{p.Number?.ToString("0.00000000", CultureInfo.InvariantCulture)}{Inside}{p.Text}"));

    /// <summary>The mark for a measured value, half-up at two places, from 0 to <paramref name="most"/>.</summary>
    /// <param name="value">What was measured: 1 or 0, a number completed, a size, or the number of the choice from 1.</param>
    /// <exception cref="Refusal">calculation.type, calculation.value</exception>
    public Points Mark(Points most, decimal value)
    {
        var lost = Type switch
        {
            "PASS_FAIL" => value is 0 or 1 ? (1 - value) * most.Value : throw new Refusal("calculation.value", value),
            "NUMBER_COMPLETED" => most.Value * (1 - Completed(value)),
            "REGULAR_DIFFERENCE_DEDUCTION" => Deducted(most, Math.Floor(Math.Abs(value - Number("TARGET_VALUE")) / Step(most: Number("TARGET_VALUE"))) * Number("DEDUCTION")),
            "CHOICE" => Deducted(most, Choice(value)),
            "RANGED_SCORE" => Ranged(most, value),
            _ => throw new Refusal("calculation.type", Type),
        };
        return Points.Rounded(Math.Clamp(most.Value - lost, 0, most.Value), 2);
    }

    private decimal Completed(decimal value)
    {
        var possible = Number("NUM_POSSIBLE");
        Refusal.Unless(possible > 0 && value >= 0 && value <= possible, "calculation.value", value);
        return value / possible;
    }

    private decimal Step(decimal most)
    {
        var difference = Number("DIFFERENCE");
        var step = Text("DIFFERENCE_TYPE") is "PERCENT" ? most * difference / 100 : difference;
        Refusal.Unless(step != 0, "calculation.value", difference);
        return Math.Abs(step);
    }

    private decimal Choice(decimal value) =>
        Parameters.FirstOrDefault(p => p.Name == $"CHOICE{value:0}_DEDUCTION")?.Number ?? throw new Refusal("calculation.value", value);

    private decimal Ranged(Points most, decimal value)
    {
        for (var n = 1; Parameters.Any(p => p.Name == $"RANGE{n}_LOWER"); n++)
        {
            if (value >= Number($"RANGE{n}_LOWER") && value <= Number($"RANGE{n}_UPPER"))
            {
                return Deducted(most, Number($"RANGE{n}_DEDUCTION"));
            }
        }

        return most.Value; // outside every range nothing is earned
    }

    private decimal Deducted(Points most, decimal deduction) => Text("DEDUCTION_TYPE") is "PERCENT" ? most.Value * deduction / 100 : deduction;

    private decimal Number(string name) => Parameters.FirstOrDefault(p => p.Name == name)?.Number ?? 0;

    private string Text(string name) => Parameters.FirstOrDefault(p => p.Name == name)?.Text.TrimEnd('#') ?? "";
}
