using System.ComponentModel.DataAnnotations;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.People.Duties;

public sealed class DutyForm : IForm
{
    [Display(Name = "账号（用户名）"), Required, StringLength(100)]
    public string UserName { get; set; } = "";

    [Display(Name = "职责"), Required(ErrorMessage = "请选择职责。")]
    public DutyKind? Kind { get; set; }

    [Display(Name = "组织编码"), StringLength(32)]
    public string? OrganisationCode { get; set; }

    [Display(Name = "赛项编码"), StringLength(32)]
    public string? EventCode { get; set; }

    [Display(Name = "自"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "至")]
    public DateOnly? To { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; internal set; } = [];

    public static IReadOnlyList<SelectListItem> Kinds(Func<DutyKind, bool> offered)
    {
        SelectListGroup bodies = new() { Name = "在组织任职" }, events = new() { Name = "在赛项任职" };
        return [new("请选择", ""), .. Enum.GetValues<DutyKind>().Where(offered).Select(k => new SelectListItem(k.Name(), $"{k}") { Group = Duty.IsOfAnEvent(k) ? events : bodies })];
    }
}
