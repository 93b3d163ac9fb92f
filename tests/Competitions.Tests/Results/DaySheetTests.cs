using Competitions.Results;
using Competitions.Scoring;

namespace Competitions.Tests.Results;

/// <summary>评分单: confirmed by one who gave no mark on it, locked by the chief judge, opened again by a third.</summary>
public class DaySheetTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Sheet Practical = new("practical", new DateOnly(2026, 6, 1));

    private static DaySheet Of(long sequence = 12, int marked = 4, int unsigned = 0, bool locked = false) => new("WELD", Practical, 4, marked, unsigned, sequence, new HashSet<string> { "judge" }, locked);

    private static SheetConfirmation Confirmed(string by = "clerk", long sequence = 12) => SheetConfirmation.Confirm(Of(sequence), new Signer(by, "万洁", "万洁"), sequence, [], Now);

    private static string? Code(Action act) => Record.Exception(act) is Refusal refusal ? refusal.Code : null;

    [Fact]
    public void A_sheet_goes_from_open_by_whole_and_confirmed_to_locked()
    {
        Assert.Equal(DaySheetStage.Open, Of(marked: 3).Stage([]));
        Assert.Equal(DaySheetStage.Open, Of(unsigned: 1).Stage([]));
        Assert.Equal(DaySheetStage.Whole, Of().Stage([]));
        Assert.Equal(DaySheetStage.Confirmed, Of().Stage([Confirmed()]));
        Assert.Equal(DaySheetStage.Locked, Of(locked: true).Stage([Confirmed()]));
    }

    [Fact]
    public void Who_gave_a_mark_on_it_does_not_confirm_it() => Assert.Equal("day-sheet.own-mark", Code(() => Confirmed("judge")));

    [Fact]
    public void It_is_confirmed_whole_once_under_ones_own_name_and_as_it_was_seen()
    {
        var clerk = new Signer("clerk", "万洁", "万洁");
        Assert.Equal("day-sheet.name", Code(() => SheetConfirmation.Confirm(Of(), clerk with { Typed = "石铭" }, 12, [], Now)));
        Assert.Equal("day-sheet.changed", Code(() => SheetConfirmation.Confirm(Of(), clerk, 11, [], Now)));
        Assert.Equal("day-sheet.not-whole", Code(() => SheetConfirmation.Confirm(Of(marked: 3), clerk, 12, [], Now)));
        Assert.Equal("day-sheet.not-whole", Code(() => SheetConfirmation.Confirm(Of(unsigned: 2), clerk, 12, [], Now)));
        Assert.Equal("day-sheet.locked", Code(() => SheetConfirmation.Confirm(Of(locked: true), clerk, 12, [], Now)));
        Assert.Equal("day-sheet.already-confirmed", Code(() => SheetConfirmation.Confirm(Of(), clerk, 12, [Confirmed("supervisor")], Now)));
    }

    [Fact]
    public void A_later_mark_leaves_the_confirmation_without_force()
    {
        Assert.Equal(DaySheetStage.Whole, Of(sequence: 13).Stage([Confirmed()]));
        Assert.Equal("day-sheet.unconfirmed", Code(() => SheetLock.Lock(Of(sequence: 13), [Confirmed()], "chief", "谭钧", Now)));
        Assert.NotNull(SheetConfirmation.Confirm(Of(sequence: 13), new Signer("clerk", "万洁", " 万洁 "), 13, [Confirmed()], Now));
    }

    [Fact]
    public void Two_persons_confirm_and_lock()
    {
        Assert.Equal("day-sheet.unconfirmed", Code(() => SheetLock.Lock(Of(), [], "chief", "谭钧", Now)));
        Assert.Equal("day-sheet.second-person", Code(() => SheetLock.Lock(Of(), [Confirmed("chief")], "chief", "谭钧", Now)));
        Assert.Equal("day-sheet.already-locked", Code(() => SheetLock.Lock(Of(locked: true), [Confirmed()], "chief", "谭钧", Now)));
        Assert.Equal((SheetTurn.Lock, 12L), SheetLock.Lock(Of(), [Confirmed()], "chief", "谭钧", Now) is var locked ? (locked.Turn, locked.Sequence) : default);
    }

    [Fact]
    public void Neither_who_locked_nor_who_marked_unlocks_and_nobody_without_a_reason()
    {
        Assert.Equal("day-sheet.unlocks-own", Code(() => SheetLock.Unlock(Of(locked: true), "chief", "chief", "谭钧", "裁判漏录一件作品", Now)));
        Assert.Equal("day-sheet.own-mark", Code(() => SheetLock.Unlock(Of(locked: true), "chief", "judge", "邹欣岚", "裁判漏录一件作品", Now)));
        Assert.Equal("day-sheet.reason-missing", Code(() => SheetLock.Unlock(Of(locked: true), "chief", "unlock", "祁正言", " 漏录 ", Now)));
        Assert.Equal("day-sheet.not-locked", Code(() => SheetLock.Unlock(Of(), "chief", "unlock", "祁正言", "裁判漏录一件作品", Now)));
        Assert.Equal("裁判漏录一件作品", SheetLock.Unlock(Of(locked: true), "chief", "unlock", "祁正言", " 裁判漏录一件作品 ", Now).Why);
    }
}
