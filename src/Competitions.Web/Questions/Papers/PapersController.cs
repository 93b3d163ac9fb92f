using System.Buffers.Binary;
using System.Security.Cryptography;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Questions.Occasions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Papers;

[Route("papers"), Authorize(Policies.KeepQuestions)]
public sealed class PapersController(CompetitionsDb db, Bank bank, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, int page = 1)
    {
        ViewData["Q"] = q;
        var rows = (await bank.Papers()).AsNoTracking().Where(p => string.IsNullOrEmpty(q) || p.Title.Contains(q)).OrderByDescending(p => p.Id)
            .Select(p => new PaperRow(p.Id, p.Title, p.OccupationCode, p.Stage, p.Items.Count(i => i.Set == "A"), db.Occasions.Count(o => o.PaperId == p.Id), p.MadeAt));
        return View(await rows.ToPage(page));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? module)
    {
        var of = (await bank.Modules()).FirstOrDefault(m => $"{m.Event}/{m.Code}" == module);
        return View(await Filled(of is null ? new PaperForm() : new PaperForm { Title = $"{of.Title}试卷", OccupationCode = of.OccupationCode, PartialShare = of.Rules.PartialChoice }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(PaperForm form)
    {
        await Filled(form);
        var paper = new Paper(await bank.Home(), form.Title, form.OccupationCode, User.Account(), clock.UtcNow());
        paper.Plan(form.Title, Checked(form), form.SetRule, form.PartialShare);
        db.Add(paper);
        await db.SaveChangesAsync();
        return Redirect($"/papers/{paper.Id}");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id)
    {
        var paper = await Find(id);
        var questions = await (await bank.Questions()).AsNoTracking().Where(q => q.OccupationCode == paper.OccupationCode && !q.Retired).ToListAsync();
        var occasions = await (await bank.Occasions()).AsNoTracking().Where(o => o.PaperId == id).OrderByDescending(o => o.OpensAt)
            .Select(OccasionRow.From(db)).ToListAsync();
        var occupation = (await bank.Occupations()).FirstOrDefault(o => o.Value == paper.OccupationCode)?.Text ?? paper.OccupationCode;
        return View(new PaperPage(paper, occupation, occasions, await SittingsOver(db, id, clock.UtcNow()),
            [.. paper.Blueprint.Select(row => questions.Count(row.Fits))]));
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id) => View(await Filled(PaperForm.From(await Find(id))));

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Update(int id, PaperForm form)
    {
        await Filled(form);
        var paper = await Find(id);
        paper.Plan(form.Title, Checked(form), form.SetRule, form.PartialShare);
        await db.SaveChangesAsync();
        return Redirect($"/papers/{id}");
    }

    internal static async Task<bool> SittingsOver(CompetitionsDb db, int paper, DateTime now) =>
        !await db.Occasions.AnyAsync(o => o.PaperId == paper && o.ClosesAt > now)
        && !await db.Sittings.AnyAsync(s => s.Stage == SittingStage.Sitting && db.Occasions.Any(o => o.Id == s.OccasionId && o.PaperId == paper));

    private static List<BlueprintRow> Checked(PaperForm form)
    {
        var rows = form.Blueprint().ToList();
        Refusal.Unless(rows.Count > 0, "paper.blueprint-empty");
        return rows;
    }

    private async Task<Paper> Find(int id) => Missing.Unless(await (await bank.Papers()).SingleOrDefaultAsync(p => p.Id == id));

    Task IFills.Fill(IForm form) => Filled((PaperForm)form);

    private async Task<PaperForm> Filled(PaperForm form)
    {
        form.Rows.AddRange(Enumerable.Range(0, Math.Max(0, PaperForm.Lines - form.Rows.Count)).Select(_ => new BlueprintLine()));
        (form.Occupations, form.Levels) = (await bank.Occupations(), await bank.Levels());
        form.KnowledgePoints = await (await bank.Questions()).Where(q => q.KnowledgePoint != "").Select(q => q.KnowledgePoint).Distinct().OrderBy(p => p).Take(200).ToListAsync();
        return form;
    }
}

[Route("papers/{id:int}/draws"), Authorize(Policies.KeepQuestions)]
public sealed class DrawsController(CompetitionsDb db, Bank bank, AuditTrail audit, TimeProvider clock) : Controller
{
    /// <summary>The seed comes from a cryptographic source and is recorded; the draw itself is a function of it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var paper = Missing.Unless(await (await bank.Papers()).SingleOrDefaultAsync(p => p.Id == id));
        var questions = await (await bank.Questions()).AsNoTracking().Where(q => q.OccupationCode == paper.OccupationCode && !q.Retired).ToListAsync();
        paper.DrawFrom(questions, BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("paper.draw", $"{id} {paper.SeedHash}");
        TempData["Done"] = "试卷已抽定，A、B 两套题目如下。";
        return Redirect($"/papers/{id}");
    }
}

[Route("papers/{id:int}/reveals"), Authorize(Policies.KeepQuestions)]
public sealed class RevealsController(CompetitionsDb db, Bank bank, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        var paper = Missing.Unless(await (await bank.Papers()).SingleOrDefaultAsync(p => p.Id == id));
        paper.Reveal(await PapersController.SittingsOver(db, id, clock.UtcNow()), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("paper.reveal", $"{id}");
        return Redirect($"/papers/{id}");
    }
}
