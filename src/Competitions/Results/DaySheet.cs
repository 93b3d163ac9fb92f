using Competitions.Scoring;

namespace Competitions.Results;

public enum DaySheetStage
{
    /// <summary>评分中: a work is not marked to the end, or not signed.</summary>
    Open,

    /// <summary>待确认.</summary>
    Whole,

    /// <summary>已确认，待锁定.</summary>
    Confirmed,

    /// <summary>已锁定.</summary>
    Locked,
}

/// <summary>评分单 of one module on one day, as it stands in the ledger: the works that were marked then. Lines of correction slips have their own two signatures and are not in it.</summary>
/// <param name="Works">How many were marked on that day.</param>
/// <param name="Marked">Of them marked to the end.</param>
/// <param name="LackSignature">Of a process sheet: without both signatures in force.</param>
/// <param name="Sequence">Of its last line.</param>
/// <param name="Judges">Accounts of who gave a mark on it.</param>
public sealed record DaySheet(string EventCode, Sheet Sheet, int Works, int Marked, int LackSignature, long Sequence, IReadOnlySet<string> Judges, bool IsLocked)
{
    public bool IsWhole => Works > 0 && Marked == Works && LackSignature == 0;

    /// <summary>Of these the one that is of the sheet as it stands.</summary>
    public SheetConfirmation? Standing(IEnumerable<SheetConfirmation> confirmations) => confirmations.LastOrDefault(c => c.IsOf(Sheet) && c.Holds(Sequence));

    public DaySheetStage Stage(IEnumerable<SheetConfirmation> confirmations) =>
        IsLocked ? DaySheetStage.Locked : Standing(confirmations) is not null ? DaySheetStage.Confirmed : IsWhole ? DaySheetStage.Whole : DaySheetStage.Open;
}

/// <summary>Who signs: his account, its name, and the name as he typed it.</summary>
public sealed record Signer(string Account, string Name, string Typed)
{
    /// <exception cref="Refusal">day-sheet.name</exception>
    public void Check() => Refusal.Unless(Typed.Trim() == Name, "day-sheet.name", Name);
}

/// <summary>
/// 评分单确认: a second person's word on a sheet up to a line of the ledger. He marked nothing on it and changes nothing; a later line
/// leaves it without force. Append-only.
/// </summary>
public sealed record SheetConfirmation(string EventCode, string Module, DateOnly Day, string Account, string Name, long Sequence, DateTime At)
{
    public int Id { get; private set; }

    /// <param name="seen">The line up to which he saw the sheet.</param>
    /// <param name="earlier">All confirmations of the event.</param>
    /// <exception cref="Refusal">day-sheet.name, .changed, .locked, .own-mark, .not-whole, .already-confirmed</exception>
    public static SheetConfirmation Confirm(DaySheet sheet, Signer by, long seen, IEnumerable<SheetConfirmation> earlier, DateTime at)
    {
        by.Check();
        Refusal.Unless(!sheet.IsLocked, "day-sheet.locked");
        Refusal.Unless(seen == sheet.Sequence, "day-sheet.changed");
        Refusal.Unless(!sheet.Judges.Contains(by.Account), "day-sheet.own-mark");
        Refusal.Unless(sheet.IsWhole, "day-sheet.not-whole", sheet.Works - sheet.Marked, sheet.LackSignature);
        Refusal.Unless(sheet.Standing(earlier) is null, "day-sheet.already-confirmed");
        return new SheetConfirmation(sheet.EventCode, sheet.Sheet.Module, sheet.Sheet.Day, by.Account, by.Name, sheet.Sequence, at);
    }

    public bool IsOf(Sheet sheet) => (Module, Day) == (sheet.Module, sheet.Day);

    /// <summary>Nothing was written on the sheet since.</summary>
    public bool Holds(long last) => Sequence == last;
}

public enum SheetTurn
{
    /// <summary>锁定.</summary>
    Lock,

    /// <summary>解锁.</summary>
    Unlock,
}

/// <summary>锁定与解锁 of a sheet: who, when, why. Append-only; what is locked now stands in the ledger's head.</summary>
public sealed record SheetLock(string EventCode, string Module, DateOnly Day, SheetTurn Turn, string Account, string Name, string Why, long Sequence, DateTime At)
{
    public const int LongestReason = 200;

    public int Id { get; private set; }

    /// <summary>By the chief judge, once another has confirmed the sheet as it stands.</summary>
    /// <param name="confirmations">All of the event.</param>
    /// <exception cref="Refusal">day-sheet.already-locked, .unconfirmed, .second-person</exception>
    public static SheetLock Lock(DaySheet sheet, IEnumerable<SheetConfirmation> confirmations, string account, string name, DateTime at)
    {
        Refusal.Unless(!sheet.IsLocked, "day-sheet.already-locked");
        var standing = sheet.Standing(confirmations) ?? throw new Refusal("day-sheet.unconfirmed");
        Refusal.Unless(standing.Account != account, "day-sheet.second-person");
        return new SheetLock(sheet.EventCode, sheet.Sheet.Module, sheet.Sheet.Day, SheetTurn.Lock, account, name, "", sheet.Sequence, at);
    }

    /// <summary>A duty of its own, with a reason: neither who marked nor who locked opens it again.</summary>
    /// <param name="lockedBy">Account of who locked it; null where nobody is known.</param>
    /// <exception cref="Refusal">day-sheet.not-locked, .reason-missing, .own-mark, .unlocks-own</exception>
    public static SheetLock Unlock(DaySheet sheet, string? lockedBy, string account, string name, string why, DateTime at)
    {
        Refusal.Unless(sheet.IsLocked, "day-sheet.not-locked");
        Refusal.Unless(why.Trim().Length is >= 4 and <= LongestReason, "day-sheet.reason-missing", LongestReason);
        Refusal.Unless(!sheet.Judges.Contains(account), "day-sheet.own-mark");
        Refusal.Unless(lockedBy != account, "day-sheet.unlocks-own");
        return new SheetLock(sheet.EventCode, sheet.Sheet.Module, sheet.Sheet.Day, SheetTurn.Unlock, account, name, why.Trim(), sheet.Sequence, at);
    }

    public bool IsOf(Sheet sheet) => (Module, Day) == (sheet.Module, sheet.Day);
}
