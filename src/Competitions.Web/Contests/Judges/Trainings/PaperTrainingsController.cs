using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Contests.Judges.Trainings;

public sealed class PaperTrainingForm : IForm
{
    [Display(Name = "培训日期"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "培训内容"), Required, StringLength(Training.LongestTopic)]
    public string Topic { get; set; } = "";

    [Display(Name = "学时")]
    public decimal? Hours { get; set; }

    [Display(Name = "补记原因"), Required(ErrorMessage = "请写明为什么由您补记。"), StringLength(200)]
    public string Why { get; set; } = "";

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
    public string Account { get; internal set; } = "";
    public string Name { get; internal set; } = "";
}

/// <summary>赛前培训 that a judge signed on paper.</summary>
[Route("events/{code}/judges/{id}/trainings"), Authorize(Policies.Appoint)]
public sealed class PaperTrainingsController(JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string id) => View(await Filled(new PaperTrainingForm { On = clock.Today(), Topic = "评判规则、评判纪律与保密要求" }, code, id));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, string id, PaperTrainingForm form)
    {
        await Filled(form, code, id);
        var record = await desk.Record(form.Event.Id, id);
        record.RecordTraining(new Training(form.On!.Value, form.Topic, form.Hours, desk.Me, clock.UtcNow(), form.Why), clock.Today());
        await desk.Save(record);
        await audit.Write("judge.train-on-paper", $"{code}/{id}");
        TempData["Done"] = $"已补记{form.Name}的培训签到。";
        return Redirect($"/events/{code}/judges/{id}");
    }

    Task IFills.Fill(IForm form) => Filled((PaperTrainingForm)form, (string)RouteData.Values["code"]!, (string)RouteData.Values["id"]!);

    private async Task<PaperTrainingForm> Filled(PaperTrainingForm form, string code, string id)
    {
        form.Event = await desk.Event(code);
        (form.Account, form.Name) = (id, (await desk.Judge(form.Event, id)).Name);
        return form;
    }
}
