using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Alliances.Activities;

/// <summary>联盟活动: written down once by the lead, seen on the pages of all its studios.</summary>
[Route("studio-alliances/{id:int}/activities"), Authorize(Policies.KeepStudios)]
public sealed class AllianceActivitiesController(CompetitionsDb db, AllianceDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(new AllianceActivityForm { AllianceName = (await desk.ToKeep(id)).Name, On = clock.Today() });

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, AllianceActivityForm form)
    {
        var alliance = await desk.ToKeep(id);
        db.Add(new AllianceActivity(alliance, form.Kind, form.On!.Value, form.Title, form.People, form.Text ?? "", clock.Today(), User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("alliance.activity", $"{id}");
        TempData["Done"] = "联盟活动已登记。";
        return Redirect($"/studio-alliances/{id}?year={form.On.Value.Year}#activities");
    }

    async Task IFills.Fill(IForm form) => ((AllianceActivityForm)form).AllianceName = (await desk.ToKeep(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture))).Name;
}
