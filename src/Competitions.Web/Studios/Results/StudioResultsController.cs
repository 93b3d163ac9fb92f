using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Honours;
using Competitions.Studios;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Studios.Results;

public sealed class StudioResultForm : IForm
{
    [Display(Name = "荣誉"), Required(ErrorMessage = "请选择一项荣誉。")]
    public int? Honour { get; set; }

    public string? StudioName { get; internal set; }

    public IReadOnlyList<SelectListItem> Honours { get; internal set; } = [];
}

/// <summary>成果 by link: honours and prizes of its unit, its leaders and its members, each from the time that they were there.</summary>
[Route("studios/{id:int}/results"), Authorize(Policies.KeepStudios)]
public sealed class StudioResultsController(CompetitionsDb db, StudioDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int Most = 200;

    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(await Filled(new StudioResultForm(), await desk.Find(id, Policies.KeepStudios)));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, StudioResultForm form)
    {
        var studio = await desk.Find(id, Policies.KeepStudios);
        Refusal.Unless(studio.Stands, "studio.over");
        await Filled(form, studio);
        Refusal.Unless(form.Honours.Any(h => h.Value == $"{form.Honour}"), "studio-result.not-theirs");
        db.Add(new StudioResult(id, form.Honour!.Value, User.Account(), clock.UtcNow()));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.StudioResults.Any(r => r.StudioId == id && r.HonourId == form.Honour))
        {
            throw new Refusal("studio-result.not-theirs"); // two at once: the constraint decided
        }

        await audit.Write("studio.result", $"{id}");
        TempData["Done"] = "成果已关联。";
        return Redirect($"/studios/{id}?year={await db.Honours.Where(h => h.Id == form.Honour).Select(h => h.Year).SingleAsync()}#results");
    }

    [HttpPost("{link:int}/delete")]
    public async Task<IActionResult> Delete(int id, int link)
    {
        Refusal.Unless((await desk.Find(id, Policies.KeepStudios)).Stands, "studio.over");
        db.Remove(Missing.Unless(await db.StudioResults.SingleOrDefaultAsync(r => r.Id == link && r.StudioId == id)));
        await db.SaveChangesAsync();
        await audit.Write("studio.result-remove", $"{id}");
        TempData["Done"] = "已取消关联，荣誉本身不变。";
        return Redirect($"/studios/{id}#results");
    }

    async Task IFills.Fill(IForm form) => await Filled((StudioResultForm)form, await desk.Find(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture), Policies.KeepStudios));

    private async Task<StudioResultForm> Filled(StudioResultForm form, Studio studio)
    {
        var people = studio.Leaders.Select(l => (l.WorkerId, l.From, l.To)).Concat(studio.Members.Select(m => (m.WorkerId, m.From, m.To))).ToLookup(p => p.WorkerId);
        var ids = people.Select(p => p.Key).ToList();
        var found = await db.Honours.AsNoTracking().Where(h => h.Stage == HonourStage.Granted && !db.StudioResults.Any(r => r.StudioId == studio.Id && r.HonourId == h.Id)
                && (h.HolderKind == HolderKind.Organisation && h.UnitId == studio.UnitId || h.People.Any(p => ids.Contains(p.WorkerId))))
            .OrderByDescending(h => h.Year).ThenByDescending(h => h.Id).Take(Most).Select(h => new { h.Id, h.Name, h.HolderName, h.Year, h.GrantorName, h.GrantedOn, h.HolderKind, Workers = h.People.Select(p => p.WorkerId).ToList() }).ToListAsync();
        form.StudioName = studio.Name;
        form.Honours = [.. found.Where(h => h.HolderKind is HolderKind.Organisation ? h.Year >= studio.Namings[0].On.Year : h.Workers.SelectMany(w => people[w]).Any(p => h.GrantedOn is { } on && p.From <= on && (p.To is null || on <= p.To)))
            .Select(h => new SelectListItem($"{h.Year} {h.Name}，{h.HolderName}（{h.GrantorName}）", $"{h.Id}"))];
        return form;
    }
}
