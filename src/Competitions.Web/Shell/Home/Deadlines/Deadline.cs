using Competitions.Data;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Shell.Home.Deadlines;

/// <summary>A date of the caller's: what ends, begins or is held at an instant in UTC.</summary>
/// <param name="Detail">Whose it is and how it is meant: “17:00 截止”.</param>
/// <param name="Of">The contest it belongs to, by code; lists show each contest's next one.</param>
public sealed record Deadline(DateTime At, string Title, string Detail, string Address, string? Of = null)
{
    public DateOnly On => At.InChina().Date();
}

/// <summary>A room's part of the calendar, in the caller's scope. Registered in <see cref="House"/>; a few queries each.</summary>
public interface IDeadlines
{
    /// <param name="from">UTC, inclusive.</param>
    /// <param name="to">UTC, exclusive.</param>
    Task<IEnumerable<Deadline>> Between(MyDuties duties, CompetitionsDb db, DateTime from, DateTime to);
}
