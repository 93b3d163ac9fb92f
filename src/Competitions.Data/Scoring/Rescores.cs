using Competitions.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Data.Scoring;

/// <summary>A judgement that waits to be given again, by all or by some.</summary>
public sealed record Rescore(string Work, MarkItem Item, StandingMark Standing)
{
    public bool WaitsFor(string account) => Item.IsApart(Standing) || !Standing.ByJudge.ContainsKey(account);
}

public static class RescoreQueries
{
    /// <summary>
    /// All of an event that wait, in the order of the works. One query, and only of what was ever more than one apart: it costs
    /// the disputes, not the marks.
    /// </summary>
    /// <param name="modules">Work's code → its module.</param>
    public static async Task<IReadOnlyList<Rescore>> Rescores(this CompetitionsDb db, string eventCode, MarkingPlan plan, IReadOnlyDictionary<string, string> modules)
    {
        var judged = plan.Items.Where(i => i.How is MarkHow.Judgement).Select(i => i.Code).ToList();
        if (judged.Count == 0)
        {
            return [];
        }

        var marks = db.Marks.AsNoTracking().Where(m => m.EventCode == eventCode && judged.Contains(m.Aspect));
        var apart = marks.GroupBy(m => new { m.Work, m.Aspect }).Where(g => g.Max(m => m.Value) - g.Min(m => m.Value) > 1).Select(g => g.Key);
        var lines = await marks.Join(apart, m => new { m.Work, m.Aspect }, a => a, (m, _) => m).OrderBy(m => m.Sequence).ToListAsync();
        return [.. lines.Where(l => modules.ContainsKey(l.Work)).GroupBy(l => l.Work).OrderBy(w => w.Key, StringComparer.Ordinal).SelectMany(work => Of(work, plan, modules[work.Key]))];
    }

    private static IEnumerable<Rescore> Of(IGrouping<string, Mark> work, MarkingPlan plan, string module)
    {
        var sheet = new MarkSheet(work.Key, module, plan);
        foreach (var line in work)
        {
            sheet.Apply(line);
        }

        return from item in plan.Of(module) let standing = sheet.Of(item.Code) where standing is not null && item.IsRescored(standing) select new Rescore(work.Key, item, standing);
    }
}
