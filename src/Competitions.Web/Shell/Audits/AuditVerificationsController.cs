using Competitions.Data;
using Competitions.Web.Shell.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Audits;

/// <param name="FirstBroken">The first line that is missing or not as it was written; null when the chain is whole.</param>
/// <param name="Broken">That line as it stands now, if it is there.</param>
public sealed record AuditVerification(long Lines, string Hash, long? FirstBroken, AuditLine? Broken, DateTime At);

/// <summary>Walks the whole chain, line by line, against its head.</summary>
[Route("audit/verifications"), Authorize(Policies.ReadAudit)]
public sealed class AuditVerificationsController(CompetitionsDb db, AuditTrail audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create()
    {
        var head = await db.AuditHeads.AsNoTracking().SingleAsync();
        var lines = db.Audit.AsNoTracking().Where(l => l.Sequence <= head.Sequence).OrderBy(l => l.Sequence);
        var broken = await Task.Run(() => head.Check(lines.AsEnumerable())); // streamed: a million lines do not stand in memory
        await audit.Write("audit.verify", "audit", why: broken is null ? $"{head.Sequence} whole" : $"broken at {broken}");
        return View("Show", new AuditVerification(
            head.Sequence, head.Hash, broken, broken is null ? null : await db.Audit.AsNoTracking().SingleOrDefaultAsync(l => l.Sequence == broken), clock.UtcNow()));
    }
}
