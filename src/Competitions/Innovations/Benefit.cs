namespace Competitions.Innovations;

/// <summary>How a line goes into the sum: savings and avoided losses are added, cost is taken off.</summary>
public enum BenefitKind
{
    /// <summary>节约或增收: unit saving × yearly quantity.</summary>
    Saving,

    /// <summary>避免损失.</summary>
    AvoidedLoss,

    /// <summary>实施成本 of the first 12 months.</summary>
    Cost,
}

/// <summary>A line of the calculation, as it is shown: 减少返工, 148 台 × 1,860 元.</summary>
/// <param name="What">What is saved, avoided or spent, at most 60 characters.</param>
/// <param name="UnitValue">元 a unit, never negative, at most four places: the kind says whether it is taken off.</param>
/// <param name="Quantity">Units in the first 12 months, never negative, at most four places.</param>
/// <param name="QuantityUnit">台, 吨, 小时, 次…, at most 10 characters.</param>
/// <param name="Proof">The paper that shows it, by its name: 财务证明, 计量报告, at most 60 characters.</param>
public sealed record BenefitLine(BenefitKind Kind, string What, decimal UnitValue, decimal Quantity, string QuantityUnit, string? Proof = null)
{
    public const int MostWhat = 60;
    public const int MostUnit = 10;

    /// <summary>元, rounded half up; a cost is negative.</summary>
    public decimal Amount => (Kind is BenefitKind.Cost ? -1 : 1) * Math.Round(UnitValue * Quantity, 0, MidpointRounding.AwayFromZero);
}

/// <summary>经济效益: (unit saving × yearly quantity) + avoided loss − cost of the first 12 months, each line rounded to 元, the total a sum of what is shown.</summary>
public sealed class Benefit
{
    public const int MostLines = 30;

    /// <summary>元 a line: above it a slip of the decimal point is likelier than a saving.</summary>
    public const decimal MostAmount = 10_000_000_000m;

    private Benefit(IReadOnlyList<BenefitLine> lines) => Lines = lines;

    /// <summary>Savings first, then avoided losses, then costs; within a kind as they were given.</summary>
    public IReadOnlyList<BenefitLine> Lines { get; }

    /// <summary>元 of the lines, in their order.</summary>
    public IReadOnlyList<decimal> Amounts => [.. Lines.Select(l => l.Amount)];

    /// <summary>首年净效益, 元; negative where the cost is more than it brought.</summary>
    public decimal Net => Lines.Sum(l => l.Amount);

    /// <summary>元 of one kind; costs negative.</summary>
    public decimal Of(BenefitKind kind) => Lines.Where(l => l.Kind == kind).Sum(l => l.Amount);

    /// <param name="lines">None gives a benefit of 0.</param>
    /// <exception cref="Refusal">innovation.benefit-too-many-lines, .benefit-what-missing, .benefit-unit-missing, .benefit-negative, .benefit-too-fine, .benefit-too-large (name the line)</exception>
    public static Benefit Of(IEnumerable<BenefitLine> lines)
    {
        var all = lines.Select(l => l with { What = l.What.Trim(), QuantityUnit = l.QuantityUnit.Trim(), Proof = string.IsNullOrWhiteSpace(l.Proof) ? null : l.Proof.Trim() }).ToList();
        Refusal.Unless(all.Count <= MostLines, "innovation.benefit-too-many-lines", MostLines);
        foreach (var (line, n) in all.Select((l, i) => (l, i + 1)))
        {
            Refusal.Unless(line.What.Length is > 0 and <= BenefitLine.MostWhat && (line.Proof?.Length ?? 0) <= BenefitLine.MostWhat, "innovation.benefit-what-missing", n, BenefitLine.MostWhat);
            Refusal.Unless(line.QuantityUnit.Length is > 0 and <= BenefitLine.MostUnit, "innovation.benefit-unit-missing", n, BenefitLine.MostUnit);
            Refusal.Unless(line is { UnitValue: >= 0, Quantity: >= 0 }, "innovation.benefit-negative", n);
            Refusal.Unless(IsFineEnough(line.UnitValue) && IsFineEnough(line.Quantity), "innovation.benefit-too-fine", n);
            Refusal.Unless(line.UnitValue <= MostAmount && line.Quantity <= MostAmount && Math.Abs(line.Amount) <= MostAmount, "innovation.benefit-too-large", n);
        }

        return new Benefit([.. all.OrderBy(l => l.Kind)]);
    }

    private static bool IsFineEnough(decimal value) => value == decimal.Round(value, 4);
}
