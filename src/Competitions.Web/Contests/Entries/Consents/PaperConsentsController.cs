using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Contests.Entries.Consents;

/// <summary>The signed consents that a unit keeps, for an entry that a promotion list made; the others bring them when they are submitted.</summary>
[Route("events/{code}/entries/{id:int}/consents"), Authorize(Policies.Enter)]
public sealed class PaperConsentsController(CompetitionsDb db, EntryDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id)
    {
        var place = await desk.At(code);
        await desk.InQueue(place.Contest.Id, async () =>
        {
            var entry = await desk.Load(place, id);
            Refusal.Unless(place.Paths.Reach(await desk.PathOf(entry.UnitId)), "entry.not-yours");
            Refusal.Unless(entry.LacksConsent, "entry.consents-complete");
            foreach (var silent in entry.Members.Where(m => m.Role is EntryRole.Competitor && entry.Consents.All(c => c.WorkerId != m.WorkerId)).ToList())
            {
                foreach (var kind in Enum.GetValues<ConsentKind>())
                {
                    entry.Consent(silent.WorkerId, kind, ConsentTexts.Version, place.Now, himself: false);
                }
            }

            await db.SaveChangesAsync();
        });
        TempData["Done"] = "已登记签字同意。";
        return Redirect($"{place.Address}/{id}");
    }
}
