using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Contests.Judges.Answers;

public sealed class RecusalAnswerForm : IForm
{
    public int Version { get; set; }

    [Display(Name = "处理"), Required(ErrorMessage = "请选择怎样处理。")]
    public RecusalMove? Move { get; set; }

    [Display(Name = "答复"), StringLength(Recusal.LongestText)]
    public string? Answer { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;

    [ValidateNever]
    public Recusal Recusal { get; internal set; } = null!;
    public string Name { get; internal set; } = "";

    /// <summary>Lines of the ledger that he gave in this event.</summary>
    public int Marks { get; internal set; }

    /// <summary>Panels that he leaves.</summary>
    public IReadOnlyList<string> Panels { get; internal set; } = [];
}

/// <summary>The answer of who appoints: with his consent the judge leaves the panels at once.</summary>
[Route("events/{code}/recusals/{id:int}/answers"), Authorize(Policies.Appoint)]
public sealed class RecusalAnswersController(CompetitionsDb db, JudgeDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id)
    {
        var form = await Filled(new RecusalAnswerForm(), code, id);
        form.Version = form.Recusal.Version;
        return View(form);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, RecusalAnswerForm form)
    {
        await Filled(form, code, id);
        var recusal = await db.Recusals.SingleAsync(r => r.Id == id);
        db.Entry(recusal).Property(r => r.Version).OriginalValue = form.Version;
        if (form.Move is RecusalMove.Grant)
        {
            recusal.Grant(desk.Me, clock.UtcNow(), form.Answer ?? "");
            await Unseat(recusal);
        }
        else
        {
            recusal.Decline(desk.Me, clock.UtcNow(), form.Answer ?? "");
        }

        await db.SaveChangesAsync();
        await audit.Write(form.Move is RecusalMove.Grant ? "recusal.grant" : "recusal.decline", $"{code}/{id}");
        TempData["Done"] = form.Move is RecusalMove.Grant ? $"已同意{form.Name}回避{(form.Panels.Count > 0 ? $"，已从{string.Join('、', form.Panels)}换下" : "")}。" : $"已答复{form.Name}，不需回避。";
        return Redirect($"/events/{code}/judges/{recusal.Account}");
    }

    Task IFills.Fill(IForm form) => Filled((RecusalAnswerForm)form, (string)RouteData.Values["code"]!, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    private async Task Unseat(Recusal recusal)
    {
        foreach (var panel in await Reached(recusal).ToListAsync())
        {
            panel.Unseat(recusal.Account);
        }
    }

    private IQueryable<Panel> Reached(Recusal recusal) =>
        db.Panels.Where(p => p.EventId == recusal.EventId && (recusal.PanelId == null || p.Id == recusal.PanelId) && p.Judges.Any(j => j.Account == recusal.Account)).OrderBy(p => p.Id);

    private async Task<RecusalAnswerForm> Filled(RecusalAnswerForm form, string code, int id)
    {
        form.Event = await desk.Event(code);
        form.Recusal = Missing.Unless(await db.Recusals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EventId == form.Event.Id));
        form.Name = await db.Users.Where(u => u.Id == form.Recusal.Account).Select(u => u.DisplayName).SingleOrDefaultAsync() ?? form.Recusal.Account;
        form.Marks = await db.Marks.CountAsync(m => m.EventCode == code && m.Judge == form.Recusal.Account);
        form.Panels = await Reached(form.Recusal).Select(p => p.Name).ToListAsync();
        return form;
    }
}
