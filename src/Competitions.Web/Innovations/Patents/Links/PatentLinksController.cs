using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Patents.Links;

public sealed class PatentLinkForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "命名成果")]
    public int? Innovation { get; set; }

    [Display(Name = "创新工作室")]
    public int? Studio { get; set; }

    [ValidateNever]
    public Patent Of { get; internal set; } = null!;

    public IReadOnlyList<SelectListItem> Innovations { get; internal set; } = [];
    public IReadOnlyList<SelectListItem> Studios { get; internal set; } = [];
}

/// <summary>The named result and the studio that a patent came from, both of its own unit.</summary>
[Route("patents/{id:int}/links"), Authorize(Policies.KeepPatents)]
public sealed class PatentLinksController(CompetitionsDb db, PatentDesk desk, AuditTrail audit) : Controller, IFills
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int id)
    {
        var form = await Filled(new PatentLinkForm(), id);
        (form.Version, form.Innovation, form.Studio) = (form.Of.Version, form.Of.ApplicationId, form.Of.StudioId);
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Update(int id, PatentLinkForm form)
    {
        await Filled(form, id);
        Refusal.Unless(form.Innovation is null || form.Innovations.Any(i => i.Value == $"{form.Innovation}"), "patent.link-unknown");
        Refusal.Unless(form.Studio is null || form.Studios.Any(s => s.Value == $"{form.Studio}"), "patent.link-unknown");
        db.Entry(form.Of).Property(p => p.Version).OriginalValue = form.Version;
        form.Of.LinkTo(form.Innovation, form.Studio);
        await db.SaveChangesAsync();
        await audit.Write("patent.link", $"{id}");
        TempData["Done"] = "关联已保存。";
        return Redirect($"/patents/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((PatentLinkForm)form, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task<PatentLinkForm> Filled(PatentLinkForm form, int id)
    {
        form.Of = await desk.ToChange(id);
        var unit = form.Of.UnitId;
        form.Innovations = [.. (await db.NamedInnovations().Where(a => a.UnitId == unit).OrderByDescending(a => a.Id).Select(a => new { a.Id, a.Title }).Take(200).ToListAsync()).Select(a => new SelectListItem(a.Title, $"{a.Id}"))];
        form.Studios = [.. (await db.Studios.Where(s => s.UnitId == unit).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).Take(100).ToListAsync()).Select(s => new SelectListItem(s.Name, $"{s.Id}"))];
        return form;
    }
}
