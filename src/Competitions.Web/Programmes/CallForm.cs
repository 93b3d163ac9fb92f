using System.ComponentModel.DataAnnotations;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Programmes;

public sealed class GradeForm
{
    [Display(Name = "等次或称号"), StringLength(60)]
    public string? Name { get; set; }

    [Display(Name = "等次名额"), Range(1, 9999)]
    public int? Places { get; set; }
}

public sealed class RubricForm
{
    public string? Key { get; set; }

    [Display(Name = "评审细则"), StringLength(40)]
    public string? Name { get; set; }

    [Display(Name = "评审细则满分"), Range(0.5, 1000.0)]
    public decimal? Most { get; set; }
}

public sealed class CallForm : IForm
{
    [Display(Name = "评选"), StringLength(32)]
    public string? Preset { get; set; }

    [Display(Name = "主办"), StringLength(32)]
    public string? Owner { get; set; }

    [Display(Name = "名称"), Required(ErrorMessage = "请填写批次名称。"), StringLength(100, ErrorMessage = "名称不超过 100 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "年度"), Range(2000, 2100, ErrorMessage = "年度应在 2000 到 2100 之间。")]
    public int Year { get; set; }

    [Display(Name = "通知文号"), StringLength(60, ErrorMessage = "文号不超过 60 个字。")]
    public string? Document { get; set; }

    [Display(Name = "联系方式"), StringLength(200, ErrorMessage = "联系方式不超过 200 个字。")]
    public string? Contact { get; set; }

    [Display(Name = "申报说明"), StringLength(4000, ErrorMessage = "说明不超过 4000 个字。")]
    public string? Text { get; set; }

    /// <summary>Wall clock in China, as the three after it.</summary>
    [Display(Name = "申报开始"), Required(ErrorMessage = "请填写申报开始时间。")]
    public DateTime? OpensAt { get; set; }

    [Display(Name = "申报截止"), Required(ErrorMessage = "请填写申报截止时间。")]
    public DateTime? ClosesAt { get; set; }

    [Display(Name = "推荐截止"), Required(ErrorMessage = "请填写推荐截止时间。")]
    public DateTime? RecommendBy { get; set; }

    [Display(Name = "评审截止"), Required(ErrorMessage = "请填写评审截止时间。")]
    public DateTime? ReviewBy { get; set; }

    [Display(Name = "单位公示"), Range(0, 60)]
    public int UnitNoticeDays { get; set; }

    [Display(Name = "补正期限"), Range(1, 60)]
    public int CorrectionDays { get; set; }

    [Display(Name = "公示"), Range(1, 60)]
    public int NoticeDays { get; set; }

    [Display(Name = "办理期限"), Range(1, 60)]
    public int OfficeDays { get; set; }

    [Display(Name = "每项最少专家"), Range(1, 99)]
    public int FewestExperts { get; set; }

    [Display(Name = "首轮盲评")]
    public bool IsBlind { get; set; }

    [Display(Name = "入选名额"), Range(1, 9999)]
    public int? LinePlaces { get; set; }

    [Display(Name = "入选分数线"), Range(0.0, 1000.0)]
    public decimal? LineScore { get; set; }

    [Display(Name = "并列跨线")]
    public BorderTie Tie { get; set; }

    public List<GradeForm> Grades { get; set; } = [];

    public List<RubricForm> Rubric { get; set; } = [];

    public int Version { get; set; }

    [ValidateNever]
    public Call? Call { get; internal set; }

    [ValidateNever]
    public IReadOnlyList<SelectListItem> Presets { get; internal set; } = [];

    [ValidateNever]
    public IReadOnlyList<SelectListItem> Owners { get; internal set; } = [];

    public static readonly IReadOnlyList<SelectListItem> Ties = [new("不扩大（并列的都不入选）", nameof(BorderTie.Narrow)), new("扩大（并列的都入选）", nameof(BorderTie.Widen)), new("须先分出先后", nameof(BorderTie.Decide))];

    public CallForm WithRules(CallRules rules)
    {
        (UnitNoticeDays, CorrectionDays, NoticeDays, OfficeDays, FewestExperts, IsBlind) = (rules.UnitNoticeDays, rules.CorrectionDays, rules.NoticeDays, rules.OfficeDays, rules.FewestExperts, rules.IsBlind);
        (LinePlaces, LineScore, Tie) = (rules.Line.Places, rules.Line.Score, rules.Line.Tie);
        Grades = [.. rules.Honour.Grades.Select(g => new GradeForm { Name = g.Name, Places = g.Places })];
        Rubric = [.. rules.Rubric.Select(r => new RubricForm { Key = r.Key, Name = r.Name, Most = r.Most })];
        return this;
    }

    /// <summary>The rules as they are, with what this form changes of them.</summary>
    public CallRules Rules(CallRules old) => old with
    {
        UnitNoticeDays = UnitNoticeDays, CorrectionDays = CorrectionDays, NoticeDays = NoticeDays, OfficeDays = OfficeDays, FewestExperts = FewestExperts, IsBlind = IsBlind,
        Line = new LineRule(LinePlaces, LineScore, Tie),
        Honour = old.Honour with { Grades = [.. Grades.Where(g => !string.IsNullOrWhiteSpace(g.Name)).Select(g => new GradeRule(g.Name!.Trim(), g.Places))] },
        Rubric = [.. Rubric.Where(r => !string.IsNullOrWhiteSpace(r.Name)).Select((r, i) => Item(r, i, old))],
    };

    public CallNotice Notice() => new(Title, Document ?? "", Text ?? "", Contact ?? "");

    public CallWindow Window() => new(OpensAt!.Value.FromChina(), ClosesAt!.Value.FromChina(), RecommendBy!.Value.FromChina(), ReviewBy!.Value.FromChina());

    public static CallForm Of(Call call) => new CallForm
    {
        Title = call.Title, Year = call.Year, Document = call.Document, Contact = call.Contact, Text = call.Text, Version = call.Version, Call = call,
        OpensAt = call.OpensAt.InChina(), ClosesAt = call.ClosesAt.InChina(), RecommendBy = call.RecommendBy.InChina(), ReviewBy = call.ReviewBy?.InChina(),
    }.WithRules(call.Rules);

    /// <summary>A line whose full mark was changed loses its bands: they were of another scale.</summary>
    private static RubricItem Item(RubricForm form, int i, CallRules old)
    {
        var known = old.Rubric.FirstOrDefault(r => r.Key == form.Key);
        return new RubricItem(known?.Key ?? $"item-{i + 1}", form.Name!.Trim(), form.Most ?? 0, known is not null && known.Most == form.Most ? known.Bands : []);
    }
}
