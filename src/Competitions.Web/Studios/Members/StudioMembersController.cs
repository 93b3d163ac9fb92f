using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Studios.Leaders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Members;

/// <summary>团队: who joins and who leaves, each from–to.</summary>
[Route("studios/{id:int}/members"), Authorize(Policies.KeepStudios)]
public sealed class StudioMembersController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        return View(new StudioPersonForm { Id = id, Version = studio.Version, StudioName = studio.Name, From = clock.Today() });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, StudioPersonForm form)
    {
        var studio = await desk.ToChange(id, form.Version);
        var person = await desk.Person(form.Person, studio.UnitId);
        studio.Join(new StudioMember(person.Id, person.Name, form.Role?.Trim() ?? "", person.Skill, form.From!.Value));
        await db.SaveChangesAsync();
        await audit.Write("studio.join", $"{id}");
        TempData["Done"] = $"{person.Name}已加入团队。";
        return Redirect($"/studios/{id}#team");
    }

    /// <param name="lastDay">The last day in the team; today where none is given.</param>
    [HttpPost("{worker:int}/end")]
    public async Task<IActionResult> Delete(int id, int worker, int? version, DateOnly? lastDay)
    {
        var studio = await desk.ToChange(id, version ?? -1);
        studio.Leave(worker, lastDay ?? clock.Today());
        await db.SaveChangesAsync();
        await audit.Write("studio.leave", $"{id}");
        TempData["Done"] = "成员已离开团队。";
        return Redirect($"/studios/{id}#team");
    }

    async Task IFills.Fill(IForm form) => ((StudioPersonForm)form).StudioName = (await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.KeepStudios)).Name;
}
