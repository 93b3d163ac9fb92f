using Competitions.Contests;
using Competitions.Data;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Overviews.Judges;

public sealed record ModuleStatistics(EventModule Module, IReadOnlyList<(string Name, JudgeStatistic Of)> Judges);

public sealed record JudgeStatisticsPage(Event Event, IReadOnlyList<ModuleStatistics> Modules);

/// <summary>How each judge gives beside his panel: for the chief judge, and for nobody else.</summary>
[Route("events/{code}/overview/judges"), Authorize(Policies.LeadMarking)]
public sealed class JudgeStatisticsController(CompetitionsDb db, MarkingFloors floors) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var floor = await floors.Of(db, code);
        var items = floor.Plan.Items.Where(i => i.IsOfEachJudge).Select(i => i.Code).Distinct().ToList();
        var lines = await db.Marks.Where(m => m.EventCode == code && items.Contains(m.Aspect)).OrderBy(m => m.Sequence).Select(m => new { m.Work, m.Aspect, m.Judge, m.Value }).ToListAsync();
        var accounts = lines.Select(l => l.Judge).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var modules =
            from work in lines.GroupBy(l => (l.Work, l.Aspect))
            where floor.Modules.ContainsKey(work.Key.Work)
            let module = floor.Modules[work.Key.Work]
            let item = floor.Plan.Item(module, work.Key.Aspect)
            where item is not null
            group (Full: item.How is MarkHow.Judgement ? 3m : item.Most.Value, ByJudge: (IReadOnlyDictionary<string, decimal>)work.GroupBy(l => l.Judge).ToDictionary(j => j.Key, j => j.Last().Value)) by module;
        var statistics = modules.ToDictionary(m => m.Key, m => JudgeStatistic.Of(m));
        return View(new JudgeStatisticsPage(floor.Event, [.. floor.Event.Modules.Where(m => statistics.GetValueOrDefault(m.Code) is { Count: > 0 })
            .Select(m => new ModuleStatistics(m, [.. statistics[m.Code].Select(s => (names.GetValueOrDefault(s.Judge, s.Judge), s)).OrderBy(s => s.Item1, StringComparer.Ordinal)]))]));
    }
}
