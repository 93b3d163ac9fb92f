using Competitions.Data;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Marking;

/// <summary>What stands, for a page that is open: it asks again every few seconds.</summary>
[ApiController, Route("events/{code}/marking/{work}/state"), Authorize(Policies.Mark)]
public sealed class MarkingStatesController(MarkingDesk desk, MarkingStates states, Scoretaking scoretaking) : ControllerBase
{
    [HttpGet("")]
    public async Task<SheetState> Show(string code, string work)
    {
        var floor = await desk.Floor(code);
        return await states.Of(floor, await scoretaking.GiverIn(floor, User.Account()), work);
    }
}

/// <summary>A work's sheet as far as one judge may see it: a judgement of others is shown when all have given, not before.</summary>
public sealed class MarkingStates(CompetitionsDb db)
{
    /// <summary>Two queries.</summary>
    /// <exception cref="Missing">No such work, or nothing of it is his.</exception>
    public async Task<SheetState> Of(MarkingFloor floor, Giver giver, string work)
    {
        var module = Missing.Unless(floor.Modules.GetValueOrDefault(work));
        var items = MarkingDesk.ItemsOf(floor, giver, module);
        Missing.Unless(items.Count > 0 ? items : null);
        var lines = await db.Marks.AsNoTracking().Where(m => m.EventCode == floor.Event.Code && m.Work == work).OrderBy(m => m.Sequence).ToListAsync();
        var reasons = await db.MarkReasons.AsNoTracking().Where(r => r.EventCode == floor.Event.Code && r.Work == work).ToDictionaryAsync(r => r.Id, r => r.Why);
        var sheet = new MarkSheet(work, module, floor.Plan);
        lines.ForEach(sheet.Apply);
        return new SheetState(items.ToDictionary(i => i.Code, i => State(i, sheet, lines, giver.Account)), Deductions(lines, reasons, giver.Account), lines.Count > 0 ? lines[^1].Sequence : 0);
    }

    private static ItemState State(MarkItem item, MarkSheet sheet, List<Mark> lines, string account)
    {
        var mine = lines.FindLast(l => l.Aspect == item.Code && (!item.IsOfEachJudge || l.Judge == account));
        var none = lines.FindLast(l => l.Aspect == item.Code + MarkItem.NotAttempted);
        var standing = sheet.Of(item.Code);
        var again = standing is not null && item.IsRescored(standing);
        var now = !again ? mine?.Value : !item.IsApart(standing!) && standing!.ByJudge.TryGetValue(account, out var anew) ? anew : (decimal?)null;
        return new ItemState(now, mine?.Sequence, item.How is MarkHow.Panel or MarkHow.Time ? null : sheet.Points(item)?.ToString(),
            Shown(item, standing, account), again, again && !item.IsApart(standing!) ? item.Given(standing!) : 0, item.Judges, none?.Value == 1, none?.Sequence);
    }

    /// <summary>The last time that all had given; null before, and for who was not there.</summary>
    private static IReadOnlyList<decimal>? Shown(MarkItem item, StandingMark? standing, string account)
    {
        if (item.How is not MarkHow.Judgement || item.Judges < 2 || standing is null)
        {
            return null;
        }

        var whole = item.Given(standing) >= item.Judges ? standing.ByJudge : standing.Earlier.Count > 0 ? standing.Earlier[^1] : null;
        return whole is not null && whole.TryGetValue(account, out var own) ? [own, .. whole.Where(j => j.Key != account).Select(j => j.Value).Order()] : null;
    }

    private static IReadOnlyList<DeductionState> Deductions(List<Mark> lines, Dictionary<Guid, string> reasons, string account) =>
    [
        .. lines.Where(l => l.Aspect[0] == '-').GroupBy(l => l.Aspect)
            .Select(d => d.Last()).Select(l => new DeductionState(l.Aspect, l.Value, reasons.GetValueOrDefault(l.Id, ""), l.Judge == account, l.Sequence)),
    ];
}
