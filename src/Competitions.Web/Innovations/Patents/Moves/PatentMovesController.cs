using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Innovations.Patents.Moves;

public sealed class PatentMoveForm : IForm
{
    public int Version { get; set; }

    public PatentMove Move { get; set; }

    [Display(Name = "文书日期"), Required(ErrorMessage = "请填写文书上的日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "文书编号"), StringLength(30)]
    public string? Number { get; set; }

    [Display(Name = "原因"), StringLength(500)]
    public string? Why { get; set; }

    public string Title { get; internal set; } = "";
}

/// <summary>What the office did, entered by the unit from its papers.</summary>
[Route("patents/{id:int}/moves"), Authorize(Policies.KeepPatents)]
public sealed class PatentMovesController(CompetitionsDb db, PatentDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, PatentMove move)
    {
        var patent = await desk.ToChange(id);
        Refusal.Unless(PatentLifecycle.MovesFrom(patent.Stage, patent.Kind).Contains(move), "patent.move-not-allowed");
        return View(new PatentMoveForm { Version = patent.Version, Move = move, Title = patent.Title });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, PatentMoveForm form)
    {
        var patent = await desk.ToChange(id);
        db.Entry(patent).Property(p => p.Version).OriginalValue = form.Version;
        patent.Make(form.Move, form.On!.Value, form.Number, User.Account(), clock.Today(), clock.UtcNow(), form.Why ?? "");
        await db.SaveChangesAsync();
        await audit.Write($"patent.{form.Move.ToString().ToLowerInvariant()}", $"{id}");
        TempData["Done"] = $"{form.Move.Name()}，已记录。";
        return Redirect($"/patents/{id}");
    }

    async Task IFills.Fill(IForm form) => ((PatentMoveForm)form).Title = (await desk.ToChange(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture))).Title;
}
