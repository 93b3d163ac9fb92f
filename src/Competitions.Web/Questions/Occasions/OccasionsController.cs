using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Occasions;

[Route("occasions"), Authorize(Policies.Invigilate)]
public sealed class OccasionsController(CompetitionsDb db, Bank bank, MyDuties duties, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1) =>
        View(await (await bank.Occasions(Policies.Invigilate)).AsNoTracking().OrderByDescending(o => o.OpensAt).Select(OccasionRow.From(db)).ToPage(page));

    [HttpGet("new"), Authorize(Policies.KeepQuestions)]
    public async Task<IActionResult> New(int paper)
    {
        var found = await Paper(paper);
        var modules = await ModulesOf(paper);
        var opens = clock.UtcNow().InChina().Date.AddDays(1).AddHours(9);
        return View(new OccasionForm
        {
            PaperId = paper, Title = found.Title, Opens = opens, Closes = opens.AddMinutes(20),
            Modules = modules, Purpose = modules is [var one, ..] ? one.Purpose : null, Minutes = modules is [{ Minutes: > 0 } timed, ..] ? timed.Minutes : 60, ShowsResult = modules.Count == 0,
        });
    }

    [HttpPost(""), Authorize(Policies.KeepQuestions)]
    public async Task<IActionResult> Create(OccasionForm form)
    {
        var paper = await Paper(form.PaperId);
        form.Modules = await ModulesOf(paper.Id);
        if (!string.IsNullOrEmpty(form.Purpose))
        {
            var module = form.Modules.FirstOrDefault(m => m.Purpose == form.Purpose) ?? throw new Refusal("occasion.no-module");
            Refusal.Unless(module.Rules.PartialChoice == paper.PartialShare, "occasion.partial-share", paper.PartialShare, module.Rules.PartialChoice);
        }

        var occasion = new Occasion(paper, form.Title, form.Purpose ?? "", form.Opens!.Value.FromChina(), form.Closes!.Value.FromChina(),
            form.Minutes!.Value, form.ShowsResult);
        db.Add(occasion);
        await db.SaveChangesAsync();
        return Redirect($"/occasions/{occasion.Id}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => View(await Page(id));

    /// <summary>The table alone, for the page's script that asks every few seconds.</summary>
    [HttpGet("{id:int}/rows")]
    public async Task<IActionResult> Rows(int id) => PartialView("_Rows", await Page(id));

    private async Task<OccasionPage> Page(int id)
    {
        var occasion = Missing.Unless(await (await bank.Occasions(Policies.Invigilate)).AsNoTracking().SingleOrDefaultAsync(o => o.Id == id));
        var paper = await db.Papers.AsNoTracking().SingleAsync(p => p.Id == occasion.PaperId);
        var rows = await (
            from sitting in db.Sittings.AsNoTracking()
            where sitting.OccasionId == id
            join worker in db.Workers on sitting.WorkerId equals worker.Id
            orderby sitting.Id
            select new SittingRow(sitting.Id, worker.Name, sitting.Set, sitting.Stage, sitting.StartedAt, sitting.Deadline, sitting.HandedInAt, sitting.HandedIn,
                sitting.Points, db.GivenAnswers.Where(a => a.SittingId == sitting.Id).Select(a => a.Place).Distinct().Count(),
                db.GivenAnswers.Where(a => a.SittingId == sitting.Id).Max(a => (DateTime?)a.TakenAt))).ToListAsync();
        return new OccasionPage(occasion, paper.Title, paper.Of("A").Count(), paper.Total, rows, clock.UtcNow(),
            (await duties.Held()).Any(d => Policies.KindsOf(Policies.KeepQuestions).Contains(d.Kind)));
    }

    private async Task<IReadOnlyList<SatModule>> ModulesOf(int paper) => [.. (await bank.Modules()).Where(m => m.PaperId == paper)];

    private async Task<Paper> Paper(int id) => Missing.Unless(await (await bank.Papers()).SingleOrDefaultAsync(p => p.Id == id));
}

[Route("sittings/{id:int}/extra-times"), Authorize(Policies.Invigilate)]
public sealed class ExtraTimesController(CompetitionsDb db, Bank bank, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ExtraTimeForm form)
    {
        var mine = (await bank.Occasions(Policies.Invigilate)).Select(o => o.Id);
        var sitting = Missing.Unless(await db.Sittings.SingleOrDefaultAsync(s => s.Id == id && mine.Contains(s.OccasionId)));
        sitting.AddTime(form.Minutes, form.Why ?? "", User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("sitting.extra-time", $"{id} {form.Minutes}", why: form.Why);
        return Redirect($"/occasions/{sitting.OccasionId}");
    }
}
