using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Competitions.Data;
using Competitions.Results;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Competitions.Web.Results.Appeals.Moves;

public sealed class AppealMoveForm : IForm
{
    public int Version { get; set; }

    public AppealMove Move { get; set; }

    [Display(Name = "结论")]
    public AppealOutcome Outcome { get; set; }

    [Display(Name = "理由"), StringLength(Appeal.LongestText)]
    public string? Text { get; set; }

    [ValidateNever]
    public string Address { get; internal set; } = "";

    /// <summary>Accepting and signing for it need no words.</summary>
    public bool HasText => Move is not (AppealMove.Accept or AppealMove.Deliver);

    public bool HasOutcome => Move is AppealMove.Find or AppealMove.Rule;
}

/// <summary>What the arbitration group, the committee and the leader do with an appeal; each by his own policy.</summary>
[Route("events/{code}/appeals/{id:int}/moves"), Authorize(Policies.SeeAppeals)]
public sealed class AppealMovesController(CompetitionsDb db, AppealDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("new")]
    public async Task<IActionResult> New(string code, int id, AppealMove move)
    {
        var appeal = await desk.Load(await desk.Event(code), id);
        return View(new AppealMoveForm { Version = appeal.Version, Move = move, Address = $"/events/{code}/appeals/{id}" });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, AppealMoveForm form)
    {
        var of = await desk.Event(code);
        var appeal = await desk.Load(of, id);
        if (!await Allowed(form.Move))
        {
            await audit.Write($"appeal.{form.Move}".ToLowerInvariant(), $"{code}/{id}", allowed: false);
            return Forbid();
        }

        db.Entry(appeal).Property(a => a.Version).OriginalValue = form.Version;
        Make(appeal, form, await desk.Arbiter(of, appeal), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write($"appeal.{form.Move}".ToLowerInvariant(), $"{code}/{id}", why: form.HasOutcome ? $"{form.Outcome}" : null);
        TempData["Done"] = $"已办理：{form.Move.Name()}。";
        return Redirect($"/events/{code}/appeals/{id}");
    }

    async Task IFills.Fill(IForm form)
    {
        var (code, id) = ((string)RouteData.Values["code"]!, int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
        await desk.Load(await desk.Event(code), id);
        ((AppealMoveForm)form).Address = $"/events/{code}/appeals/{id}";
    }

    private Task<bool> Allowed(AppealMove move) => move switch
    {
        AppealMove.Accept or AppealMove.Refuse or AppealMove.Find => desk.May(Policies.Arbitrate),
        AppealMove.Rule => desk.May(Policies.RuleOnAppeals),
        _ => desk.May(Policies.FileAppeals),
    };

    private static void Make(Appeal appeal, AppealMoveForm form, Arbiter me, DateTime at)
    {
        var text = form.Text ?? "";
        switch (form.Move)
        {
            case AppealMove.Accept:
                appeal.Accept(me, at);
                break;
            case AppealMove.Refuse:
                appeal.Refuse(me, at, text);
                break;
            case AppealMove.Find:
                appeal.Find(form.Outcome, text, me, at);
                break;
            case AppealMove.Rule:
                appeal.Rule(form.Outcome, text, me, at);
                break;
            case AppealMove.Deliver:
                appeal.Deliver(me.Account, at);
                break;
            case AppealMove.Escalate:
                appeal.Escalate(me.Account, at, text);
                break;
            case AppealMove.Withdraw:
                appeal.Withdraw(me.Account, at, text);
                break;
            default:
                throw new Refusal("appeal.move-not-allowed");
        }
    }
}
