using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Notices;
using Competitions.Data.Schemes;
using Competitions.Notices;
using Competitions.Scoring;
using Competitions.Web.Scoring;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Moves;

/// <summary>What a move of an event brings with it in other rooms, in the same unit of work.</summary>
public static class MoveEffects
{
    /// <summary>
    /// With the start every entry has its works and the scheme is locked; with the opening the codes say whose they are; the
    /// ledger takes marks while the event runs, and not else. Honours follow a notice that ended without an open objection.
    /// </summary>
    /// <exception cref="Refusal">Those of <see cref="Event.Make"/>; code-book.needs-opening: sealed codes open in their ceremony, which makes the move itself; notice.none, and those of <see cref="PublicNotice.Close"/>.</exception>
    public static async Task Make(this CompetitionsDb db, Event of, EventMove move, string by, DateTime at, string why = "")
    {
        of.Make(move, await db.FactsOf(of, at.InChina().Date()), by, at, why);
        if (move is EventMove.Start)
        {
            (await db.MarkingSchemes.Newest(of.Id))?.Lock(by, at);
            await db.Enter(of, of.Rounds[0].Code, await db.Entries.Where(e => e.EventId == of.Id && EntryLifecycle.Placed.Contains(e.Stage)).Select(e => e.Id).ToListAsync(), at);
        }

        if (move is EventMove.Honour)
        {
            var notice = await db.StandingNotice(NoticeOf.EventResults, of.Id) ?? throw new Refusal("notice.none");
            notice.Close(at.InChina().Date(), by, at);
        }

        if (move is EventMove.OpenCodes)
        {
            Refusal.Unless(of.SealedModules.Count == 0 || db.Openings.Local.Any(o => o.EventCode == of.Code), "code-book.needs-opening");
            await db.OpenCodes(of, at);
        }

        if (of.HasStarted)
        {
            var head = await db.LedgerHeads.SingleOrDefaultAsync(h => h.EventCode == of.Code) ?? db.Add(new LedgerHead(of.Code)).Entity;
            head.Take(marks: of.Stage is EventStage.Running);
        }
    }
}
