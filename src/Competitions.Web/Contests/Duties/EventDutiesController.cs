using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Web.People.Duties;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Duties;

public sealed record CandidateRow(string Id, string UserName, string DisplayName, string? Place);

public sealed class EventDutyForm : IForm
{
    /// <summary>A whole name or user name: whom one appoints one knows.</summary>
    [Display(Name = "查找人员"), StringLength(100)]
    public string? Q { get; set; }

    [Display(Name = "人员"), StringLength(128)]
    public string? AccountId { get; set; }

    [Display(Name = "担任"), Required(ErrorMessage = "请选择担任的职责。")]
    public DutyKind? Kind { get; set; }

    [Display(Name = "自"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "至")]
    public DateOnly? To { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
    public IReadOnlyList<DutyKind> Kinds { get; internal set; } = [];
    public IReadOnlyList<CandidateRow> Found { get; internal set; } = [];
}

/// <param name="SameUnit">Accounts whose worker belongs to a unit that competes here: a recusal to be weighed (actors.md §3.2).</param>
public sealed record EventDutiesPage(Event Event, IReadOnlyList<DutyRow> Duties, IReadOnlySet<string> SameUnit, IReadOnlyList<DutyKind> Kinds, DateOnly Today, string Me);

/// <summary>Judges and staff of one event, named by who organises it; the chief judge names the scoring and floor judges.</summary>
[Route("events/{code}/duties"), Authorize(Policies.Appoint)]
public sealed class EventDutiesController(CompetitionsDb db, DutyBook book, EventStaff staff, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var (given, today) = (await book.In(of.Id), clock.Today());
        var accounts = given.Select(d => d.AccountId).Distinct().ToList();
        var same = await (from account in db.Users where accounts.Contains(account.Id) && account.WorkerId != null
                          from worker in db.Workers where worker.Id == account.WorkerId
                          from member in worker.Memberships
                          where (member.To == null || member.To >= today)
                              && db.Entries.Any(e => e.EventId == of.Id && e.UnitId == member.OrganisationId && EntryLifecycle.Alive.Contains(e.Stage))
                          select account.Id).ToListAsync();
        return View(new EventDutiesPage(of, given, same.ToHashSet(), await staff.MayAppoint(of), today, User.Account()));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string? q, DutyKind? kind) =>
        View(await Filled(new EventDutyForm { Q = q, Kind = kind, From = clock.Today() }, code));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, EventDutyForm form)
    {
        await Filled(form, code);
        Refusal.Unless(form.Kinds.Contains(form.Kind!.Value), "duty.not-for-you-to-give");
        Refusal.Unless(form.Found.Any(f => f.Id == form.AccountId), "duty.nobody-chosen");
        await book.Give(Duty.In(form.Event.Id, form.AccountId!, form.Kind.Value, form.From!.Value, form.To, User.Account()), code);
        TempData["Done"] = $"已指派{form.Kind.Value.Name()}。";
        return Redirect($"/events/{code}/duties");
    }

    Task IFills.Fill(IForm form) => Filled((EventDutyForm)form, (string)RouteData.Values["code"]!);

    private async Task<EventDutyForm> Filled(EventDutyForm form, string code)
    {
        form.Event = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        form.Kinds = await staff.MayAppoint(form.Event);
        form.Found = await staff.Find(form.Q);
        form.AccountId ??= form.Found.Count == 1 ? form.Found[0].Id : null;
        return form;
    }
}

[Route("events/{code}/duties/{id:int}/ends"), Authorize(Policies.Appoint)]
public sealed class EventDutyEndsController(CompetitionsDb db, DutyBook book, EventStaff staff) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var duty = Missing.Unless(await db.Duties.SingleOrDefaultAsync(d => d.Id == id && d.EventId == of.Id));
        Refusal.Unless((await staff.MayAppoint(of)).Contains(duty.Kind), "duty.not-for-you-to-give");
        await book.End(duty, null);
        TempData["Done"] = "已结束，立即生效。";
        return Redirect($"/events/{code}/duties");
    }
}

/// <summary>Who names whom in an event.</summary>
public sealed class EventStaff(CompetitionsDb db, MyDuties duties)
{
    /// <summary>Officers of the body that holds the contest name everybody, the event's organiser all but organisers, the chief judge his judges.</summary>
    public async Task<IReadOnlyList<DutyKind>> MayAppoint(Event of)
    {
        var path = await (from c in db.Contests where c.Id == of.ContestId join o in db.Organisations on c.OrganisationId equals o.Id select o.Path).SingleAsync();
        var here = (await duties.Held()).Where(d => d.EventId == of.Id).Select(d => d.Kind).ToList();
        var all = Enum.GetValues<DutyKind>().Where(Duty.IsOfAnEvent);
        return (await duties.Paths(Policies.Appoint)).Reach(path) ? [.. all]
            : here.Contains(DutyKind.EventOrganiser) ? [.. all.Where(k => k is not DutyKind.EventOrganiser)]
            : here.Contains(DutyKind.ChiefJudge) ? [DutyKind.ScoringJudge, DutyKind.FloorJudge]
            : [];
    }

    public async Task<IReadOnlyList<CandidateRow>> Find(string? q)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return [];
        }

        var (typed, upper) = (q.Trim(), q.Trim().ToUpperInvariant());
        return await (from u in db.Users where u.LockedAt == null && (u.NormalizedUserName == upper || u.DisplayName == typed) orderby u.UserName
                      select new CandidateRow(u.Id, u.UserName!, u.DisplayName, db.Organisations.Where(o => o.Id == u.OrganisationId).Select(o => o.Name).FirstOrDefault())).Take(20).ToListAsync();
    }
}
