using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Schemes;
using Competitions.Data.Scoring;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Overviews;

/// <summary>How the marking of an event goes on, by work code: for who leads it. The same number of queries whatever the number of works.</summary>
public sealed class OverviewDesk(CompetitionsDb db, MarkingFloors floors)
{
    private sealed record Count(string Work, string Judge, int Each, int Shared);

    /// <summary>Another text as soon as a mark, a panel or a rule changes.</summary>
    public async Task<string> Stamp(string code) =>
        $"{await db.LedgerHeads.Where(h => h.EventCode == code).Select(h => h.Sequence).SingleOrDefaultAsync()}-{await db.StampOf(code)}";

    public async Task<OverviewPage> Of(string code)
    {
        var floor = await floors.Of(db, code);
        var (counts, whole) = (await Counts(floor), await Whole(floor));
        var rescores = await db.Rescores(code, floor.Plan, floor.Modules);
        var names = await Names(floor, rescores.SelectMany(r => r.Standing.ByJudge.Keys));
        var (titles, disputed) = (await Titles(floor), rescores.Select(r => r.Work).ToHashSet());
        return new OverviewPage(
            floor.Event, [.. floor.Event.Modules.Where(m => m.Way is not ModuleWay.Sitting).Select(m => Module(floor, m, counts, whole, disputed, names))],
            [.. rescores.Select(r => Row(r, titles, names))], await Outlying(floor, names));
    }

    private static ModuleOverview Module(MarkingFloor floor, EventModule module, ILookup<string, Count> counts, Dictionary<string, int> whole, HashSet<string> disputed, IReadOnlyDictionary<string, string> names)
    {
        var (items, works) = (floor.Plan.Of(module.Code), floor.Modules.Where(w => w.Value == module.Code).Select(w => w.Key).ToList());
        var needed = items.Sum(i => i.IsOfEachJudge ? i.Judges : 1);
        var judges = floor.Panels.Where(p => p.Module == module.Code).SelectMany(p => p.Judges).GroupBy(j => j.Account).Select(j =>
        {
            var own = works.SelectMany(w => counts[w]).Where(c => c.Judge == j.Key).ToList();
            var each = items.Count(i => i.IsOfEachJudge && floor.Marks(j.Key, i));
            return new JudgeProgress(names.GetValueOrDefault(j.Key, j.First().Name), j.Any(x => x.Leads), own.Sum(c => c.Each), each * works.Count, own.Sum(c => c.Shared));
        });
        return new ModuleOverview(module, works.Count, works.Count(w => counts[w].Any()), works.Count(w => needed > 0 && whole.GetValueOrDefault(w) >= needed && !disputed.Contains(w)), [.. judges.OrderByDescending(j => j.Leads).ThenBy(j => j.Name, StringComparer.Ordinal)]);
    }

    /// <summary>By work and judge: items of each judge, and of those that one enters for all.</summary>
    private async Task<ILookup<string, Count>> Counts(MarkingFloor floor)
    {
        var (each, shared) = (Codes(floor, i => i.IsOfEachJudge), Codes(floor, i => !i.IsOfEachJudge));
        var rows = await db.Marks.Where(m => m.EventCode == floor.Event.Code && (each.Contains(m.Aspect) || shared.Contains(m.Aspect)))
            .Select(m => new { m.Work, m.Judge, m.Aspect }).Distinct().GroupBy(m => new { m.Work, m.Judge })
            .Select(g => new { g.Key.Work, g.Key.Judge, Each = g.Count(m => each.Contains(m.Aspect)), Shared = g.Count(m => shared.Contains(m.Aspect)) }).ToListAsync();
        return rows.Select(r => new Count(r.Work, r.Judge, r.Each, r.Shared)).ToLookup(c => c.Work);
    }

