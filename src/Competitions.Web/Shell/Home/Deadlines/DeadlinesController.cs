using System.Globalization;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Shell.Home.Deadlines;

public sealed record DeadlinesPage(CalendarMonth Month, IReadOnlyList<Deadline> Deadlines);

/// <summary>The calendar of a month; a month that is none shows this one.</summary>
[Route("deadlines"), Authorize(Policies.SignedIn)]
public sealed class DeadlinesController(Calendar calendar, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? month)
    {
        var today = clock.Today();
        var first = DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is >= 2000 and <= 2100
            ? asked
            : new DateOnly(today.Year, today.Month, 1);
        var deadlines = await calendar.Between(first, first.AddMonths(1));
        return View(new DeadlinesPage(await calendar.Month(first, deadlines), deadlines));
    }
}
