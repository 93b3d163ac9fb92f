using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Violations;

/// <summary>违纪登记 of an event. A competitor is named by work code, seat or admission number: who registers need not know who it is.</summary>
[Route("events/{code}/violations"), Authorize(Policies.ReadViolations)]
public sealed class ViolationsController(CompetitionsDb db, ViolationDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, ViolationFilter filter)
    {
        var of = await desk.Event(code);
        var (q, rows) = (filter.Q?.Trim(), await desk.Visible(of));
        rows = rows.AsNoTracking().Where(v => (filter.Stage == null || v.Stage == filter.Stage) && (filter.Part == null || v.Part == filter.Part)
            && (string.IsNullOrEmpty(filter.Module) || v.Module == filter.Module) && (string.IsNullOrEmpty(q) || v.Label.Contains(q) || v.What.Contains(q)));
        var page = await rows.OrderByDescending(v => v.HappenedAt).ThenByDescending(v => v.Id).Select(v => new ViolationRow(v.Id, v.Stage, v.Part, v.Label, null, v.Module, v.What, v.Effect, v.Off, v.HappenedAt,
            db.Users.Where(u => u.Id == v.RecordedBy).Select(u => u.DisplayName).FirstOrDefault() ?? v.RecordedBy)).ToPage(filter.Page);
        var names = await desk.Names(of, [.. page.Rows.Select(r => r.Id)]);
        return View(new ViolationsPage(of, filter, page with { Rows = [.. page.Rows.Select(r => r with { Names = names.GetValueOrDefault(r.Id) })] }, await desk.May(Policies.RecordViolations)));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(string code, int id)
    {
        var (of, violation) = (await desk.Event(code), await desk.Load(code, id));
        var accounts = violation.History.Select(h => h.By).Append(violation.RecordedBy).Distinct().ToList();
        var names = await db.Users.Where(u => accounts.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var rules = violation.Account != desk.Me && await desk.May(Policies.RuleOnViolations);
        return View(new ViolationPage(of, violation, (await desk.Names(of, [id])).GetValueOrDefault(id), names,
            rules && violation.RecordedBy != desk.Me && ViolationLifecycle.Next(violation.Stage, ViolationMove.Confirm) is not null,
            rules && ViolationLifecycle.Next(violation.Stage, ViolationMove.Withdraw) is not null));
    }

    [HttpGet("new"), Authorize(Policies.RecordViolations)]
    public async Task<IActionResult> New(string code, string? subject) =>
        View(await Filled(new ViolationForm { Subject = subject, HappenedAt = clock.UtcNow().InChina() }, code));

    [HttpPost(""), Authorize(Policies.RecordViolations)]
    public async Task<IActionResult> Create(string code, ViolationForm form)
    {
        var of = (await Filled(form, code)).Event;
        var (subject, module) = await desk.Subject(of, form);
        var ruling = new ViolationRuling(form.Effect, new Points(form.Effect is ViolationEffect.PointsOff ? form.Off ?? 0 : 0));
        var violation = new Violation(of, subject, string.IsNullOrEmpty(form.Module) ? module : form.Module, form.What, ruling, form.HappenedAt!.Value.FromChina(), desk.Me, clock.UtcNow());
        db.Add(violation);
        await db.SaveChangesAsync();
        await audit.Write("violation.register", $"{code}/{violation.Id}");
        TempData["Done"] = "已登记，须由裁判长或监督人员确认后生效。";
        return RedirectToAction("Show", new { code, id = violation.Id });
    }

    async Task IFills.Fill(IForm form) => await Filled((ViolationForm)form, (string)RouteData.Values["code"]!);

    private async Task<ViolationForm> Filled(ViolationForm form, string code)
    {
        form.Event = await desk.Event(code);
        form.People = await desk.People(form.Event);
        return form;
    }
}