    /// <summary>By work: how many of the marks that its items need are there; an item that was not attempted needs no more.</summary>
    private async Task<Dictionary<string, int>> Whole(MarkingFloor floor)
    {
        var (code, each, all) = (floor.Event.Code, Codes(floor, i => i.IsOfEachJudge), Codes(floor, _ => true));
        var given = db.Marks.Where(m => m.EventCode == code && all.Contains(m.Aspect)).Select(m => new { m.Work, m.Aspect, Judge = each.Contains(m.Aspect) ? m.Judge : "" }).Distinct();
        var whole = await given.GroupBy(m => m.Work).Select(w => new { w.Key, Count = w.Count() }).ToDictionaryAsync(w => w.Key, w => w.Count);
        var said = await db.Marks.Where(m => m.EventCode == code && EF.Functions.Like(m.Aspect, "%~")).OrderBy(m => m.Sequence).Select(m => new { m.Work, m.Aspect, m.Value }).ToListAsync();
        var skipped = said.GroupBy(m => (m.Work, Item: m.Aspect.TrimEnd(MarkItem.NotAttempted))).Where(m => m.Last().Value == 1).Select(m => m.Key).ToList();
        var works = skipped.Select(s => s.Work).Distinct().ToList();
        var anyway = (await given.Where(m => works.Contains(m.Work)).ToListAsync()).ToLookup(m => (m.Work, Item: m.Aspect));
        foreach (var skip in skipped.Where(s => floor.Modules.ContainsKey(s.Work)))
        {
            var item = floor.Plan.Item(floor.Modules[skip.Work], skip.Item);
            whole[skip.Work] = whole.GetValueOrDefault(skip.Work) + (item is null ? 0 : (item.IsOfEachJudge ? item.Judges : 1) - anyway[skip].Count());
        }

        return whole;
    }

    private async Task<IReadOnlyList<OutlierRow>> Outlying(MarkingFloor floor, IReadOnlyDictionary<string, string> names)
    {
        var lines = await db.Marks.Where(m => m.EventCode == floor.Event.Code && m.Aspect == MarkItem.Panel).OrderBy(m => m.Sequence).Select(m => new { m.Work, m.Judge, m.Value }).ToListAsync();
        return
        [
            .. from work in lines.GroupBy(l => l.Work)
               where floor.Modules.ContainsKey(work.Key)
               let module = floor.Modules[work.Key]
               let item = floor.Plan.Item(module, MarkItem.Panel)
               where item is not null
               let standing = new StandingMark(work.GroupBy(l => l.Judge).ToDictionary(j => j.Key, j => j.Last().Value), work.Last().Value)
               from o in Outliers.Of(item, standing, floor.Event.Rules.OutlierShare)
               orderby Math.Abs(o.Value - o.Median) / item.Most.Value descending, work.Key
               select new OutlierRow(work.Key, floor.Plan.Module(module)!.Name, names.GetValueOrDefault(o.Judge, o.Judge), o.Value, o.Median),
        ];
    }

    private static RescoreRow Row(Rescore rescore, IReadOnlyDictionary<string, string> titles, IReadOnlyDictionary<string, string> names)
    {
        var apart = rescore.Item.IsApart(rescore.Standing);
        var before = apart ? rescore.Standing.ByJudge : rescore.Standing.Earlier[^1];
        return new RescoreRow(rescore.Work, rescore.Item.Module, titles.GetValueOrDefault(rescore.Item.Code, rescore.Item.Code),
            [.. before.Select(j => (names.GetValueOrDefault(j.Key, j.Key), j.Value)).OrderBy(j => j.Item1, StringComparer.Ordinal)], apart ? 0 : rescore.Item.Given(rescore.Standing), rescore.Item.Judges);
    }

    /// <summary>By aspect's key: its place and text.</summary>
    private async Task<IReadOnlyDictionary<string, string>> Titles(MarkingFloor floor) =>
        (await db.MarkingSchemes.AsNoTracking().Newest(floor.Event.Id))?.Content.Places.ToDictionary(p => p.Aspect.Key, p => $"{p.Code} {p.Aspect.Description}") ?? [];

    private async Task<IReadOnlyDictionary<string, string>> Names(MarkingFloor floor, IEnumerable<string> others)
    {
        var accounts = floor.Panels.SelectMany(p => p.Judges).Select(j => j.Account).Concat(others).Distinct().ToList();
        return await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
    }

    private static List<string> Codes(MarkingFloor floor, Func<MarkItem, bool> which) => [.. floor.Plan.Items.Where(which).Select(i => i.Code).Distinct()];
}
