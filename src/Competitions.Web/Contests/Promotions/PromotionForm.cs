using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Promotions;

public sealed class PromotionForm : IForm
{
    /// <summary>Of the list that is computed anew.</summary>
    public int? Id { get; set; }

    /// <summary>As it was when the form was shown.</summary>
    public int Version { get; set; }

    [Display(Name = "从哪里晋级"), Required(ErrorMessage = "请选择从哪里晋级。")]
    public string? Source { get; set; }

    [Display(Name = "进入组别")]
    public string? Group { get; set; }

    [Display(Name = "取前几名"), Range(1, 100_000, ErrorMessage = "名额应在 1 到 100000 之间。")]
    public int? Top { get; set; }

    [Display(Name = "或按比例"), Range(typeof(decimal), "0.01", "100", ErrorMessage = "比例应大于 0，不超过 100%。")]
    public decimal? Percent { get; set; }

    [Display(Name = "比例折成人数")]
    public CountRounding Rounding { get; set; } = CountRounding.HalfUp;

    [Display(Name = "每单位最多"), Range(1, 10_000, ErrorMessage = "每单位人数应在 1 到 10000 之间，不限就留空。")]
    public int? PerUnit { get; set; }

    [Display(Name = "最低总分"), Range(typeof(decimal), "0", "100000", ErrorMessage = "最低分应在 0 到 100000 之间。")]
    public decimal? FewestMark { get; set; }

    [Display(Name = "各模块都要合格")]
    public bool PassedOnly { get; set; }

    [Display(Name = "并列跨线时")]
    public BorderTie Tie { get; set; }

    [Display(Name = "候补人数"), Range(0, 500, ErrorMessage = "候补人数应在 0 到 500 之间。")]
    public int Reserves { get; set; } = 2;

    public PromotionRule Rule() => new(Top, Percent / 100, Rounding, PerUnit ?? 0, FewestMark, PassedOnly, Tie, Reserves);

    public static PromotionForm Of(PromotionList list, string source) => new()
    {
        Id = list.Id, Version = list.Version, Source = source, Group = list.Group, Top = list.Rule.Top, Percent = list.Rule.Share * 100, Rounding = list.Rule.Rounding,
        PerUnit = list.Rule.PerUnit == 0 ? null : list.Rule.PerUnit, FewestMark = list.Rule.FewestMark, PassedOnly = list.Rule.PassedOnly, Tie = list.Rule.Tie, Reserves = list.Rule.Reserves,
    };
}
