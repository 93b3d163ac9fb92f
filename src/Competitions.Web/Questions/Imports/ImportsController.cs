using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Questions.Imports;

public sealed class QuestionImportForm : IForm
{
    [Display(Name = "题目文件"), Required(ErrorMessage = "请选择填好的题目文件。")]
    public IFormFile? File { get; set; }
}

/// <summary>Questions from a workbook, all or nothing; the work itself is a batch.</summary>
[Route("questions/imports"), Authorize(Policies.KeepQuestions)]
public sealed class ImportsController(BatchDesk desk, QuestionsImport work, Bank bank) : Controller
{
    private const int MostBytes = 10 << 20;

    [HttpGet("new")]
    public IActionResult New() => View(new QuestionImportForm());

    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Index()
    {
        IReadOnlyList<string> levels = [.. (await bank.Levels()).Select(l => l.Text)];
        return SheetFile.Of("题目模板.xlsx", file => Template.Write(file, [.. QuestionSheet.Columns.Select(c => c == QuestionSheet.Level ? c with { Choices = levels } : c)], QuestionSheet.Examples));
    }

    [HttpPost(""), RequestSizeLimit(MostBytes + (64 << 10))]
    public async Task<IActionResult> Create(QuestionImportForm form) =>
        Redirect(await desk.Take(work, QuestionSheet.Columns, form.File!, stop: HttpContext.RequestAborted));
}
