using Competitions.Data;
using Competitions.Innovations;
using Competitions.Web.People.Mine;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals.Mine;

public sealed record MyProposalsPage(PageOf<ProposalRow> Page, DateOnly Today);

/// <summary>A worker's own proposals: where each stands, and why.</summary>
[Route("my/proposals"), Authorize(Policies.Own)]
public sealed class MyProposalsController(CompetitionsDb db, ProposalDesk desk, ProposalDetails details, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1) =>
        View(new MyProposalsPage(await ProposalList.Rows(desk.Mine(this.WorkerId()).OrderByDescending(p => p.Id)).ToPage(page), clock.Today()));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id) => View(await details.Page(Missing.Unless(await desk.Mine(this.WorkerId()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id))));

    [HttpGet("new")]
    public async Task<IActionResult> New() => View(new ProposalForm { Categories = await desk.Categories() });

    [HttpPost("")]
    public async Task<IActionResult> Create(ProposalForm form)
    {
        var (id, today) = (this.WorkerId(), clock.Today());
        form.Categories = await desk.Categories();
        Refusal.Unless(form.Categories.Any(c => c.Value == form.Category), "proposal.category-missing");
        var worker = Missing.Unless(await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id));
        var proposal = new Proposal(
            ProposalsController.ProposerOf(worker, today) ?? throw new Refusal("proposal.no-unit"), form.Text(), form.Category!, await desk.Term(), User.Account(), today, clock.UtcNow());
        db.Add(proposal);
        await db.SaveChangesAsync();
        await audit.Write("proposal.submit", $"{proposal.Id}");
        TempData["Done"] = $"建议已提交，{proposal.UnitName}会在 {proposal.AcknowledgeBy.Iso()} 前受理。";
        return Redirect($"/my/proposals/{proposal.Id}");
    }

    async Task IFills.Fill(IForm form) => ((ProposalForm)form).Categories = await desk.Categories();
}

[Route("my/proposals/{id:int}/withdrawal"), Authorize(Policies.Own)]
public sealed class ProposalWithdrawalsController(CompetitionsDb db, ProposalDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? version)
    {
        var me = this.WorkerId();
        var proposal = Missing.Unless(await desk.Mine(me).SingleOrDefaultAsync(p => p.Id == id));
        db.Entry(proposal).Property(p => p.Version).OriginalValue = version ?? -1;
        proposal.Withdraw(me, User.Account(), clock.UtcNow(), "");
        await db.SaveChangesAsync();
        await audit.Write("proposal.withdraw", $"{id}");
        TempData["Done"] = "建议已撤回。";
        return Redirect($"/my/proposals/{id}");
    }
}
