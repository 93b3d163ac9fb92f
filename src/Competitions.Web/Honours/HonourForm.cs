using System.ComponentModel.DataAnnotations;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Honours;

/// <summary>An honour by hand: of an event (优秀组织单位, 优秀教练), or one that was granted elsewhere or long ago.</summary>
public sealed class HonourForm : IForm
{
    /// <summary>The code of the event it is given at; null for none.</summary>
    public string? Event { get; set; }

    [Display(Name = "授予"), Required]
    public HolderKind? HolderKind { get; set; } = Competitions.Honours.HolderKind.Person;

    [Display(Name = "类别"), Required]
    public HonourKind? Kind { get; set; } = HonourKind.Prize;

    [Display(Name = "荣誉名称"), Required(ErrorMessage = "请填写荣誉名称，例如：优秀组织单位。"), StringLength(Honour.LongestName, ErrorMessage = "荣誉名称不超过 60 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "单位"), Required(ErrorMessage = "请选择单位。"), StringLength(32)]
    public string? Organisation { get; set; }

    [Display(Name = "姓名"), StringLength(1000)]
    public string? People { get; set; }

    [Display(Name = "团队名称"), StringLength(60, ErrorMessage = "团队名称不超过 60 个字。")]
    public string? TeamName { get; set; }

    [Display(Name = "颁发单位"), Required(ErrorMessage = "请选择颁发单位。"), StringLength(32)]
    public string? Grantor { get; set; }

    /// <summary>A body that is none of ours; the one above then registers it.</summary>
    [Display(Name = "外单位名称"), StringLength(100, ErrorMessage = "外单位名称不超过 100 个字。")]
    public string? Elsewhere { get; set; }

    [Display(Name = "外单位级别")]
    public OrganisationLevel? ElsewhereLevel { get; set; }

    [Display(Name = "事由"), StringLength(100, ErrorMessage = "事由不超过 100 个字。")]
    public string? Occasion { get; set; }

    [Display(Name = "年度"), Range(1950, 2100, ErrorMessage = "年度应在 1950 到 2100 之间。")]
    public int Year { get; set; }

    [Display(Name = "文件号"), StringLength(60, ErrorMessage = "文件号不超过 60 个字。")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "发文日期")]
    public DateOnly? GrantedOn { get; set; }

    public IReadOnlyList<SelectListItem> Units { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Grantors { get; internal set; } = [];
    public string? EventTitle { get; internal set; }
}
