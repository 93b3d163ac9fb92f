using Competitions.Schemes;

namespace Competitions.Web.Schemes;

/// <summary>Makes the parameters of a calculation of the fields of its type (worldskills.md §0.5, 6).</summary>
/// <param name="wrong">Takes the field and the code of the sentence.</param>
internal sealed class TypedCalculation(CalculationLine line, Action<string, string> wrong)
{
    private static readonly string[] Separators = ["#-#", "#x~x#", ":::"];

    public IEnumerable<CalculationParameter> Read() => line.Type switch
    {
        "PASS_FAIL" => [],
        "NUMBER_COMPLETED" => [Number("NUM_POSSIBLE", line.Possible, nameof(line.Possible), n => n > 0)],
        "REGULAR_DIFFERENCE_DEDUCTION" =>
        [
            Kind("DEDUCTION_TYPE", line.DeductionType), Number("TARGET_VALUE", line.Target, nameof(line.Target)), Number("DIFFERENCE", line.Difference, nameof(line.Difference), n => n > 0),
            Kind("DIFFERENCE_TYPE", line.DifferenceType), Number("DEDUCTION", line.Deduction, nameof(line.Deduction), n => n >= 0),
        ],
        "CHOICE" => Choices(),
        "RANGED_SCORE" => Ranges(),
        _ => Unknown(),
    };

    private IEnumerable<CalculationParameter> Choices()
    {
        if (line.Choices.Count == 0)
        {
            wrong(nameof(line.Type), "scheme-form.choices");
        }

        return
        [
            Kind("DEDUCTION_TYPE", line.DeductionType),
            .. line.Choices.SelectMany((c, i) => new[] { Text($"CHOICE{i + 1}_LABEL", c.Label, $"Choices[{c.Id}].Label"), Number($"CHOICE{i + 1}_DEDUCTION", c.Deduction, $"Choices[{c.Id}].Deduction", n => n >= 0) }),
        ];
    }

    private IEnumerable<CalculationParameter> Ranges()
    {
        if (line.Ranges.Count == 0)
        {
            wrong(nameof(line.Type), "scheme-form.ranges");
        }

        foreach (var range in line.Ranges.Where(r => TypedScheme.Number(r.Lower) > TypedScheme.Number(r.Upper)))
        {
            wrong($"Ranges[{range.Id}].Upper", "scheme-form.range");
        }

        return
        [
            Kind("DEDUCTION_TYPE", line.DeductionType), Number("TARGET_VALUE", string.IsNullOrWhiteSpace(line.Target) ? "0" : line.Target, nameof(line.Target)),
            .. line.Ranges.SelectMany((r, i) => new[]
            {
                Number($"RANGE{i + 1}_LOWER", r.Lower, $"Ranges[{r.Id}].Lower"), Number($"RANGE{i + 1}_UPPER", r.Upper, $"Ranges[{r.Id}].Upper"),
                Number($"RANGE{i + 1}_DEDUCTION", r.Deduction, $"Ranges[{r.Id}].Deduction", n => n >= 0),
            }),
        ];
    }

    private IEnumerable<CalculationParameter> Unknown()
    {
        wrong(nameof(line.Type), "scheme-form.type");
        return [];
    }

    private CalculationParameter Number(string name, string? text, string field, Func<decimal, bool>? fits = null)
    {
        var number = TypedScheme.Number(text);
        if (number is null || number != decimal.Round(number.Value, 8) || fits?.Invoke(number.Value) is false)
        {
            wrong(field, "scheme-form.number");
        }

        return new CalculationParameter(name, number ?? 0, "");
    }

    private CalculationParameter Text(string name, string? text, string field)
    {
        var plain = (text ?? "").Trim();
        if (plain.Length is 0 or > 500 || Separators.Any(s => plain.Contains(s, StringComparison.Ordinal)))
        {
            wrong(field, "scheme-form.label");
        }

        return new CalculationParameter(name, null, plain);
    }

    private static CalculationParameter Kind(string name, string? kind) => new(name, null, kind is "PERCENT" ? "PERCENT" : "UNIT");
}
