using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.People.Workers.Dossiers;

public sealed record DossierPaper(WorkerDetails Of, HtmlString Markup, bool CanPrint);

/// <summary>一人一档 on paper, numbers masked.</summary>
[Route("workers/{id:int}/dossier"), Authorize(Policies.ReadPeople)]
public sealed class DossiersController(Register register, WorkerPages pages, DossierPrint print, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id) => View(await print.Paper(await pages.Of(await register.Find(id, Policies.ReadPeople))));

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(int id)
    {
        var of = await pages.Of(await register.Find(id, Policies.ReadPeople));
        await audit.Write("worker.dossier-print", $"{id}");
        return File(await print.Pdf(of, User.Identity?.Name), "application/pdf", $"档案-{of.Worker.Name}.pdf");
    }
}

/// <summary>我的档案: the same of himself, and of nobody else.</summary>
[Route("my/dossier"), Authorize(Policies.Own)]
public sealed class MyDossierController(WorkerPages pages) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string? tab) => View("/People/Workers/Show.cshtml", await pages.Mine(this.WorkerId(), tab));
}

[Route("my/dossier/paper"), Authorize(Policies.Own)]
public sealed class MyDossierPaperController(WorkerPages pages, DossierPrint print) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/People/Workers/Dossiers/Index.cshtml", await print.Paper(await pages.Mine(this.WorkerId())));

    [HttpGet("pdf")]
    public async Task<IActionResult> Show() => File(await print.Pdf(await pages.Mine(this.WorkerId()), User.Identity?.Name), "application/pdf", "我的档案.pdf");
}

/// <summary>The paper as a page and as a PDF.</summary>
public sealed class DossierPrint(Documents documents, PdfPrinter printer, TimeProvider clock)
{
    public async Task<DossierPaper> Paper(WorkerDetails of) => new(of, new HtmlString(await documents.Render<DossierSheet>(Parameters(of, null))), printer.CanPrint);

    public Task<byte[]> Pdf(WorkerDetails of, string? by) => documents.Pdf<DossierSheet>($"{of.Worker.Name} 档案", "dossier.css", Parameters(of, by));

    private Dictionary<string, object?> Parameters(WorkerDetails of, string? by) => new()
    {
        [nameof(DossierSheet.Of)] = of, [nameof(DossierSheet.At)] = clock.UtcNow(), [nameof(DossierSheet.By)] = by ?? "",
    };
}
