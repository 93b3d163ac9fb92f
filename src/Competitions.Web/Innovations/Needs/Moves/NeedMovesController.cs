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

namespace Competitions.Web.Innovations.Needs.Moves;

public sealed class NeedMoveForm : IForm
{
    public int Version { get; set; }

    [BindRequired]
    public NeedMove Move { get; set; }

    [Display(Name = "理由"), StringLength(1000)]
    public string? Why { get; set; }

    [Display(Name = "揭榜方")]
    public int? Claim { get; set; }

    [Display(Name = "评分")]
    public int? Rating { get; set; }

    [Display(Name = "意向书")]
    public IFormFile? Intent { get; set; }

    [ValidateNever]
    public Need Of { get; internal set; } = null!;
}

/// <summary>The federation publishes and closes; the unit whose need it is chooses, signs and says what came of it.</summary>
[Route("needs/{id:int}/moves"), Authorize(Policies.KeepInnovations)]
public sealed class NeedMovesController(CompetitionsDb db, NeedDesk desk, InnovationDesk innovations, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, [BindRequired] NeedMove move)
    {
        var place = await desk.Find(id);
        Refusal.Unless(place.Moves.Contains(move) && move is not NeedMove.Resubmit, "need.move-not-allowed");
        return View(new NeedMoveForm { Version = place.Of.Version, Move = move, Of = place.Of });
    }

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Create(int id, NeedMoveForm form)
    {
        var place = await desk.Find(id, form.Version);
        form.Of = place.Of;
        Refusal.Unless(place.Moves.Contains(form.Move) && form.Move is not NeedMove.Resubmit, "need.move-not-allowed");
        var (by, now, why) = (User.Account(), clock.UtcNow(), form.Why ?? "");
        switch (form.Move)
        {
            case NeedMove.Publish:
                place.Of.Publish(by, clock.Today(), now);
                break;
            case NeedMove.Choose:
                place.Of.Choose(form.Claim ?? throw new Refusal("need.no-claim"), why, by, now);
                break;
            case NeedMove.Sign:
                place.Of.Sign(await innovations.Keep(form.Intent), by, now);
                break;
            case NeedMove.Accept:
                place.Of.Accept(form.Rating ?? 0, why, by, now);
                break;
            default:
                place.Of.Make(form.Move, why, by, now);
                break;
        }

        await db.SaveChangesAsync();
        await audit.Write($"need.{form.Move.ToString().ToLowerInvariant()}", $"{id}");
        TempData["Done"] = $"{form.Move.Name()}，已记录。";
        return Redirect($"/needs/{id}");
    }

    async Task IFills.Fill(IForm form) => ((NeedMoveForm)form).Of = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture))).Of;
}
