using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Notices;
using Competitions.Data.WorkingDays;
using Competitions.Notices;
using Competitions.Web.Contests.Entries;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.OfEvent;

public sealed class EventNoticeForm : IForm
{
    [Display(Name = "标题"), Required(ErrorMessage = "请填写公示标题。"), StringLength(200, ErrorMessage = "标题不超过 200 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "截止日期")]
    public DateOnly? EndsOn { get; set; }

    [Display(Name = "其他公示处"), StringLength(200)]
    public string? Place { get; set; }

    [Display(Name = "异议受理"), Required(ErrorMessage = "请填写异议受理人和电话或地址。"), StringLength(200)]
    public string Contact { get; set; } = "";

    [Display(Name = "遮盖姓名")]
    public bool MasksNames { get; set; } = true;

    [ValidateNever]
    public Event Event { get; internal set; } = null!;

    /// <summary>By the calendar; null where a year of it has no arrangement.</summary>
    public DateOnly? CalendarEnd { get; internal set; }

    [ValidateNever]
    public NoticeList List { get; internal set; } = null!;
}

/// <summary>公示结果: the event's move, together with the notice that it is.</summary>
[Route("events/{code}/notice"), Authorize(Policies.Organise)]
public sealed class EventNoticesController(CompetitionsDb db, EventNotices notices, EntryDesk entries, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    /// <summary>Leads to the notice that stands, or to where one is given.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        return Redirect(await db.StandingNotice(NoticeOf.EventResults, of.Id) is { } notice ? $"/notices/{notice.Id}" : $"/events/{code}/notice/new");
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == of.ContestId);
        return View(await Filled(new EventNoticeForm { Title = $"{contest.Name} {of.Title} 结果公示", Contact = contest.Contact ?? contest.OrganisationName }, of));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, EventNoticeForm form)
    {
        var (contestId, by) = (Missing.Unless(await db.Events.AsNoTracking().WithCode(code)).ContestId, User.Account());
        var notice = await entries.InQueue(contestId, async () =>
        {
            var of = await db.Events.SingleAsync(e => e.Code == code);
            var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == contestId);
            return await notices.Give(of, contest, new EventNoticeWish(new NoticeText(form.Title, form.Place ?? "", form.Contact), form.EndsOn, form.MasksNames), by, clock.UtcNow());
        });
        await audit.Write("notice.give", $"{notice.Id}", why: code);
        TempData["Done"] = $"已公示，到 {notice.EndsOn.Iso()} 为止。";
        return Redirect($"/notices/{notice.Id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((EventNoticeForm)form, Missing.Unless(await db.Events.AsNoTracking().WithCode((string)RouteData.Values["code"]!)));

    private async Task<EventNoticeForm> Filled(EventNoticeForm form, Event of)
    {
        (form.Event, form.List) = (of, await notices.ListOf(of, form.MasksNames));
        try
        {
            form.CalendarEnd = NoticePeriod.Of(clock.Today(), of.Rules.NoticeDays, await db.WorkingDays()).EndsOn;
        }
        catch (Refusal)
        {
            form.CalendarEnd = null; // the page asks for an end
        }

        return form;
    }
}
