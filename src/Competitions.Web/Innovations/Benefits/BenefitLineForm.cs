using System.ComponentModel.DataAnnotations;
using Competitions.Innovations;

namespace Competitions.Web.Innovations.Benefits;

/// <summary>A line of the calculation as it is typed; a line with nothing in it is none.</summary>
public sealed class BenefitLineForm
{
    public BenefitKind Kind { get; set; }

    [Display(Name = "项目"), StringLength(BenefitLine.MostWhat)]
    public string? What { get; set; }

    [Display(Name = "单价")]
    public decimal? UnitValue { get; set; }

    [Display(Name = "年数量")]
    public decimal? Quantity { get; set; }

    [Display(Name = "数量单位"), StringLength(BenefitLine.MostUnit)]
    public string? QuantityUnit { get; set; }

    [Display(Name = "证明"), StringLength(BenefitLine.MostWhat)]
    public string? Proof { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(What) && UnitValue is null && Quantity is null;

    public static List<BenefitLineForm> Blank(int count) => [.. Enumerable.Range(0, count).Select(i => new BenefitLineForm { Kind = i == 0 ? BenefitKind.Saving : i == count - 1 ? BenefitKind.Cost : BenefitKind.Saving })];

    /// <exception cref="Refusal">Those of <see cref="Benefit"/></exception>
    public static Benefit Read(IEnumerable<BenefitLineForm> lines) =>
        Benefit.Of(lines.Where(l => !l.IsEmpty).Select(l => new BenefitLine(l.Kind, l.What ?? "", l.UnitValue ?? 0, l.Quantity ?? 1, l.QuantityUnit ?? "", l.Proof)));
}
