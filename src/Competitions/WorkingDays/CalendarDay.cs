namespace Competitions.WorkingDays;

public enum CalendarDayKind
{
    /// <summary>A day off that the ordinary week would have made a working day, or a weekend inside a holiday.</summary>
    Off,

    /// <summary>调休上班: a weekend day on which people work.</summary>
    Work,
}

/// <summary>A line of the State Council's yearly arrangement (国务院办公厅关于部分节假日安排的通知): a day that differs from the week.</summary>
public sealed record CalendarDay(DateOnly On, CalendarDayKind Kind, string Holiday);
