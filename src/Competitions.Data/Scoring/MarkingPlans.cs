using Competitions.Contests;
using Competitions.Data.Schemes;
using Competitions.Schemes;
using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Scoring;

public static class MarkingPlans
{
    /// <summary>The sole item of a module that is sat.</summary>
    public const string Sitting = "sitting";

    /// <summary>What is marked in an event, by its rules, its panels and its newest scheme. Two queries.</summary>
    /// <param name="round">Null for all rounds: then the weights are not those of one total.</param>
    public static async Task<MarkingPlan> PlanOf(this CompetitionsDb db, Event of, string? round = null)
    {
        var scheme = await db.MarkingSchemes.AsNoTracking().Newest(of.Id);
        var panels = await db.Panels.AsNoTracking().Where(p => p.EventId == of.Id).ToListAsync();
        return Plan(of, scheme, panels, round);
    }

    /// <summary>The same from what is at hand.</summary>
    public static MarkingPlan Plan(Event of, MarkingScheme? scheme, IReadOnlyList<Panel> panels, string? round)
    {
        var modules = of.Modules.Where(m => round is null || m.Round == round).ToList();
        var items = modules.ToDictionary(m => m.Code, m => Items(of, m, scheme, panels.Where(p => p.Module == m.Code).ToList()));
        return new MarkingPlan([.. modules.Select(m => Planned(m, items[m.Code]))], [.. modules.SelectMany(m => items[m.Code])], of.Rules.TieChain, of.Rules.Places);
    }

    /// <summary>A module marked by aspects is full when all of them are: what the scheme adds up to, whatever the module's full mark says.</summary>
    private static PlannedModule Planned(EventModule module, IReadOnlyList<MarkItem> items) => new(
        module.Code, module.Name, module.Kind is ModuleKind.Theory ? "theory" : "practical",
        module.Way is ModuleWay.Aspects && items.Count > 0 ? Points.Sum(items.Select(i => i.Most)) : new Points(module.FullMark),
        module.Weight / 100, module.PassLine == 0 ? null : module.PassLine * 100 / module.FullMark);

    private static IReadOnlyList<MarkItem> Items(Event of, EventModule module, MarkingScheme? scheme, List<Panel> panels) => module.Way switch
    {
        ModuleWay.Aspects => [.. (scheme?.AspectsOf(module.Code) ?? []).Select(place => Item(of, module, scheme!.Content, place, panels))],
        ModuleWay.Panel => [new MarkItem(MarkItem.Panel, module.Code, MarkHow.Panel, new Points(module.FullMark)) { Judges = Math.Max(1, Seats(panels).Count), Seats = Seats(panels), TrimFrom = of.Rules.TrimFrom, Places = of.Rules.Places }],
        ModuleWay.ProcessSheet => [new MarkItem(MarkItem.Process, module.Code, MarkHow.Direct, new Points(module.FullMark))],
        _ => [new MarkItem(Sitting, module.Code, MarkHow.Direct, new Points(module.FullMark))],
    };

    private static MarkItem Item(Event of, EventModule module, Scheme scheme, PlacedAspect place, List<Panel> panels)
    {
        var calculation = place.Aspect.Calculation is { } row ? scheme.Calculations[row - 1] : null;
        var seats = Seats(panels.Where(p => p.Marks(place.Criterion.Code)));
        var how = place.Aspect.Kind is AspectKind.Judgement ? MarkHow.Judgement : calculation is null ? MarkHow.Direct : MarkHow.Calculated;
        return new MarkItem(place.Aspect.Key, module.Code, how, place.Aspect.Most)
        {
            Calculation = calculation, Places = of.Rules.Places, Judges = how is MarkHow.Judgement ? Math.Max(1, seats.Count) : 1,
            Seats = how is MarkHow.Judgement ? seats : [],
        };
    }

    /// <summary>Who sits in two panels gives one mark.</summary>
    private static HashSet<string> Seats(IEnumerable<Panel> panels) => [.. panels.SelectMany(p => p.Judges).Select(j => j.Account)];
}

public static class MarkingStamps
{
    /// <summary>
    /// Another text as soon as anything changes that an event is marked by: rules, stage, scheme, panels, works, what is
    /// released. The sum of its numbers only grows: a re-draw takes works away, and weighs more than they did. Null without such an event.
    /// </summary>
    public static Task<string?> StampOf(this CompetitionsDb db, string code) => (
        from e in db.Events
        where e.Code == code
        select $"{e.Version}/{db.MarkingSchemes.Where(s => s.EventId == e.Id).Sum(s => (int?)s.Version) ?? 0}/{db.Panels.Where(p => p.EventId == e.Id).Sum(p => (int?)p.Version + 1) ?? 0}/{db.Works.Count(w => w.EventCode == code)}/{db.CodeDraws.Where(d => d.EventCode == code).Sum(d => (int?)d.Version * 100 * (d.Count + 1)) ?? 0}").SingleOrDefaultAsync();
}
