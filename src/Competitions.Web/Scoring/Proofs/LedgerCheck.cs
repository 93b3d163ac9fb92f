using Competitions.Data;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Scoring.Proofs;

/// <summary>Every event's ledger, against its head, what was signed of it, what its results were computed from and what its opening found.</summary>
public sealed class LedgerCheck : IProofCheck
{
    private const string Chain = "ledger/";

    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var codes = (await db.Marks.Select(m => m.EventCode).Distinct().ToListAsync()).Concat(await db.LedgerHeads.Select(h => h.EventCode).ToListAsync())
            .Concat(past.Chains(Chain).Select(c => c[Chain.Length..])).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var code in codes)
        {
            yield return await Check(db, past, code);
        }
    }

    private static async Task<CheckedPart> Check(CompetitionsDb db, SignedPast past, string code)
    {
        var name = $"账本 {code} ";
        var last = await db.Marks.Where(m => m.EventCode == code).MaxAsync(m => (long?)m.Sequence) ?? 0;
        var head = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.EventCode == code);
        var signed = past.Anchors(Chain + code);
        var until = Math.Max(last, head?.Sequence ?? 0);
        var lines = db.Marks.AsNoTracking().Where(m => m.EventCode == code && m.Sequence <= until).OrderBy(m => m.Sequence);
        Anchor[] anchors = [.. signed, .. await Inside(db, code)];
        var fault = await Task.Run(() => (head ?? new LedgerHead(code)).Check(lines.AsEnumerable(), anchors)); // streamed: a million lines do not stand in memory
        return new CheckedPart(name.Trim(), $"{until} 行，签名链尾 {signed.Count} 个", fault is null ? null : head is null ? $"{name}的账本头不在了" : fault.Sentence(name));
    }

    /// <summary>What the database itself remembers elsewhere.</summary>
    private static async Task<IEnumerable<Anchor>> Inside(CompetitionsDb db, string code)
    {
        var opening = await db.Openings.AsNoTracking().Where(o => o.EventCode == code).Select(o => new { o.Sequence, Hash = o.LedgerHash, o.At }).ToListAsync();
        var results = await (
            from result in db.Results.AsNoTracking()
            where result.Stage == ResultStage.Published || result.Stage == ResultStage.Superseded
            join of in db.Events on result.EventId equals of.Id
            where of.Code == code
            select new { result.Basis, result.ComputedAt }).ToListAsync();
        return opening.Select(o => new Anchor(o.Sequence, o.Hash, o.At, AnchorOf.Opening))
            .Concat(results.Select(r => new Anchor(r.Basis.Source.Sequence, r.Basis.Source.Hash, r.ComputedAt, AnchorOf.Result))).Where(a => a.Sequence > 0);
    }
}
