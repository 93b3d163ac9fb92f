using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios.Alliances;

/// <summary>创新工作室联盟: founded and dissolved by the federation, each of its years on one page.</summary>
[Route("studio-alliances"), Authorize(Policies.ReadStudios)]
public sealed class AlliancesController(CompetitionsDb db, AllianceDesk desk, StudioDesk studios, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AllianceFilter filter) => View(new AlliancesPage(filter, await desk.Page(filter), await desk.Founds()));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, int? year) => View(await desk.Of(await desk.Find(id), year));

    [HttpGet("new"), Authorize(Policies.NameStudios)]
    public async Task<IActionResult> New() => View(await Filled(new AllianceForm { On = clock.Today() }));

    [HttpPost(""), Authorize(Policies.NameStudios)]
    public async Task<IActionResult> Create(AllianceForm form)
    {
        var lead = await studios.Find(form.Lead!.Value, Policies.NameStudios);
        var charter = new AllianceCharter(form.Name, form.Field ?? "", form.Purpose ?? "", form.Document ?? "", form.On!.Value);
        var alliance = new StudioAlliance(charter, await desk.Founder(lead), AllianceStudio.Of(lead), clock.Today(), User.Account(), clock.UtcNow());
        db.Add(alliance);
        await db.SaveChangesAsync();
        await audit.Write("alliance.found", $"{alliance.Id}", why: alliance.Document);
        TempData["Done"] = "联盟已发起，等牵头工作室所在单位确认。";
        return Redirect($"/studio-alliances/{alliance.Id}");
    }

    Task IFills.Fill(IForm form) => Filled((AllianceForm)form);

    private async Task<AllianceForm> Filled(AllianceForm form)
    {
        form.Leads = await desk.Leads();
        return form;
    }
}
