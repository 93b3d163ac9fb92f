using System.Globalization;
using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Alliances.Members;

/// <summary>邀请: only its own unit makes a studio a member.</summary>
[Route("studio-alliances/{id:int}/members"), Authorize(Policies.KeepStudios)]
public sealed class AllianceMembersController(CompetitionsDb db, AllianceDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var alliance = await desk.ToKeep(id);
        return View(await Filled(new AllianceInvitationForm { Version = alliance.Version }, alliance));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, AllianceInvitationForm form)
    {
        var alliance = await desk.ToKeep(id, form.Version);
        var studio = await (await desk.Candidates(alliance)).SingleOrDefaultAsync(s => s.Id == form.Studio) ?? throw new Refusal("alliance.no-such-studio");
        alliance.Invite(AllianceStudio.Of(studio), clock.Today(), User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("alliance.invite", $"{id}", why: $"{studio.Id}");
        TempData["Done"] = $"已邀请{studio.Name}，等它所在的单位确认。";
        return Redirect($"/studio-alliances/{id}#members");
    }

    async Task IFills.Fill(IForm form) => await Filled((AllianceInvitationForm)form, await desk.ToKeep(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture)));

    private async Task<AllianceInvitationForm> Filled(AllianceInvitationForm form, StudioAlliance alliance)
    {
        (form.AllianceName, form.Studios) = (alliance.Name, await desk.Choices(await desk.Candidates(alliance)));
        return form;
    }
}
