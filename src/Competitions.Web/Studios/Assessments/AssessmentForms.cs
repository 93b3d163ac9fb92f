using System.ComponentModel.DataAnnotations;
using Competitions.Studios;
using Competitions.Web.Shell;

namespace Competitions.Web.Studios.Assessments;

public sealed class ReportLineForm
{
    [StringLength(20)]
    public string Code { get; set; } = "";

    public decimal? Self { get; set; }

    [StringLength(300, ErrorMessage = "证明材料不超过 300 个字。")]
    public string? Proof { get; set; }
}

/// <summary>年度自评: saved as often as one likes, then submitted.</summary>
public sealed class ReportForm : IForm
{
    public int Version { get; set; }

    public List<ReportLineForm> Lines { get; set; } = [];

    [Display(Name = "自评小结"), StringLength(2000, ErrorMessage = "自评小结不超过 2000 个字。")]
    public string? Summary { get; set; }

    /// <summary>The button: save, or submit.</summary>
    [StringLength(10)]
    public string? Act { get; set; }

    public Studio? Studio { get; internal set; }
    public StudioAssessment? Of { get; internal set; }
}

public sealed class GradeLineForm
{
    [StringLength(20)]
    public string Code { get; set; } = "";

    public decimal? Score { get; set; }

    [StringLength(300, ErrorMessage = "意见不超过 300 个字。")]
    public string? Opinion { get; set; }
}

/// <summary>考核表 of the federation.</summary>
public sealed class GradeForm : IForm
{
    public int Version { get; set; }

    public List<GradeLineForm> Lines { get; set; } = [];

    [Display(Name = "一票否决"), StringLength(40)]
    public string? Veto { get; set; }

    [Display(Name = "整改期限")]
    public DateOnly? RectifyBy { get; set; }

    [Display(Name = "整改要求"), StringLength(1000, ErrorMessage = "整改要求不超过 1000 个字。")]
    public string? Demand { get; set; }

    public Studio? Studio { get; internal set; }
    public StudioAssessment? Of { get; internal set; }
}

/// <summary>退回, 整改, 复核: a step with its words.</summary>
public sealed class AssessmentMoveForm : IForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请从页面上的按钮办理。")]
    public AssessmentMove? Move { get; set; }

    [Display(Name = "意见"), StringLength(2000)]
    public string? Text { get; set; }

    public Studio? Studio { get; internal set; }
    public StudioAssessment? Of { get; internal set; }
}
