using Competitions.Data;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Web.Schemes;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marking;

/// <summary>What one judge sees: his panels' modules, their works by code, and of a work the items that are his.</summary>
public sealed class MarkingDesk(CompetitionsDb db, MarkingFloors floors)
{
    public Task<MarkingFloor> Floor(string code) => floors.Of(db, code);

    /// <summary>His modules with their works in the order of the codes, which says nothing. One query a module.</summary>
    public async Task<IReadOnlyList<ModuleWorks>> Works(MarkingFloor floor, string account)
    {
        var modules = new List<ModuleWorks>();
        foreach (var panels in floor.Of(account).GroupBy(p => p.Module))
        {
            var items = floor.Plan.Of(panels.Key).Where(i => floor.Marks(account, i)).ToList();
            var (all, shared) = (items.ConvertAll(i => i.Code), items.Where(i => !i.IsOfEachJudge).Select(i => i.Code).ToList());
            var given = await db.Marks.Where(m => m.EventCode == floor.Event.Code && all.Contains(m.Aspect) && (m.Judge == account || shared.Contains(m.Aspect)))
                .GroupBy(m => m.Work).Select(w => new { w.Key, Count = w.Select(m => m.Aspect).Distinct().Count() }).ToDictionaryAsync(w => w.Key, w => w.Count);
            var works = floor.Modules.Where(w => w.Value == panels.Key).Select(w => w.Key).Order(StringComparer.Ordinal);
            modules.Add(new ModuleWorks(panels.Key, floor.Plan.Module(panels.Key)!.Name, string.Join('、', panels.Select(p => p.Name)),
                [.. works.Select(w => new WorkRow(w, given.GetValueOrDefault(w), items.Count))]));
        }

        return modules;
    }

    /// <exception cref="Missing">No such work, or nothing of it is his.</exception>
    public async Task<SheetPage> Sheet(MarkingFloor floor, string account, string work)
    {
        var (module, items) = Mine(floor, account, work);
        var scheme = await db.MarkingSchemes.AsNoTracking().Where(s => s.EventId == floor.Event.Id).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
        var places = scheme?.AspectsOf(module).ToDictionary(p => p.Aspect.Key) ?? [];
        var works = floor.Modules.Where(w => w.Value == module).Select(w => w.Key).Order(StringComparer.Ordinal).ToList();
        var at = works.IndexOf(work);
        return new SheetPage(floor.Event.Code, floor.Event.Title, module, floor.Plan.Module(module)!.Name, work,
            string.Join('、', floor.Of(account).Where(p => p.Module == module).Select(p => p.Name)),
            items.ConvertAll(i => places.TryGetValue(i.Code, out var place) ? Of(i, place) : Of(i)), works.ElementAtOrDefault(at - 1), works.ElementAtOrDefault(at + 1));
    }

    /// <summary>By item's code. A judgement of others is shown when all have given, not before.</summary>
    public async Task<IReadOnlyDictionary<string, ItemState>> State(MarkingFloor floor, string account, string work)
    {
        var (module, items) = Mine(floor, account, work);
        var lines = await db.Marks.AsNoTracking().Where(m => m.EventCode == floor.Event.Code && m.Work == work).OrderBy(m => m.Sequence).ToListAsync();
        var sheet = new MarkSheet(work, module, floor.Plan);
        lines.ForEach(sheet.Apply);
        return items.ToDictionary(i => i.Code, i => State(i, sheet, lines, account));
    }

    private static ItemState State(MarkItem item, MarkSheet sheet, List<Mark> lines, string account)
    {
        var mine = lines.FindLast(l => l.Aspect == item.Code && (!item.IsOfEachJudge || l.Judge == account));
        var none = lines.FindLast(l => l.Aspect == item.Code + MarkItem.NotAttempted);
        var all = sheet.Of(item.Code)?.ByJudge;
        var shown = item.How is MarkHow.Judgement && mine is not null && all?.Count >= item.Judges && item.Judges > 1;
        return new ItemState(mine?.Value, mine?.Sequence, item.How is MarkHow.Panel ? null : sheet.Points(item)?.ToString(),
            shown ? [mine!.Value, .. all!.Where(j => j.Key != account).Select(j => j.Value).Order()] : null, shown && MarkItem.Spread([.. all!.Values]) > 1, none?.Value == 1, none?.Sequence);
    }

    private static (string Module, List<MarkItem> Items) Mine(MarkingFloor floor, string account, string work)
    {
        var module = Missing.Unless(floor.Modules.GetValueOrDefault(work));
        var items = floor.Plan.Of(module).Where(i => floor.Marks(account, i)).ToList();
        return (module, Missing.Unless(items.Count > 0 ? items : null));
    }

    private static ItemToMark Of(MarkItem item, PlacedAspect place)
    {
        var aspect = place.Aspect;
        IReadOnlyList<(decimal, string, string?)> choices = item.How is MarkHow.Judgement
            ? [.. Enumerable.Range(0, 4).Select(n => ((decimal)n, aspect.Benchmarks.FirstOrDefault(b => b.Score == n)?.Text ?? JudgementWords[n], (string?)n.ToString(System.Globalization.CultureInfo.InvariantCulture)))]
            : item.Calculation?.Choices() ?? [];
        return new ItemToMark(item.Code, place.Code, item.How is MarkHow.Judgement ? "评" : "测", item.How, aspect.Description, aspect.Extra, aspect.Requirement, item.Most, item.Step,
            item.Calculation?.InWords() ?? "", choices, $"{place.Criterion.Code} {place.Criterion.Name}", $"{place.SubCriterion.Code} {place.SubCriterion.Name}");
    }

    private static ItemToMark Of(MarkItem item) => new(item.Code, "", item.How is MarkHow.Panel ? "组" : "场", item.How,
        item.How is MarkHow.Panel ? "裁判独立打分" : "现场打分表", null, null, item.Most, item.Step, "", [], "", "");

    private static readonly string[] JudgementWords = ["未达到要求", "基本达到要求", "达到行业要求", "超出行业要求"];
}
