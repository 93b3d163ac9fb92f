using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Competitions.Web.Innovations.Patents.Fees;

/// <summary>年费 paid: the next year's day takes its place on the list and in the calendar.</summary>
[Route("patents/{id:int}/fees"), Authorize(Policies.KeepPatents)]
public sealed class PatentFeesController(CompetitionsDb db, PatentDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id, int? version, DateOnly? on)
    {
        var patent = await desk.ToChange(id);
        db.Entry(patent).Property(p => p.Version).OriginalValue = version ?? -1;
        patent.Pay(on ?? clock.Today(), User.Account(), clock.Today(), clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("patent.fee", $"{id}");
        TempData["Done"] = patent.FeeDueOn is { } next ? $"年费已登记，下一次 {next.Iso()} 前缴纳。" : "年费已登记，保护期内不再有年费。";
        return Redirect($"/patents/{id}");
    }
}
