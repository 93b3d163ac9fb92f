using Competitions.WorkingDays;

namespace Competitions.Notices;

public enum NoticeOf
{
    /// <summary>Published results of an event; the id is the event's.</summary>
    EventResults,

    /// <summary>What a call of a programme selected; the id is the call's.</summary>
    Call,
}

/// <summary>What the list was taken from. Other rooms are known by kind and id alone.</summary>
public sealed record NoticeSource(NoticeOf Kind, int Id);

/// <summary>Who gives it.</summary>
/// <param name="Name">As it is called on the day.</param>
public sealed record NoticePublisher(int OrganisationId, string Name);

/// <summary>What is said about the list.</summary>
/// <param name="Place">Where it hangs beside the portal: 单位公示栏, a website; may be empty.</param>
/// <param name="Contact">Who takes objections, with telephone or address.</param>
public sealed record NoticeText(string Title, string Place, string Contact);

/// <param name="IsMasked">Its cells are not whole: names by their first character.</param>
public sealed record NoticeColumn(string Name, bool IsMasked = false);

/// <summary>A line as it is shown, for ever: a cell for each column, masked before it came here.</summary>
public sealed class NoticeRow
{
    public int Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Order { get; init; }
    public IReadOnlyList<string> Cells { get; init; } = [];
}

/// <summary>The list: column heads and rows.</summary>
public sealed record NoticeList(IReadOnlyList<NoticeColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Without the columns that no row has anything in.</summary>
    public NoticeList Trimmed()
    {
        var kept = Columns.Index().Where(c => Rows.Any(r => r[c.Index].Length > 0)).Select(c => c.Index).ToList();
        return new NoticeList([.. kept.Select(i => Columns[i])], [.. Rows.Select(r => (IReadOnlyList<string>)[.. kept.Select(i => r[i])])]);
    }
}

/// <summary>公示期 P-PUB: the first day is not counted (民法典第201条), the last one is in it to its end.</summary>
/// <param name="Days">Working days that the rules ask for.</param>
/// <param name="IsByHand">A year of it has no arrangement of holidays, so the end was set by a person.</param>
public sealed record NoticePeriod(DateOnly StartsOn, DateOnly EndsOn, int Days, bool IsByHand)
{
    /// <param name="until">A later end, or the end where the calendar cannot say it; null for the day that the calendar says.</param>
    /// <exception cref="Refusal">working-day.no-arrangement: then an end must be given; notice.days, notice.end-too-early</exception>
    public static NoticePeriod Of(DateOnly startsOn, int days, WorkingDay calendar, DateOnly? until = null)
    {
        Refusal.Unless(days >= 1, "notice.days", days);
        try
        {
            var end = calendar.After(startsOn, days);
            Refusal.Unless(until is null || until >= end, "notice.end-too-early", end, days);
            return new NoticePeriod(startsOn, until ?? end, days, false);
        }
        catch (Refusal no) when (no.Code == "working-day.no-arrangement" && until is not null)
        {
            Refusal.Unless(until >= startsOn.AddDays(days), "notice.end-too-early", startsOn.AddDays(days), days); // no calendar makes more than one working day of a day
            return new NoticePeriod(startsOn, until.Value, days, true);
        }
    }
}
