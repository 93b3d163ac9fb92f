using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Craftsmen;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Craftsmen.Moves;

public sealed class CraftsmanMoveForm : IForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请从页面上的按钮办理。")]
    public CraftsmanMove? Move { get; set; }

    [Display(Name = "原因"), StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    [Display(Name = "认定文号"), StringLength(60, ErrorMessage = "文号不超过 60 个字。")]
    public string? Document { get; set; }

    [Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "至")]
    public DateOnly? Until { get; set; }

    [Display(Name = "情形")]
    public EndReason Reason { get; set; }

    public Craftsman? Of { get; internal set; }
}

/// <summary>认定, 不予认定, 暂停, 恢复, 终止; a revocation has its own way.</summary>
[Route("craftsmen/{id:int}/moves"), Authorize(Policies.NameCraftsmen)]
public sealed class CraftsmanMovesController(CompetitionsDb db, CraftsmanDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, CraftsmanMove move)
    {
        var of = await desk.Find(id, Policies.NameCraftsmen);
        return View(new CraftsmanMoveForm { Of = of, Version = of.Version, Move = move, On = clock.Today(), Until = move is CraftsmanMove.Suspend ? clock.Today().AddYears(1).AddDays(-1) : null });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CraftsmanMoveForm form)
    {
        var of = await desk.ToChange(id, form.Version, Policies.NameCraftsmen);
        var (by, now, today, why) = (User.Account(), clock.UtcNow(), clock.Today(), form.Why ?? "");
        var on = form.Move is CraftsmanMove.Decline ? today : form.On ?? throw new Refusal("craftsman.date-missing");
        switch (form.Move)
        {
            case CraftsmanMove.Confirm:
                of.Confirm(form.Document ?? "", on, today, by, now);
                break;
            case CraftsmanMove.Decline:
                of.Decline(today, by, now, why);
                break;
            case CraftsmanMove.Suspend:
                of.Suspend(on, form.Until ?? throw new Refusal("craftsman.date-missing"), by, now, why);
                break;
            case CraftsmanMove.Resume:
                of.Resume(on, by, now, why);
                break;
            case CraftsmanMove.End:
                of.End(form.Reason, on, today, by, now, $"{form.Reason.Name()}{(why.Trim().Length > 0 ? $"：{why.Trim()}" : "")}");
                break;
            default:
                throw new Refusal("craftsman.move-not-allowed");
        }

        await db.SaveChangesAsync();
        await audit.Write($"craftsman.{form.Move.ToString()!.ToLowerInvariant()}", $"{id}", why: form.Why ?? form.Document);
        TempData["Done"] = $"已{form.Move.Value.Name()}。";
        return Redirect($"/craftsmen/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        db.ChangeTracker.Clear();
        ((CraftsmanMoveForm)form).Of = await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.NameCraftsmen);
    }
}
