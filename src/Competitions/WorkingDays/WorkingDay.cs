namespace Competitions.WorkingDays;

/// <summary>
/// Working days as the country works them: Monday to Friday, without the holidays, with the make-up days. A year counts as
/// arranged when it has a line of its own; a day of a year without one is refused instead of guessed.
/// </summary>
public sealed class WorkingDay
{
    private readonly Dictionary<DateOnly, CalendarDayKind> _days;
    private readonly HashSet<int> _years;

    public WorkingDay(IEnumerable<CalendarDay> days)
    {
        _days = days.ToDictionary(d => d.On, d => d.Kind);
        _years = [.. _days.Keys.Select(d => d.Year)];
    }

    /// <summary>The last year whose arrangement is known; null for an empty calendar.</summary>
    public int? LastArrangedYear => _years.Count == 0 ? null : _years.Max();

    /// <exception cref="Refusal">working-day.no-arrangement (names the year)</exception>
    public bool Is(DateOnly day)
    {
        Refusal.Unless(_years.Contains(day.Year), "working-day.no-arrangement", day.Year);
        return _days.TryGetValue(day, out var kind)
            ? kind is CalendarDayKind.Work
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>
    /// The nth working day after a day, which is itself not counted (民法典第201条: 开始的当日不计入): one working day after a Friday is
    /// usually the Monday, whether or not the Friday was worked.
    /// </summary>
    /// <param name="count">At least 1; 0 gives the day itself.</param>
    /// <exception cref="Refusal">working-day.no-arrangement, working-day.count-negative</exception>
    public DateOnly After(DateOnly day, int count)
    {
        Refusal.Unless(count >= 0, "working-day.count-negative", count);
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Is(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after the first up to and including the second; 0 when the second is not later.</summary>
    public int Between(DateOnly after, DateOnly upTo)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
        {
            count += Is(day) ? 1 : 0;
        }

        return count;
    }
}
