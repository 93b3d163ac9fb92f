using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Competitions.Data;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Moves;

public sealed class CallMoveForm : IForm
{
    [BindRequired]
    public CallMove Move { get; set; }

    [Display(Name = "原因"), StringLength(500, ErrorMessage = "原因不超过 500 个字。")]
    public string? Why { get; set; }

    [Display(Name = "命名文号"), StringLength(60, ErrorMessage = "文号不超过 60 个字。")]
    public string? Document { get; set; }

    [Display(Name = "命名日期")]
    public DateOnly? On { get; set; }

    /// <summary>Wall clock in China; of a round that begins, goes on or is done again.</summary>
    [Display(Name = "评审截止")]
    public DateTime? ReviewBy { get; set; }

    [ValidateNever]
    public Call Call { get; internal set; } = null!;
}

/// <summary>A call moves on, and its applications with it: all of them or none.</summary>
[Route("calls/{id:int}/moves"), Authorize(Policies.RunCalls)]
public sealed class CallMovesController(CompetitionsDb db, CallDesk desk, CallNaming naming, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int SeedBytes = 16;

    private static readonly ApplicationStage[] Ranked = [ApplicationStage.Selected, ApplicationStage.Unselected];

    /// <summary>Moves that ask for something: a reason, a document.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, [BindRequired] CallMove move)
    {
        var call = await desk.ToRun(id);
        return View(new CallMoveForm { Move = move, Call = call, On = clock.Today(), ReviewBy = call.ReviewBy?.InChina() });
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CallMoveForm form)
    {
        Refusal.Unless(form.Move is not (CallMove.Approve or CallMove.GiveNotice), "call.move-not-allowed"); // they have pages of their own
        await desk.ToRun(id);
        await desk.InQueue(id, async () =>
        {
            var call = await desk.ToRun(id);
            await Make(call, form, User.Account(), clock.UtcNow());
            return call;
        });
        await audit.Write("call.move", $"{id}", why: $"{form.Move}");
        TempData["Done"] = $"已{form.Move.Name()}。";
        return Redirect($"/calls/{id}");
    }

    async Task IFills.Fill(IForm form) => ((CallMoveForm)form).Call = await desk.ToRun(int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture));

    private async Task Make(Call call, CallMoveForm form, string by, DateTime at)
    {
        switch (form.Move)
        {
            case CallMove.Publish:
                call.Publish(await db.CallQuotas.CountAsync(q => q.CallId == call.Id && q.Most > 0), by, at);
                break;
            case CallMove.BeginReview:
                call.BeginReview(await desk.Applications(call.Id), clock.Today(), by, at);
                break;
            case CallMove.Shortlist:
                call.Shortlist(await desk.Applications(call.Id, ApplicationStage.UnderReview), await Sheets(call), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)), by, at, form.ReviewBy?.FromChina());
                break;
            case CallMove.ExtendReview:
                call.ExtendReview(form.ReviewBy?.FromChina() ?? at, by, at, form.Why ?? "");
                break;
            case CallMove.Rank:
                call.Rank(await desk.Applications(call.Id, ApplicationStage.UnderReview), await Sheets(call), by, at);
                break;
            case CallMove.Return:
                call.Return(await desk.Applications(call.Id, Ranked), by, at, form.Why ?? "", form.ReviewBy?.FromChina());
                (await db.ReviewSheets.Where(s => s.CallId == call.Id).ToListAsync()).ForEach(s => s.Reopen(at));
                break;
            case CallMove.Name:
                await naming.Name(call, new CallDecision(form.Document ?? "", form.On ?? clock.Today()), clock.Today(), by, at);
                break;
            default:
                call.Cancel(await desk.Applications(call.Id), by, at, form.Why ?? "");
                break;
        }
    }

    private Task<List<ReviewSheet>> Sheets(Call call) => db.ReviewSheets.AsNoTracking().Where(s => s.CallId == call.Id).ToListAsync();
}
