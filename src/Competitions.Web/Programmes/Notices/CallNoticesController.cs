using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.WorkingDays;
using Competitions.Notices;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Programmes.Notices;

public sealed class CallNoticeForm : IForm
{
    [Display(Name = "标题"), Required(ErrorMessage = "请填写公示标题。"), StringLength(200, ErrorMessage = "标题不超过 200 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "截止日期")]
    public DateOnly? EndsOn { get; set; }

    [Display(Name = "其他公示处"), StringLength(200)]
    public string? Place { get; set; }

    [Display(Name = "异议受理"), Required(ErrorMessage = "请填写异议受理人和电话或地址。"), StringLength(200)]
    public string Contact { get; set; } = "";

    [ValidateNever]
    public Call Call { get; internal set; } = null!;

    /// <summary>By the calendar; null where a year of it has no arrangement.</summary>
    public DateOnly? CalendarEnd { get; internal set; }

    [ValidateNever]
    public NoticeList List { get; internal set; } = null!;
}

/// <summary>公示: the call's move, together with the notice that it is.</summary>
[Route("calls/{id:int}/notice"), Authorize(Policies.RunCalls)]
public sealed class CallNoticesController(CompetitionsDb db, CallDesk desk, CallNotices notices, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id)
    {
        var call = await desk.ToRun(id);
        return View(await Filled(new CallNoticeForm { Title = $"{call.Title} 拟命名名单公示", Contact = call.Contact }, call));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CallNoticeForm form)
    {
        await desk.ToRun(id);
        var notice = await desk.InQueue(id, async () =>
            await notices.Give(await desk.ToRun(id), new NoticeText(form.Title, form.Place ?? "", form.Contact), form.EndsOn, User.Account(), clock.UtcNow()));
        await audit.Write("notice.give", $"{notice.Id}", why: $"call {id}");
        TempData["Done"] = $"已公示，到 {notice.EndsOn.Iso()} 为止。";
        return Redirect($"/notices/{notice.Id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((CallNoticeForm)form, await desk.ToRun(int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture)));

    private async Task<CallNoticeForm> Filled(CallNoticeForm form, Call call)
    {
        (form.Call, form.List) = (call, await notices.ListOf(call, await notices.Listed(call)));
        try
        {
            form.CalendarEnd = NoticePeriod.Of(clock.Today(), call.Rules.NoticeDays, await db.WorkingDays()).EndsOn;
        }
        catch (Refusal)
        {
            form.CalendarEnd = null; // the page asks for an end
        }

        return form;
    }
}
