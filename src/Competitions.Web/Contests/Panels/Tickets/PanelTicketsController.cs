using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Panels.Tickets;

/// <param name="Last">His newest ticket; null where he has had none.</param>
/// <param name="Against">What stands against him, in words: he gets none.</param>
public sealed record SeatRow(PanelJudge Judge, PanelTicket? Last, string Against);

public sealed record PanelTicketsPage(Event Event, Panel Panel, IReadOnlyList<SeatRow> Rows, DateTime Now);

/// <param name="Address">Where a tablet on the venue's network opens it.</param>
public sealed record PrintedTicketsPage(Event Event, Panel Panel, IReadOnlyList<PrintedTicket> Tickets, string Address);

/// <summary>入席码 of a panel: given to each judge on the day, shown once, worth one tablet.</summary>
[Route("events/{code}/panels/{id:int}/tickets"), Authorize(Policies.Appoint)]
public sealed class PanelTicketsController(CompetitionsDb db, PanelTicketDesk desk, AuditTrail audit, IConfiguration configuration, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int id)
    {
        var (of, panel) = await db.PanelOf(code, id);
        var standings = await db.StandingsOf(of, [.. panel.Judges.Select(j => j.Account)], clock.Today());
        var last = (await db.PanelTickets.AsNoTracking().Where(t => t.PanelId == id).OrderBy(t => t.Id).ToListAsync()).GroupBy(t => t.Account).ToDictionary(t => t.Key, t => t.Last());
        return View(new PanelTicketsPage(of, panel, [.. panel.Judges.Select(j => new SeatRow(j, last.GetValueOrDefault(j.Account), standings[j.Account].Against([id], j.Account == User.Account())))], clock.UtcNow()));
    }

    /// <param name="account">Of each judge who gets one.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, List<string> account)
    {
        var (of, panel) = await db.PanelOf(code, id);
        Refusal.Unless(account.Count > 0, "panel-ticket.none");
        Refusal.Unless(account.TrueForAll(panel.Has), "panel.not-seated");
        await Check(of, panel, account);
        await audit.Write("panel-ticket.give", $"{code}/{id}", why: string.Join(' ', account));
        var printed = await desk.Give(panel, [.. account.Distinct()], User.Account());
        Response.Headers.CacheControl = "no-store";
        var house = (configuration["VenueAddress"] ?? $"{Request.Scheme}://{Request.Host}").TrimEnd('/');
        return View("Show", new PrintedTicketsPage(of, panel, printed, $"{house}/panel-seat"));
    }

    /// <summary>What arose since they were seated; of the caller himself only what he may know.</summary>
    private async Task Check(Event of, Panel panel, List<string> accounts)
    {
        var standings = await db.StandingsOf(of, accounts, clock.Today());
        foreach (var judge in panel.Judges.Where(j => accounts.Contains(j.Account)))
        {
            standings[judge.Account].Check(judge.Name, panel.Id, himself: judge.Account == User.Account());
        }
    }
}

[Route("events/{code}/panels/{id:int}/tickets/{ticket:int}/endings"), Authorize(Policies.Appoint)]
public sealed class PanelTicketEndingsController(CompetitionsDb db, PanelTicketDesk desk, AuditTrail audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, int ticket)
    {
        await db.PanelOf(code, id);
        var ended = Missing.Unless(await db.PanelTickets.SingleOrDefaultAsync(t => t.Id == ticket && t.PanelId == id));
        await audit.Write("panel-ticket.end", $"{code}/{id}/{ticket}");
        await desk.End([ended]);
        TempData["Done"] = "已收回，那台设备下一次请求起不能再给分；没有补发的给分仍留在设备上。";
        return Redirect($"/events/{code}/panels/{id}/tickets");
    }
}

internal static class PanelTicketQueries
{
    /// <exception cref="Missing">No such panel in this event.</exception>
    public static async Task<(Event Event, Panel Panel)> PanelOf(this CompetitionsDb db, string code, int id)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        return (of, Missing.Unless(await db.Panels.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.EventId == of.Id)));
    }
}
