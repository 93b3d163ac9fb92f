using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Programmes.Applications.Opinions;

public sealed class OpinionForm : IForm
{
    [Display(Name = "意见单位"), Required(ErrorMessage = "请选择意见单位。"), StringLength(40)]
    public string Body { get; set; } = "";

    [Display(Name = "结论")]
    public bool IsFavourable { get; set; } = true;

    [Display(Name = "意见内容或考察情况"), Required(ErrorMessage = "请写明意见内容或考察情况。"), StringLength(500)]
    public string Text { get; set; } = "";

    [Display(Name = "日期"), Required(ErrorMessage = "请填写意见日期。")]
    public DateOnly? On { get; set; }

    public int Version { get; set; }

    [ValidateNever]
    public ApplicationPlace Of { get; internal set; } = null!;
}

/// <summary>征求意见、实地考察: entered by who runs the call; the later word of a body takes the place of the one before.</summary>
[Route("applications/{id:int}/opinions"), Authorize(Policies.RunCalls)]
public sealed class ApplicationOpinionsController(CompetitionsDb db, ApplicationDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, string? body)
    {
        var place = await Load(id, track: false);
        return View(new OpinionForm { Of = place, Body = body ?? "", On = clock.Today(), Version = place.Application.Version });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, OpinionForm form)
    {
        var place = await Load(id, track: true);
        db.Entry(place.Application).Property(a => a.Version).OriginalValue = form.Version;
        place.Application.Give(place.Call, new ApplicationOpinion(form.Body, form.IsFavourable, form.Text, form.On!.Value, User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("application.opinion", $"{id}", why: form.Body);
        TempData["Done"] = $"已登记{form.Body}的意见。";
        return Redirect($"/applications/{id}#opinions");
    }

    async Task IFills.Fill(IForm form) => ((OpinionForm)form).Of = await Load(int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture), track: false);

    private async Task<ApplicationPlace> Load(int id, bool track)
    {
        var place = await desk.Find(id, track);
        return place.Runs ? place : throw new Missing();
    }
}
