using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Scoring;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Boards;

/// <summary>公开: which modules of a round the public sees.</summary>
[Route("events/{code}/board/{round}/releases"), Authorize(Policies.Organise)]
public sealed class BoardReleasesController(CompetitionsDb db, ScoreboardBroadcaster boards, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Create(string code, string round, [BindRequired] string module, [BindRequired] int version) => Change(code, round, module, version, shows: true);

    [HttpPost("{module}/delete")]
    public Task<IActionResult> Delete(string code, string round, string module, [BindRequired] int version) => Change(code, round, module, version, shows: false);

    private async Task<IActionResult> Change(string code, string round, string module, int version, bool shows)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var found = Missing.Unless(of.Modules.FirstOrDefault(m => m.Code == module && m.Round == round));
        await db.Show(code, round, version, r => (shows ? (Action<string>)r.Release : r.Hide)(module));
        boards.Changed(code);
        await audit.Write(shows ? "board.release" : "board.hide", $"{code}/{round}/{module}");
        TempData["Done"] = shows ? $"已公开“{found.Name}”。" : $"“{found.Name}”不再公开。";
        return RedirectToAction("Show", "JuryBoards", new { code });
    }
}

/// <summary>封榜: the public goes on seeing the board of this moment, the jury goes on.</summary>
[Route("events/{code}/board/{round}/freezes"), Authorize(Policies.Organise)]
public sealed class BoardFreezesController(CompetitionsDb db, ScoreboardBroadcaster boards, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Create(string code, string round, [BindRequired] int version) => Change(code, round, version, freeze: true);

    [HttpPost("delete")]
    public Task<IActionResult> Delete(string code, string round, [BindRequired] int version) => Change(code, round, version, freeze: false);

    private async Task<IActionResult> Change(string code, string round, int version, bool freeze)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        Missing.Unless(of.Rounds.FirstOrDefault(r => r.Code == round));
        var last = await db.LedgerHeads.Where(h => h.EventCode == code).Select(h => h.Sequence).SingleOrDefaultAsync();
        await db.Show(code, round, version, r =>
        {
            if (freeze)
            {
                r.Freeze(last);
            }
            else
            {
                r.Unfreeze();
            }
        });
        boards.Changed(code);
        await audit.Write(freeze ? "board.freeze" : "board.unfreeze", $"{code}/{round}");
        TempData["Done"] = freeze ? "已封榜，公众看到的成绩停在此刻。" : "已解除封榜，公众榜恢复实时。";
        return RedirectToAction("Show", "JuryBoards", new { code });
    }
}

internal static class BoardShowing
{
    /// <summary>Changes what the public sees of a round; the first change makes the row.</summary>
    /// <param name="version">That the page was made from.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it since.</exception>
    public static async Task Show(this CompetitionsDb db, string code, string round, int version, Action<BoardRelease> change)
    {
        var known = await db.BoardReleases.SingleOrDefaultAsync(r => r.EventCode == code && r.Round == round);
        var release = known ?? db.Add(new BoardRelease(code, round)).Entity;
        if ((known?.Version ?? 0) != version)
        {
            throw new DbUpdateConcurrencyException();
        }

        change(release);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException twice) when (known is null)
        {
            throw new DbUpdateConcurrencyException(twice.Message, twice); // two made the first row at once
        }
    }
}
