using System.ComponentModel.DataAnnotations;
using Competitions.Innovations;
using Competitions.Web.Innovations.Benefits;
using Competitions.Web.Shell;

namespace Competitions.Web.Innovations.Spreadings;

/// <summary>推广记录 as it is typed, new or mended.</summary>
public sealed class SpreadingForm : IForm
{
    public const int MostLines = 4;

    public int Version { get; set; }

    [Display(Name = "采用单位"), StringLength(100, ErrorMessage = "采用单位不超过 100 个字。")]
    public string? Adopter { get; set; }

    [Display(Name = "系统外单位")]
    public bool IsOutside { get; set; }

    [Display(Name = "开始采用日期"), Required(ErrorMessage = "请填写开始采用日期。")]
    public DateOnly? From { get; set; }

    [Display(Name = "应用车间或岗位"), Required(ErrorMessage = "请填写应用的车间或岗位。"), StringLength(Spreading.MostSite)]
    public string Site { get; set; } = "";

    [Display(Name = "培训人数")]
    public int? Trained { get; set; }

    [Display(Name = "效果"), StringLength(Spreading.MostEffect)]
    public string? Effect { get; set; }

    public List<BenefitLineForm> Lines { get; set; } = [];

    [Display(Name = "应用和效益证明")]
    public IFormFile? Paper { get; set; }

    public string Title { get; internal set; } = "";

    /// <summary>The record that is mended; 0 for a new one.</summary>
    public int Id { get; internal set; }
    public int InnovationId { get; internal set; }
    public string? HasPaper { get; internal set; }
    public IReadOnlyList<string> Known { get; internal set; } = [];

    public Adoption Adoption() => new(From!.Value, Site, Trained ?? 0, Effect ?? "");
}
