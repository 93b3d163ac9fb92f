using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Shell.Workbooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Organisations.Imports;

public sealed class OrganisationImportForm : IForm
{
    [Display(Name = "组织文件"), Required(ErrorMessage = "请选择填好的组织文件。")]
    public IFormFile? File { get; set; }
}

/// <summary>Organisations from a workbook, all or nothing; the work itself is a batch.</summary>
[Route("organisations/imports"), Authorize(Policies.ManageOrganisations)]
public sealed class OrganisationImportsController(BatchDesk desk, OrganisationsImport work, CompetitionsDb db) : Controller
{
    public const int MostBytes = 60 << 20;

    private static readonly string[] Below = ["E1001-A", "某某机电总装车间工会小组", "", "车间班组", "车间（班组）工会小组", "E1001", "", "2020-01-01", ""];

    [HttpGet("new")]
    public IActionResult New() => View(new OrganisationImportForm());

    [HttpGet("template.xlsx")]
    public async Task<IActionResult> Index()
    {
        IReadOnlyList<string> types = await db.OrganisationTypes.OrderBy(t => t.Order).Select(t => t.Name).ToListAsync();
        return SheetFile.Of("工会组织模板.xlsx", file => Template.Write(file, [.. OrganisationSheet.Columns.Select(c => c == OrganisationSheet.Type ? c with { Choices = types } : c)],
            [[.. OrganisationSheet.Columns.Select(c => c.Example)], Below]));
    }

    [HttpPost(""), RequestSizeLimit(MostBytes + (64 << 10))]
    public async Task<IActionResult> Create(OrganisationImportForm form) =>
        Redirect(await desk.Take(work, OrganisationSheet.Columns, form.File!, stop: HttpContext.RequestAborted));
}
