using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.People.Accounts;

public sealed class AccountForm : IForm
{
    [Display(Name = "用户名"), Required, StringLength(50, MinimumLength = 3)]
    [RegularExpression(@"^[\p{L}\p{N}._@-]+\z", ErrorMessage = "用户名只用文字、数字和 . _ @ -，不含空格。")]
    public string UserName { get; set; } = "";

    [Display(Name = "姓名"), Required, StringLength(50)]
    public string DisplayName { get; set; } = "";

    [Display(Name = "管理单位"), Required(ErrorMessage = "请选择管理单位。"), StringLength(32)]
    public string OrganisationCode { get; set; } = "";

    public IReadOnlyList<SelectListItem> Organisations { get; internal set; } = [];
}

/// <summary>A worker is found by his name and his whole number together, typed from a paper that the administrator has before him.</summary>
public sealed class WorkerLinkForm : IForm
{
    public string AccountId { get; internal set; } = "";

    public string UserName { get; internal set; } = "";

    [Display(Name = "职工姓名"), Required, StringLength(200)]
    public string Name { get; set; } = "";

    [Display(Name = "证件号码"), Required, StringLength(64)]
    public string IdNumber { get; set; } = "";
}

/// <summary>A password that is shown here and nowhere again.</summary>
public sealed record OneTimePassword(string AccountId, string UserName, string DisplayName, string Password, bool IsNew);
