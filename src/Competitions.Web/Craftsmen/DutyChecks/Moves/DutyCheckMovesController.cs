using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Craftsmen.DutyChecks.Moves;

public sealed class DutyCheckMoveForm : IForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请从页面上的按钮办理。")]
    public DutyCheckMove? Move { get; set; }

    [Display(Name = "意见"), StringLength(500, ErrorMessage = "意见不超过 500 个字。")]
    public string? Why { get; set; }

    public DutyCheckPlace? Place { get; internal set; }
}

/// <summary>核对, 退回, 考核.</summary>
[Route("craftsmen/duty-checks/{id:int}/moves"), Authorize(Policies.RecommendCraftsmen)]
public sealed class DutyCheckMovesController(CompetitionsDb db, DutyCheckDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, DutyCheckMove move)
    {
        var place = await desk.Find(id);
        return View(new DutyCheckMoveForm { Place = place, Version = place.Check.Version, Move = move });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, DutyCheckMoveForm form)
    {
        var place = await desk.Find(id, form.Version);
        var (by, now, why) = (User.Account(), clock.UtcNow(), form.Why ?? "");
        Refusal.Unless(form.Move is DutyCheckMove.Confirm or DutyCheckMove.Return ? place.Rights.Confirms : place.Rights.Judges, "duty-check.not-yours");
        switch (form.Move)
        {
            case DutyCheckMove.Confirm:
                place.Check.Confirm(by, now, why);
                break;
            case DutyCheckMove.Return:
                place.Check.Return(by, now, why);
                break;
            case DutyCheckMove.Qualify or DutyCheckMove.Fail:
                place.Check.Judge(form.Move is DutyCheckMove.Qualify, clock.Today(), by, now, why);
                break;
            default:
                throw new Refusal("duty-check.move-not-allowed");
        }

        await db.SaveChangesAsync();
        await audit.Write("duty-check.move", $"{id}", why: $"{form.Move}");
        TempData["Done"] = $"已{form.Move.Value.Name()}。";
        return Redirect($"/craftsmen/duty-checks/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        db.ChangeTracker.Clear();
        ((DutyCheckMoveForm)form).Place = await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
    }
}
