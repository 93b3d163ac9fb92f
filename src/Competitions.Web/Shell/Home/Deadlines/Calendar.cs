using Competitions.Data;
using Competitions.Web.Shell.Access;
using Competitions.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Home.Deadlines;

/// <summary>A day of the month's sheet.</summary>
/// <param name="Word">“休” or “班” where the country's arrangement differs from the week, or a holiday falls on a weekend.</param>
public sealed record CalendarCell(DateOnly Day, bool IsWorked, string? Word, string? Holiday, IReadOnlyList<Deadline> Deadlines);

/// <summary>A month from Monday to Sunday; null are the days of the months beside it.</summary>
/// <param name="IsArranged">Whether the year's holidays are known; else only the weekends are grey.</param>
public sealed record CalendarMonth(DateOnly First, DateOnly Today, bool IsArranged, IReadOnlyList<IReadOnlyList<CalendarCell?>> Weeks)
{
    public static CalendarMonth Of(DateOnly first, DateOnly today, IEnumerable<CalendarDay> arranged, IEnumerable<Deadline> deadlines)
    {
        var (days, on) = (arranged.ToDictionary(d => d.On), deadlines.ToLookup(d => d.On));
        var cells = new List<CalendarCell?>(Enumerable.Repeat<CalendarCell?>(null, ((int)first.DayOfWeek + 6) % 7));
        for (var day = first; day.Month == first.Month; day = day.AddDays(1))
        {
            var differs = days.GetValueOrDefault(day);
            var worked = differs is null ? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) : differs.Kind is CalendarDayKind.Work;
            cells.Add(new CalendarCell(day, worked, differs is null ? null : worked ? "班" : "休", differs?.Holiday, [.. on[day]]));
        }

        cells.AddRange(Enumerable.Repeat<CalendarCell?>(null, (7 - cells.Count % 7) % 7));
        return new CalendarMonth(first, today, days.Keys.Any(d => d.Year == first.Year), [.. cells.Chunk(7)]);
    }
}

/// <summary>The caller's dates, asked of the rooms.</summary>
public sealed class Calendar(CompetitionsDb db, MyDuties duties, IEnumerable<IDeadlines> rooms, TimeProvider clock)
{
    /// <summary>In order of time.</summary>
    public async Task<IReadOnlyList<Deadline>> Between(DateOnly from, DateOnly to)
    {
        List<Deadline> all = [];
        foreach (var room in rooms)
        {
            all.AddRange(await room.Between(duties, db, from.StartInChina(), to.StartInChina()));
        }

        return [.. all.OrderBy(d => d.At).ThenBy(d => d.Title, StringComparer.Ordinal)];
    }

    public async Task<CalendarMonth> Month(DateOnly first, IEnumerable<Deadline> deadlines) =>
        CalendarMonth.Of(first, clock.Today(), await db.CalendarDays.AsNoTracking().Where(d => d.On.Year == first.Year).ToListAsync(), deadlines);
}
