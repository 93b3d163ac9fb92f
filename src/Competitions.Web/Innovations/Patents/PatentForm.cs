using System.ComponentModel.DataAnnotations;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Innovations.Patents;

/// <summary>An inventor as he is typed; a line without a name is none.</summary>
public sealed class InventorForm
{
    [Display(Name = "姓名"), StringLength(50)]
    public string? Name { get; set; }

    /// <summary>His number in the register, where several of the unit are called so.</summary>
    [Display(Name = "登记号")]
    public int? WorkerId { get; set; }

    public bool IsFrontLine { get; set; }
}

public sealed class PatentForm : IForm
{
    public const int Lines = 5;

    [Display(Name = "单位"), Required(ErrorMessage = "请选择单位。")]
    public string? Unit { get; set; }

    [Display(Name = "类型"), Required(ErrorMessage = "请选择类型。")]
    public PatentKind? Kind { get; set; }

    [Display(Name = "名称"), Required, StringLength(100, MinimumLength = 2)]
    public string Title { get; set; } = "";

    [Display(Name = "申请号"), Required, StringLength(32)]
    public string ApplicationNumber { get; set; } = "";

    [Display(Name = "申请日"), Required(ErrorMessage = "请填写申请日。")]
    public DateOnly? AppliedOn { get; set; }

    [Display(Name = "专利权人"), Required, StringLength(100, MinimumLength = 2)]
    public string Owner { get; set; } = "";

    public List<InventorForm> Inventors { get; set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; internal set; } = [];

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<PatentKind>().Select(k => new SelectListItem(k.Name(), $"{k}")).Prepend(new("请选择", ""));
}
