using Competitions.Data;
using Competitions.Innovations;
using Competitions.Programmes;
using Competitions.Web.Programmes.Applications;
using Competitions.Web.Shell.Access;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Proposals;

/// <summary>The proposal that a 五小 came from, for who sees it: the units above it and the worker himself.</summary>
public sealed class ProposalOrigin(CompetitionsDb db, ProposalDesk desk, IHttpContextAccessor http) : IApplicationLinks
{
    public async Task<IEnumerable<ApplicationLink>> Of(Application application, Call call)
    {
        if (call.Kind != FiveSmallForm.Code)
        {
            return [];
        }

        var (visible, worker) = ((await desk.Visible()).Select(p => p.Id), http.HttpContext?.User.Worker() ?? 0);
        var found = await db.Proposals.Where(p => p.ConvertedTo == application.Id && (visible.Contains(p.Id) || p.WorkerId == worker)).Select(p => new { p.Id, p.Title, Seen = visible.Contains(p.Id) }).ToListAsync();
        return found.Select(p => new ApplicationLink("来自合理化建议", p.Title, p.Seen ? $"/proposals/{p.Id}" : $"/my/proposals/{p.Id}"));
    }
}
