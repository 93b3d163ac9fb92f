using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Innovations.KeyProjects.Milestones;

public sealed class MilestoneForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "完成日期"), Required(ErrorMessage = "请填写完成日期。")]
    public DateOnly? DoneOn { get; set; }

    [Display(Name = "完成情况"), Required(ErrorMessage = "请写明完成情况。"), StringLength(KeyProject.MostReport)]
    public string Report { get; set; } = "";

    [Display(Name = "佐证材料")]
    public IFormFile? Evidence { get; set; }

    [ValidateNever]
    public KeyProject Of { get; internal set; } = null!;

    [ValidateNever]
    public Milestone Milestone { get; internal set; } = null!;
}

/// <summary>A milestone is reported by the project's own unit.</summary>
[Route("key-projects/{id:int}/milestones/{order:int}"), Authorize(Policies.KeepInnovations)]
public sealed class KeyProjectMilestonesController(CompetitionsDb db, KeyProjectDesk desk, InnovationDesk innovations, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int id, int order)
    {
        var form = await Filled(new MilestoneForm(), id, order);
        Refusal.Unless(form.Of.IsAtWork, "key-project.not-at-work");
        (form.Version, form.DoneOn, form.Report) = (form.Of.Version, form.Milestone.DoneOn ?? clock.Today(), form.Milestone.Report);
        return View(form);
    }

    [HttpPost(""), UploadLimit]
    public async Task<IActionResult> Update(int id, int order, MilestoneForm form)
    {
        await Filled(form, id, order, form.Version);
        form.Of.Report(order, form.DoneOn!.Value, form.Report, await innovations.Keep(form.Evidence), clock.Today());
        await db.SaveChangesAsync();
        await audit.Write("key-project.milestone", $"{id}", why: $"{order}");
        TempData["Done"] = "完成情况已报送。";
        return Redirect($"/key-projects/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((MilestoneForm)form, Token("id"), Token("order"));

    private int Token(string name) => int.Parse((string)RouteData.Values[name]!, CultureInfo.InvariantCulture);

    private async Task<MilestoneForm> Filled(MilestoneForm form, int id, int order, int? version = null)
    {
        var place = await desk.Find(id, version);
        form.Of = place.Keeps ? place.Of : throw new Missing();
        form.Milestone = Missing.Unless(place.Of.Milestones.FirstOrDefault(m => m.Order == order));
        return form;
    }
}
