using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Alliances.Dissolutions;

/// <summary>解散, with its reason; what was stays to be read.</summary>
[Route("studio-alliances/{id:int}/dissolution"), Authorize(Policies.NameStudios)]
public sealed class AllianceDissolutionsController(CompetitionsDb db, AllianceDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var alliance = await desk.ToDissolve(id);
        return View(new AllianceMoveForm { Move = AllianceMove.Dissolve, Version = alliance.Version, AllianceName = alliance.Name });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, AllianceMoveForm form)
    {
        var alliance = await desk.ToDissolve(id, form.Version);
        alliance.Dissolve(form.Why ?? "", clock.Today(), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("alliance.dissolve", $"{id}", why: form.Why);
        TempData["Done"] = "联盟已解散，历史保留。";
        return Redirect($"/studio-alliances/{id}");
    }

    async Task IFills.Fill(IForm form) => ((AllianceMoveForm)form).AllianceName = (await desk.ToDissolve(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture))).Name;
}
