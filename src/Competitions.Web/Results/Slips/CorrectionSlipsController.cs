using System.ComponentModel.DataAnnotations;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Slips;

public sealed class CorrectionSlipForm : IForm
{
    /// <summary>作品号, or 参赛编号 once the codes are open.</summary>
    public string? Q { get; set; }

    [Display(Name = "要更正的给分")]
    public long Sequence { get; set; }

    [Display(Name = "更正为"), Required(ErrorMessage = "请填写更正后的给分。")]
    public decimal? Value { get; set; }

    [Display(Name = "依据"), Required(ErrorMessage = "请写明更正的依据。"), StringLength(500, ErrorMessage = "依据不超过 500 个字。")]
    public string Why { get; set; } = "";

    [Display(Name = "申诉编号")]
    public int? Appeal { get; set; }

    [Display(Name = "复核")]
    public int? Recheck { get; set; }

    [ValidateNever]
    public Event Event { get; internal set; } = null!;

    /// <summary>What the re-check found of the work.</summary>
    [ValidateNever]
    public RecheckFinding? Asked { get; internal set; }

    [ValidateNever]
    public IReadOnlyList<StandingLine> Lines { get; internal set; } = [];
}

public sealed record SlipRow(CorrectionSlip Slip, string DrawnBy, string SignedBy, string JudgeName);

public sealed record SlipsPage(Event Event, PageOf<SlipRow> Page, bool Draws, bool Signs, string Me);

/// <summary>更正单 of an event, by work code: drawn and signed by the chief judge, in force when the supervisor has signed.</summary>
[Route("events/{code}/correction-slips"), Authorize(Policies.ReadSlips)]
public sealed class CorrectionSlipsController(CompetitionsDb db, CorrectionSlipDesk desk, IAuthorizationService policies, AuditTrail audit) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, int page = 1)
    {
        var of = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        var rows = await db.CorrectionSlips.AsNoTracking().Where(s => s.EventId == of.Id).OrderByDescending(s => s.Number).Select(s => new SlipRow(
            s, db.Users.Where(u => u.Id == s.DrawnBy).Select(u => u.DisplayName).FirstOrDefault() ?? "", db.Users.Where(u => u.Id == s.SignedBy).Select(u => u.DisplayName).FirstOrDefault() ?? "",
            db.Users.Where(u => u.Id == s.Judge).Select(u => u.DisplayName).FirstOrDefault() ?? "系统")).ToPage(page);
        return View(new SlipsPage(of, rows, (await policies.AuthorizeAsync(User, Policies.DrawSlips)).Succeeded, (await policies.AuthorizeAsync(User, Policies.SignSlips)).Succeeded, User.Account()));
    }

    [HttpGet("new"), Authorize(Policies.DrawSlips)]
    public async Task<IActionResult> New(string code, string? q, int? appeal, int? recheck) => View(await Filled(new CorrectionSlipForm { Q = q, Appeal = appeal, Recheck = recheck }, code));

    [HttpPost(""), Authorize(Policies.DrawSlips)]
    public async Task<IActionResult> Create(string code, CorrectionSlipForm form)
    {
        await Filled(form, code);
        var slip = await desk.Draw(code, form.Sequence, form.Value!.Value, form.Why, new SlipGround(form.Appeal, form.Recheck), User.Account());
        await audit.Write("correction-slip.create", $"{code}/{slip.Code}", why: slip.Why);
        TempData["Done"] = $"更正单 {slip.Code} 已签，待监督签字后生效。";
        return Redirect($"/events/{code}/correction-slips");
    }

    [HttpPost("{id:int}/signature"), Authorize(Policies.SignSlips)]
    public async Task<IActionResult> Update(string code, int id, [BindRequired] int version)
    {
        var slip = await desk.Sign(Missing.Unless(await db.Events.AsNoTracking().WithCode(code)), id, version, User.Account());
        await audit.Write("correction-slip.countersign", $"{code}/{slip.Code}");
        TempData["Done"] = $"更正单 {slip.Code} 已生效，请重新汇总成绩。";
        return Redirect($"/events/{code}/correction-slips");
    }

    [HttpPost("{id:int}/discard"), Authorize(Policies.DrawSlips)]
    public async Task<IActionResult> Delete(string code, int id, [BindRequired] int version)
    {
        await desk.Discard(Missing.Unless(await db.Events.AsNoTracking().WithCode(code)), id, version, User.Account());
        await audit.Write("correction-slip.discard", $"{code}/{id}");
        TempData["Done"] = "更正单已作废。";
        return Redirect($"/events/{code}/correction-slips");
    }

    async Task IFills.Fill(IForm form) => await Filled((CorrectionSlipForm)form, (string)RouteData.Values["code"]!);

    private async Task<CorrectionSlipForm> Filled(CorrectionSlipForm form, string code)
    {
        form.Event = Missing.Unless(await db.Events.AsNoTracking().WithCode(code));
        form.Lines = string.IsNullOrWhiteSpace(form.Q) ? [] : await desk.Standing(form.Event, form.Q);
        var recheck = form.Recheck is { } id ? Missing.Unless(await db.Rechecks.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EventId == form.Event.Id)) : null;
        form.Asked = recheck?.Last(form.Q?.Trim() ?? "") is { IsWrong: true } asked ? asked : null;
        return form;
    }
}
