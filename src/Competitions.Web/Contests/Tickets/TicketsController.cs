using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Tickets;

public sealed record TicketsPage(Event Event, IReadOnlyList<AdmissionTicket> Tickets, int Total, int Part, HtmlString Markup, bool CanPrint)
{
    public int Parts => Math.Max(1, (Total + TicketsController.MostAtOnce - 1) / TicketsController.MostAtOnce);
}

[Route("events/{code}/tickets"), Authorize(Policies.RunDay)]
public sealed class TicketsController(CompetitionsDb db, Documents documents, PdfPrinter printer, AuditTrail audit) : Controller
{
    /// <summary>Pages of one print or file.</summary>
    public const int MostAtOnce = 200;

    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int part = 1, string? number = null)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var (tickets, total) = await db.Tickets(of, part, number);
        return View(new TicketsPage(of, tickets, total, part, new HtmlString(await documents.Render<TicketSheet>(Parameters(tickets))), printer.CanPrint));
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Show(string code, int part = 1, string? number = null)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var (tickets, _) = await db.Tickets(of, part, number);
        Refusal.Unless(tickets.Count > 0, "ticket.none");
        await audit.Write("ticket.print", code, why: $"{tickets.Count}");
        return File(await documents.Pdf<TicketSheet>("准考证", "ticket.css", Parameters(tickets)), "application/pdf", $"tickets-{code}-{part}.pdf");
    }

    private static Dictionary<string, object?> Parameters(IReadOnlyList<AdmissionTicket> tickets) => new() { [nameof(TicketSheet.Tickets)] = tickets };
}

internal static class TicketQueries
{
    /// <summary>A part of an event's tickets in order of their numbers, or one of them; four queries whatever their number.</summary>
    public static async Task<(IReadOnlyList<AdmissionTicket> Tickets, int Total)> Tickets(this CompetitionsDb db, Event of, int part, string? number)
    {
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var taking = db.Entries.AsNoTracking().Where(e => e.EventId == of.Id && e.AdmissionNumber != null
            && (e.Stage == EntryStage.Accepted || e.Stage == EntryStage.Confirmed || e.Stage == EntryStage.SignedIn) && (number == null || e.AdmissionNumber == number));
        var total = await taking.CountAsync();
        var entries = await taking.OrderBy(e => e.AdmissionNumber).Skip((Math.Max(1, part) - 1) * TicketsController.MostAtOnce).Take(TicketsController.MostAtOnce)
            .Select(e => new { e.Id, e.AdmissionNumber, e.Group, e.UnitName, e.TeamName, Names = e.Members.Where(m => m.Role == EntryRole.Competitor).Select(m => m.Name) }).ToListAsync();
        var ids = entries.Select(e => (int?)e.Id).ToList();
        var seats = (await (from seat in db.Seats where ids.Contains(seat.EntryId) join s in db.Sessions on seat.SessionId equals s.Id orderby s.PlannedAt
                            select new { seat.EntryId, seat.Number, s.Module, s.Name, s.Room, s.PlannedAt, s.Minutes }).ToListAsync()).ToLookup(s => s.EntryId);
        var (groups, modules) = (of.Groups.ToDictionary(g => g.Code, g => g.Name), of.Modules.ToDictionary(m => m.Code, m => m.Name));
        return ([.. entries.Select(e => new AdmissionTicket(contest.Name, of.Title, of.Code, groups.GetValueOrDefault(e.Group, e.Group), e.AdmissionNumber!,
            e.TeamName is null ? string.Join('、', e.Names) : $"{e.TeamName}（{string.Join('、', e.Names)}）", e.UnitName, contest.OrganisationName,
            [.. seats[e.Id].Select(s => new TicketSession(modules.GetValueOrDefault(s.Module, s.Module), s.Name, s.Room, s.Number, s.PlannedAt, s.Minutes))], of.Rules.Day.LateMinutes))], total);
    }
}
