using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Assessments.Moves;

/// <summary>The studio reports its rectification; the federation returns a report and checks again.</summary>
[Route("studios/{id:int}/assessments/{year:int}/moves"), Authorize(Policies.KeepStudios)]
public sealed class AssessmentMovesController(CompetitionsDb db, AssessmentDesk assessments, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, int year, AssessmentMove move)
    {
        var (studio, of) = await assessments.Find(id, year, PolicyOf(move));
        return View(new AssessmentMoveForm { Studio = studio, Of = of, Version = of.Version, Move = move });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int year, AssessmentMoveForm form)
    {
        var (studio, of) = await assessments.Find(id, year, PolicyOf(form.Move!.Value), form.Version);
        Refusal.Unless(studio.Stands, "studio.over");
        var (by, now, text) = (User.Account(), clock.UtcNow(), form.Text ?? "");
        switch (form.Move)
        {
            case AssessmentMove.Return:
                of.Return(by, now, text);
                break;
            case AssessmentMove.Correct:
                of.Correct(text, by, now, clock.Today());
                break;
            case AssessmentMove.Pass or AssessmentMove.FailAgain:
                of.Recheck(form.Move is AssessmentMove.Pass, text, by, now, clock.Today());
                break;
            default:
                throw new Refusal("studio-assessment.move-not-allowed");
        }

        await assessments.Follow(studio, of, by, now);
        await db.SaveChangesAsync();
        await audit.Write("studio.assessment-move", $"{id}", why: $"{year} {form.Move}");
        TempData["Done"] = $"已{form.Move.Value.Name()}。";
        return Redirect($"/studios/{id}/assessments/{year}");
    }

    async Task IFills.Fill(IForm form)
    {
        var filled = (AssessmentMoveForm)form;
        db.ChangeTracker.Clear();
        (filled.Studio, filled.Of) = await assessments.Find(
            int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), int.Parse((string)RouteData.Values["year"]!, CultureInfo.InvariantCulture), PolicyOf(filled.Move ?? AssessmentMove.Pass));
    }

    /// <summary>Its own unit corrects; only who names returns and checks again.</summary>
    private static string PolicyOf(AssessmentMove move) => move is AssessmentMove.Correct ? Policies.KeepStudios : Policies.NameStudios;
}
