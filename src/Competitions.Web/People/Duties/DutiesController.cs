using Competitions.Data;
using Competitions.People;
using Competitions.Web.People.Accounts;
using Competitions.Web.People.Workers;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.People.Duties;

/// <summary>Who may do what, where, from when to when. A duty counts from the next request of its account.</summary>
[Route("duties"), Authorize(Policies.ManageDuties)]
public sealed class DutiesController(CompetitionsDb db, DutyBook book, AccountBook accounts, Register register, MyDuties duties, TimeProvider clock) : Controller, IFills
{
    Task IFills.Fill(IForm form) => Filled((DutyForm)form);

    private const int Offered = 300;

    [HttpGet("")]
    public async Task<IActionResult> Index(DutyFilter filter) => View(new DutiesPage(filter, await book.Page(filter), clock.Today(), User.Account()));

    [HttpGet("new")]
    public async Task<IActionResult> New(string? account) => View(await Filled(new DutyForm
    {
        From = clock.Today(), UserName = await (await accounts.Accounts(Policies.ManageDuties)).Where(u => u.Id == account).Select(u => u.UserName).SingleOrDefaultAsync() ?? "",
    }));

    [HttpPost("")]
    public async Task<IActionResult> Create(DutyForm form)
    {
        await Filled(form);
        var wanted = form.UserName.Trim().ToUpperInvariant();
        var account = await (await accounts.Accounts(Policies.ManageDuties)).Where(u => u.NormalizedUserName == wanted).Select(u => u.Id).SingleOrDefaultAsync()
            ?? throw new Refusal("duty.no-such-account");
        var (duty, place) = await At(form, account);
        await book.Give(duty, place);
        TempData["Done"] = $"已授予{form.Kind!.Value.Name()}。";
        return Redirect($"/accounts/{account}");
    }

    private async Task<(Duty Duty, string Place)> At(DutyForm form, string account)
    {
        var within = db.Organisations.Within(await duties.Paths(Policies.ManageDuties), o => o.Path);
        if (!Duty.IsOfAnEvent(form.Kind!.Value))
        {
            Refusal.Unless(!string.IsNullOrWhiteSpace(form.OrganisationCode), "duty.needs-an-organisation");
            var body = await within.SingleOrDefaultAsync(o => o.Code == form.OrganisationCode!.Trim()) ?? throw new Refusal("duty.no-such-organisation", form.OrganisationCode!);
            return (Duty.At(body, account, form.Kind.Value, form.From!.Value, form.To, User.Account()), body.Code);
        }

        Refusal.Unless(!string.IsNullOrWhiteSpace(form.EventCode), "duty.needs-an-event");
        var code = form.EventCode!.Trim();
        var of = await (from e in db.Events where e.Code == code join c in db.Contests on e.ContestId equals c.Id join o in within on c.OrganisationId equals o.Id select (int?)e.Id).SingleOrDefaultAsync()
            ?? throw new Refusal("duty.no-such-event", code);
        return (Duty.In(of, account, form.Kind.Value, form.From!.Value, form.To, User.Account()), code);
    }

    private async Task<DutyForm> Filled(DutyForm form)
    {
        var paths = await duties.Paths(Policies.ManageDuties);
        form.Organisations = [.. (await register.Organisations(Policies.ManageDuties)).Take(Offered)];
        form.Events = await (from e in db.Events join c in db.Contests on e.ContestId equals c.Id join o in db.Organisations.Within(paths, o => o.Path) on c.OrganisationId equals o.Id
                             orderby e.Id descending select new SelectListItem(e.Title + " · " + c.Name, e.Code)).Take(Offered).ToListAsync();
        return form;
    }
}

[Route("duties/{id:int}/ends"), Authorize(Policies.ManageDuties)]
public sealed class DutyEndsController(DutyBook book) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, DateOnly? lastDay, string? to)
    {
        var duty = Missing.Unless(await (await book.Duties()).SingleOrDefaultAsync(d => d.Id == id));
        await book.End(duty, lastDay);
        TempData["Done"] = "职责已结束，立即生效。";
        return LocalRedirect(Url.IsLocalUrl(to) ? to! : "/duties");
    }
}
