using System.Collections.Concurrent;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marks;

/// <summary>Who gives marks in an event: an account with its duties there.</summary>
/// <param name="Module">The only one that he marks here: his tablet came in by a ticket; null for all that are his.</param>
public sealed record Giver(string Account, bool IsChief, bool IsOnFloor, string? Module = null);

/// <summary>What the door needs to know of an event to let a mark in.</summary>
/// <param name="Modules">Work's code → its module.</param>
/// <param name="Criteria">Item's code → the criterion it belongs to; items that are no aspects are not in it.</param>
public sealed record MarkingFloor(
    Event Event, MarkingPlan Plan, IReadOnlyDictionary<string, string> Modules, IReadOnlyDictionary<string, string> Criteria, IReadOnlyList<Panel> Panels)
{
    /// <summary>Whether a panel of this account marks the item. What belongs to no criterion is given by every panel of the module.</summary>
    public bool Marks(string account, MarkItem item) =>
        Panels.Any(p => p.Module == item.Module && p.Has(account) && (!Criteria.TryGetValue(Bare(item.Code), out var criterion) || p.Marks(criterion)));

    /// <summary>Time and deductions also come from the floor judges, who watch every seat; only the chief judge adjusts.</summary>
    public bool Takes(Giver from, MarkItem item) => (from.Module is null || from.Module == item.Module) && item.How switch
    {
        MarkHow.Adjustment => from.IsChief,
        MarkHow.Time or MarkHow.Deduction => from.IsChief || from.IsOnFloor || Marks(from.Account, item),
        _ => Marks(from.Account, item),
    };

    public IEnumerable<Panel> Of(string account) => Panels.Where(p => p.Has(account));

    private static string Bare(string code) => code.TrimEnd(MarkItem.NotAttempted);
}

/// <summary>Kept while nothing of it changes: one small query tells.</summary>
public sealed class MarkingFloors
{
    private readonly ConcurrentDictionary<string, (string Stamp, MarkingFloor Floor)> _kept = new();

    /// <exception cref="Shell.Missing">No such event.</exception>
    public async Task<MarkingFloor> Of(CompetitionsDb db, string code)
    {
        var stamp = Shell.Missing.Unless(await db.StampOf(code));
        if (!_kept.TryGetValue(code, out var kept) || kept.Stamp != stamp)
        {
            _kept[code] = kept = (stamp, await Load(db, code));
        }

        return kept.Floor;
    }

    private static async Task<MarkingFloor> Load(CompetitionsDb db, string code)
    {
        var of = await db.Events.AsNoTracking().SingleAsync(e => e.Code == code);
        var scheme = await db.MarkingSchemes.AsNoTracking().Where(s => s.EventId == of.Id).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        var panels = await db.Panels.AsNoTracking().Where(p => p.EventId == of.Id).OrderBy(p => p.Id).ToListAsync();
        var works = await db.Works.AsNoTracking().Where(w => w.EventCode == code).ToDictionaryAsync(w => w.Code, w => w.Module);
        var criteria = scheme?.Content.Places.ToDictionary(p => p.Aspect.Key, p => p.Criterion.Code) ?? [];
        return new MarkingFloor(of, MarkingPlans.Plan(of, scheme, panels, null), works, criteria, panels);
    }
}
