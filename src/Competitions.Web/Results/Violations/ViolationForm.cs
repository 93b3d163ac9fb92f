using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Results;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Results.Violations;

/// <summary>The list's filter, as it stands in the address.</summary>
public sealed class ViolationFilter
{
    public string? Q { get; set; }

    public ViolationStage? Stage { get; set; }

    public ViolationPart? Part { get; set; }

    public string? Module { get; set; }

    public int Page { get; set; } = 1;
}

public sealed record PersonChoice(string Account, string Name, string Duties);

public sealed class ViolationForm : IForm
{
    [Display(Name = "身份")]
    public ViolationPart Part { get; set; }

    [Display(Name = "选手"), StringLength(60, ErrorMessage = "作品号、赛位或准考证号不超过 60 个字。")]
    public string? Subject { get; set; }

    [Display(Name = "裁判或赛务人员")]
    public string? Account { get; set; }

    [Display(Name = "模块")]
    public string? Module { get; set; }

    /// <summary>Wall clock in China.</summary>
    [Display(Name = "发生时间"), Required(ErrorMessage = "请填写发生时间。")]
    public DateTime? HappenedAt { get; set; }

    [Display(Name = "经过"), Required(ErrorMessage = "请写明经过。"), StringLength(500, ErrorMessage = "经过不超过 500 个字。")]
    public string What { get; set; } = "";

    [Display(Name = "处理")]
    public ViolationEffect Effect { get; set; }

    [Display(Name = "扣分"), Range(0.0, 10_000.0, ErrorMessage = "扣分应大于 0。")]
    public decimal? Off { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
    public IReadOnlyList<PersonChoice> People { get; internal set; } = [];
}

/// <param name="Names">Who it is, for those who may know; null else.</param>
public sealed record ViolationRow(
    int Id, ViolationStage Stage, ViolationPart Part, string Label, string? Names, string? Module, string What, ViolationEffect Effect, Points Off, DateTime HappenedAt, string RecordedBy);

public sealed record ViolationsPage(Event Event, ViolationFilter Filter, PageOf<ViolationRow> Rows, bool Records);

public sealed record ViolationPage(Event Event, Violation Violation, string? Names, IReadOnlyDictionary<string, string> Accounts, bool MayConfirm, bool MayWithdraw)
{
    public string NameOf(string account) => Accounts.GetValueOrDefault(account, account);

    public string? ModuleName => Event.Modules.FirstOrDefault(m => m.Code == Violation.Module)?.Name;
}
