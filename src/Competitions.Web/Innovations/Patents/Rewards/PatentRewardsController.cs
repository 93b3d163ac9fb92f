using Competitions.Data;
using Competitions.Data.Innovations;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Innovations.Patents.Rewards;

/// <summary>The federation rewards the first inventor, once a patent.</summary>
[Route("patents/{id:int}/rewards"), Authorize(Policies.RewardPatents)]
public sealed class PatentRewardsController(CompetitionsDb db, PatentDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? version)
    {
        var patent = Missing.Unless(await (await desk.Visible(Policies.RewardPatents)).SingleOrDefaultAsync(p => p.Id == id));
        db.Entry(patent).Property(p => p.Version).OriginalValue = version ?? -1;
        patent.Give(await db.NewestPatentRewardPreset(), User.Worker(), User.Account(), clock.Today(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("patent.reward", $"{id}");
        TempData["Done"] = "奖励已登记。";
        return Redirect($"/patents/{id}");
    }
}
