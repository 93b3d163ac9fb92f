using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Data.Schemes;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Panels;

public sealed record PanelsPage(Event Event, IReadOnlyList<Panel> Panels, IReadOnlyDictionary<string, string> Criteria, IReadOnlyDictionary<string, JudgeStanding> Standings, string Me)
{
    /// <summary>What stands against a seated judge now, whenever it arose.</summary>
    public string Against(Panel panel, PanelJudge judge) => Standings[judge.Account].Against([panel.Id], judge.Account == Me);
}

/// <summary>Who marks what: the panels of an event's modules, seated from its judges.</summary>
[Route("events/{code}/panels"), Authorize(Policies.Appoint)]
public sealed class PanelsController(CompetitionsDb db, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var panels = await db.Panels.AsNoTracking().Where(p => p.EventId == of.Id).OrderBy(p => p.Id).ToListAsync();
        var scheme = await db.MarkingSchemes.AsNoTracking().Newest(of.Id);
        var standings = await db.StandingsOf(of, [.. panels.SelectMany(p => p.Judges).Select(j => j.Account).Distinct()], clock.Today());
        return View(new PanelsPage(of, panels, scheme?.Content.Criteria.DistinctBy(c => c.Code).ToDictionary(c => c.Code, c => c.Name) ?? [], standings, User.Account()));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string? module)
    {
        var form = await Filled(new PanelForm { Module = module ?? "" }, code);
        form.Name = form.Event.Modules.FirstOrDefault(m => m.Code == module) is { } of ? $"{of.Name}裁判组" : "";
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, PanelForm form)
    {
        await Filled(form, code);
        var panel = new Panel(form.Event, form.Module, form.Name, Known(form));
        form.Seat(panel);
        db.Add(panel);
        return await Saved(code, panel, "panel.create");
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(string code, int id) => View(await Filled(PanelForm.Of(await Load(code, id)), code, id));

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Update(string code, int id, PanelForm form)
    {
        await Filled(form, code, id);
        var panel = await Load(code, id);
        db.Entry(panel).Property(p => p.Version).OriginalValue = form.Version;
        form.Module = panel.Module; // chosen once
        panel.Describe(form.Name, Known(form));
        form.Seat(panel);
        return await Saved(code, panel, "panel.change");
    }

    Task IFills.Fill(IForm form) => Filled((PanelForm)form, (string)RouteData.Values["code"]!, RouteData.Values["id"] is string id ? int.Parse(id, CultureInfo.InvariantCulture) : 0);

    private async Task<IActionResult> Saved(string code, Panel panel, string act)
    {
        await db.SaveChangesAsync();
        await audit.Write(act, $"{code}/{panel.Id}");
        TempData["Done"] = $"已保存{panel.Name}，裁判 {panel.Judges.Count} 名。";
        return RedirectToAction("Index", new { code });
    }

    private async Task<Panel> Load(string code, int id) =>
        Missing.Unless(await db.Panels.SingleOrDefaultAsync(p => p.Id == id && db.Events.Any(e => e.Id == p.EventId && e.Code == code)));

    private static List<string> Known(PanelForm form) => [.. form.Criteria.Where(c => form.Choices.Any(x => x.Code == c && x.Module == form.Module))];

    /// <param name="panel">0 for one that is still to be made.</param>
    private async Task<PanelForm> Filled(PanelForm form, string code, int panel = 0)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var scheme = await db.MarkingSchemes.AsNoTracking().Newest(of.Id);
        var today = clock.Today();
        form.Event = of;
        form.Choices = [.. (scheme?.Content.Criteria ?? []).Where(c => scheme!.Modules.ContainsKey(c.Code)).Select(c => (c.Code, c.Name, scheme!.Modules[c.Code]))];
        var judges = await db.JudgesOf(of.Id, today);
        var standings = await db.StandingsOf(of, [.. judges.Select(j => j.Account)], today);
        form.Candidates = [.. judges.Select(j => new JudgeChoice(
            j.Account, j.Name, string.Join('、', j.Duties.Select(d => d.Name())), standings[j.Account], standings[j.Account].Against([panel], j.Account == User.Account()), j.Account == User.Account()))];
        return form;
    }
}
