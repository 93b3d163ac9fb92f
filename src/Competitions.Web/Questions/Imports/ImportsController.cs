using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Imports;

public sealed class QuestionImportForm : IForm
{
    [Display(Name = "题目文件"), Required(ErrorMessage = "请选择填好的 .xlsx 文件。")]
    public IFormFile? File { get; set; }

    public IReadOnlyList<CellError> Errors { get; internal set; } = [];
}

[Route("questions/imports"), Authorize(Policies.KeepQuestions)]
public sealed class ImportsController(CompetitionsDb db, Bank bank, AuditTrail audit, TimeProvider clock) : Controller
{
    private const int MostErrors = 200;

    [HttpGet("new")]
    public IActionResult New() => View(new QuestionImportForm());

    [HttpGet("template.xlsx")]
    public IActionResult Template() => File(QuestionSheet.Template(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "题目模板.xlsx");

    /// <summary>All or nothing: one wrong cell, and nothing is stored.</summary>
    [HttpPost(""), RequestSizeLimit(QuestionSheet.MostBytes + 64 * 1024)]
    public async Task<IActionResult> Create(QuestionImportForm form)
    {
        Refusal.Unless(form.File!.Length <= QuestionSheet.MostBytes, "question.import-large");
        await using var file = new MemoryStream();
        await form.File.CopyToAsync(file);
        file.Position = 0;
        var (questions, errors) = await Read(QuestionSheet.Read(file));
        if (errors.Count > 0)
        {
            form.Errors = [.. errors.Take(MostErrors)];
            ModelState.AddModelError("", $"有 {errors.Count} 处不对，一题也没有存入；请改好后重新上传。");
            var view = View("New", form);
            view.StatusCode = StatusCodes.Status409Conflict;
            return view;
        }

        db.AddRange(questions);
        await db.SaveChangesAsync();
        await audit.Write("questions.import", $"{questions.Count}");
        TempData["Done"] = $"已存入 {questions.Count} 题。";
        return Redirect("/questions");
    }

    private async Task<(List<Question> Questions, List<CellError> Errors)> Read(List<QuestionLine> lines)
    {
        var (home, by, at) = (await bank.Home(), User.Account(), clock.UtcNow());
        var occupations = (await bank.Occupations()).Select(o => o.Value).ToHashSet();
        var levels = (await bank.Levels()).Select(o => o.Value).ToHashSet();
        var known = (await (await bank.Questions()).Where(q => !q.Retired).Select(q => new { q.OccupationCode, q.Text }).ToListAsync())
            .Select(q => (q.OccupationCode, AnswerText.Plain(q.Text))).ToHashSet();
        var (questions, errors) = (new List<Question>(), new List<CellError>());
        foreach (var line in lines)
        {
            var before = errors.Count;
            var kind = QuestionNames.KindOf(line["题型"]);
            Check(occupations.Contains(line["职业代码"]), "职业代码", $"没有“{line["职业代码"]}”这个职业代码，请按职业目录填写。");
            Check(kind is not null, "题型", "题型应为单选题、多选题、判断题或填空题。");
            Check(line["题干"].Length <= 2000, "题干", "题干不超过 2000 个字。");
            Check(line["等级代码"].Length == 0 || levels.Contains(line["等级代码"]), "等级代码", $"没有“{line["等级代码"]}”这个技能等级代码。");
            Check(line["知识点"].Length <= 100, "知识点", "知识点不超过 100 个字。");
            Check(line["出处"].Length <= 200, "出处", "出处不超过 200 个字。");
            Check(known.Add((line["职业代码"], AnswerText.Plain(line["题干"]))), "题干", "题库里或本文件上面已有相同题干的题目。");
            if (errors.Count == before)
            {
                try
                {
                    var body = QuestionSheet.Body(line, kind!.Value);
                    var question = new Question(home, line["职业代码"], body, by, at);
                    question.Rewrite(line["职业代码"], body, line["等级代码"], line["知识点"], line["出处"], by, at);
                    questions.Add(question);
                }
                catch (Refusal no)
                {
                    errors.Add(new CellError(line.Row, ColumnOf(no.Code), Sentences.Of(no)));
                }
            }

            void Check(bool right, string column, string sentence)
            {
                if (!right)
                {
                    errors.Add(new CellError(line.Row, column, sentence));
                }
            }
        }

        return (questions, errors);
    }

    private static string ColumnOf(string code) => code switch
    {
        "question.text-missing" => "题干", "question.choices-number" or "question.choice-repeated" => "选项", _ => "答案",
    };
}
