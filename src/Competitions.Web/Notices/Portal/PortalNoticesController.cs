using Competitions.Data;
using Competitions.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.Portal;

/// <param name="Why">Of a withdrawn one.</param>
/// <param name="Now">The notice that stands in its place; null where none does.</param>
public sealed record PortalNotice(NoticeHead Head, string? Query, PageOf<NoticeRow> Rows, DateOnly Today, string Why, int? Now);

/// <summary>公示公告 as anybody may see it: the list, its days, and where to object.</summary>
[Route("portal/notices"), Authorize(Policies.Public)]
public sealed class PortalNoticesController(CompetitionsDb db, NoticeDesk desk, TimeProvider clock) : Controller
{
    private const int Size = 100;

    /// <param name="q">Anything that stands in a line.</param>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, string? q, int page = 1)
    {
        var head = Missing.Unless(await NoticeDesk.Heads(db.PublicNotices.Where(n => n.Id == id)).SingleOrDefaultAsync());
        var (rows, typed) = (desk.Rows(id), q?.Trim());
        var shown = string.IsNullOrEmpty(typed) ? await rows.ToPage(page, Size) : Found(await rows.ToListAsync(), typed);
        var withdrawn = head.Stage is NoticeStage.Withdrawn;
        var why = withdrawn ? await db.PublicNotices.Where(n => n.Id == id).SelectMany(n => n.History).Where(h => h.Move == NoticeMove.Withdraw).Select(h => h.Why).FirstOrDefaultAsync() : null;
        var now = withdrawn ? await db.PublicNotices.Where(n => n.Of == head.Of && n.SourceId == head.SourceId && n.Stage != NoticeStage.Withdrawn && n.Id > id).Select(n => (int?)n.Id).FirstOrDefaultAsync() : null;
        return View(new PortalNotice(head, typed, shown, clock.Today(), why ?? "", now));
    }

    /// <summary>The cells of a line are one text in the database: what is looked for is compared here.</summary>
    private static PageOf<NoticeRow> Found(List<NoticeRow> rows, string typed)
    {
        var found = rows.Where(r => r.Cells.Any(c => c.Contains(typed, StringComparison.OrdinalIgnoreCase))).ToList();
        return new PageOf<NoticeRow>([.. found.Take(Size)], 1, Size, Math.Min(found.Count, Size));
    }
}
