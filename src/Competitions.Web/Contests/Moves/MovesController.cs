using Competitions.Contests;
using Competitions.Data;
using Competitions.Scoring;
using Competitions.Web.Scoring;
using Competitions.Data.Contests;
using Competitions.Data.Schemes;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Moves;

/// <summary>A move of the event. What it depends on are its entries, so it waits its turn among their writers.</summary>
[Route("events/{code}/moves"), Authorize(Policies.Organise)]
public sealed class MovesController(CompetitionsDb db, EntryDesk entries, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, [BindRequired] EventMove move, string? why)
    {
        Refusal.Unless(!move.IsMadeElsewhere(), "event.move-not-allowed");
        var (contest, by) = (Missing.Unless(await db.Events.AsNoTracking().WithCode(code)).ContestId, User.Account());
        await entries.InQueue(contest, async () =>
        {
            var of = await db.Events.SingleAsync(e => e.Code == code);
            of.Make(move, await db.FactsOf(of), by, clock.UtcNow(), why ?? "");
            await Marking(of, move, by);
            return of;
        });
        if (move is EventMove.OpenCodes)
        {
            await audit.Write("code-book.open", code);
        }

        await audit.Write("event.move", code, why: $"{move}");
        TempData["Done"] = $"已{move.Name()}。";
        return RedirectToAction("Show", "Events", new { code });
    }

    /// <summary>With the start every entry has its works and the scheme is locked; with the opening the codes say whose they are; the ledger takes marks while the event runs, and not else.</summary>
    private async Task Marking(Event of, EventMove move, string by)
    {
        if (move is EventMove.Start)
        {
            (await db.MarkingSchemes.Newest(of.Id))?.Lock(by, clock.UtcNow());
            await db.Enter(of, of.Rounds[0].Code, await db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Placed.Contains(e.Stage)).Select(e => e.Id).ToListAsync(), clock.UtcNow());
        }

        if (move is EventMove.OpenCodes)
        {
            await db.OpenCodes(of, clock.UtcNow());
        }

        if (of.HasStarted)
        {
            var head = await db.LedgerHeads.SingleOrDefaultAsync(h => h.EventCode == of.Code) ?? db.Add(new LedgerHead(of.Code)).Entity;
            head.Take(marks: of.Stage is EventStage.Running);
        }
    }
}
