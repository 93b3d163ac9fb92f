using Competitions.Blinding;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Blinding.Slips;

/// <summary>What a competitor or a work gets in the hand: a code of this layer, and nothing that says whose it is.</summary>
/// <param name="For">The code of the layer before, so that it finds its way; null for the first layer and for works.</param>
public sealed record CodeCard(string Event, string Place, string Kind, string Code, string? For, string Qr);

/// <param name="Address">Of the page; <c>/pdf</c> behind it is the file.</param>
public sealed record SlipsPage(DrawPage Look, string Title, HtmlString Markup, bool CanPrint, string Address);

/// <summary>参赛编号签, 赛位卡, 作品标签: printed between the draw and the sealing.</summary>
[Route("events/{code}/draws/{id:int}/cards"), Authorize(Policies.KeepCodes)]
public sealed class CodeCardsController(EntryDesk desk, CodePages pages, Documents documents, PdfPrinter printer, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int id)
    {
        var look = await pages.Load(await desk.At(code), id);
        return View("Slips", new SlipsPage(look, TitleOf(look.Draw), new HtmlString(await documents.Render<CodeCards>(Parameters(look))), printer.CanPrint, $"/events/{code}/draws/{id}/cards"));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var look = await pages.Load(await desk.At(code), id);
        var cards = Parameters(look);
        await audit.Write("code-draw.print", $"{code}/{id}");
        return File(await documents.Pdf<CodeCards>(TitleOf(look.Draw), "code-slips.css", cards), "application/pdf", $"cards-{code}-{id}.pdf");
    }

    private static string TitleOf(CodeDraw draw) => draw.Layer switch { 1 => "参赛编号签", 2 => "赛位卡", _ => "作品标签" };

    private static Dictionary<string, object?> Parameters(DrawPage look) => new() { [nameof(CodeCards.Cards)] = Cards(look) };

    /// <summary>In the order of the new codes: what they came from is not in it.</summary>
    private static IReadOnlyList<CodeCard> Cards(DrawPage look)
    {
        var (of, draw) = (look.Place.Event, look.Draw);
        var book = look.Handed ?? throw new Refusal("draw.not-to-hand-out");
        var kind = draw.Layer switch { 1 => "参赛编号", 2 => "赛位号", _ => "作品号" };
        return [.. book.Pairs.OrderBy(p => p.To, StringComparer.Ordinal).Select(p => new CodeCard(
            of.Title, look.Name, kind, p.To, draw.Layer == 2 ? $"参赛编号 {p.From}" : null, draw.Layer == 3 ? p.To : $"{of.Code}/{draw.Place}/{p.To}"))];
    }
}

/// <summary>密封单: what is written on the envelope.</summary>
[Route("events/{code}/draws/{id:int}/sheet"), Authorize(Policies.ReadCodes)]
public sealed class SealSheetsController(EntryDesk desk, CodePages pages, Documents documents, PdfPrinter printer, AuditTrail audit) : Controller
{
    private const string Title = "密封单";

    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int id)
    {
        var look = await Load(code, id);
        return View("Slips", new SlipsPage(look, Title, new HtmlString(await documents.Render<SealSheet>(Parameters(look))), printer.CanPrint, $"/events/{code}/draws/{id}/sheet"));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var look = await Load(code, id);
        await audit.Write("code-draw.print", $"{code}/{id}");
        return File(await documents.Pdf<SealSheet>(Title, "code-slips.css", Parameters(look)), "application/pdf", $"seal-{code}-{id}.pdf");
    }

    private async Task<DrawPage> Load(string code, int id)
    {
        var look = await pages.Load(await desk.At(code), id);
        Refusal.Unless(look.Draw.SealedAt is not null, "draw.not-sealed-yet");
        return look;
    }

    private static Dictionary<string, object?> Parameters(DrawPage look) => new() { [nameof(SealSheet.Look)] = look };
}
