using Competitions.Schemes;

namespace Competitions.Web.Schemes;

public sealed class ChoiceLine
{
    public string Id { get; set; } = "";

    public string? Label { get; set; }

    public string? Deduction { get; set; }
}

public sealed class RangeLine
{
    public string Id { get; set; } = "";

    public string? Lower { get; set; }

    public string? Upper { get; set; }

    public string? Deduction { get; set; }
}

/// <summary>A calculation as it is typed: the fields of its type, in place of the parameters' notation.</summary>
public sealed class CalculationLine
{
    public string Id { get; set; } = "";

    /// <summary>The row that it had when the page was made.</summary>
    public string? Was { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public string? Reusable { get; set; }

    public string? Possible { get; set; }

    public string? Target { get; set; }

    public string? Difference { get; set; }

    public string? DifferenceType { get; set; }

    public string? Deduction { get; set; }

    public string? DeductionType { get; set; }

    public List<ChoiceLine> Choices { get; set; } = [];

    public List<RangeLine> Ranges { get; set; } = [];

    public static CalculationLine Of(Calculation of, int row)
    {
        string? N(string name) => of.Parameters.FirstOrDefault(p => p.Name == name)?.Number is { } number ? SchemeForm.Text(number) : null;
        string? T(string name) => of.Parameters.FirstOrDefault(p => p.Name == name)?.Text.TrimEnd('#');
        IEnumerable<int> Those(string stem, string part) => Enumerable.Range(1, 99).TakeWhile(n => of.Parameters.Any(p => p.Name == $"{stem}{n}_{part}"));
        return new CalculationLine
        {
            Id = $"{row}", Was = $"{row}", Name = of.Name, Type = of.Type, Reusable = of.Reusable ? "true" : "false",
            Possible = N("NUM_POSSIBLE"), Target = N("TARGET_VALUE"), Difference = N("DIFFERENCE"), DifferenceType = T("DIFFERENCE_TYPE"), Deduction = N("DEDUCTION"), DeductionType = T("DEDUCTION_TYPE"),
            Choices = [.. Those("CHOICE", "DEDUCTION").Select(n => new ChoiceLine { Id = $"{n}", Label = T($"CHOICE{n}_LABEL"), Deduction = N($"CHOICE{n}_DEDUCTION") })],
            Ranges = [.. Those("RANGE", "LOWER").Select(n => new RangeLine { Id = $"{n}", Lower = N($"RANGE{n}_LOWER"), Upper = N($"RANGE{n}_UPPER"), Deduction = N($"RANGE{n}_DEDUCTION") })],
        };
    }

    /// <summary>What the fields of its type say; two that say the same are the same calculation.</summary>
    public IEnumerable<string> Says()
    {
        IEnumerable<string?> said = Type switch
        {
            "NUMBER_COMPLETED" => [Possible],
            "REGULAR_DIFFERENCE_DEDUCTION" => [Target, Difference, DifferenceType, Deduction, DeductionType],
            "CHOICE" => [DeductionType, .. Choices.SelectMany(c => new[] { c.Label, c.Deduction })],
            "RANGED_SCORE" => [Target, DeductionType, .. Ranges.SelectMany(r => new[] { r.Lower, r.Upper, r.Deduction })],
            _ => [],
        };
        return [Type ?? "", .. said.Select(s => string.Join(' ', (s ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }
}
