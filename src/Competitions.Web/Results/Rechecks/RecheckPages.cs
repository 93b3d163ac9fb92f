using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Results;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Rechecks;

/// <summary>A module that judges marked, and where its re-check is.</summary>
/// <param name="Settled">Works whose re-check stands.</param>
public sealed record RecheckRow(EventModule Module, int Works, int Sheets, int Locked, Recheck? Live, int Settled, int Faults, IReadOnlyList<Recheck> Discarded)
{
    public bool MayStart => Live is null && Sheets > 0 && Locked == Sheets;
}

public sealed record RechecksPage(Event Event, IReadOnlyList<RecheckRow> Rows);

/// <param name="Slips">That a finding of it asked for, or that came after it.</param>
public sealed record RecheckLine(RecheckItem Item, RecheckState State, Points? Now, RecheckFinding? Last, IReadOnlyList<CorrectionSlip> Slips);

public sealed record RecheckPage(Event Event, EventModule Module, Recheck Recheck, bool IsLocked, IReadOnlyList<RecheckLine> Lines, IReadOnlyDictionary<string, string> Names, string ContestName)
{
    public string Address => $"/events/{Event.Code}/rechecks/{Recheck.Id}";

    public string NameOf(string account) => Names.GetValueOrDefault(account, account);

    public int Settled => Lines.Count(l => l.State is RecheckState.Right or RecheckState.Corrected);

    public bool IsLive => Recheck.Stage is RecheckStage.Checking && !Event.IsMarked;

    /// <summary>Slips on works of the module since it was finished.</summary>
    public IEnumerable<CorrectionSlip> Later => Lines.SelectMany(l => l.Slips).Where(s => s.Stage is SlipStage.Applied && Recheck.Stage is RecheckStage.Finished && s.SignedAt > Recheck.History[^1].At);
}

/// <summary>Loads the pages of an event's re-checks: works by code, nobody by name but who signs.</summary>
public sealed class RecheckPages(CompetitionsDb db, RecheckDesk desk)
{
    /// <summary>The queries of reading the sheets, and two.</summary>
    public async Task<RechecksPage> List(string code)
    {
        var of = await desk.Event(code);
        var read = await db.ReadSheets(of, RecheckDesk.DayOf);
        var (sheets, all) = (read.Sheets, await db.Rechecks.AsNoTracking().Where(r => r.EventId == of.Id).OrderBy(r => r.Number).ToListAsync());
        return new RechecksPage(of, [.. of.Modules.Where(m => m.Way is not ModuleWay.Sitting).Select(m => Row(m, RecheckQueries.Field(read, m.Code), [.. sheets.Where(s => s.Sheet.Module == m.Code)], [.. all.Where(r => r.Module == m.Code)]))]);
    }

    public async Task<RecheckPage> Load(string code, int id)
    {
        var of = await desk.Event(code);
        var recheck = await desk.Load(of, id);
        var field = await desk.Field(of, recheck.Module);
        var slips = (await db.CorrectionSlips.AsNoTracking().Where(s => s.EventId == of.Id && s.Module == recheck.Module && s.Stage != SlipStage.Discarded && (s.RecheckId == id || s.DrawnAt >= recheck.StartedAt)).OrderBy(s => s.Number).ToListAsync()).ToLookup(s => s.Work);
        var accounts = recheck.History.Select(h => h.By).Concat(slips.SelectMany(s => s).SelectMany(s => new[] { s.DrawnBy, s.SignedBy })).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var contest = await db.Contests.Where(c => c.Id == of.ContestId).Select(c => c.Name).SingleAsync();
        var lines = recheck.Items.OrderBy(i => i.Place).ThenBy(i => i.Work, StringComparer.Ordinal).Select(i => new RecheckLine(i, recheck.StateOf(i, field), field.Of(i.Work)?.Points, recheck.Last(i.Work), [.. slips[i.Work]]));
        return new RecheckPage(of, of.Modules.First(m => m.Code == recheck.Module), recheck, field.IsLocked, [.. lines], names, contest);
    }

    private static RecheckRow Row(EventModule module, RecheckField field, List<DaySheet> sheets, List<Recheck> all)
    {
        var live = all.Find(r => r.Stage is not RecheckStage.Discarded);
        var faults = live?.Items.Count(i => live.StateOf(i, field) is RecheckState.Wrong) ?? 0;
        return new RecheckRow(module, field.Works.Count, sheets.Count, sheets.Count(s => s.IsLocked), live, live is null ? 0 : live.Items.Count - live.Unsettled(field).Count, faults, all.FindAll(r => r.Stage is RecheckStage.Discarded));
    }
}
