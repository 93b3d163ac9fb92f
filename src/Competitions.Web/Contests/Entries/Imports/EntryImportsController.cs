using System.ComponentModel.DataAnnotations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Entries.Imports;

public sealed class EntryImportForm : IForm
{
    [Display(Name = "报名表"), Required(ErrorMessage = "请选择填好的报名表。")]
    public IFormFile? File { get; set; }
}

/// <summary>Entries from a workbook, all or nothing; what is wrong comes back as a marked copy.</summary>
[Route("events/{code}/entries/imports"), Authorize(Policies.Enter)]
public sealed class EntryImportsController(EntryDesk desk, EntrySheet sheet, DataFolder data, TimeProvider clock) : Controller
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int MostBytes = 10 * 1024 * 1024;

    private string Copies => Directory.CreateDirectory(Path.Combine(data.Path, "marked-entries")).FullName;

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
        var file = new MemoryStream();
        Template.Write(file, EntrySheet.Columns, [[.. EntrySheet.Columns.Select(c => c.Example)]]);
        file.Position = 0;
        return File(file, Xlsx, $"{place.Event.Title}-报名表.xlsx");
    }

    [HttpPost(""), RequestSizeLimit(MostBytes + 64 * 1024)]
    public async Task<IActionResult> Create(string code, EntryImportForm form)
    {
        var place = await desk.At(code);
        place.MustBeOpen();
        using var file = new MemoryStream();
        await form.File!.CopyToAsync(file);
        var (entered, errors) = await sheet.Take(place, file);
        if (errors.Any)
        {
            foreach (var line in errors.Lines(20))
            {
                ModelState.AddModelError("", line);
            }

            ViewData["Copy"] = Keep(file, errors);
            return new ViewResult { ViewName = "New", ViewData = new(ViewData) { Model = form }, TempData = TempData, StatusCode = StatusCodes.Status400BadRequest };
        }

        TempData["Done"] = $"已导入 {entered} 份报名。";
        return Redirect(place.Address + "?tab=all");
    }

    /// <summary>Only who uploaded it finds it, for a day: the name holds his account.</summary>
    [HttpGet("{copy:guid}")]
    public IActionResult Show(string code, Guid copy) =>
        Path.Combine(Copies, Named(copy)) is var path && System.IO.File.Exists(path) ? PhysicalFile(path, Xlsx, "报名表-标注.xlsx") : NotFound();

    private Guid Keep(MemoryStream file, RowErrors errors)
    {
        foreach (var old in Directory.EnumerateFiles(Copies).Where(f => System.IO.File.GetLastWriteTimeUtc(f) < clock.UtcNow().AddDays(-1)))
        {
            System.IO.File.Delete(old);
        }

        var copy = Guid.NewGuid();
        using var to = System.IO.File.Create(Path.Combine(Copies, Named(copy)));
        MarkedCopy.Write(file, to, EntrySheet.Columns, errors);
        return copy;
    }

    private string Named(Guid copy) => $"{User.Account()}-{copy:N}.xlsx";
}
