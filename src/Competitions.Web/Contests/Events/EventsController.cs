using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Results;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Events;

public sealed record EventPage(Contest Contest, Event Event, EventFacts Facts, IReadOnlyList<Lack> Lacks, bool Organises, IReadOnlyDictionary<string, string> Levels, ResultWaits Waits);

/// <summary>A paper that a module can be sat with; its questions are nobody's business here.</summary>
public sealed record PaperChoice(int Id, string Title, PaperStage Stage);

[Authorize(Policies.ReadContests)]
public sealed class EventsController(CompetitionsDb db, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("events/{code}")]
    public async Task<IActionResult> Show(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        var facts = await db.FactsOf(of, clock.Today());
        var organises = await duties.Organises(contest.Id, of.Id);
        return View(new EventPage(contest, of, facts, of.Lacks(facts), organises, await db.SkillLevels.AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Name), of.Stage is EventStage.Running or EventStage.Checking ? await db.WaitsOf(of) : new ResultWaits(0, [], [])));
    }

    [HttpGet("contests/{contest}/events/new"), Authorize(Policies.Organise)]
    public async Task<IActionResult> New(string contest)
    {
        await Choices(Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest)));
        return View(new EventForm());
    }

    /// <summary>The preset fills everything; the next page lets every number be changed.</summary>
    [HttpPost("contests/{contest}/events"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Create(string contest, EventForm form)
    {
        var found = Missing.Unless(await db.Contests.AsNoTracking().WithCode(contest));
        await Choices(found);
        var preset = (await db.NewestPresets()).SingleOrDefault(p => p.Code == form.Preset) ?? throw new Refusal("event.no-such-preset");
        var code = string.IsNullOrWhiteSpace(form.Code) ? await FreeCode(found) : form.Code.Trim();
        Refusal.Unless(!await db.Events.AnyAsync(e => e.Code == code), "event.code-taken", code);
        db.Add(new Event(found.Id, code, form.Text(await Occupation(form.OccupationCode)), preset));
        await db.SaveChangesAsync();
        await audit.Write("event.create", code);
        TempData["Done"] = $"已按“{preset.Name}”建立，请逐项核对。";
        return RedirectToAction("Edit", new { code });
    }

    [HttpGet("events/{code}/edit"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Edit(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        await Choices(await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId), of);
        return View(EventForm.Of(of));
    }

    [HttpPost("events/{code}"), Authorize(Policies.Organise)]
    public async Task<IActionResult> Update(string code, EventForm form)
    {
        var of = Missing.Unless(await db.Events.WithCode(code));
        await Choices(await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId), of);
        var papers = ((IEnumerable<PaperChoice>)ViewData["Papers"]!).ToList();
        Refusal.Unless(form.ModuleList().All(m => m.PaperId is null || papers.Any(p => p.Id == m.PaperId)), "event.no-such-paper");
        db.Entry(of).Property(e => e.Version).OriginalValue = form.Version;
        of.Describe(form.Text(await Occupation(form.OccupationCode)));
        of.Compose(form.RuleSet(of.Rules), form.RoundList(), form.GroupList(), form.ModuleList(), User.Account(), clock.UtcNow(), form.Why ?? "");
        await db.SaveChangesAsync();
        await audit.Write("event.change-rules", code, why: form.Why);
        TempData["Done"] = "已保存。";
        return RedirectToAction("Show", new { code });
    }

    async Task IFills.Fill(IForm form)
    {
        var of = RouteData.Values["code"] is string code ? Missing.Unless(await db.Events.AsNoTracking().WithCode(code)) : null;
        await Choices(of is null
            ? Missing.Unless(await db.Contests.AsNoTracking().WithCode((string)RouteData.Values["contest"]!))
            : await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId), of);
    }

    private async Task<string> Occupation(string code) =>
        await db.Occupations.Where(o => o.Code == code).Select(o => o.Name).SingleOrDefaultAsync() ?? throw new Refusal("event.no-such-occupation");

    private async Task<string> FreeCode(Contest contest)
    {
        var taken = await db.Events.Where(e => e.Code.StartsWith(contest.Code)).Select(e => e.Code).ToListAsync();
        return Enumerable.Range(1, 1000).Select(n => $"{contest.Code}-{n:00}").First(c => !taken.Contains(c));
    }

    private async Task Choices(Contest contest, Event? of = null)
    {
        (ViewData["Contest"], ViewData["Event"]) = (contest, of);
        ViewData["Occupations"] = await db.Occupations.OrderBy(o => o.Code).Select(o => new SelectListItem(o.Name + "（" + o.Code + "）", o.Code)).ToListAsync();
        ViewData["Levels"] = await db.SkillLevels.OrderBy(s => s.Order).Select(s => new SelectListItem(s.Name, s.Code)).ToListAsync();
        ViewData["Papers"] = of is null ? [] : await db.Papers.AsNoTracking().For(db, contest.OrganisationId).OrderByDescending(p => p.OccupationCode == of.OccupationCode).ThenByDescending(p => p.Id)
            .Select(p => new PaperChoice(p.Id, p.Title, p.Stage)).ToListAsync();
        ViewData["Presets"] = of is null ? await db.NewestPresets() : [];
    }
}
