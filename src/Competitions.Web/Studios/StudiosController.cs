using Competitions.Data;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Studios;

/// <summary>创新工作室: who named it, who leads it, and each of its years on one page.</summary>
[Route("studios"), Authorize(Policies.ReadStudios)]
public sealed class StudiosController(CompetitionsDb db, StudioDesk desk, StudioList list, StudioPages pages, MyDuties duties, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(StudioFilter filter) => View(new StudiosPage(
        filter, await list.Page(filter), await list.Towns(), await list.Years(), (await duties.Paths(Policies.NameStudios)).Count > 0));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, int? year) => View(await pages.Of(await desk.Find(id, Policies.ReadStudios), year));

    [HttpGet("new"), Authorize(Policies.NameStudios)]
    public async Task<IActionResult> New() => View(await Filled(new StudioForm()));

    /// <summary>补录 of one that was named in an earlier year; what is named from now on comes from a call.</summary>
    [HttpPost(""), Authorize(Policies.NameStudios)]
    public async Task<IActionResult> Create(StudioForm form)
    {
        var unit = await desk.Unit(form.Unit);
        var leader = await desk.Person(form.Leader, unit.Id);
        var on = form.NamedOn ?? throw new Refusal("studio.date-missing");
        var naming = new StudioNaming(form.Level, form.Grantor?.Trim() ?? "", on, form.Document ?? "", form.Batch?.Trim() ?? "", form.PlaqueNumber?.Trim() ?? "", User.Account(), clock.UtcNow());
        var studio = new Studio(form.Name, unit.Id, unit.NameOn(on), naming, new StudioLeader(leader.Id, leader.Name, leader.Skill, form.LeaderHonours?.Trim() ?? "", on), registered: true);
        Describe(studio, form);
        db.Add(studio);
        await db.SaveChangesAsync();
        await audit.Write("studio.register", $"{studio.Id}", why: naming.Document);
        TempData["Done"] = "工作室已登记。";
        return Redirect($"/studios/{studio.Id}");
    }

    [HttpGet("{id:int}/edit"), Authorize(Policies.KeepStudios)]
    public async Task<IActionResult> Edit(int id)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        return View(new StudioForm { Id = id, Version = studio.Version, Name = studio.Name, Field = studio.Field, Area = studio.Area, Place = studio.Place, Equipment = studio.Equipment });
    }

    [HttpPost("{id:int}"), Authorize(Policies.KeepStudios)]
    public async Task<IActionResult> Update(int id, StudioForm form)
    {
        form.Id = id;
        Describe(await desk.ToChange(id, form.Version), form);
        await db.SaveChangesAsync();
        await audit.Write("studio.update", $"{id}");
        TempData["Done"] = "资料已修改。";
        return Redirect($"/studios/{id}");
    }

    Task IFills.Fill(IForm form) => Filled((StudioForm)form);

    private static void Describe(Studio studio, StudioForm form) => studio.Describe(form.Field ?? "", form.Area, form.Place ?? "", form.Equipment ?? "");

    private async Task<StudioForm> Filled(StudioForm form)
    {
        form.Units = await desk.Units();
        return form;
    }
}
