using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Results.Rechecks;

/// <summary>What every step of a re-check is signed with.</summary>
public abstract class RecheckSignForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "复核人姓名"), Required(ErrorMessage = "请输入您本人的姓名。"), StringLength(50)]
    public string Name { get; set; } = "";

    [ValidateNever]
    public RecheckPage Look { get; internal set; } = null!;
}
