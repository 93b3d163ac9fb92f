using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Innovations.KeyProjects.Moves;

public sealed class KeyProjectMoveForm : IForm
{
    public int Version { get; set; }

    [BindRequired]
    public KeyProjectMove Move { get; set; }

    [Display(Name = "意见"), StringLength(KeyProject.MostReport)]
    public string? Why { get; set; }

    [Display(Name = "结题等次")]
    public KeyProjectGrade? Grade { get; set; }

    [Display(Name = "结题材料")]
    public IFormFile? Conclusion { get; set; }

    [ValidateNever]
    public KeyProject Of { get; internal set; } = null!;
}

/// <summary>中期检查, 结题 and what ends a project.</summary>
[Route("key-projects/{id:int}/moves"), Authorize(Policies.KeepInnovations)]
public sealed class KeyProjectMovesController(CompetitionsDb db, KeyProjectDesk desk, InnovationDesk innovations, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, [BindRequired] KeyProjectMove move)
    {
        var place = await desk.Find(id);
        Refusal.Unless(place.Moves.Contains(move), "key-project.move-not-allowed");
        return View(new KeyProjectMoveForm { Version = place.Of.Version, Move = move, Of = place.Of });
    }

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(int id, KeyProjectMoveForm form)
    {
        var place = await desk.Find(id, form.Version);
        form.Of = place.Of;
        Refusal.Unless(place.Moves.Contains(form.Move), "key-project.move-not-allowed");
        var (by, now, why) = (User.Account(), clock.UtcNow(), form.Why ?? "");
        switch (form.Move)
        {
            case KeyProjectMove.Apply:
                place.Of.Apply(why, await innovations.Keep(form.Conclusion), by, now);
                break;
            case KeyProjectMove.Accept:
                place.Of.Accept(form.Grade ?? throw new Refusal("key-project.grade-missing"), why, by, now);
                break;
            default:
                place.Of.Make(form.Move, why, by, now);
                break;
        }

        await db.SaveChangesAsync();
        await audit.Write($"key-project.{form.Move.ToString().ToLowerInvariant()}", $"{id}");
        TempData["Done"] = $"{form.Move.Name()}，已记录。";
        return Redirect($"/key-projects/{id}");
    }

    async Task IFills.Fill(IForm form) => ((KeyProjectMoveForm)form).Of = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture))).Of;
}
