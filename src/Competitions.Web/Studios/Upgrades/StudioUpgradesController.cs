using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Upgrades;

public sealed class StudioUpgradeForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "命名单位"), Required(ErrorMessage = "请填写命名单位。"), StringLength(100, ErrorMessage = "命名单位不超过 100 个字。")]
    public string Grantor { get; set; } = "";

    [Display(Name = "命名日期"), Required(ErrorMessage = "请填写命名日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "命名文号"), Required(ErrorMessage = "请填写命名文号。"), StringLength(60, ErrorMessage = "文号不超过 60 个字。")]
    public string Document { get; set; } = "";

    [Display(Name = "批次"), StringLength(20, ErrorMessage = "批次不超过 20 个字。")]
    public string? Batch { get; set; }

    [Display(Name = "牌匾编号"), StringLength(40, ErrorMessage = "牌匾编号不超过 40 个字。")]
    public string? PlaqueNumber { get; set; }

    public string? StudioName { get; internal set; }
    public StudioLevel To { get; internal set; }
}

/// <summary>升级, by the document of who named it at the next level.</summary>
[Route("studios/{id:int}/upgrades"), Authorize(Policies.NameStudios)]
public sealed class StudioUpgradesController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var studio = await desk.Find(id, Policies.NameStudios);
        Refusal.Unless(studio.Level is not StudioLevel.National, "studio.level-skipped");
        return View(Filled(new StudioUpgradeForm { Version = studio.Version, On = clock.Today() }, studio));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, StudioUpgradeForm form)
    {
        var studio = await desk.ToChange(id, form.Version, Policies.NameStudios);
        Filled(form, studio);
        studio.Upgrade(new StudioNaming(form.To, form.Grantor.Trim(), form.On!.Value, form.Document.Trim(), form.Batch?.Trim() ?? "", form.PlaqueNumber?.Trim() ?? "", User.Account(), clock.UtcNow()), StudioDesk.Rules);
        await db.SaveChangesAsync();
        await audit.Write("studio.upgrade", $"{id}", why: form.Document);
        TempData["Done"] = $"已升为{form.To.Name()}。";
        return Redirect($"/studios/{id}");
    }

    async Task IFills.Fill(IForm form) => Filled((StudioUpgradeForm)form, await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.NameStudios));

    private static StudioUpgradeForm Filled(StudioUpgradeForm form, Studio studio)
    {
        (form.StudioName, form.To) = (studio.Name, studio.Level is StudioLevel.National ? StudioLevel.National : studio.Level + 1);
        return form;
    }
}
