using Competitions.Data;
using Competitions.Data.Results;
using Competitions.Results;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Results.Proofs;

/// <summary>Every result that was published: its seal, what was signed of it, and all of it computed again from the ledger by the rules of its day.</summary>
public sealed class ResultCheck : IProofCheck
{
    private static readonly Dictionary<string, string> Parts = new() { ["rules"] = "规则", ["plan"] = "评分计划", ["field"] = "参赛名册、违纪处理或并列次序" };

    private sealed record Key(int Id, string Code, string Round, string Group, int Number, ResultStage Stage);

    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var keys = await (
            from result in db.Results.AsNoTracking()
            where result.Stage == ResultStage.Published || result.Stage == ResultStage.Superseded
            join of in db.Events on result.EventId equals of.Id
            orderby of.Code, result.Round, result.Group, result.Number
            select new Key(result.Id, of.Code, result.Round, result.Group, result.Number, result.Stage)).ToListAsync();
        var (lines, fault) = (0, Gone(keys, past) ?? Double(keys));
        foreach (var key in keys.TakeWhile(_ => fault is null))
        {
            var result = await db.Results.AsNoTracking().SingleAsync(r => r.Id == key.Id);
            (lines, fault) = (lines + result.Lines.Count, await FaultOf(db, past, key, result));
        }

        yield return new CheckedPart("成绩", $"{keys.Count} 份 {lines} 行，逐份由账本按当时的规则重算", fault);
    }

    private static async Task<string?> FaultOf(CompetitionsDb db, SignedPast past, Key key, Result result)
    {
        var (name, roots) = (NameOf(key.Code, result.Round, result.Group, key.Number), await ResultRoots.Of(db, key.Id));
        var (open, full) = (ResultThings.OpenOf(result, key.Code, roots), ResultThings.FullOf(result, key.Code, roots));
        var (signedOpen, signedFull) = (past.Find(open.Chain, open.Sequence), past.Find(full.Chain, full.Sequence));
        var changed = signedFull?.Differing(full.Parts).FirstOrDefault(Parts.ContainsKey);
        return changed is not null ? $"{name}的{Parts[changed]}与发布时签名的不符，被改动过"
            : await Recomputed(db, name, result) is { } differs ? differs
            : Result.SealOf(result.Basis.Source, result.Lines.OrderBy(l => l.Order)) != result.Seal ? $"{name}的成绩行与校验值不符，被改动过"
            : past.HasFile && (signedOpen is null || signedFull is null) ? $"{name}没有签名"
            : signedFull is not null && signedFull.Hash != full.Hash || signedOpen is not null && signedOpen.Hash != open.Hash ? $"{name}的标题、发布时间或校验值与发布时签名的不符，被改动过"
            : null;
    }

    /// <summary>The first line that is another one now; told by its number, without a name.</summary>
    private static async Task<string?> Recomputed(CompetitionsDb db, string name, Result result)
    {
        try
        {
            var again = await db.Recompute(result);
            return ResultChanges.Between(result.Lines, again.Lines) is [var first, ..]
                ? $"{name} {first.Number} 号的{first.Name()}与账本不符：现存 {first.Said(first.Old)}，按账本和当时的规则重算是 {first.Said(first.New)}"
                : Result.SealOf(result.Basis.Source, again.Lines) != Result.SealOf(result.Basis.Source, result.Lines.OrderBy(l => l.Order)) ? $"{name}的成绩行与按账本重算的不符" : null;
        }
        catch (Refusal no)
        {
            return $"{name}不能按账本重算：{Shell.Sentences.Of(no)}";
        }
    }

    /// <summary>Signed when it was published, and no longer here.</summary>
    private static string? Gone(List<Key> keys, SignedPast past)
    {
        var here = keys.Select(k => (ResultDocument.OpenChain(k.Code, k.Round, k.Group), (long)k.Number)).ToHashSet();
        return (from chain in past.Chains("result/") from head in past.Of(chain) where !here.Contains((chain, head.Sequence)) select chain.Split('/') is [_, var code, var round, var group]
            ? $"{NameOf(code, round, group, (int)head.Sequence)}不在了，{head.At:yyyy-MM-dd} 签名时已发布" : null).FirstOrDefault();
    }

    /// <summary>The newest is the one that counts, all before it were corrected.</summary>
    private static string? Double(List<Key> keys) =>
        (from of in keys.GroupBy(k => (k.Code, k.Round, k.Group))
         let newest = of.MaxBy(k => k.Number)!
         from wrong in of.Where(k => k.Stage != (k == newest ? ResultStage.Published : ResultStage.Superseded))
         select $"{NameOf(wrong.Code, wrong.Round, wrong.Group, wrong.Number)}的状态不对，应是{(wrong == newest ? "已发布" : "已更正")}").FirstOrDefault();

    private static string NameOf(string code, string round, string group, int number) => $"成绩 {code}/{round}/{group} 第 {number} 份";
}
