using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Assessments.Grades;

/// <summary>考核: the federation's sheet.</summary>
[Route("studios/{id:int}/assessments/{year:int}/grade"), Authorize(Policies.NameStudios)]
public sealed class AssessmentGradesController(CompetitionsDb db, AssessmentDesk assessments, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, int year)
    {
        var (studio, of) = await assessments.Find(id, year, Policies.NameStudios);
        Refusal.Unless(of.Stage is AssessmentStage.Submitted, "studio-assessment.move-not-allowed");
        return View(new GradeForm { Studio = studio, Of = of, Version = of.Version, Lines = [.. of.Lines.Select(l => new GradeLineForm { Code = l.Of.Code, Score = l.Self, Opinion = l.Opinion })] });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int year, GradeForm form)
    {
        var (studio, of) = await assessments.Find(id, year, Policies.NameStudios, form.Version);
        of.Assess(
            form.Lines.DistinctBy(l => l.Code).ToDictionary(l => l.Code, l => (l.Score, l.Opinion ?? "")), string.IsNullOrEmpty(form.Veto) ? null : form.Veto, form.RectifyBy, form.Demand ?? "", User.Account(), clock.UtcNow(), clock.Today());
        await assessments.Follow(studio, of, User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("studio.grade", $"{id}", why: $"{year} {of.Grade} {of.Total}");
        TempData["Done"] = $"考核完成：{of.Total:0.#} 分，{of.Grade!.Value.Name()}。";
        return Redirect($"/studios/{id}/assessments/{year}");
    }

    async Task IFills.Fill(IForm form)
    {
        var filled = (GradeForm)form;
        db.ChangeTracker.Clear();
        (filled.Studio, filled.Of) = await assessments.Find(
            int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), int.Parse((string)RouteData.Values["year"]!, CultureInfo.InvariantCulture), Policies.NameStudios);
    }
}
