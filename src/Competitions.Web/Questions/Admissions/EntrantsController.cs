using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Scoring;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Admissions;

/// <summary>Who takes part in the event whose module this occasion is sat for: all of them at once, in the order of their admission numbers.</summary>
[Route("occasions/{id:int}/entrants"), Authorize(Policies.Invigilate)]
public sealed class EntrantsController(CompetitionsDb db, Bank bank, MyDuties duties) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var occasion = Missing.Unless(await (await bank.Occasions(Policies.Invigilate)).SingleOrDefaultAsync(o => o.Id == id));
        var (code, module) = TakeSittingResults.ModuleOf(occasion.Purpose) ?? throw new Refusal("occasion.no-module");
        var (paths, events) = (await duties.Paths(Policies.Invigilate), await duties.Events(Policies.Invigilate));
        var mine = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var held = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Code == code && (events.Contains(e.Id) || db.Contests.Any(c => c.Id == e.ContestId && mine.Contains(c.OrganisationId))));
        Refusal.Unless(held?.Modules.Any(m => m.Code == module && m.Way is ModuleWay.Sitting) == true, "occasion.no-module");

        var there = await db.Sittings.Where(s => s.OccasionId == id).Select(s => s.WorkerId).ToListAsync();
        var round = held!.Modules.First(m => m.Code == module).Round;
        var entries = held.IsLaterRound(round) ? db.TakingPart(held, round) : db.Entries.Where(e => e.EventId == held.Id && EntryLifecycle.Placed.Contains(e.Stage));
        var workers = await entries.AsNoTracking().OrderBy(e => e.AdmissionNumber)
            .SelectMany(e => e.Members).Where(m => m.Role == EntryRole.Competitor).Select(m => m.WorkerId).ToListAsync();
        var fresh = workers.Distinct().Except(there).ToList();
        db.AddRange(fresh.Select((worker, i) => occasion.Admit(worker, there.Count + i)));
        await db.SaveChangesAsync();
        TempData["Done"] = fresh.Count == 0 ? "名单上的选手都已安排。" : $"已按报名名单安排 {fresh.Count} 人应考。";
        return Redirect($"/occasions/{id}");
    }
}
