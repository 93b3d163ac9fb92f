using System.Globalization;
using Competitions.Innovations;

namespace Competitions.Web.Innovations.Benefits;

public static class BenefitWords
{
    public static string Name(this BenefitKind kind) => kind switch
    {
        BenefitKind.Saving => "节约或增收",
        BenefitKind.AvoidedLoss => "避免损失",
        _ => "实施成本",
    };

    /// <summary>148 台 × 1,860 元.</summary>
    public static string Calculation(this BenefitLine line) => $"{Plain(line.Quantity)} {line.QuantityUnit} × {Plain(line.UnitValue)} 元";

    /// <summary>275,280 元, a cost with its minus.</summary>
    public static string Yuan(this decimal amount) => $"{(amount < 0 ? "−" : "")}{Math.Abs(amount).ToString("#,##0", CultureInfo.InvariantCulture)} 元";

    private static string Plain(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
