using Competitions.Contests;
using Competitions.Results;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Results;

/// <summary>What an event waits for before its codes open.</summary>
/// <param name="Slips">Correction slips without the supervisor's signature.</param>
/// <param name="Undrawn">Names of the modules whose re-check the rules ask for and that is not drawn.</param>
/// <param name="Checking">Of those that are in the middle of it.</param>
public sealed record ResultWaits(int Slips, IReadOnlyList<string> Undrawn, IReadOnlyList<string> Checking)
{
    public bool Any => Slips + Undrawn.Count + Checking.Count > 0;
}

public static class RecheckQueries
{
    /// <summary>Of an event that was started; four queries, and one where its rules ask for no re-check.</summary>
    public static async Task<ResultWaits> WaitsOf(this CompetitionsDb db, Event of)
    {
        var slips = await db.CorrectionSlips.CountAsync(s => s.EventId == of.Id && s.Stage == SlipStage.Drawn);
        if (!of.Rules.RequiresRecheck || of.IsMarked)
        {
            return new ResultWaits(slips, [], []);
        }

        var open = await db.Unrechecked(of);
        var drawn = await db.Rechecks.Live(of).Select(r => r.Module).ToListAsync();
        var names = of.Modules.Where(m => drawn.Contains(m.Code)).Select(m => m.Name).ToList();
        return new ResultWaits(slips, [.. open.Except(names)], [.. open.Intersect(names)]);
    }

    /// <summary>The module as it stands, for a re-check. The queries of <see cref="SheetReadQueries.ReadSheets"/>.</summary>
    public static async Task<RecheckField> FieldOf(this CompetitionsDb db, Event of, string module, Func<DateTime, DateOnly> dayOf) => Field(await db.ReadSheets(of, dayOf, module), module);

    public static RecheckField Field(ReadSheets read, string module)
    {
        List<ReadWork> works = [.. read.Works.Where(w => w.Module.Code == module)];
        var marked = works.Where(w => w.Marks.Total() is not null).Select(w => new CheckedWork(w.Work, w.Marks.Total()!.Value, w.Lines[^1].Sequence, w.Lines.Select(l => l.Judge).ToHashSet()));
        var sheets = read.Sheets.Where(s => s.Sheet.Module == module).ToList();
        return new RecheckField(module, [.. marked], works.Count == 0 ? default : works[0].Marks.Full, sheets.Count > 0 && sheets.TrueForAll(s => s.IsLocked));
    }

    /// <summary>The one that counts of each module: what was discarded does not.</summary>
    public static IQueryable<Recheck> Live(this IQueryable<Recheck> rechecks, Event of) => rechecks.Where(r => r.EventId == of.Id && r.Stage != RecheckStage.Discarded);

    /// <summary>Names of the modules that judges marked and whose re-check is not finished, or was before a mark that is on no slip. Two queries.</summary>
    /// <param name="round">Null for all.</param>
    public static async Task<IReadOnlyList<string>> Unrechecked(this CompetitionsDb db, Event of, string? round = null)
    {
        var marked = await (
            from mark in db.Marks
            where mark.EventCode == of.Code && mark.Slip == null
            join work in db.Works on mark.Work equals work.Code
            group mark by work.Module into module
            select new { module.Key, Last = module.Max(m => m.Sequence) }).ToDictionaryAsync(m => m.Key, m => m.Last);
        var done = await db.Rechecks.Where(r => r.EventId == of.Id && r.Stage == RecheckStage.Finished).Select(r => new { r.Module, r.Sequence }).ToListAsync();
        return
        [
            .. of.Modules.Where(m => m.Way is not ModuleWay.Sitting && (round is null || m.Round == round) && marked.TryGetValue(m.Code, out var last) && !done.Exists(d => d.Module == m.Code && d.Sequence >= last))
                .Select(m => m.Name),
        ];
    }
}
