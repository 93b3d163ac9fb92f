using System.Globalization;
using Competitions.Data;
using Competitions.Notices;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Notices.Proofs;

/// <summary>A notice is signed when it is given, line by line: it is never changed.</summary>
public sealed class NoticeThings(CompetitionsDb db) : IFinalThings
{
    private const int FirstDigits = 16;

    public async Task<IReadOnlyList<FinalThing>> Due(Func<string, long, bool> isSigned)
    {
        var ids = (await db.PublicNotices.AsNoTracking().OrderBy(n => n.Id).Select(n => n.Id).ToListAsync()).Where(id => !isSigned(ChainOf(id), 1)).ToList();
        return [.. (await db.PublicNotices.AsNoTracking().Where(n => ids.Contains(n.Id)).ToListAsync()).Select(Of)];
    }

    public static string ChainOf(int id) => $"notice/{id}";

    public static FinalThing Of(PublicNotice notice)
    {
        var head = CanonicalJson.Hash(string.Join('\n', notice.Title, notice.Place, notice.Contact, notice.OrganisationName, $"{notice.Of} {notice.SourceId} {notice.Days}", notice.StartsOn.Iso(), notice.EndsOn.Iso(),
            notice.GivenAt.Ticks.ToString(CultureInfo.InvariantCulture), string.Join('\t', notice.Columns.Select(c => c.Name))));
        var rows = notice.Rows.OrderBy(r => r.Order).Select(r => $"{r.Order}={CanonicalJson.Hash(string.Join('\t', r.Cells))[..FirstDigits]}");
        return new FinalThing(ChainOf(notice.Id), 1, CanonicalJson.Hash($"{head}\n{notice.Seal}"), string.Join(' ', rows.Prepend($"head={head[..FirstDigits]}")));
    }
}

/// <summary>Every notice against its seal, and against what was signed when it was given.</summary>
public sealed class NoticeCheck : IProofCheck
{
    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var ids = await db.PublicNotices.AsNoTracking().OrderBy(n => n.Id).Select(n => n.Id).ToListAsync();
        var (rows, fault) = (0, past.Chains("notice/").Where(c => !ids.Exists(id => NoticeThings.ChainOf(id) == c)).Select(c => $"公示 {c[7..]} 不在了，它签过名").FirstOrDefault());
        foreach (var id in ids.TakeWhile(_ => fault is null))
        {
            var notice = await db.PublicNotices.AsNoTracking().SingleAsync(n => n.Id == id);
            (rows, fault) = (rows + notice.Rows.Count, FaultOf(notice, past));
        }

        yield return new CheckedPart("公示", $"{ids.Count} 份 {rows} 行", fault);
    }

    private static string? FaultOf(PublicNotice notice, SignedPast past)
    {
        var (name, now) = ($"公示 {notice.Id}（{notice.Title}）", NoticeThings.Of(notice));
        var signed = past.Find(now.Chain, 1);
        return signed?.Differing(now.Parts) is [var part, ..] ? part == "head" ? $"{name}的标题、日期或栏目与签名时的不符，被改动过" : $"{name}第 {part} 行与签名时的不符，被改动过"
            : notice.SealNow() != notice.Seal ? $"{name}的名单与校验值不符，被改动过"
            : past.HasFile && signed is null ? $"{name}没有签名"
            : signed is not null && signed.Hash != now.Hash ? $"{name}的校验值与签名时的不符，被改动过"
            : null;
    }
}
