using System.ComponentModel.DataAnnotations;
using Competitions.Innovations;
using Competitions.Web.Innovations.Benefits;
using Competitions.Web.Shell;

namespace Competitions.Web.Innovations.Proposals.Moves;

/// <summary>The next step of a proposal, with what it needs.</summary>
public sealed class ProposalMoveForm : IForm
{
    /// <summary>As it was when the form was shown.</summary>
    public int Version { get; set; }

    public ProposalMove Move { get; set; }

    [Display(Name = "评估部门"), StringLength(60)]
    public string? Department { get; set; }

    [Display(Name = "意见"), StringLength(Proposal.MostText)]
    public string? Text { get; set; }

    [Display(Name = "责任人"), StringLength(60)]
    public string? Responsible { get; set; }

    [Display(Name = "日期")]
    public DateOnly? On { get; set; }

    public List<BenefitLineForm> Lines { get; set; } = [];

    [Display(Name = "奖金"), Range(typeof(decimal), "0", "1000000", ErrorMessage = "奖金应在 0 到 1000000 元之间。")]
    public decimal? Money { get; set; }

    [Display(Name = "表彰"), StringLength(60)]
    public string? Praise { get; set; }

    public string Title { get; internal set; } = "";

    /// <summary>What the value of the first year comes to by the rules of its day.</summary>
    public ValueBand? Band { get; internal set; }

    public decimal Net { get; internal set; }
}
