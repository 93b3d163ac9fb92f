using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Tickets;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Entries.Mine.Tickets;

public sealed record MyTicketPage(int EntryId, Event Event, AdmissionTicket Ticket, HtmlString Markup);

/// <summary>A competitor's own admission ticket, for the telephone and for print.</summary>
[Route("my/entries/{id:int}/ticket"), Authorize(Policies.Own)]
public sealed class MyTicketsController(CompetitionsDb db, Documents documents) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id)
    {
        var me = this.WorkerId();
        var entry = Missing.Unless(await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.AdmissionNumber != null && e.Members.Any(m => m.WorkerId == me)));
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Id == entry.EventId);
        var (tickets, _) = await db.Tickets(of, 1, entry.AdmissionNumber);
        var ticket = tickets.Count == 0 ? throw new Missing() : tickets[0];
        return View(new MyTicketPage(id, of, ticket, new HtmlString(await documents.Render<TicketSheet>(new Dictionary<string, object?> { [nameof(TicketSheet.Tickets)] = tickets }))));
    }
}
