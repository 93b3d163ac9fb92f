using System.Globalization;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using CsvHelper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions;

[Route("questions"), Authorize(Policies.KeepQuestions)]
public sealed class QuestionsController(CompetitionsDb db, Bank bank, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(QuestionFilter filter)
    {
        var rows = (await bank.Filtered(filter)).Select(q => new QuestionRow(
            q.Id, q.OccupationCode, q.Kind, q.Text, q.LevelCode, q.KnowledgePoint, q.Source, q.Retired, q.ChangedAt));
        return View(new QuestionsPage(filter, await rows.ToPage(filter.Page), await bank.Occupations(), await bank.Levels()));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New() => View(await Filled(new QuestionForm()));

    [HttpPost("")]
    public async Task<IActionResult> Create(QuestionForm form)
    {
        await Filled(form);
        var (by, at) = (User.Account(), clock.UtcNow());
        var question = new Question(await bank.Home(), form.OccupationCode, form.Body(), by, at);
        question.Rewrite(form.OccupationCode, form.Body(), form.LevelCode, form.KnowledgePoint ?? "", form.Source ?? "", by, at);
        db.Add(question);
        await db.SaveChangesAsync();
        TempData["Done"] = "题目已存入题库。";
        return Redirect("/questions");
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id)
    {
        var question = await Find(id);
        ViewData["Question"] = question;
        return View(await Filled(QuestionForm.From(question)));
    }

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Update(int id, QuestionForm form)
    {
        var question = await Find(id);
        ViewData["Question"] = question;
        await Filled(form);
        question.Rewrite(form.OccupationCode, form.Body(), form.LevelCode, form.KnowledgePoint ?? "", form.Source ?? "", User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        TempData["Done"] = "题目已修改，已抽定的试卷不受影响。";
        return Redirect("/questions");
    }

    /// <summary>The list as it is filtered. Cells that a spreadsheet would run are escaped.</summary>
    [HttpGet("rows.csv")]
    public async Task<IActionResult> Rows(QuestionFilter filter)
    {
        var rows = await (await bank.Filtered(filter)).ToListAsync();
        await audit.Write("questions.export", $"{rows.Count}");
        var file = new MemoryStream();
        await using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            string[] letters = [.. Enumerable.Range(0, QuestionBody.MostChoices).Select(i => $"选项{QuestionBody.Letter(i)}")];
            Write(csv, ["职业代码", "题型", "题干", .. letters, "答案", "等级代码", "知识点", "出处"]);
            foreach (var q in rows)
            {
                Write(csv, [q.OccupationCode, q.Kind.Name(), q.Text, .. Enumerable.Range(0, letters.Length).Select(i => q.Choices.ElementAtOrDefault(i) ?? ""),
                    q.Kind is QuestionKind.FillIn ? string.Join('|', q.Right) : QuestionNames.Answer(q.Kind, q.Right), q.LevelCode ?? "", q.KnowledgePoint, q.Source]);
            }
        }

        return File(file.ToArray(), "text/csv; charset=utf-8", $"题库-{clock.Today().Iso()}.csv");
    }

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.EndRecord();
    }

    async Task IFills.Fill(IForm form)
    {
        ViewData["Question"] = RouteData.Values["id"] is string id ? await Find(int.Parse(id, CultureInfo.InvariantCulture)) : null;
        await Filled((QuestionForm)form);
    }

    private async Task<Question> Find(int id) => Missing.Unless(await (await bank.Questions()).SingleOrDefaultAsync(q => q.Id == id));

    private async Task<QuestionForm> Filled(QuestionForm form)
    {
        (form.Occupations, form.Levels) = (await bank.Occupations(), await bank.Levels());
        return form;
    }
}

[Route("questions/{id:int}/retirements"), Authorize(Policies.KeepQuestions)]
public sealed class RetirementsController(CompetitionsDb db, Bank bank, TimeProvider clock) : Controller
{
    /// <summary>Out of the bank, or with <paramref name="back"/> into it again.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, bool back)
    {
        var question = Missing.Unless(await (await bank.Questions()).SingleOrDefaultAsync(q => q.Id == id));
        question.Retire(!back, User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        TempData["Done"] = back ? "题目已恢复使用。" : "题目已停用，不再抽取。";
        return Redirect("/questions");
    }
}
