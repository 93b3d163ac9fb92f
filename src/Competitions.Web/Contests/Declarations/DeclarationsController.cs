using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Declarations;

public sealed record UnitChoice(int Id, string Name);

public sealed class DeclarationForm : IForm
{
    /// <summary>Part of a unit's name: a unit is chosen from the register.</summary>
    [Display(Name = "查单位"), StringLength(100)]
    public string? Q { get; set; }

    [Display(Name = "关系"), Required(ErrorMessage = "请选择关系。")]
    public Relation? Relation { get; set; }

    [Display(Name = "姓名"), StringLength(PersonName.Longest)]
    public string? Person { get; set; }

    [Display(Name = "单位")]
    public int? UnitId { get; set; }

    [Display(Name = "说明"), StringLength(Declaration.LongestText)]
    public string? Text { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;
    public IReadOnlyList<UnitChoice> Found { get; internal set; } = [];
}

/// <param name="Panels">That he sits in.</param>
public sealed record DeclarationsPage(Event Event, JudgeRecord? Record, DateOnly Today, IReadOnlyList<Declaration> Declarations, IReadOnlyList<Recusal> Recusals, IReadOnlyList<string> Panels);

/// <summary>
/// 执裁声明: a judge's own page in an event. Nothing on it, and no answer to it, depends on who is entered: what he declares is only
/// written down here.
/// </summary>
[Route("events/{code}/declarations"), Authorize(Policies.Mark)]
public sealed class DeclarationsController(CompetitionsDb db, JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int MostFound = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(string code)
    {
        var (of, me) = (await desk.Event(code), desk.Me);
        return View(new DeclarationsPage(
            of, await db.JudgeRecords.AsNoTracking().SingleOrDefaultAsync(r => r.EventId == of.Id && r.Account == me), clock.Today(),
            await db.Declarations.AsNoTracking().Where(d => d.EventId == of.Id && d.Account == me).OrderBy(d => d.EndedAt != null).ThenBy(d => d.Id).ToListAsync(),
            await db.Recusals.AsNoTracking().Where(r => r.EventId == of.Id && r.Account == me).OrderByDescending(r => r.Id).ToListAsync(),
            await db.Panels.Where(p => p.EventId == of.Id && p.Judges.Any(j => j.Account == me)).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync()));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string code, string? q) => View(await Filled(new DeclarationForm { Q = q }, code));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, DeclarationForm form)
    {
        await Filled(form, code);
        var unit = form.UnitId is null ? null : form.Found.FirstOrDefault(f => f.Id == form.UnitId) ?? throw new Refusal("declaration.no-such-unit");
        var declared = new Declaration(form.Event.Id, desk.Me, new DeclaredRelation(form.Relation!.Value, form.Person, unit?.Id, unit?.Name, form.Text), clock.UtcNow());
        db.Add(declared);
        await db.SaveChangesAsync();
        await audit.Write("declaration.create", $"{code}/{declared.Id}");
        TempData["Done"] = "已申报。";
        return Redirect($"/events/{code}/declarations");
    }

    Task IFills.Fill(IForm form) => Filled((DeclarationForm)form, (string)RouteData.Values["code"]!);

    private async Task<DeclarationForm> Filled(DeclarationForm form, string code)
    {
        form.Event = await desk.Event(code);
        var (typed, today) = ((form.Q ?? "").Trim(), clock.Today());
        form.Found = typed.Length < 2 ? [] : await db.Organisations.AsNoTracking().Where(o => (o.To == null || o.To >= today) && (o.Name.Contains(typed) || o.ShortName.Contains(typed)))
            .OrderBy(o => o.Name).Take(MostFound).Select(o => new UnitChoice(o.Id, o.Name)).ToListAsync();
        return form;
    }
}

/// <summary>His word that he declared all there is.</summary>
[Route("events/{code}/statements"), Authorize(Policies.Mark)]
public sealed class JudgeStatementsController(JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code)
    {
        var record = await desk.Record((await desk.Event(code)).Id, desk.Me);
        record.State(clock.UtcNow());
        await desk.Save(record);
        await audit.Write("judge.state", code);
        TempData["Done"] = "已签署申报。";
        return Redirect($"/events/{code}/declarations");
    }
}
