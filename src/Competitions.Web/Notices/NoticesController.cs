using Competitions.Data;
using Competitions.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices;

public sealed record NoticeFilter(string? Q, NoticeStage? Stage, int Page = 1);

public sealed record NoticeLine(NoticeHead Head, int Rows, int Objections, int Open);

public sealed record NoticesPage(NoticeFilter Filter, PageOf<NoticeLine> Page, DateOnly Today);

public sealed record ObjectionLine(int Id, string Receipt, DateTime FiledAt, ObjectionOutcome Outcome, DateTime? AnsweredAt);

/// <param name="Objections">Null for who does not handle them: he learns how many there are, and no more.</param>
public sealed record NoticePage(
    NoticeHead Head, PageOf<NoticeRow> Rows, IReadOnlyList<NoticeMoved> History, int Filed, int Open, IReadOnlyList<ObjectionLine>? Objections, IReadOnlyDictionary<string, string> Names, DateOnly Today, string? EventCode)
{
    public bool Handles => Objections is not null;

    public string NameOf(string account) => account.Length == 0 ? "异议人" : Names.GetValueOrDefault(account, "系统");
}

/// <summary>公示: those that the caller's bodies gave.</summary>
[Route("notices"), Authorize(Policies.ReadNotices)]
public sealed class NoticesController(CompetitionsDb db, NoticeDesk desk, TimeProvider clock) : Controller
{
    private const int Size = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(NoticeFilter filter)
    {
        var (q, stage) = (filter.Q?.Trim(), filter.Stage);
        var found = (await desk.Visible(Policies.ReadNotices)).Where(n => (string.IsNullOrEmpty(q) || n.Title.Contains(q)) && (stage == null || n.Stage == stage)).OrderByDescending(n => n.Id);
        var heads = await NoticeDesk.Heads(found).ToPage(filter.Page);
        var ids = heads.Rows.Select(h => h.Id).ToList();
        var rows = await db.PublicNotices.Where(n => ids.Contains(n.Id)).Select(n => new { n.Id, Count = n.Rows.Count }).ToDictionaryAsync(n => n.Id, n => n.Count);
        var objections = (await db.Objections.Where(o => ids.Contains(o.NoticeId)).GroupBy(o => new { o.NoticeId, IsOpen = o.Outcome == ObjectionOutcome.Open }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToLookup(g => g.Key.NoticeId);
        var lines = heads.Rows.Select(h => new NoticeLine(h, rows[h.Id], objections[h.Id].Sum(g => g.Count), objections[h.Id].Where(g => g.Key.IsOpen).Sum(g => g.Count)));
        return View(new NoticesPage(filter, new PageOf<NoticeLine>([.. lines], heads.Page, heads.Size, heads.Total), clock.Today()));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, int page = 1)
    {
        var head = Missing.Unless(await NoticeDesk.Heads((await desk.Visible(Policies.ReadNotices)).Where(n => n.Id == id)).SingleOrDefaultAsync());
        var handles = await (await desk.Visible(Policies.HandleObjections)).AnyAsync(n => n.Id == id);
        var history = await db.PublicNotices.AsNoTracking().Where(n => n.Id == id).SelectMany(n => n.History).AsNoTracking().ToListAsync();
        var objections = await db.Objections.AsNoTracking().Where(o => o.NoticeId == id).OrderByDescending(o => o.Id).Select(o => new ObjectionLine(o.Id, o.Receipt, o.FiledAt, o.Outcome, o.AnsweredAt)).ToListAsync();
        var accounts = history.Select(h => h.By).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var code = head.Of is NoticeOf.EventResults ? await db.Events.Where(e => e.Id == head.SourceId).Select(e => e.Code).SingleOrDefaultAsync() : null;
        return View(new NoticePage(
            head, await desk.Rows(id).ToPage(page, Size), [.. history.OrderBy(h => h.At)], objections.Count, objections.Count(o => o.Outcome is ObjectionOutcome.Open), handles ? objections : null, names, clock.Today(), code));
    }
}
