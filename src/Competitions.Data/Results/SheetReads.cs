using Competitions.Contests;
using Competitions.Data.Scoring;
using Competitions.Results;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Results;

/// <summary>A work with all that was given for it.</summary>
public sealed record ReadWork(string Work, EventModule Module, MarkSheet Marks, IReadOnlyList<Mark> Lines)
{
    /// <summary>What judges gave themselves: a slip bears two signatures of its own.</summary>
    public IEnumerable<Mark> Given => Lines.Where(l => l.Slip is null);

    public bool IsWhole => Marks.Progress is var (marked, all) && marked == all && all > 0;
}

/// <summary>The works of an event that judges mark, by their codes; whose they are is not asked.</summary>
/// <param name="Locked">See <see cref="LedgerHead.LockedSheets"/>.</param>
public sealed record ReadSheets(Event Event, IReadOnlyList<ReadWork> Works, ILookup<string, SheetSignature> Signatures, IReadOnlyList<string> Locked, Func<DateTime, DateOnly> DayOf)
{
    /// <summary>Those of that module and day, the module's first day first.</summary>
    public IReadOnlyList<DaySheet> Sheets =>
    [
        .. from line in Works.SelectMany(w => w.Given.Select(l => (Work: w, Line: l)))
           group line by new Sheet(line.Work.Module.Code, DayOf(line.Line.TakenAt)) into sheet
           let works = sheet.Select(s => s.Work).Distinct().ToList()
           orderby Event.Modules.ToList().FindIndex(m => m.Code == sheet.Key.Module), sheet.Key.Day
           select new DaySheet(
               Event.Code, sheet.Key, works.Count, works.Count(w => w.IsWhole), works.Count(w => !IsSigned(w)), sheet.Max(s => s.Line.Sequence), sheet.Select(s => s.Line.Judge).ToHashSet(),
               Locked.Contains($"{sheet.Key}")),
    ];

    public IReadOnlyList<ReadWork> On(Sheet sheet) => [.. Works.Where(w => w.Module.Code == sheet.Module && w.Given.Any(l => DayOf(l.TakenAt) == sheet.Day))];

    /// <summary>A process sheet needs both signatures, of the sheet as the judges left it; what else is marked needs none.</summary>
    public bool IsSigned(ReadWork work)
    {
        var last = work.Given.Select(l => l.Sequence).DefaultIfEmpty().Max();
        return work.Module.Way is not ModuleWay.ProcessSheet || Enum.GetValues<SignedAs>().All(by => Signatures[work.Work].Any(s => s.As == by && s.Sequence >= last));
    }
}

public static class SheetReadQueries
{
    /// <summary>Six queries, whatever the number of works. What is sat at a machine is on no judge's sheet.</summary>
    /// <param name="dayOf">The day in China of an instant.</param>
    /// <param name="module">Null for all.</param>
    public static async Task<ReadSheets> ReadSheets(this CompetitionsDb db, Event of, Func<DateTime, DateOnly> dayOf, string? module = null)
    {
        var modules = of.Modules.Where(m => m.Way is not ModuleWay.Sitting && (module is null || m.Code == module)).ToDictionary(m => m.Code);
        var codes = modules.Keys.ToList();
        var plan = await db.PlanOf(of);
        var works = db.Works.AsNoTracking().Where(w => w.EventCode == of.Code && codes.Contains(w.Module));
        var places = await works.OrderBy(w => w.Code).Select(w => new { w.Code, w.Module }).ToListAsync();
        var marks = await db.Marks.AsNoTracking().Where(m => m.EventCode == of.Code && works.Any(w => w.Code == m.Work)).OrderBy(m => m.Sequence).ToListAsync();
        var signatures = await db.SheetSignatures.AsNoTracking().Where(s => s.EventCode == of.Code).ToListAsync();
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.EventCode == of.Code);
        var lines = marks.ToLookup(m => m.Work);
        return new ReadSheets(of, [.. places.Select(p => Read(p.Code, modules[p.Module], plan, lines[p.Code]))], signatures.ToLookup(s => s.Work), head?.LockedSheets ?? [], dayOf);
    }

    private static ReadWork Read(string work, EventModule module, MarkingPlan plan, IEnumerable<Mark> lines)
    {
        var (sheet, all) = (new MarkSheet(work, module.Code, plan), lines.ToList());
        all.ForEach(sheet.Apply);
        return new ReadWork(work, module, sheet, all);
    }
}
