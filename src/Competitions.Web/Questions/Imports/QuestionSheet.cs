using Competitions.Questions;
using Competitions.Web.Shell.Workbooks;

namespace Competitions.Web.Questions.Imports;

/// <summary>The columns of a workbook of questions, and how one row becomes a question.</summary>
public static class QuestionSheet
{
    public const int MostRows = 5000;

    public static readonly Column Occupation = new("职业代码", "以系统职业目录为准。", Required: true, Example: "6-31-01-03");
    public static readonly Column Kind = new("题型", "单选题、多选题、判断题或填空题。", Required: true, Example: "单选题") { Choices = [.. QuestionNames.KindItems.Select(k => k.Text)] };
    public static readonly Column Text = new("题干", "不超过 2000 个字。", Required: true, Example: "三相交流电的相位差是多少？");
    public static readonly IReadOnlyList<Column> Choices = [.. Enumerable.Range(0, QuestionBody.MostChoices)
        .Select(i => new Column($"选项{QuestionBody.Letter(i)}", i < 2 ? "单选、多选题填写；判断、填空题不填。" : "没有可不填。", Example: i switch { 0 => "60°", 1 => "90°", 2 => "120°", _ => "" }))];
    public static readonly Column Answer = new("答案", "选择题写字母，判断题写对或错，填空题的几种写法用 | 隔开。", Required: true, Example: "C");
    public static readonly Column Level = new("等级代码", "适用的技能等级；不填即都适用。") { Also = ["技能等级"] };
    public static readonly Column Point = new("知识点", "不超过 100 个字。", Example: "电工基础");
    public static readonly Column Source = new("出处", "不超过 200 个字。", Example: "自编");

    public static readonly IReadOnlyList<Column> Columns = [Occupation, Kind, Text, .. Choices, Answer, Level, Point, Source];

    /// <summary>For the template, each in the order of the columns.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Examples =
    [
        [.. Columns.Select(c => c.Example)],
        ["6-31-01-03", "多选题", "下列哪些属于安全电压？", "6 V", "36 V", "110 V", "", "", "", "", "", "AB", "", "用电安全", "自编"],
        ["6-31-01-03", "判断题", "检修前必须验电。", "", "", "", "", "", "", "", "", "对", "", "用电安全", "自编"],
        ["6-31-01-03", "填空题", "电流的单位是什么？", "", "", "", "", "", "", "", "", "安培|A", "", "电工基础", "自编"],
    ];

    public static QuestionBody Body(SheetRow row, QuestionKind kind) =>
        QuestionForm.BodyOf(kind, row[Text], Choices.Select(c => row[c]).Where(c => c.Length > 0), row[Answer]);

    /// <summary>The column that a refusal of the body is about.</summary>
    public static Column ColumnOf(string code) => code switch
    {
        "question.text-missing" => Text, "question.choices-number" or "question.choice-repeated" => Choices[0], _ => Answer,
    };
}
