using Competitions.Data;
using Competitions.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.Slips;

public sealed record NoticeSlipView(PublicNotice Notice, HtmlString Markup, bool CanPrint);

/// <summary>公示无异议单, for print.</summary>
[Route("notices/{id:int}/slip"), Authorize(Policies.ReadNotices)]
public sealed class NoticeSlipsController(CompetitionsDb db, NoticeDesk desk, Documents documents, PdfPrinter printer, AuditTrail audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id)
    {
        var notice = await Closed(id);
        return View(new NoticeSlipView(notice, new HtmlString(await documents.Render<NoticeSlip>(await Parameters(notice))), printer.CanPrint));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(int id)
    {
        var notice = await Closed(id);
        await audit.Write("notice.print", $"{id}");
        return File(await documents.Pdf<NoticeSlip>($"{notice.Title} 无异议单", "notice-slip.css", await Parameters(notice)), "application/pdf", $"notice-{id}.pdf");
    }

    /// <exception cref="Refusal">notice.not-closed</exception>
    private async Task<PublicNotice> Closed(int id)
    {
        var notice = await desk.Load(id, Policies.ReadNotices);
        Refusal.Unless(notice.Stage is NoticeStage.Closed, "notice.not-closed");
        return notice;
    }

    private async Task<Dictionary<string, object?>> Parameters(PublicNotice notice)
    {
        var closed = notice.History.Single(h => h.Move is NoticeMove.Close);
        return new()
        {
            [nameof(NoticeSlip.Notice)] = notice, [nameof(NoticeSlip.Objections)] = await db.Objections.CountAsync(o => o.NoticeId == notice.Id),
            [nameof(NoticeSlip.ClosedAt)] = closed.At, [nameof(NoticeSlip.ClosedBy)] = await db.Users.Where(u => u.Id == closed.By).Select(u => u.DisplayName).SingleOrDefaultAsync() ?? "",
        };
    }
}
