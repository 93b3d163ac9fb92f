using System.ComponentModel.DataAnnotations;
using Competitions.People;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.ResultSheets;

public sealed class ResultSheetForm : IForm
{
    [Display(Name = "导入单位"), Required(ErrorMessage = "请选择由哪个组织导入。")]
    public string Owner { get; set; } = "";

    [Display(Name = "报送给"), Required(ErrorMessage = "请选择报送给哪个工会。")]
    public string Receiver { get; set; } = "";

    [Display(Name = "赛事名称"), Required(ErrorMessage = "请填写赛事名称。"), StringLength(100, ErrorMessage = "赛事名称不超过 100 个字。")]
    public string ContestName { get; set; } = "";

    [Display(Name = "举办单位"), Required(ErrorMessage = "请填写举办单位。"), StringLength(100, ErrorMessage = "举办单位不超过 100 个字。")]
    public string Organiser { get; set; } = "";

    [Display(Name = "级别")]
    public OrganisationLevel Level { get; set; } = OrganisationLevel.Enterprise;

    [Display(Name = "比赛日期"), Required(ErrorMessage = "请填写比赛日期。")]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "赛项（工种）"), Required(ErrorMessage = "请填写赛项名称。"), StringLength(100, ErrorMessage = "赛项名称不超过 100 个字。")]
    public string EventTitle { get; set; } = "";

    /// <summary>An event of this system that was marked on paper.</summary>
    [Display(Name = "是本系统里的赛项")]
    public string? Event { get; set; }

    [Display(Name = "更正哪一份")]
    public int? Replaces { get; set; }

    [Display(Name = "更正原因"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? Why { get; set; }

    [Display(Name = "成绩表"), Required(ErrorMessage = "请选择填好的成绩表。")]
    public IFormFile? File { get; set; }

    [Display(Name = "盖章扫描件")]
    public IFormFile? Evidence { get; set; }
}
