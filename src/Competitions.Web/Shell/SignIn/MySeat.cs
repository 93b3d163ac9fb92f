using Competitions.Data;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.SignIn;

/// <summary>A place in a panel that a ticket opened on a tablet, and the key of that tablet.</summary>
public sealed record PanelSeat(int Ticket, int EventId, string EventCode, string Module, string DeviceKey);

/// <summary>The place that the caller's tablet holds, read at each request; none for who signed in with a password.</summary>
public sealed class MySeat(CompetitionsDb db)
{
    public PanelSeat? Held { get; private set; }

    /// <summary>The tablet held a place, and holds it no longer: it wants a new ticket, not a password.</summary>
    public bool IsOver { get; private set; }

    /// <summary>One query; false when the place is over.</summary>
    /// <param name="isOpen">The visit that the ticket opened was not ended.</param>
    public async Task<bool> Take(int ticketId, bool isOpen)
    {
        var seat = await (
            from ticket in db.PanelTickets.AsNoTracking()
            where ticket.Id == ticketId
            join of in db.Events on ticket.EventId equals of.Id
            join head in db.LedgerHeads on of.Code equals head.EventCode into heads
            from head in heads.DefaultIfEmpty()
            select new
            {
                Ticket = ticket, of.Code, of.Stage, Locked = head == null ? null : head.LockedSheets,
                IsSeated = db.Panels.Any(p => p.Id == ticket.PanelId && p.Judges.Any(j => j.Account == ticket.Account)),
            }).SingleAsync();
        var isLocked = seat.Ticket.UsedAt is { } used && LedgerHead.IsLockedSince(seat.Locked ?? [], seat.Ticket.Module, used.InChina().Date());
        IsOver = !isOpen || !seat.Ticket.Lasts(seat.IsSeated, seat.Stage, isLocked);
        Held = IsOver ? null : new PanelSeat(ticketId, seat.Ticket.EventId, seat.Code, seat.Ticket.Module, seat.Ticket.DeviceKey!);
        return !IsOver;
    }
}

public static class SeatBounds
{
    /// <summary>A tablet that came in by a ticket marks in its event, and opens nothing else.</summary>
    public static IApplicationBuilder UseSeatBounds(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<MySeat>().Held is not { } seat || IsOpen(context.Request.Path, $"/events/{seat.EventCode}"))
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect($"/events/{seat.EventCode}/marking");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });

    private static bool IsOpen(PathString path, string home) =>
        path.StartsWithSegments($"{home}/marking") || path.StartsWithSegments($"{home}/marks") || path.StartsWithSegments("/panel-seat") || path.StartsWithSegments("/sign-out") || path.StartsWithSegments("/error");
}
