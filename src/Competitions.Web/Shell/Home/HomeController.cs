using Competitions.Web.Contests;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Home.Deadlines;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Home;

public sealed record HomePage(
    DateTime Now, IReadOnlyList<HeldDuty> Duties, IReadOnlyList<WaitingItem> Waiting, CalendarMonth Month, IReadOnlyList<Deadline> Coming, IReadOnlyList<ContestRow> Contests)
{
    public bool ReadsContests => Duties.Any(d => Policies.KindsOf(Policies.ReadContests).Contains(d.Kind));

    public int ThisWeek => Coming.Count(d => d.On <= Now.InChina().Date().AddDays(7));

    public Deadline? NextOf(string contest) => Coming.FirstOrDefault(d => d.Of == contest);

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
        string[] names = ["逾期", "今天", "七天内", "以后"];
        return Enumerable.Range(0, 4).Where(groups.Contains).Select(g => (names[g], g == 0, (IReadOnlyList<WaitingItem>)[.. groups[g]]));
    }
}

[Route(""), Authorize(Policies.SignedIn)]
public sealed class HomeController(MyDuties duties, Waiting waiting, Calendar calendar, ContestList contests, TimeProvider clock) : Controller
{
    private const int DaysAhead = 120;
    private const int MostContests = 6;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var first = new DateOnly(today.Year, today.Month, 1);
        var deadlines = await calendar.Between(first, today.AddDays(DaysAhead));
        return View(new HomePage(
            now, await duties.Held(), await waiting.Items(), await calendar.Month(first, deadlines.Where(d => d.On < first.AddMonths(1))),
            [.. deadlines.Where(d => d.At >= now || d.On == today)], await contests.InProgress(MostContests)));
    }

    /// <summary>For the bell, which asks when its page stands: no page is later because every room was asked first.</summary>
    [HttpGet("waiting/rows")]
    public async Task<IActionResult> Bell() => PartialView("_Bell", await waiting.Items());
}
