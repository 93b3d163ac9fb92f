using Competitions.Questions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Competitions.Web.Questions;

public static class QuestionNames
{
    private static readonly Dictionary<QuestionKind, string> Kinds = new()
    {
        [QuestionKind.SingleChoice] = "单选题", [QuestionKind.MultipleChoice] = "多选题",
        [QuestionKind.TrueFalse] = "判断题", [QuestionKind.FillIn] = "填空题",
    };

    public static string Name(this QuestionKind kind) => Kinds[kind];

    public static QuestionKind? KindOf(string text) => Kinds.Where(k => k.Value == text || k.Value.TrimEnd('题') == text).Select(k => (QuestionKind?)k.Key).SingleOrDefault();

    public static IEnumerable<SelectListItem> KindItems => Kinds.Select(k => new SelectListItem(k.Value, $"{k.Key}"));

    public static string Name(this SittingStage stage) => stage switch
    {
        SittingStage.Admitted => "未开始", SittingStage.Sitting => "作答中", _ => "已交卷",
    };

    public static string Shape(this SittingStage stage) => stage switch
    {
        SittingStage.Admitted => "st-wait", SittingStage.Sitting => "st-run", _ => "st-ok",
    };

    public static string Name(this PaperStage stage) => stage switch
    {
        PaperStage.Draft => "未抽题", PaperStage.Drawn => "已抽题", _ => "种子已公布",
    };

    /// <summary>The answer as it is read: 对、错 for true and false, the letters together for a choice.</summary>
    public static string Answer(QuestionKind kind, IReadOnlyList<string> right) => kind switch
    {
        QuestionKind.TrueFalse => right is ["T"] ? "对" : "错",
        QuestionKind.FillIn => string.Join(" 或 ", right),
        _ => string.Concat(right),
    };
}
