using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications;

public sealed class NewApplicationForm : IForm
{
    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(Application.LongestTitle, ErrorMessage = "名称不超过 60 个字。")]
    public string Title { get; set; } = "";

    [Display(Name = "申报单位"), StringLength(32)]
    public string? Unit { get; set; }

    [Display(Name = "人选姓名"), StringLength(30, ErrorMessage = "姓名不超过 30 个字。")]
    public string? Person { get; set; }

    [Display(Name = "所在单位"), StringLength(100, ErrorMessage = "单位名称不超过 100 个字。")]
    public string? PersonUnit { get; set; }

    /// <summary>The society that recommends; empty for everybody else.</summary>
    [ValidateNever]
    public string Society { get; internal set; } = "";

    [ValidateNever]
    public Call Call { get; internal set; } = null!;

    [ValidateNever]
    public IReadOnlyList<SelectListItem> Units { get; internal set; } = [];
}

/// <summary>A new application to a call: a draft with a title and a unit, the rest is written on its own page.</summary>
[Route("calls/{id:int}/applications"), Authorize(Policies.Declare)]
public sealed class CallApplicationsController(CompetitionsDb db, ApplicationDesk desk, MyDuties duties, TimeProvider clock) : Controller, IFills
{
    private const int MostUnits = 500;

    [HttpGet("new")]
    public async Task<IActionResult> New(int id) => View(await Filled(new NewApplicationForm(), id));

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, NewApplicationForm form)
    {
        var call = await Open(id);
        var (unit, channel, person) = await desk.Society() is null ? await Unit(form) : await Known(form, call);
        var application = new Application(call, channel, unit.Id, unit.Name, form.Title, User.Account(), clock.UtcNow());
        if (person is not null)
        {
            application.Write(call, form.Title, new Answers(), [new ApplicationPerson(1, person.Id, person.Name, unit.Id, unit.Name, "", true, call.Rules.Persons.WithShares ? 100 : 0)]);
        }

        db.Add(application);
        await db.SaveChangesAsync();
        TempData["Done"] = "草稿已建立，接着填写。";
        return Redirect($"/applications/{application.Id}/edit");
    }

    async Task IFills.Fill(IForm form) => await Filled((NewApplicationForm)form, int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What is called above any of his places.</summary>
    private async Task<Call> Open(int id)
    {
        var paths = (await duties.Paths(Policies.Declare)).SelectMany(p => p.Split('/', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).Distinct().ToList();
        return Missing.Unless(await db.Calls.SingleOrDefaultAsync(c => c.Id == id && c.Stage != CallStage.Draft && paths.Contains(c.OrganisationId)));
    }

    /// <summary>An officer chooses among his units; a worker declares himself, in the unit that he belongs to.</summary>
    private async Task<(Organisation Unit, ApplicationChannel Channel, Worker? Person)> Unit(NewApplicationForm form)
    {
        var paths = await duties.Paths([.. Policies.KindsOf(Policies.RunCalls)]);
        if (paths.Count > 0)
        {
            var unit = await desk.Units(paths).AsNoTracking().SingleOrDefaultAsync(o => o.Code == form.Unit) ?? throw new Refusal("application.unit-missing");
            return (unit, ApplicationChannel.Unit, null);
        }

        var (worker, today) = (User.Worker() ?? 0, clock.Today());
        var found = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => db.Workers.Any(w => w.Id == worker && w.Memberships.Any(m => m.OrganisationId == o.Id && m.From <= today && (m.To == null || m.To >= today))));
        return (found ?? throw new Refusal("application.unit-missing"), ApplicationChannel.Self, null);
    }

    /// <summary>A society recommends whom it knows by name and unit: it looks nobody up. His unit checks the application like any other.</summary>
    /// <exception cref="Refusal">application.society-one, .society-whom, .society-person, .society-namesakes</exception>
    private async Task<(Organisation Unit, ApplicationChannel Channel, Worker? Person)> Known(NewApplicationForm form, Call call)
    {
        var (name, unit, today) = (form.Person?.Trim() ?? "", form.PersonUnit?.Trim() ?? "", clock.Today());
        Refusal.Unless(call.Rules.Persons.Fewest == 1, "application.society-one", call.Form.Name);
        Refusal.Unless(name.Length > 0 && unit.Length > 0, "application.society-whom");
        var within = await db.Organisations.Where(o => o.Id == call.OrganisationId).Select(o => o.Path).SingleAsync();
        var found = await (
            from person in db.Workers.AsNoTracking()
            where person.Name == name
            from membership in person.Memberships
            where membership.From <= today && (membership.To == null || membership.To >= today)
            join body in db.Organisations.AsNoTracking() on membership.OrganisationId equals body.Id
            where (body.Name == unit || body.ShortName == unit) && body.Path.StartsWith(within)
            select new { person, body }).Take(2).ToListAsync();
        Refusal.Unless(found.Count > 0, "application.society-person", name, unit);
        Refusal.Unless(found.Count == 1, "application.society-namesakes", name, unit);
        return (found[0].body, ApplicationChannel.Society, found[0].person);
    }

    private async Task<NewApplicationForm> Filled(NewApplicationForm form, int id)
    {
        form.Call = await Open(id);
        form.Society = (await desk.Society())?.Name ?? "";
        var paths = await duties.Paths([.. Policies.KindsOf(Policies.RunCalls)]);
        var units = await desk.Units(paths).OrderByDescending(o => o.Level).ThenBy(o => o.Code).Select(o => new { o.Name, o.Code }).Take(MostUnits).ToListAsync();
        form.Units = [.. units.Select(u => new SelectListItem(u.Name, u.Code))];
        return form;
    }
}
