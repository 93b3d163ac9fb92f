using System.ComponentModel.DataAnnotations;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Honours;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.OfEvent.Coaches;

public sealed class CoachForm : IForm
{
    [Display(Name = "荣誉名称"), Required(ErrorMessage = "请填写荣誉名称，例如：优秀指导教练。"), StringLength(Honour.LongestName, ErrorMessage = "荣誉名称不超过 60 个字。")]
    public string Name { get; set; } = "优秀指导教练";

    [Display(Name = "选手获得")]
    public string? Prize { get; set; }

    public string EventTitle { get; internal set; } = "";

    public IReadOnlyList<string> Prizes { get; internal set; } = [];
}

/// <summary>The coaches of those who won a prize.</summary>
[Route("events/{code}/honours/coaches"), Authorize(Policies.GrantHonours)]
public sealed class CoachHonoursController(CompetitionsDb db, EventAwards awards, AuditTrail audit) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code) => View(await Filled(code, new CoachForm()));

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, CoachForm form)
    {
        await Filled(code, form);
        var made = await awards.Coaches(Missing.Unless(await db.Events.WithCode(code)), form.Name, form.Prize, User.Account());
        Refusal.Unless(made > 0, "honour.no-coach");
        await audit.Write("honour.coaches", code, why: $"{made}");
        TempData["Done"] = $"已登记 {made} 位教练。";
        return Redirect($"/events/{code}/honours");
    }

    Task IFills.Fill(IForm form) => Filled((string)RouteData.Values["code"]!, (CoachForm)form);

    private async Task<CoachForm> Filled(string code, CoachForm form)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        form.EventTitle = of.Title;
        form.Prizes = await EventAwards.Prizes(db, of.Id).GroupBy(h => h.Name).OrderBy(g => g.Min(h => h.Rank)).Select(g => g.Key).ToListAsync();
        return form;
    }
}
