using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Moves;

[Route("events/{code}/moves"), Authorize(Policies.Organise)]
public sealed class MovesController(CompetitionsDb db, EntryDesk entries, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, EventMove move, string? why)
    {
        Refusal.Unless(!move.IsMadeElsewhere(), "event.move-not-allowed");
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (of, now, by) = (Missing.Unless(await db.Events.WithCode(code)), clock.UtcNow(), User.Account());
        of.Make(move, await db.FactsOf(of), by, now, why ?? "");
        var released = move is EventMove.Cancel ? await entries.Release(of, by, why ?? "") : 0;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await audit.Write("event.move", code, why: $"{move}");
        TempData["Done"] = released > 0 ? $"赛项已取消，{released} 份报名已释放，选手可改报其他赛项。" : $"已{move.Name()}。";
        return RedirectToAction("Show", "Events", new { code });
    }
}
