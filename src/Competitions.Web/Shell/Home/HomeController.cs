using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Home;

public sealed record HomePage(DateTime Now, IReadOnlyList<HeldDuty> Duties, IReadOnlyList<WaitingItem> Waiting)
{
    /// <summary>Overdue, today, this week, later; empty groups are left out.</summary>
    public IEnumerable<(string Name, bool Late, IReadOnlyList<WaitingItem> Items)> Groups()
    {
        var today = Now.InChina().Date();
        var groups = Waiting.OrderBy(w => w.Due ?? DateTime.MaxValue).ToLookup(w => w.Due switch
        {
            { } due when due < Now => 0,
            { } due when due.InChina().Date() == today => 1,
            { } due when due.InChina().Date() <= today.AddDays(7) => 2,
            _ => 3,
        });
        string[] names = ["逾期", "今天", "七天内", "其他"];
        return Enumerable.Range(0, 4).Where(groups.Contains).Select(g => (names[g], g == 0, (IReadOnlyList<WaitingItem>)[.. groups[g]]));
    }
}

[Route(""), Authorize(Policies.SignedIn)]
public sealed class HomeController(MyDuties duties, Waiting waiting, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(new HomePage(clock.UtcNow(), await duties.Held(), await waiting.Items()));
}
