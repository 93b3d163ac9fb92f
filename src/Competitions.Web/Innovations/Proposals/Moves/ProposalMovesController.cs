using System.Globalization;
using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Innovations;
using Competitions.Web.Innovations.Benefits;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Innovations.Proposals.Moves;

/// <summary>受理, 评估, 采纳 and what follows, by the unit's own officer.</summary>
[Route("proposals/{id:int}/moves"), Authorize(Policies.HandleProposals)]
public sealed class ProposalMovesController(CompetitionsDb db, ProposalDesk desk, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    private const int Lines = 5;

    [HttpGet("new")]
    public async Task<IActionResult> New(int id, ProposalMove move)
    {
        var proposal = await desk.ToChange(id);
        Refusal.Unless(ProposalLifecycle.Next(proposal.Stage, move) is not null && move is not (ProposalMove.Withdraw or ProposalMove.Convert), "proposal.move-not-allowed");
        return View(await Filled(new ProposalMoveForm { Version = proposal.Version, Move = move, On = move is ProposalMove.Finish ? clock.Today() : null, Lines = BenefitLineForm.Blank(Lines) }, proposal, fresh: true));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, ProposalMoveForm form)
    {
        var proposal = await desk.ToChange(id);
        db.Entry(proposal).Property(p => p.Version).OriginalValue = form.Version;
        await Make(proposal, form);
        await db.SaveChangesAsync();
        await audit.Write($"proposal.{form.Move.ToString().ToLowerInvariant()}", $"{id}");
        TempData["Done"] = $"{form.Move.Name()}，已记录。";
        return Redirect($"/proposals/{id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((ProposalMoveForm)form, await desk.ToChange(int.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture)));

    private async Task Make(Proposal proposal, ProposalMoveForm form)
    {
        var (me, today, now, text) = (desk.Me, clock.Today(), clock.UtcNow(), form.Text ?? "");
        switch (form.Move)
        {
            case ProposalMove.Accept:
                proposal.Accept(me, today, now);
                break;
            case ProposalMove.Assess:
                proposal.Assess(new Assessment(form.Department ?? "", text), me, now);
                break;
            case ProposalMove.Adopt or ProposalMove.AdoptPartly or ProposalMove.Decline:
                proposal.Decide(form.Move, text, (await db.ProposalPresetOf(proposal)).Rules.AdoptedStars, me, today, now);
                break;
            case ProposalMove.Start:
                proposal.Start(new Implementation(form.Responsible ?? "", form.On ?? throw new Refusal("proposal.planned-in-the-past")), me, today, now);
                break;
            case ProposalMove.Finish:
                proposal.Finish(form.On ?? today, text, me, today, now);
                break;
            case ProposalMove.Confirm:
                proposal.Confirm(BenefitLineForm.Read(form.Lines), text, (await db.ProposalPresetOf(proposal)).Rules, me, today, now);
                break;
            case ProposalMove.Reward:
                proposal.Give(form.Money ?? 0, form.Praise ?? "", (await db.ProposalPresetOf(proposal)).Rules, me, now);
                break;
            case ProposalMove.Archive:
                proposal.Archive(me, now);
                break;
            default:
                throw new Refusal("proposal.move-not-allowed");
        }
    }

    private async Task<ProposalMoveForm> Filled(ProposalMoveForm form, Proposal proposal, bool fresh = false)
    {
        (form.Title, form.Net) = (proposal.Title, proposal.Net ?? 0);
        form.Band = ValueBand.For(form.Net, (await db.ProposalPresetOf(proposal)).Rules.Bands);
        if (fresh && form.Move is ProposalMove.Reward)
        {
            (form.Money, form.Praise) = (form.Band?.LeastReward ?? 0, form.Band?.Praise);
        }

        return form;
    }
}
