using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;

namespace Competitions.Web.Questions.Occasions;

public sealed class OccasionForm : IForm
{
    public int PaperId { get; set; }

    public IReadOnlyList<SatModule> Modules { get; internal set; } = [];

    [Display(Name = "考试名称"), Required, StringLength(100)]
    public string Title { get; set; } = "";

    [Display(Name = "用途"), StringLength(100)]
    public string? Purpose { get; set; }

    [Display(Name = "开始时间"), Required]
    public DateTime? Opens { get; set; }

    [Display(Name = "最晚入场时间"), Required]
    public DateTime? Closes { get; set; }

    [Display(Name = "作答时长"), Required, Range(1, 600)]
    public int? Minutes { get; set; } = 60;

    [Display(Name = "交卷后立即显示成绩")]
    public bool ShowsResult { get; set; } = true;
}

public sealed record OccasionRow(int Id, string Title, DateTime OpensAt, DateTime ClosesAt, int Minutes, int Admitted, int HandedIn)
{
    public static Expression<Func<Occasion, OccasionRow>> From(CompetitionsDb db) => o => new OccasionRow(
        o.Id, o.Title, o.OpensAt, o.ClosesAt, o.Minutes,
        db.Sittings.Count(s => s.OccasionId == o.Id), db.Sittings.Count(s => s.OccasionId == o.Id && s.Stage == SittingStage.HandedIn));
}

public sealed class ExtraTimeForm
{
    [Range(1, 180)]
    public int Minutes { get; set; }

    [StringLength(200)]
    public string? Why { get; set; }
}

/// <summary>Someone who sits, as the invigilator sees him. <c>Answered</c> counts places, not lines.</summary>
public sealed record SittingRow(
    int Id, string Name, string Set, SittingStage Stage, DateTime? StartedAt, DateTime? Deadline, DateTime? HandedInAt, HandIn? HandedIn, Points? Points, int Answered, DateTime? LastAt);

public sealed record OccasionPage(Occasion Occasion, string PaperTitle, int Questions, Points Total, IReadOnlyList<SittingRow> Rows, DateTime Now, bool Keeps);
