using System.ComponentModel.DataAnnotations;
using Competitions.People;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.People.Organisations;

public sealed class OrganisationForm : IForm
{
    [Display(Name = "编码"), Required, StringLength(32), RegularExpression("^[A-Za-z0-9-]+$", ErrorMessage = "编码只用字母、数字和连字符。")]
    public string Code { get; set; } = "";

    [Display(Name = "名称"), Required, StringLength(100)]
    public string Name { get; set; } = "";

    [Display(Name = "简称"), StringLength(40)]
    public string? ShortName { get; set; }

    [Display(Name = "层级"), Required]
    public OrganisationLevel? Level { get; set; } = OrganisationLevel.Enterprise;

    [Display(Name = "类型"), Required, StringLength(32)]
    public string TypeCode { get; set; } = "";

    [Display(Name = "上级"), Required, StringLength(32)]
    public string ParentCode { get; set; } = "";

    [Display(Name = "统一社会信用代码"), StringLength(18, MinimumLength = 18, ErrorMessage = "统一社会信用代码应为 18 位。")]
    public string? CreditCode { get; set; }

    [Display(Name = "成立日期"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "终止日期")]
    public DateOnly? To { get; set; }

    public IReadOnlyList<SelectListItem> Parents { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Types { get; internal set; } = [];
}

public sealed record OrganisationFilter(string? Q, OrganisationLevel? Level, bool Closed = false, int Page = 1);

public sealed record OrganisationRow(string Code, string Name, OrganisationLevel Level, string TypeCode, string Path, DateOnly From, DateOnly? To)
{
    public int Depth => Math.Min(4, Path.Count(c => c is '/') - 2);
}

public sealed record OrganisationsPage(OrganisationFilter Filter, PageOf<OrganisationRow> Page, IReadOnlyDictionary<string, string> Types);

public sealed record OrganisationDetails(Organisation Organisation, string Type, string? Parent, string? MergedInto, int Members, IReadOnlyList<OrganisationRow> Below);
