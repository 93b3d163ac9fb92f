using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Honours;
using Competitions.Notices;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Contests.Moves;
using Competitions.Web.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.OfEvent;

/// <param name="Prizes">Names of the prizes that its honours have, best first.</param>
public sealed record EventHonoursPage(Event Event, Contest Contest, string? Tab, PageOf<HonourRow> Page, IReadOnlyDictionary<HonourStage, int> Counts, int Without, IReadOnlyList<string> Prizes, NoticeHead? Notice, DateOnly Today)
{
    public int Approved => Counts.GetValueOrDefault(HonourStage.Approved) + Counts.GetValueOrDefault(HonourStage.Decreed);

    public int Granted => Counts.GetValueOrDefault(HonourStage.Granted);

    public int Total => Counts.Values.Sum();

    public bool IsNoticed => Event.Stage is EventStage.Noticed;

    /// <summary>The notice ended, and nothing said against it is open.</summary>
    public bool MayHonour => IsNoticed && (Notice is { Stage: NoticeStage.Closed } || Notice?.MayCloseOn(Today) == true);
}

/// <summary>表彰认定: what an event's published results come to.</summary>
[Route("events/{code}/honours"), Authorize(Policies.GrantHonours)]
public sealed class EventHonoursController(CompetitionsDb db, HonourRegister register, EventAwards awards, EntryDesk entries, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, HonourStage? stage, int page = 1)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var all = db.Honours.Where(h => h.EventId == of.Id);
        var counts = await all.GroupBy(h => h.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var without = await all.CountAsync(h => h.Stage == HonourStage.Granted && !db.Certificates.Any(c => c.LivingOf == h.Id));
        var prizes = await all.Where(h => h.Kind == HonourKind.Prize && h.EntryId != null && h.HolderKind != HolderKind.Coach && h.SourceKey != null).GroupBy(h => h.Name).OrderBy(g => g.Min(h => h.Rank)).Select(g => g.Key).ToListAsync();
        var rows = register.Rows(stage is null ? all.Where(h => h.Stage != HonourStage.Dropped) : all.Where(h => h.Stage == stage), newest: false);
        var notice = await NoticeDesk.Heads(db.PublicNotices.Where(n => n.Of == NoticeOf.EventResults && n.SourceId == of.Id && n.Stage != NoticeStage.Withdrawn).OrderByDescending(n => n.Id)).FirstOrDefaultAsync();
        return View(new EventHonoursPage(of, contest, $"{stage}", await rows.ToPage(page), counts, without, prizes, notice, clock.Today()));
    }

    /// <summary>With the move every prize, title and level of the published results becomes an honour; both or neither.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(string code)
    {
        var (contest, by) = (Missing.Unless(await db.Events.AsNoTracking().WithCode(code)).ContestId, User.Account());
        var outcome = await entries.InQueue(contest, async () =>
        {
            var of = await db.Events.SingleAsync(e => e.Code == code);
            await db.Make(of, EventMove.Honour, by, clock.UtcNow());
            await db.SaveChangesAsync();
            return await awards.Of(of, by);
        });
        await audit.Write("event.move", code, why: $"{EventMove.Honour} {outcome.Added}");
        TempData["Done"] = $"已认定 {outcome.Added} 项荣誉，请登记发文。";
        return Redirect($"/events/{code}/honours");
    }
}
