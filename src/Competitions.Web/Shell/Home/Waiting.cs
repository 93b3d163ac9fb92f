using Competitions.Data;
using Competitions.Web.Shell.Access;

namespace Competitions.Web.Shell.Home;

/// <summary>Everything that waits for the caller, asked of the rooms once a request: the bell and the home page show the same.</summary>
public sealed class Waiting(MyDuties duties, CompetitionsDb db, IEnumerable<IWaiting> rooms, TimeProvider clock)
{
    private List<WaitingItem>? _items;

    /// <summary>By due time, what has none last.</summary>
    public async Task<IReadOnlyList<WaitingItem>> Items()
    {
        if (_items is null)
        {
            List<WaitingItem> items = [];
            foreach (var room in (await duties.Held()).Count > 0 ? rooms : [])
            {
                items.AddRange(await room.For(duties, db, clock.UtcNow()));
            }

            _items = [.. items.OrderBy(i => i.Due ?? DateTime.MaxValue)];
        }

        return _items;
    }
}
