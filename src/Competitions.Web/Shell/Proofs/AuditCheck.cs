using Competitions.Data;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Shell.Proofs;

/// <summary>The audit from its first line to its end.</summary>
public sealed class AuditCheck : IProofCheck
{
    public const string Chain = "audit";

    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var (head, fault) = await Walk(db, past);
        yield return new CheckedPart("审计", $"{head.Sequence} 行，签名链尾 {past.Anchors(Chain).Count} 个", fault?.Sentence("审计"));
    }

    /// <summary>Streamed: a million lines do not stand in memory. What the head says is read behind the last line, so whoever writes meanwhile disturbs nothing.</summary>
    public static async Task<(AuditHead Head, ChainFault? Fault)> Walk(CompetitionsDb db, SignedPast past)
    {
        var last = await db.Audit.MaxAsync(l => (long?)l.Sequence) ?? 0;
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync() ?? new AuditHead();
        var until = Math.Max(last, head.Sequence);
        var lines = db.Audit.AsNoTracking().Where(l => l.Sequence <= until).OrderBy(l => l.Sequence);
        return (head, await Task.Run(() => head.Check(lines.AsEnumerable(), past.Anchors(Chain))));
    }
}
