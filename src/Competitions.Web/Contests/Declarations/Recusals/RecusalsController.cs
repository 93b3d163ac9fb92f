using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Contests.Judges;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Declarations.Recusals;

public sealed class RecusalForm : IForm
{
    /// <summary>Null for the whole event.</summary>
    [Display(Name = "回避范围")]
    public int? PanelId { get; set; }

    [Display(Name = "理由"), Required(ErrorMessage = "请写明回避的理由。"), StringLength(Recusal.LongestText)]
    public string Why { get; set; } = "";

    [ValidateNever]
    public Event Event { get; internal set; } = null!;

    [ValidateNever]
    public IReadOnlyList<Panel> Panels { get; internal set; } = [];
}

/// <summary>申请回避: the judge asks, and takes back what was not answered yet.</summary>
[Route("events/{code}/recusals"), Authorize(Policies.Mark)]
public sealed class RecusalsController(CompetitionsDb db, JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code) => View(await Filled(new RecusalForm(), code));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, RecusalForm form)
    {
        await Filled(form, code);
        var me = desk.Me;
        var panel = form.PanelId is null ? null : form.Panels.FirstOrDefault(p => p.Id == form.PanelId) ?? throw new Refusal("recusal.not-seated");
        Refusal.Unless(!await db.Recusals.AnyAsync(r => r.EventId == form.Event.Id && r.Account == me && r.Stage == RecusalStage.Asked && (r.PanelId == null || r.PanelId == form.PanelId)), "recusal.asked-already");
        var recusal = new Recusal(form.Event, panel, me, form.Why, clock.UtcNow());
        db.Add(recusal);
        await db.SaveChangesAsync();
        await audit.Write("recusal.ask", $"{code}/{recusal.Id}");
        TempData["Done"] = "已提出，等待处理。";
        return Redirect($"/events/{code}/declarations");
    }

    Task IFills.Fill(IForm form) => Filled((RecusalForm)form, (string)RouteData.Values["code"]!);

    private async Task<RecusalForm> Filled(RecusalForm form, string code)
    {
        var me = desk.Me;
        form.Event = await desk.Event(code);
        form.Panels = await db.Panels.AsNoTracking().Where(p => p.EventId == form.Event.Id && p.Judges.Any(j => j.Account == me)).OrderBy(p => p.Id).ToListAsync();
        return form;
    }
}

[Route("events/{code}/recusals/{id:int}/withdrawals"), Authorize(Policies.Mark)]
public sealed class RecusalWithdrawalsController(CompetitionsDb db, JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id)
    {
        var (of, me) = (await desk.Event(code), desk.Me);
        var recusal = Missing.Unless(await db.Recusals.SingleOrDefaultAsync(r => r.Id == id && r.EventId == of.Id && r.Account == me));
        recusal.TakeBack(me, clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("recusal.withdraw", $"{code}/{id}");
        TempData["Done"] = "已撤回。";
        return Redirect($"/events/{code}/declarations");
    }
}
