using System.ComponentModel.DataAnnotations;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>A proposal as it is typed, by the worker himself or by his union for him.</summary>
public sealed class ProposalForm : IForm
{
    [Display(Name = "建议人姓名"), StringLength(200)]
    public string? WorkerName { get; set; }

    /// <summary>Which of several of that name.</summary>
    [Display(Name = "是哪一位")]
    public int? WorkerId { get; set; }

    [Display(Name = "建议名称"), Required, StringLength(Proposal.MostTitle, MinimumLength = 4)]
    public string Title { get; set; } = "";

    [Display(Name = "类别"), Required(ErrorMessage = "请选择类别。")]
    public string? Category { get; set; }

    [Display(Name = "现状与问题"), Required, StringLength(Proposal.MostText, MinimumLength = 10)]
    public string Problem { get; set; } = "";

    [Display(Name = "改进措施"), Required, StringLength(Proposal.MostText, MinimumLength = 10)]
    public string Measures { get; set; } = "";

    public IReadOnlyList<SelectListItem> Categories { get; internal set; } = [];

    public IEnumerable<SelectListItem> Choices => Categories.Prepend(new("请选择", ""));

    public IReadOnlyList<SelectListItem> Namesakes { get; internal set; } = [];

    public InnovationText Text() => new(Title, Problem, Measures);
}
