using Competitions.Contests;
using Competitions.Results;

namespace Competitions.Web.Results.Sheets;

/// <param name="Confirmed">In force.</param>
/// <param name="Locked">While it is.</param>
public sealed record DaySheetRow(DaySheet Sheet, DaySheetStage Stage, SheetConfirmation? Confirmed, SheetLock? Locked);

public sealed record DaySheetsPage(Event Event, IReadOnlyList<DaySheetRow> Rows);

/// <param name="Judges">How many gave a mark.</param>
public sealed record DaySheetWork(string Work, Points? Points, (int Marked, int All) Progress, int Judges, bool IsSigned);

/// <param name="Confirmations">The oldest first.</param>
public sealed record DaySheetPage(
    Event Event, EventModule Module, DaySheet Sheet, DaySheetStage Stage, IReadOnlyList<DaySheetWork> Works, IReadOnlyList<SheetConfirmation> Confirmations, IReadOnlyList<SheetLock> Locks, string Me)
{
    public string Address => $"/events/{Event.Code}/sheets/{Sheet.Sheet}";

    public bool MarkedOn => Sheet.Judges.Contains(Me);

    /// <summary>What happened to it, the newest first.</summary>
    public IEnumerable<(DateTime At, string What, string Who, string Why)> History =>
        Confirmations.Select(c => (c.At, c.Holds(Sheet.Sequence) ? "确认" : "确认（此后有改动，已失效）", c.Name, ""))
            .Concat(Locks.Select(l => (l.At, l.Turn is SheetTurn.Lock ? "锁定" : "解锁", l.Name, l.Why))).OrderBy(h => h.At).Reverse(); // of one instant, too: the lock after the word
}

/// <summary>Stages as they are said on the screen.</summary>
public static class DaySheetWords
{
    public static string Name(this DaySheetStage stage) => stage switch
    {
        DaySheetStage.Open => "评分中",
        DaySheetStage.Whole => "待确认",
        DaySheetStage.Confirmed => "待锁定",
        _ => "已锁定",
    };

    /// <summary>The mark's class in the theme.</summary>
    public static string Mark(this DaySheetStage stage) => stage switch
    {
        DaySheetStage.Open => "st-run",
        DaySheetStage.Locked => "st-ok",
        _ => "st-warn",
    };
}
