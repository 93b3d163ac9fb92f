namespace Competitions.Web.Contests.Tickets;

/// <summary>Where and when one session is for one entry.</summary>
public sealed record TicketSession(string Module, string Name, string Room, string Seat, DateTime PlannedAt, int Minutes);

/// <summary>准考证. What the QR holds names event and number and nothing of the person.</summary>
public sealed record AdmissionTicket(
    string Contest, string Event, string EventCode, string Group, string Number, string Names, string Unit, string Organiser, IReadOnlyList<TicketSession> Sessions, int LateMinutes)
{
    public string Code => $"{EventCode}/{Number}";
}
