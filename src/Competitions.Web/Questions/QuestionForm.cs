using System.ComponentModel.DataAnnotations;
using Competitions.Questions;
using Competitions.Web.Shell;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Questions;

public sealed class QuestionForm : IForm
{
    [Display(Name = "职业（工种）"), Required, StringLength(32)]
    public string OccupationCode { get; set; } = "";

    [Display(Name = "题型"), Required]
    public QuestionKind? Kind { get; set; } = QuestionKind.SingleChoice;

    [Display(Name = "题干"), Required, StringLength(2000)]
    public string Text { get; set; } = "";

    [Display(Name = "选项"), StringLength(4000)]
    public string? Choices { get; set; }

    [Display(Name = "答案"), Required, StringLength(500)]
    public string Right { get; set; } = "";

    [Display(Name = "技能等级"), StringLength(32)]
    public string? LevelCode { get; set; }

    [Display(Name = "知识点"), StringLength(100)]
    public string? KnowledgePoint { get; set; }

    [Display(Name = "出处"), StringLength(200)]
    public string? Source { get; set; }

    public IReadOnlyList<SelectListItem> Occupations { get; internal set; } = [];

    public IReadOnlyList<SelectListItem> Levels { get; internal set; } = [];

    public static QuestionForm From(Question question) => new()
    {
        OccupationCode = question.OccupationCode, Kind = question.Kind, Text = question.Text, Choices = string.Join('\n', question.Choices),
        Right = question.Kind is QuestionKind.FillIn ? string.Join('\n', question.Right) : QuestionNames.Answer(question.Kind, question.Right),
        LevelCode = question.LevelCode, KnowledgePoint = question.KnowledgePoint, Source = question.Source,
    };

    public QuestionBody Body() => BodyOf(Kind ?? QuestionKind.SingleChoice, Text, Lines(Choices), Right);

    /// <param name="kind">Says how <paramref name="right"/> is read.</param>
    /// <param name="text">The stem.</param>
    /// <param name="choices">In the order of their letters.</param>
    /// <param name="right">AC or A、C; 对 or 错; a fill-in's wordings one a line or parted by 或 or |.</param>
    public static QuestionBody BodyOf(QuestionKind kind, string text, IEnumerable<string> choices, string right) => new(kind, text, [.. choices], kind switch
    {
        QuestionKind.FillIn => [.. right.Split(['\n', '|', '｜'])],
        QuestionKind.TrueFalse => [AnswerText.Plain(right) switch { "对" or "正确" or "√" or "t" or "是" => "T", "错" or "错误" or "×" or "f" or "否" => "F", var other => other }],
        _ => [.. AnswerText.Plain(right).ToUpperInvariant().Where(c => c is not ('、' or ',' or ';' or '.')).Select(c => c.ToString())],
    });

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
}

public sealed record QuestionRow(
    int Id, string OccupationCode, QuestionKind Kind, string Text, string? LevelCode, string KnowledgePoint, string Source, bool Retired, DateTime ChangedAt);

/// <summary>What stands in the address of the list.</summary>
public sealed record QuestionFilter(string? Q, string? Occupation, QuestionKind? Kind, string? Level, string? Point, bool Retired = false, int Page = 1);

public sealed record QuestionsPage(QuestionFilter Filter, PageOf<QuestionRow> Page, IReadOnlyList<SelectListItem> Occupations, IReadOnlyList<SelectListItem> Levels)
{
    public string OccupationName(string code) => Occupations.FirstOrDefault(o => o.Value == code)?.Text ?? code;

    public string LevelName(string? code) => Levels.FirstOrDefault(o => o.Value == code)?.Text ?? "—";
}
