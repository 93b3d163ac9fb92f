using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Assessments;

public sealed record AssessmentPage(Studio Studio, StudioAssessment Of, IReadOnlyDictionary<string, string> Names, bool Keeps, bool NamesIt, DateOnly Today);

/// <summary>年度考核: begun by the studio, reported, shown.</summary>
[Route("studios/{id:int}/assessments"), Authorize(Policies.ReadStudios)]
public sealed class StudioAssessmentsController(CompetitionsDb db, StudioDesk desk, AssessmentDesk assessments, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpPost(""), Authorize(Policies.KeepStudios)]
    public async Task<IActionResult> Create(int id, [BindRequired] int year)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        Refusal.Unless(!await db.StudioAssessments.AnyAsync(a => a.StudioId == id && a.Year == year), "studio-assessment.begun");
        db.Add(new StudioAssessment(studio, year, StudioDesk.Rules, clock.UtcNow()));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.StudioAssessments.Any(a => a.StudioId == id && a.Year == year))
        {
            throw new Refusal("studio-assessment.begun"); // two at once: the constraint decided
        }

        await audit.Write("studio.assessment", $"{id}", why: $"{year}");
        return Redirect($"/studios/{id}/assessments/{year}/edit");
    }

    [HttpGet("{year:int}")]
    public async Task<IActionResult> Show(int id, int year)
    {
        var (studio, of) = await assessments.Find(id, year, Policies.ReadStudios);
        var accounts = of.History.Select(h => h.By).Distinct().ToList();
        return View(new AssessmentPage(
            studio, of, await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName),
            studio.Stands && await desk.May(id, Policies.KeepStudios), studio.Stands && await desk.May(id, Policies.NameStudios), clock.Today()));
    }

    [HttpGet("{year:int}/edit"), Authorize(Policies.KeepStudios)]
    public async Task<IActionResult> Edit(int id, int year)
    {
        var (studio, of) = await assessments.Find(id, year, Policies.KeepStudios);
        Refusal.Unless(of.Stage is AssessmentStage.Reporting, "studio-assessment.not-open");
        return View(new ReportForm
        {
            Studio = studio, Of = of, Version = of.Version, Summary = of.Summary, Lines = [.. of.Lines.Select(l => new ReportLineForm { Code = l.Of.Code, Self = l.Self, Proof = l.Proof })],
        });
    }

    [HttpPost("{year:int}"), Authorize(Policies.KeepStudios)]
    public async Task<IActionResult> Update(int id, int year, ReportForm form)
    {
        var (studio, of) = await assessments.Find(id, year, Policies.KeepStudios, form.Version);
        Refusal.Unless(studio.Stands, "studio.over");
        of.Report(form.Lines.DistinctBy(l => l.Code).ToDictionary(l => l.Code, l => (l.Self, l.Proof ?? "")), form.Summary ?? "");
        var submits = form.Act == "submit";
        if (submits)
        {
            of.Submit(User.Account(), clock.UtcNow());
        }

        await db.SaveChangesAsync();
        await audit.Write(submits ? "studio.report" : "studio.report-save", $"{id}", why: $"{year}");
        TempData["Done"] = submits ? "自评已提交，等待考核。" : "已保存，还没有提交。";
        return Redirect(submits ? $"/studios/{id}/assessments/{year}" : $"/studios/{id}/assessments/{year}/edit");
    }

    async Task IFills.Fill(IForm form)
    {
        var filled = (ReportForm)form;
        var (id, year) = (int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), int.Parse((string)RouteData.Values["year"]!, CultureInfo.InvariantCulture));
        db.ChangeTracker.Clear();
        (filled.Studio, filled.Of) = await assessments.Find(id, year, Policies.KeepStudios);
    }
}
