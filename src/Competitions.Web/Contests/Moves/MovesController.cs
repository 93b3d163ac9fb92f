using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Proofs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Moves;

/// <summary>A move of the event. What it depends on are its entries, so it waits its turn among their writers.</summary>
[Route("events/{code}/moves"), Authorize(Policies.Organise)]
public sealed class MovesController(CompetitionsDb db, EntryDesk entries, AuditTrail audit, HeadSigner signer, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, [BindRequired] EventMove move, string? why)
    {
        Refusal.Unless(!move.IsMadeElsewhere(), "event.move-not-allowed");
        var (contest, by) = (Missing.Unless(await db.Events.AsNoTracking().WithCode(code)).ContestId, User.Account());
        await entries.InQueue(contest, async () =>
        {
            var of = await db.Events.SingleAsync(e => e.Code == code);
            await db.Make(of, move, by, clock.UtcNow(), why ?? "");
            return of;
        });
        if (move is EventMove.OpenCodes)
        {
            await audit.Write("code-book.open", code);
        }

        await audit.Write("event.move", code, why: $"{move}");
        await signer.SignNow(all: true); // whether it was locked or opened, the ledger is signed as it stands
        TempData["Done"] = $"已{move.Name()}。";
        return RedirectToAction("Show", "Events", new { code });
    }
}
