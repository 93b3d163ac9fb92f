using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>合理化建议 of the caller's units. An officer enters one for a worker who has no account or wrote on paper.</summary>
[Route("proposals"), Authorize(Policies.ReadProposals)]
public sealed class ProposalsController(CompetitionsDb db, ProposalDesk desk, ProposalList list, ProposalDetails details, AuditTrail audit, TimeProvider clock) : Controller, IFills
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ProposalFilter filter) => View(await list.Load(filter));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Show(int id, int? beside) =>
        View(await details.Load(Missing.Unless(await (await desk.Visible()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id)), beside));

    [HttpGet("new"), Authorize(Policies.HandleProposals)]
    public async Task<IActionResult> New() => View(await Filled(new ProposalForm()));

    [HttpPost(""), Authorize(Policies.HandleProposals)]
    public async Task<IActionResult> Create(ProposalForm form)
    {
        await Filled(form);
        var found = await Named(form.WorkerName);
        Refusal.Unless(found.Count > 0, "proposal.worker-unknown");
        var who = found.Count == 1 ? found[0] : found.FirstOrDefault(w => w.WorkerId == form.WorkerId) ?? throw new Refusal("proposal.worker-ambiguous", found.Count);
        Refusal.Unless(form.Categories.Any(c => c.Value == form.Category), "proposal.category-missing");
        var proposal = new Proposal(who, form.Text(), form.Category!, await desk.Term(), User.Account(), clock.Today(), clock.UtcNow(), isEnteredFor: true);
        db.Add(proposal);
        await db.SaveChangesAsync();
        await audit.Write("proposal.enter", $"{proposal.Id}");
        TempData["Done"] = "建议已登记。";
        return Redirect($"/proposals/{proposal.Id}");
    }

    async Task IFills.Fill(IForm form) => await Filled((ProposalForm)form);

    private async Task<ProposalForm> Filled(ProposalForm form)
    {
        form.Categories = await desk.Categories();
        var found = await Named(form.WorkerName);
        form.Namesakes = found.Count < 2 ? [] : [new("请选择", ""), .. found.Select(w => new SelectListItem($"{w.Name}（{w.UnitName}，登记号 {w.WorkerId}）", $"{w.WorkerId}"))];
        return form;
    }

    /// <summary>Members of the caller's own units who are called so today.</summary>
    private async Task<IReadOnlyList<Proposer>> Named(string? name)
    {
        var (typed, today) = (name?.Trim() ?? "", clock.Today());
        if (typed.Length == 0)
        {
            return [];
        }

        var units = (await desk.Units()).Select(o => o.Id);
        var workers = await db.Workers.AsNoTracking().Where(w => w.Name == typed && w.Memberships.Any(m => units.Contains(m.OrganisationId) && m.From <= today && (m.To == null || m.To >= today))).OrderBy(w => w.Id).Take(20).ToListAsync();
        return [.. workers.Select(w => ProposerOf(w, today)).OfType<Proposer>()];
    }

    internal static Proposer? ProposerOf(Worker worker, DateOnly today) =>
        worker.MembershipOn(today) is { } member ? new Proposer(worker.Id, worker.Name, member.OrganisationId, member.OrganisationName) : null;
}
