using Competitions.Data;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Shell.Home;

/// <summary>Everything that waits for the caller: the bell and the home page show the same.</summary>
public sealed class Waiting(MyDuties duties, CompetitionsDb db, IEnumerable<IWaiting> rooms, TimeProvider clock)
{
    /// <summary>By due time, what has none last.</summary>
    public async Task<IReadOnlyList<WaitingItem>> Items()
    {
        List<WaitingItem> items = [];
        foreach (var room in (await duties.Held()).Count > 0 ? rooms : [])
        {
            items.AddRange(await room.For(duties, db, clock.UtcNow()));
        }

        return [.. items.OrderBy(i => i.Due ?? DateTime.MaxValue)];
    }
}
