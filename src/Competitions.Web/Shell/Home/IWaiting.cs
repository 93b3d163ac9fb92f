using Competitions.Data;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Shell.Home;

/// <summary>Something that waits for the caller. <paramref name="Due"/> is an instant in UTC; without one it waits this week.</summary>
/// <param name="Count">As it is shown: “38 人”.</param>
/// <param name="Act">The word on its button.</param>
public sealed record WaitingItem(string Icon, string Title, string Detail, DateTime? Due, string Count, string Address, string Act);

/// <summary>A room's part of the home page. Registered in <see cref="House"/>; one or two queries each.</summary>
public interface IWaiting
{
    Task<IEnumerable<WaitingItem>> For(MyDuties duties, CompetitionsDb db, DateTime now);
}
