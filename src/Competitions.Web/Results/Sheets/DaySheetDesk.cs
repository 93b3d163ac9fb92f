using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Results;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Sheets;

/// <summary>Where the sheets of an event are confirmed, locked and opened again. A lock moves the ledger's head in the same transaction: no mark comes after it.</summary>
public sealed class DaySheetDesk(CompetitionsDb db, EntryDesk entries, MyDuties duties, TimeProvider clock)
{
    public async Task<Event> Event(string code) => Missing.Unless(await db.Events.AsNoTracking().WithCode(code));

    /// <summary>Of <c>practical@2026-06-01</c>.</summary>
    /// <exception cref="Missing">It names no sheet.</exception>
    public static Sheet Named(string id) => id.LastIndexOf('@') is var at and > 0 && DateOnly.TryParseExact(id[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new Sheet(id[..at], day) : throw new Missing();

    public async Task<DaySheetsPage> List(string code)
    {
        var of = await Event(code);
        var read = await Read(of);
        var (confirmations, locks) = await Words(code);
        return new DaySheetsPage(of, [.. read.Sheets.Select(s => new DaySheetRow(s, s.Stage(confirmations), s.Standing(confirmations), s.IsLocked ? LastLock(locks, s.Sheet) : null))]);
    }

    public async Task<DaySheetPage> Load(string code, string id)
    {
        var (of, at) = (await Event(code), Named(id));
        var read = await Read(of, at.Module);
        var sheet = Missing.Unless(read.Sheets.FirstOrDefault(s => s.Sheet == at));
        var (confirmations, locks) = await Words(code);
        var works = read.On(at).Select(w => new DaySheetWork(w.Work, w.Marks.Total(), w.Marks.Progress, w.Given.Select(l => l.Judge).Distinct().Count(), read.IsSigned(w)));
        return new DaySheetPage(of, of.Modules.First(m => m.Code == at.Module), sheet, sheet.Stage(confirmations), [.. works], [.. confirmations.Where(c => c.IsOf(at))], [.. locks.Where(l => l.IsOf(at))], duties.Account!);
    }

    /// <exception cref="Refusal">Those of <see cref="SheetConfirmation.Confirm"/></exception>
    public Task Confirm(Event of, Sheet at, string typed, long seen) => InTurn(of, at, async sheet =>
    {
        var (confirmations, _) = await Words(of.Code);
        db.Add(SheetConfirmation.Confirm(sheet, new Signer(duties.Account!, await Name(), typed), seen, confirmations, clock.UtcNow()));
    });

    /// <exception cref="Refusal">Those of <see cref="SheetLock.Lock"/></exception>
    public Task Lock(Event of, Sheet at) => InTurn(of, at, async sheet =>
    {
        var (confirmations, _) = await Words(of.Code);
        db.Add(SheetLock.Lock(sheet, confirmations, duties.Account!, await Name(), clock.UtcNow()));
        (await Head(of)).Take(at, marks: false);
    });

    /// <exception cref="Refusal">day-sheet.codes-open, and those of <see cref="SheetLock.Unlock"/></exception>
    public Task Unlock(Event of, Sheet at, string why) => InTurn(of, at, async sheet =>
    {
        Refusal.Unless(!of.IsMarked, "day-sheet.codes-open");
        var (_, locks) = await Words(of.Code);
        db.Add(SheetLock.Unlock(sheet, LastLock(locks, at)?.Account, duties.Account!, await Name(), why, clock.UtcNow()));
        (await Head(of)).Take(at, marks: true);
        foreach (var recheck in await db.Rechecks.Live(of).Where(r => r.Module == at.Module).ToListAsync())
        {
            recheck.Discard(duties.Account!, clock.UtcNow(), $"评分单 {at.Day.Iso()} 解锁：{why.Trim()}"); // what was re-checked is no longer what stands
        }
    });

    private Task InTurn(Event of, Sheet at, Func<DaySheet, Task> act) => entries.InQueue(of.ContestId, async () =>
        await act(Missing.Unless((await Read(of, at.Module)).Sheets.FirstOrDefault(s => s.Sheet == at))));

    private Task<ReadSheets> Read(Event of, string? module = null) => db.ReadSheets(of, at => at.InChina().Date(), module);

    private Task<LedgerHead> Head(Event of) => db.LedgerHeads.SingleAsync(h => h.EventCode == of.Code);

    private Task<string> Name() => db.Users.Where(u => u.Id == duties.Account).Select(u => u.DisplayName).SingleAsync();

    private static SheetLock? LastLock(IEnumerable<SheetLock> locks, Sheet at) => locks.LastOrDefault(l => l.IsOf(at) && l.Turn is SheetTurn.Lock);

    private async Task<(List<SheetConfirmation> Confirmations, List<SheetLock> Locks)> Words(string code) => (
        await db.SheetConfirmations.AsNoTracking().Where(c => c.EventCode == code).OrderBy(c => c.Id).ToListAsync(),
        await db.SheetLocks.AsNoTracking().Where(l => l.EventCode == code).OrderBy(l => l.Id).ToListAsync());
}
