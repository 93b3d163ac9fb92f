using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals.Links;

/// <summary>关联: who reviews says that two proposals are about the same.</summary>
[Route("proposals/{id:int}/links"), Authorize(Policies.HandleProposals)]
public sealed class ProposalLinksController(CompetitionsDb db, ProposalDesk desk, ProposalTexts texts, TimeProvider clock) : Controller
{
    /// <param name="other">The other proposal, one that the caller sees.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? other)
    {
        var proposal = await desk.ToChange(id);
        var found = Missing.Unless(await (await desk.Visible()).AsNoTracking().SingleOrDefaultAsync(p => p.Id == other));
        var similarity = (await texts.Like(db, proposal.Text, id)).FirstOrDefault(c => c.Key == found.Id)?.Similarity ?? 0;
        proposal.LinkTo(found.Id, similarity, User.Account(), clock.UtcNow());
        await db.SaveChangesAsync();
        TempData["Done"] = "已关联。";
        return Redirect($"/proposals/{id}");
    }
}
