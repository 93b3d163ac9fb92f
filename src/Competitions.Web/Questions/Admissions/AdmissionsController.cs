using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Questions;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Questions.Admissions;

public sealed class AdmissionForm : IForm
{
    [Display(Name = "应考人员证件号码"), Required, StringLength(40_000)]
    public string IdNumbers { get; set; } = "";

    public int Id { get; internal set; }
}

[Route("occasions/{id:int}/admissions"), Authorize(Policies.KeepQuestions)]
public sealed class AdmissionsController(CompetitionsDb db, Bank bank, FieldCipher cipher, MyDuties duties) : Controller
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        await Find(id);
        return View(new AdmissionForm { Id = id });
    }

    /// <summary>All or nothing; who is in already stays as he is.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, AdmissionForm form)
    {
        form.Id = id;
        var occasion = await Find(id);
        var typed = form.IdNumbers.Split('\n').Select(l => l.Trim().ToUpperInvariant()).ToList();
        Refusal.Unless(typed.Any(t => t.Length > 0), "occasion.nobody");
        var indexes = typed.Select(t => t.Length == 0 ? "" : cipher.IndexOf("worker.id-number", t)).ToList();
        var asked = indexes.Where(i => i.Length > 0).Distinct().ToList();
        var paths = await duties.Paths(Policies.KeepQuestions);
        var mine = db.Organisations.Within(paths, o => o.Path).Select(o => o.Id);
        var workers = await db.Workers.Where(w => asked.Contains(w.IdNumberIndex) && w.Memberships.Any(m => mine.Contains(m.OrganisationId)))
            .Select(w => new { w.IdNumberIndex, w.Id }).ToDictionaryAsync(w => w.IdNumberIndex, w => w.Id);
        foreach (var (line, index) in indexes.Index().Where(i => i.Item.Length > 0))
        {
            Refusal.Unless(workers.ContainsKey(index), "occasion.unknown-worker", line + 1);
        }

        var there = await db.Sittings.Where(s => s.OccasionId == id).Select(s => s.WorkerId).ToListAsync();
        var fresh = asked.Select(i => workers[i]).Except(there).ToList();
        db.AddRange(fresh.Select((worker, i) => occasion.Admit(worker, there.Count + i)));
        await db.SaveChangesAsync();
        TempData["Done"] = $"已安排 {fresh.Count} 人应考。";
        return Redirect($"/occasions/{id}");
    }

    private async Task<Occasion> Find(int id) => Missing.Unless(await (await bank.Occasions()).SingleOrDefaultAsync(o => o.Id == id));
}
