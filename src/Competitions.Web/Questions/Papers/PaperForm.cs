using System.ComponentModel.DataAnnotations;
using Competitions.Questions;
using Competitions.Web.Questions.Occasions;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Questions.Papers;

public sealed class BlueprintLine
{
    [Display(Name = "题型")]
    public QuestionKind? Kind { get; set; }

    [Display(Name = "知识点"), StringLength(100)]
    public string? KnowledgePoint { get; set; }

    [Display(Name = "等级"), StringLength(32)]
    public string? LevelCode { get; set; }

    [Display(Name = "题数"), Range(0, 500)]
    public int? Count { get; set; }

    [Display(Name = "每题分值"), Range(0.0, 1000.0)]
    public decimal? Points { get; set; }
}

public sealed class PaperForm : IForm
{
    public const int Lines = 8;

    [Display(Name = "试卷名称"), Required, StringLength(100)]
    public string Title { get; set; } = "";

    [Display(Name = "职业（工种）"), Required, StringLength(32)]
    public string OccupationCode { get; set; } = "";

    [Display(Name = "AB 卷")]
    public SetRule SetRule { get; set; }

    [Display(Name = "多选题少选得分比例"), Range(0.0, 1.0)]
    public decimal PartialShare { get; set; } = 0.5m;

    public List<BlueprintLine> Rows { get; set; } = [];

    public IReadOnlyList<SelectListItem> Occupations { get; internal set; } = [];

    public IReadOnlyList<SelectListItem> Levels { get; internal set; } = [];

    public IReadOnlyList<string> KnowledgePoints { get; internal set; } = [];

    /// <summary>Only the lines that have a kind; a points value of more than four places is refused by Points itself.</summary>
    public IEnumerable<BlueprintRow> Blueprint() => Rows.Where(r => r.Kind is not null).Select(r => new BlueprintRow(
        r.Kind!.Value, Or(r.KnowledgePoint), Or(r.LevelCode), r.Count ?? 0, new Points(r.Points ?? 0)));

    public static PaperForm From(Paper paper) => new()
    {
        Title = paper.Title, OccupationCode = paper.OccupationCode, SetRule = paper.SetRule, PartialShare = paper.PartialShare,
        Rows = [.. paper.Blueprint.Select(r => new BlueprintLine
        {
            Kind = r.Kind, KnowledgePoint = r.KnowledgePoint, LevelCode = r.LevelCode, Count = r.Count, Points = r.Points.Value,
        })],
    };

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record PaperRow(int Id, string Title, string OccupationCode, PaperStage Stage, int Questions, int Occasions, DateTime MadeAt);

public sealed record PaperPage(Paper Paper, string Occupation, IReadOnlyList<OccasionRow> Occasions, bool SittingsOver, IReadOnlyList<int> Stock)
{
    public bool Enough => Paper.Blueprint.Count > 0 && Paper.Blueprint.Zip(Stock).All(r => r.Second >= r.First.Count);
}
