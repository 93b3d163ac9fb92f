using Competitions.Web.Contests.Entries;
using Competitions.Web.Results.Files;
using Competitions.Web.Results.Proofs;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Results.Books;

public sealed record ResultBookView(EntryPlace Place, Competitions.Results.Result Result, HtmlString Markup, bool CanPrint)
{
    public string Address => $"/events/{Place.Event.Code}/results/{Result.Id}";
}

/// <summary>成绩册 for print.</summary>
[Route("events/{code}/results/{id:int}/book"), Authorize(Policies.ReadResults)]
public sealed class ResultBooksController(EntryDesk desk, ResultDesk results, Documents documents, PdfPrinter printer, ResultFiles files, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int id)
    {
        var place = await desk.At(code);
        var result = await results.Load(place.Event, id);
        return View(new ResultBookView(place, result, new HtmlString(await documents.Render<ResultBookPage>(Parameters(result, place.Contest.Name, files.Printed(result, code)))), printer.CanPrint));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var place = await desk.At(code);
        var result = await results.Load(place.Event, id);
        await audit.Write("result.print", $"{code}/{id}");
        return File(await Pdf(documents, result, place.Contest.Name, files.Printed(result, code)), "application/pdf", $"{ResultQueries.FileName(result, code)}.pdf");
    }

    internal static Task<byte[]> Pdf(Documents documents, Competitions.Results.Result result, string contest, PrintedProof? proof) =>
        documents.Pdf<ResultBookPage>($"{result.EventTitle} 成绩汇总表", "result-book.css", Parameters(result, contest, proof));

    private static Dictionary<string, object?> Parameters(Competitions.Results.Result result, string contest, PrintedProof? proof) =>
        new() { [nameof(ResultBookPage.Result)] = result, [nameof(ResultBookPage.Contest)] = contest, [nameof(ResultBookPage.Proof)] = proof };
}
