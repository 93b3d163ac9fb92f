using Competitions.Data;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Competitions.Web.Results.Violations.Confirmations;

/// <summary>The second person's word: from here on it counts.</summary>
[Route("events/{code}/violations/{id:int}/confirmation"), Authorize(Policies.RuleOnViolations)]
public sealed class ViolationConfirmationsController(CompetitionsDb db, ViolationDesk desk, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(string code, int id, [BindRequired] int version)
    {
        var violation = await desk.Load(code, id);
        db.Entry(violation).Property(v => v.Version).OriginalValue = version;
        violation.Confirm(desk.Me, clock.UtcNow());
        await db.SaveChangesAsync();
        await audit.Write("violation.confirm", $"{code}/{id}");
        TempData["Done"] = "已确认，处理生效。";
        return Redirect($"/events/{code}/violations/{id}");
    }
}
