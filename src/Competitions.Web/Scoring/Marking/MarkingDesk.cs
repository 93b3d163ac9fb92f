using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Scoring;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Web.Schemes;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marking;

/// <summary>What one judge sees: his panels' modules, their works by code, and of a work the items that are his.</summary>
public sealed class MarkingDesk(CompetitionsDb db, MarkingFloors floors, WorkSeats seats)
{
    private static readonly string[] JudgementWords = ["未达到要求", "基本达到要求", "达到行业要求", "超出行业要求"];

    public Task<MarkingFloor> Floor(string code) => floors.Of(db, code);

    /// <summary>His modules with their works in the order of seats or codes, which says nothing. Two queries a module, and one.</summary>
    public async Task<IReadOnlyList<ModuleWorks>> Works(MarkingFloor floor, Giver giver)
    {
        var (modules, disputes) = (new List<ModuleWorks>(), await db.Rescores(floor.Event.Code, floor.Plan, floor.Modules));
        foreach (var module in floor.Event.Modules.Where(m => m.Way is not ModuleWay.Sitting && IsHis(floor, giver, m.Code)))
        {
            var items = floor.Plan.Of(module.Code).Where(i => floor.Takes(giver, i)).ToList();
            var given = await Given(floor, giver, items);
            var again = disputes.Where(d => items.Contains(d.Item) && d.WaitsFor(giver.Account)).ToLookup(d => d.Work);
            var places = await seats.Of(floor.Event, module, giver);
            var works = floor.Modules.Where(w => w.Value == module.Code).Select(w => w.Key).OrderBy(w => places.GetValueOrDefault(w, ""), StringComparer.Ordinal).ThenBy(w => w, StringComparer.Ordinal);
            modules.Add(new ModuleWorks(module.Code, module.Name, PanelOf(floor, giver, module.Code),
                [.. works.Select(w => new WorkRow(w, places.GetValueOrDefault(w), given.GetValueOrDefault(w) - again[w].Count(), items.Count, again[w].Count()))]));
        }

        return modules;
    }

    /// <exception cref="Missing">No such work, or nothing of it is his.</exception>
    public async Task<SheetPage> Sheet(MarkingFloor floor, Giver giver, string work)
    {
        var module = Missing.Unless(floor.Event.Modules.FirstOrDefault(m => m.Code == floor.Modules.GetValueOrDefault(work)));
        Missing.Unless(IsHis(floor, giver, module.Code) ? floor : null);
        var scheme = await db.MarkingSchemes.AsNoTracking().Where(s => s.EventId == floor.Event.Id).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        var places = scheme?.AspectsOf(module.Code).ToDictionary(p => p.Aspect.Key) ?? [];
        var works = floor.Modules.Where(w => w.Value == module.Code).Select(w => w.Key).Order(StringComparer.Ordinal).ToList();
        var at = works.IndexOf(work);
        return new SheetPage(floor.Event.Code, floor.Event.Title, module.Code, module.Name, module.Way, work, (await seats.Of(floor.Event, module, giver)).GetValueOrDefault(work), PanelOf(floor, giver, module.Code),
            ItemsOf(floor, giver, module.Code).ConvertAll(i => places.TryGetValue(i.Code, out var place) ? Of(i, place) : Of(i)),
            floor.Takes(giver, floor.Plan.Item(module.Code, "-1")!), works.ElementAtOrDefault(at - 1), works.ElementAtOrDefault(at + 1));
    }

    /// <summary>What he gives of a module, the time last.</summary>
    public static List<MarkItem> ItemsOf(MarkingFloor floor, Giver giver, string module) =>
        [.. floor.Plan.Of(module).Append(floor.Plan.Item(module, MarkItem.Time)!).Where(i => floor.Takes(giver, i))];

    /// <summary>Who leads the judges looks at all sheets elsewhere; here is what he marks himself.</summary>
    private static bool IsHis(MarkingFloor floor, Giver giver, string module) =>
        (giver.Module is null || giver.Module == module) && (giver.IsOnFloor || floor.Of(giver.Account).Any(p => p.Module == module));

    private static string PanelOf(MarkingFloor floor, Giver giver, string module) =>
        floor.Of(giver.Account).Where(p => p.Module == module).Select(p => p.Name).DefaultIfEmpty("现场裁判").Aggregate((one, other) => $"{one}、{other}");

    private Task<Dictionary<string, int>> Given(MarkingFloor floor, Giver giver, List<MarkItem> items)
    {
        var none = items.ConvertAll(i => i.Code + MarkItem.NotAttempted);
        var (all, shared) = (items.ConvertAll(i => i.Code).Concat(none).ToList(), items.Where(i => !i.IsOfEachJudge).Select(i => i.Code).Concat(none).ToList());
        return db.Marks.Where(m => m.EventCode == floor.Event.Code && all.Contains(m.Aspect) && (m.Judge == giver.Account || shared.Contains(m.Aspect)))
            .GroupBy(m => m.Work).Select(w => new { w.Key, Count = w.Select(m => m.Aspect.Replace("~", "")).Distinct().Count() }).ToDictionaryAsync(w => w.Key, w => w.Count);
    }

    private static ItemToMark Of(MarkItem item, PlacedAspect place)
    {
        var aspect = place.Aspect;
        IReadOnlyList<(decimal, string, string?)> choices = item.How is MarkHow.Judgement
            ? [.. Enumerable.Range(0, 4).Select(n => ((decimal)n, aspect.Benchmarks.FirstOrDefault(b => b.Score == n)?.Text ?? JudgementWords[n], (string?)n.ToString(CultureInfo.InvariantCulture)))]
            : item.Calculation?.Choices() ?? [];
        return new ItemToMark(item.Code, place.Code, item.How is MarkHow.Judgement ? "评" : "测", item.How, aspect.Description, aspect.Extra, aspect.Requirement, item.Most, item.Step,
            item.Calculation?.InWords() ?? "", choices, $"{place.Criterion.Code} {place.Criterion.Name}", $"{place.SubCriterion.Code} {place.SubCriterion.Name}");
    }

    private static ItemToMark Of(MarkItem item)
    {
        var (kind, title) = item.How switch { MarkHow.Panel => ("组", "裁判独立打分"), MarkHow.Time => ("时", "用时"), _ => ("场", "现场打分") };
        return new ItemToMark(item.Code, "", kind, item.How, title, null, null, item.Most, item.Step, "", [], "", "");
    }
}
