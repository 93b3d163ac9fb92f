using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.People.Workers.Imports;

public sealed class WorkerImportForm : IForm
{
    [Display(Name = "名册文件"), Required(ErrorMessage = "请选择填好的名册文件。")]
    public IFormFile? File { get; set; }
}

/// <summary>The register from a workbook, all or nothing; the work itself is a batch.</summary>
[Route("workers/imports"), Authorize(Policies.ManagePeople)]
public sealed class WorkerImportsController(BatchDesk desk, WorkersImport work, Register register) : Controller
{
    public const int MostBytes = 60 << 20;

    private static readonly string[][] Others =
    [
        ["阿依古丽·麦麦提", "", "990101198805060025", "", "", "13900001234", "E1", "2023-09-01", "", "", "", "", "", "", ""],
        ["陈伟健", "港澳居民来往内地通行证", "H12345678", "男", "1985-02-03", "+85291234567", "E1", "2022-01-01", "", "", "", "", "", "", ""],
    ];

    [HttpGet("new")]
    public IActionResult New() => View(new WorkerImportForm());

    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Index()
    {
        IReadOnlyList<string> levels = [.. (await register.Levels()).Select(l => l.Text)];
        return SheetFile.Of("职工名册模板.xlsx", file => Template.Write(file, [.. WorkerSheet.Columns.Select(c => c == WorkerSheet.Level ? c with { Choices = levels } : c)],
            [[.. WorkerSheet.Columns.Select(c => c.Example)], .. Others]));
    }

    [HttpPost(""), RequestSizeLimit(MostBytes + (64 << 10))]
    public async Task<IActionResult> Create(WorkerImportForm form) =>
        Redirect(await desk.Take(work, WorkerSheet.Columns, form.File!, stop: HttpContext.RequestAborted));
}
