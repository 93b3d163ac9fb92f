using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Entries.Imports;

public sealed class EntryImportForm : IForm
{
    [Display(Name = "报名表"), Required(ErrorMessage = "请选择填好的报名表。")]
    public IFormFile? File { get; set; }
}

/// <summary>Entries from a workbook, all or nothing; the work itself is a batch.</summary>
[Route("events/{code}/entries/imports"), Authorize(Policies.Enter)]
public sealed class EntryImportsController(EntryDesk desk, BatchDesk batches, EntriesImport work) : Controller
{
    private const int MostBytes = 10 << 20;

    [HttpGet("new")]
    public async Task<IActionResult> New(string code)
    {
        (await desk.At(code)).MustBeOpen();
        return View(new EntryImportForm());
    }

    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Index(string code)
    {
        var place = await desk.At(code);
        return SheetFile.Of($"{place.Event.Title}-报名表.xlsx", file => Template.Write(file, EntrySheet.Columns, [[.. EntrySheet.Columns.Select(c => c.Example)]]));
    }

    [HttpPost(""), RequestSizeLimit(MostBytes + (64 << 10))]
    public async Task<IActionResult> Create(string code, EntryImportForm form)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        return Redirect(await batches.Take(work, EntrySheet.Columns, form.File!, place.Event.Code, HttpContext.RequestAborted));
    }
}
