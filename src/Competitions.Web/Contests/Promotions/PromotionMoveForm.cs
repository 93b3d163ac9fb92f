using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;

namespace Competitions.Web.Contests.Promotions;

public sealed class PromotionMoveForm : IForm
{
    public int Id { get; set; }

    /// <summary>As it was when the page was shown: who confirms has seen this and nothing else.</summary>
    public int Version { get; set; }

    public PromotionMove Move { get; set; }

    [Display(Name = "原因"), StringLength(200, ErrorMessage = "原因不超过 200 个字。")]
    public string? Why { get; set; }
}
