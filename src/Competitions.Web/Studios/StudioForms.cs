using System.ComponentModel.DataAnnotations;
using Competitions.Studios;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Studios;

/// <summary>A studio that was named before, entered with its document; later its place and equipment.</summary>
public sealed class StudioForm : IForm
{
    public int Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "工作室名称"), Required(ErrorMessage = "请填写工作室名称，例如：沈嘉禾创新工作室。"), StringLength(Studio.LongestName, ErrorMessage = "工作室名称不超过 60 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "所在单位"), StringLength(32)]
    public string? Unit { get; set; }

    [Display(Name = "领衔人"), StringLength(60)]
    public string? Leader { get; set; }

    [Display(Name = "领衔人的荣誉"), StringLength(200)]
    public string? LeaderHonours { get; set; }

    [Display(Name = "命名层级")]
    public StudioLevel Level { get; set; }

    [Display(Name = "命名单位"), StringLength(100, ErrorMessage = "命名单位不超过 100 个字。")]
    public string? Grantor { get; set; }

    [Display(Name = "命名日期")]
    public DateOnly? NamedOn { get; set; }

    [Display(Name = "命名文号"), StringLength(60, ErrorMessage = "文号不超过 60 个字。")]
    public string? Document { get; set; }

    [Display(Name = "批次"), StringLength(20, ErrorMessage = "批次不超过 20 个字。")]
    public string? Batch { get; set; }

    [Display(Name = "牌匾编号"), StringLength(40, ErrorMessage = "牌匾编号不超过 40 个字。")]
    public string? PlaqueNumber { get; set; }

    [Display(Name = "专业领域"), StringLength(60, ErrorMessage = "专业领域不超过 60 个字。")]
    public string? Field { get; set; }

    [Display(Name = "场地面积")]
    public decimal Area { get; set; }

    [Display(Name = "地点"), StringLength(100, ErrorMessage = "地点不超过 100 个字。")]
    public string? Place { get; set; }

    [Display(Name = "设施设备"), StringLength(1000, ErrorMessage = "设施设备不超过 1000 个字。")]
    public string? Equipment { get; set; }

    public IReadOnlyList<SelectListItem> Units { get; internal set; } = [];
}
