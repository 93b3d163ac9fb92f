using Competitions.Data;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Proofs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Audits;

/// <param name="Fault">The first thing that does not fit; null when the chain is whole.</param>
/// <param name="Broken">That line as it stands now, if it is there.</param>
public sealed record AuditVerification(long Lines, string Hash, int Heads, ChainFault? Fault, AuditLine? Broken, DateTime At);

/// <summary>Walks the whole chain, line by line, against its head and against what was signed of it: as the verb <c>verify</c> does.</summary>
[Route("audit/verifications"), Authorize(Policies.ReadAudit)]
public sealed class AuditVerificationsController(CompetitionsDb db, AuditTrail audit, SignedHeads file, HeadBook book, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create()
    {
        var past = new SignedPast(file.Read(book.Key).Heads, file.IsThere);
        var (head, fault) = await AuditCheck.Walk(db, past);
        await audit.Write("audit.verify", "audit", why: fault is null ? $"{head.Sequence} whole" : $"broken at {fault.Line}");
        return View("Show", new AuditVerification(
            head.Sequence, head.Hash, past.Anchors(AuditCheck.Chain).Count, fault, fault is null ? null : await db.Audit.AsNoTracking().SingleOrDefaultAsync(l => l.Sequence == fault.Line), clock.UtcNow()));
    }
}
