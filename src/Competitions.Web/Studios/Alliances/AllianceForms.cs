using System.ComponentModel.DataAnnotations;
using Competitions.Studios;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Studios.Alliances;

public sealed class AllianceForm : IForm
{
    [Display(Name = "联盟名称"), Required(ErrorMessage = "请填写联盟名称，例如：临平区电气创新工作室联盟。"), StringLength(StudioAlliance.LongestName, ErrorMessage = "联盟名称不超过 60 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "专业方向"), StringLength(60, ErrorMessage = "专业方向不超过 60 个字。")]
    public string? Field { get; set; }

    [Display(Name = "牵头工作室"), Required(ErrorMessage = "请选择牵头工作室。")]
    public int? Lead { get; set; }

    [Display(Name = "成立文号"), StringLength(60, ErrorMessage = "文号不超过 60 个字。")]
    public string? Document { get; set; }

    [Display(Name = "成立日期"), Required(ErrorMessage = "请填写成立日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "宗旨和任务"), StringLength(1000)]
    public string? Purpose { get; set; }

    public IReadOnlyList<SelectListItem> Leads { get; internal set; } = [];
}

public sealed class AllianceInvitationForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "工作室"), Required(ErrorMessage = "请选择要邀请的工作室。")]
    public int? Studio { get; set; }

    public string? AllianceName { get; internal set; }

    public IReadOnlyList<SelectListItem> Studios { get; internal set; } = [];
}

public sealed class AllianceMoveForm : IForm
{
    [BindRequired]
    public AllianceMove Move { get; set; }

    public int Version { get; set; }

    [Display(Name = "原因"), StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    public string? AllianceName { get; internal set; }

    public string? StudioName { get; internal set; }
}

public sealed class AllianceActivityForm : IForm
{
    [Display(Name = "类别")]
    public ActivityKind Kind { get; set; }

    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "主题"), Required(ErrorMessage = "请填写主题。"), StringLength(100, ErrorMessage = "主题不超过 100 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "参加人数"), Range(1, 100_000, ErrorMessage = "参加人数应为 1 到 100000 的整数。")]
    public int People { get; set; } = 1;

    [Display(Name = "内容"), StringLength(1000, ErrorMessage = "内容不超过 1000 个字。")]
    public string? Text { get; set; }

    public string? AllianceName { get; internal set; }
}
