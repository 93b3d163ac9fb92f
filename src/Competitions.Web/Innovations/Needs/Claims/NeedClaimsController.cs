using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Needs.Claims;

public sealed class NeedClaimForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "揭榜单位"), StringLength(32)]
    public string? Unit { get; set; }

    [Display(Name = "工作室")]
    public int? Studio { get; set; }

    [Display(Name = "团队或个人"), StringLength(100)]
    public string? Team { get; set; }

    [Display(Name = "实施方案"), Required(ErrorMessage = "请写明实施方案。"), StringLength(Need.MostPlan)]
    public string Plan { get; set; } = "";

    [Display(Name = "完成天数"), Required(ErrorMessage = "请填写完成天数。")]
    public int? Days { get; set; }

    [ValidateNever]
    public Need Of { get; internal set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Studios { get; internal set; } = [];
}

/// <summary>揭榜, by an officer of another unit, for a team, a studio or a person of it.</summary>
[Route("needs/{id:int}/claims"), Authorize(Policies.KeepInnovations)]
public sealed class NeedClaimsController(CompetitionsDb db, NeedDesk desk, InnovationDesk innovations, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var form = await Filled(new NeedClaimForm(), id);
        Refusal.Unless(form.Of.TakesClaimsOn(clock.Today()), "need.too-late", form.Of.ClaimBy);
        Refusal.Unless(form.Units.Count > 0, form.Of.FederationId is var above && await (await innovations.Units()).AnyAsync(o => o.Id == above) ? "need.federation" : "need.own");
        form.Version = form.Of.Version;
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, NeedClaimForm form)
    {
        await Filled(form, id, form.Version);
        var unit = await (await innovations.Units()).AsNoTracking().SingleOrDefaultAsync(o => o.Code == form.Unit) ?? throw new Refusal("need.unit-missing");
        var studio = form.Studio is { } chosen ? await db.Studios.AsNoTracking().Where(s => s.Id == chosen && s.UnitId == unit.Id).Select(s => s.Name).SingleOrDefaultAsync() ?? throw new Refusal("need.team-missing") : null;
        var team = string.IsNullOrWhiteSpace(form.Team) ? studio ?? "" : form.Team;
        form.Of.Claim(new Claimant(unit.Id, unit.NameOn(clock.Today()), team, form.Studio), form.Plan, form.Days!.Value, User.Account(), clock.Today(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("need.claim", $"{id}");
        TempData["Done"] = "已揭榜，等待需求方选定。";
        return Redirect($"/needs/{id}");
    }

    [HttpPost("{number:int}/withdrawal")]
    public async Task<IActionResult> TakeBack(int id, int number, int? version)
    {
        var place = await desk.Find(id, version ?? 0);
        Missing.Unless(place.Of.Claims.FirstOrDefault(c => c.Number == number && place.Own.Contains(c.UnitId)));
        place.Of.TakeBack(number);
        await db.SaveChangesAsync();
        await audit.Write("need.take-back", $"{id}");
        TempData["Done"] = "揭榜已撤回。";
        return Redirect($"/needs/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((NeedClaimForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task<NeedClaimForm> Filled(NeedClaimForm form, int id, int? version = null)
    {
        form.Of = (await desk.Find(id, version)).Of;
        var units = await (await innovations.Units()).Where(o => o.Id != form.Of.UnitId && o.Id != form.Of.FederationId).OrderByDescending(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Id, o.Name, o.Code }).Take(300).ToListAsync();
        var ids = units.Select(u => u.Id).ToList();
        form.Units = [.. units.Select(o => new SelectListItem(o.Name, o.Code))];
        form.Unit ??= form.Units.Count == 1 ? form.Units[0].Value : null;
        form.Studios = [.. (await db.Studios.Where(s => ids.Contains(s.UnitId) && (s.Stage == StudioStage.Running || s.Stage == StudioStage.Rectifying)).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).Take(100).ToListAsync()).Select(s => new SelectListItem(s.Name, $"{s.Id}"))];
        return form;
    }
}
