using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Innovations.Spreadings.Moves;

public sealed class SpreadingMoveForm : IForm
{
    public int Version { get; set; }

    [BindRequired]
    public SpreadingMove Move { get; set; }

    [Display(Name = "原因"), StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    [ValidateNever]
    public Spreading Of { get; internal set; } = null!;
}

/// <summary>The adopting unit's word, then the federation's; and what sends a record back or ends it.</summary>
[Route("spreadings/{id:int}/moves"), Authorize(Policies.KeepInnovations)]
public sealed class SpreadingMovesController(CompetitionsDb db, SpreadingDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    /// <summary>Moves that ask for a reason.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, [BindRequired] SpreadingMove move)
    {
        var place = await desk.Find(id);
        Refusal.Unless(SpreadingLifecycle.NeedsReason(move) && place.Moves.Contains(move), "spreading.move-not-allowed");
        return View(new SpreadingMoveForm { Version = place.Of.Version, Move = move, Of = place.Of });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, SpreadingMoveForm form)
    {
        var place = await desk.Find(id, form.Version);
        Refusal.Unless(place.May(form.Move) && SpreadingLifecycle.Next(place.Of.Stage, form.Move) is not null, "spreading.move-not-allowed");
        switch (form.Move)
        {
            case SpreadingMove.ConfirmAdoption:
                place.Of.ConfirmAdoption(User.Account(), clock.UtcNow());
                break;
            case SpreadingMove.Confirm:
                place.Of.Confirm(User.Account(), clock.Today(), clock.UtcNow());
                break;
            default:
                place.Of.Make(form.Move, form.Why ?? "", User.Account(), clock.UtcNow());
                break;
        }

        await db.SaveChangesAsync();
        await audit.Write($"spreading.{form.Move.ToString().ToLowerInvariant()}", $"{id}");
        TempData["Done"] = $"{form.Move.Name()}，已记录。";
        return Redirect($"/spreadings/{id}");
    }

    async Task IFills.Fill(IForm form) => ((SpreadingMoveForm)form).Of = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture))).Of;
}
