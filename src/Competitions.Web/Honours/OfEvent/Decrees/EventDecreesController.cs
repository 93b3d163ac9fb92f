using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.OfEvent.Decrees;

public sealed class DecreeForm : IForm
{
    [Display(Name = "文件号"), Required(ErrorMessage = "请填写文件号，例如：临总工〔2026〕18 号。"), StringLength(60, ErrorMessage = "文件号不超过 60 个字。")]
    public string DocumentNumber { get; set; } = "";

    [Display(Name = "发文日期"), Required(ErrorMessage = "请填写发文日期。")]
    public DateOnly? GrantedOn { get; set; }

    public string EventTitle { get; internal set; } = "";

    /// <summary>Of what is approved and waits for the document.</summary>
    public int Count { get; internal set; }
}

/// <summary>发文: all that is approved of the event is granted by one document.</summary>
[Route("events/{code}/honours/decree"), Authorize(Policies.GrantHonours)]
public sealed class EventDecreesController(CompetitionsDb db, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code) => View(await Filled(code, new DecreeForm { GrantedOn = clock.Today() }));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, DecreeForm form)
    {
        var honours = await Approved(code).ToListAsync();
        Refusal.Unless(honours.Count > 0, "honour.none-approved");
        honours.ForEach(h => h.Grant(form.DocumentNumber, form.GrantedOn!.Value, User.Account(), clock.UtcNow()));
        await db.SaveChangesAsync();
        await audit.Write("honour.grant", code, why: $"{form.DocumentNumber.Trim()} {honours.Count}");
        TempData["Done"] = $"{honours.Count} 项荣誉已授予，可以制作证书。";
        return Redirect($"/events/{code}/honours");
    }

    Task IFills.Fill(IForm form) => Filled((string)RouteData.Values["code"]!, (DecreeForm)form);

    private async Task<DecreeForm> Filled(string code, DecreeForm form)
    {
        form.EventTitle = Missing.Unless(await db.Events.AsNoTracking().WithCode(code)).Title;
        form.Count = await Approved(code).CountAsync();
        return form;
    }

    private IQueryable<Honour> Approved(string code) =>
        db.Honours.Where(h => db.Events.Any(e => e.Id == h.EventId && e.Code == code) && (h.Stage == HonourStage.Approved || h.Stage == HonourStage.Decreed));
}
