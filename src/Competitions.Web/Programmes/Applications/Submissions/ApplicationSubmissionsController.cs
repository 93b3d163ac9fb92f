using Competitions.Data;
using Competitions.Data.Programmes;
using Competitions.Programmes;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Programmes.Applications.Submissions;

/// <summary>提交, 再次提交 and 补正完毕: what is checked now is what is handed in.</summary>
[Route("applications/{id:int}/submission"), Authorize(Policies.Declare)]
public sealed class ApplicationSubmissionsController(CompetitionsDb db, ApplicationDesk desk, ApplicationFactsDesk facts, AuditTrail audit, TimeProvider clock) : Controller
{
    /// <param name="accepted">Keys of the statements.</param>
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? version, List<string> accepted)
    {
        var application = await desk.InOne(async () =>
        {
            var place = await desk.Find(id, track: true);
            if (!place.IsOwner)
            {
                throw new Missing();
            }

            var (it, call, by, at) = (place.Application, place.Call, User.Account(), clock.UtcNow());
            db.Entry(it).Property(a => a.Version).OriginalValue = version ?? -1;
            var papers = await db.ApplicationPapers.Where(p => p.ApplicationId == id).Select(p => p.Title).ToListAsync();
            var found = it.Check(call, await facts.Of(it, call, clock.Today(), ofAll: false), papers, clock.Today());
            if (it.Stage is ApplicationStage.Correcting)
            {
                it.Correct(call, found, accepted, clock.Today(), by, at);
            }
            else
            {
                var recommender = await desk.RecommenderOf(call, it);
                it.Submit(call, found, accepted, recommender, it.Number ?? call.NumberOf(await db.TakeNumber(call.Id)), by, at);
            }

            return it;
        });
        await audit.Write("application.submit", $"{id}");
        TempData["Done"] = application.Stage is ApplicationStage.Recommended ? "补正已提交，等待形式审查。" : $"已提交，编号 {application.Number}。";
        return Redirect($"/applications/{id}");
    }
}
