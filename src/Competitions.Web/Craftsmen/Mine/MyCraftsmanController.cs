using System.ComponentModel.DataAnnotations;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Craftsmen.Mine;

/// <param name="Cases">Of which he was told; who said what is not among it.</param>
public sealed record MyCraftsmanPage(IReadOnlyList<Craftsman> Titles, IReadOnlyList<DutyCheck> Checks, IReadOnlyList<CraftsmanCase> Cases, DateOnly Today)
{
    public string TitleOf(int craftsman) => Titles.Single(t => t.Id == craftsman).Title;
}

/// <summary>陈述申辩 in his own words.</summary>
public sealed class StatementForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "陈述申辩"), Required(ErrorMessage = "请写明陈述申辩的内容。"), StringLength(1000, ErrorMessage = "不超过 1000 个字。")]
    public string? Text { get; set; }

    [ValidateNever]
    public MyCraftsmanPage Page { get; internal set; } = null!;
}

/// <summary>我的称号: what a holder holds, the years that he reports, and where he is heard before a title is taken away.</summary>
[Route("my/craftsman"), Authorize(Policies.Own)]
public sealed class MyCraftsmanController(CompetitionsDb db, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Edit()
    {
        var page = await Page();
        return View(new StatementForm { Page = page, Version = page.Cases.FirstOrDefault(c => c.Stage is CaseStage.Hearing)?.Version ?? 0 });
    }

    [HttpPost("cases/{id:int}/statement")]
    public async Task<IActionResult> Update(int id, StatementForm form)
    {
        var me = this.WorkerId();
        var of = Missing.Unless(await Told(me).SingleOrDefaultAsync(c => c.Id == id));
        db.Entry(of).Property(c => c.Version).OriginalValue = form.Version;
        of.State(form.Text ?? "", clock.Today(), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("craftsman.case-move", $"{of.CraftsmanId}", why: $"{CaseMove.State}");
        TempData["Done"] = "陈述申辩已提交。";
        return Redirect("/my/craftsman");
    }

    async Task IFills.Fill(IForm form)
    {
        db.ChangeTracker.Clear();
        ((StatementForm)form).Page = await Page();
    }

    private IQueryable<CraftsmanCase> Told(int me) => db.CraftsmanCases.Where(c => c.Finding != "" && db.Craftsmen.Any(m => m.Id == c.CraftsmanId && m.WorkerId == me));

    private async Task<MyCraftsmanPage> Page()
    {
        var me = this.WorkerId();
        var titles = await db.Craftsmen.AsNoTracking().Where(c => c.WorkerId == me && c.Stage != CraftsmanStage.Recommended && c.Stage != CraftsmanStage.Declined).OrderByDescending(c => c.From).ThenByDescending(c => c.Id).ToListAsync();
        var ids = titles.Select(t => t.Id).ToList();
        return new MyCraftsmanPage(
            titles, await db.DutyChecks.AsNoTracking().Where(k => ids.Contains(k.CraftsmanId)).OrderByDescending(k => k.Year).ThenBy(k => k.Id).ToListAsync(), await Told(me).AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(), clock.Today());
    }
}
