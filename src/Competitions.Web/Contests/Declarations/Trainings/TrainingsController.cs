using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Contests.Declarations.Trainings;

public sealed class TrainingForm : IForm
{
    [Display(Name = "培训日期"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "培训内容"), Required, StringLength(Training.LongestTopic)]
    public string Topic { get; set; } = "";

    [Display(Name = "学时")]
    public decimal? Hours { get; set; }

    [Display(Name = "我参加了以上培训，已阅读评判纪律和保密要求，并将遵守")]
    public bool HasRead { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
}

/// <summary>赛前培训: the judge signs himself.</summary>
[Route("events/{code}/trainings"), Authorize(Policies.Mark)]
public sealed class TrainingsController(JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code) => View(new TrainingForm { On = clock.Today(), Topic = "评判规则、评判纪律与保密要求", Event = await desk.Event(code) });

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, TrainingForm form)
    {
        form.Event = await desk.Event(code);
        Refusal.Unless(form.HasRead, "judge.training-unread");
        var record = await desk.Record(form.Event.Id, desk.Me);
        record.SignTraining(form.On!.Value, form.Topic, form.Hours, clock.Today(), clock.UtcNow());
        await desk.Save(record);
        await audit.Write("judge.train", code);
        TempData["Done"] = "已签到。";
        return Redirect($"/events/{code}/declarations");
    }

    async Task IFills.Fill(IForm form) => ((TrainingForm)form).Event = await desk.Event((string)RouteData.Values["code"]!);
}
