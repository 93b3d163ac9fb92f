using Competitions.Blinding;
using Competitions.Data;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Blinding.Proofs;

/// <summary>
/// Code books, as far as can be seen without the halves: each draw against what was signed at its stage; an opened one wholly, its hash, its
/// commitment, the draw done again, and the works' owners that came out of it.
/// </summary>
public sealed class CodeCheck : IProofCheck
{
    private static readonly Dictionary<string, string> Parts = new() { ["promise"] = "承诺哈希", ["result"] = "结果哈希", ["box"] = "密封件", ["text"] = "明文" };

    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var draws = await db.CodeDraws.AsNoTracking().OrderBy(d => d.Id).ToListAsync();
        var gone = past.Chains("codes/").Where(c => !draws.Exists(d => CodeThings.ChainOf(d.Id) == c)).Select(c => $"加密编码表 {c[6..]} 不在了，它签过名").FirstOrDefault();
        var fault = gone ?? draws.Select(d => FaultOf(d, past)).FirstOrDefault(f => f is not null) ?? await Owners(db, [.. draws.Where(d => d.Stage is DrawStage.Opened)]);
        yield return new CheckedPart("加密编码表", $"{draws.Count} 份，其中已解密 {draws.Count(d => d.Stage is DrawStage.Opened)} 份", fault);
    }

    private static string? FaultOf(CodeDraw draw, SignedPast past)
    {
        var (name, now) = ($"加密编码表 {draw.EventCode} {draw.Place} 第 {draw.Layer} 层第 {draw.Attempt} 次", CodeThings.Of(draw));
        var signed = past.Find(now.Chain, now.Sequence);
        return signed?.Differing(now.Parts).FirstOrDefault(Parts.ContainsKey) is { } part ? $"{name}的{Parts[part]}与签名时的不符，被改动过"
            : draw.Stage is DrawStage.Opened && !IsAsItWas(draw) ? $"{name}的明文与承诺哈希、结果哈希或重新抽签不符"
            : past.HasFile && signed is null ? $"{name}这一阶段没有签名"
            : signed is not null && signed.Hash != now.Hash ? $"{name}的办理人、见证人或时间与签名时的不符，被改动过"
            : null;
    }

    private static bool IsAsItWas(CodeDraw draw)
    {
        try
        {
            var book = CodeBook.Read(draw.Text ?? "");
            return Lots.Hash(draw.Text!) == draw.ResultHash && book.At == draw.At && book.Commitment == draw.Commitment && book.IsAsDrawn;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whose the works are, done again from the opened books.</summary>
    private static async Task<string?> Owners(CompetitionsDb db, List<CodeDraw> opened)
    {
        foreach (var code in opened.Select(d => d.EventCode).Distinct())
        {
            var of = await db.Events.AsNoTracking().SingleAsync(e => e.Code == code);
            var books = opened.Where(d => d.EventCode == code).ToDictionary(d => (d.Place, d.Layer), d => CodeBook.Read(d.Text!));
            var lines = await db.CodeBook.AsNoTracking().Where(l => l.EventCode == code).OrderBy(l => l.Id).Select(l => new { l.Module, l.Work, l.EntryId }).ToListAsync();
            foreach (var module in of.SealedModules)
            {
                var (known, layers) = (lines.Where(l => l.Module == module.Code).ToList(), Enumerable.Range(1, module.Layers).Select(n => books.GetValueOrDefault((n == 1 ? CodeBookLine.RowsOf(module.Round) : module.Code, n))).ToList());
                var decoded = layers.Contains(null) ? [] : Decoding.Of(module.Code, module.Layers, layers!, [.. known.Select(l => l.Work)]).ToDictionary(d => d.Work, d => d.EntryId);
                if (known.Find(l => decoded.TryGetValue(l.Work, out var entry) && entry != l.EntryId) is { } wrong)
                {
                    return $"作品 {wrong.Work}（{code} {module.Code}）的归属与解密的编码表不符";
                }
            }
        }

        return null;
    }
}
