using Competitions.Data;
using Competitions.Honours;
using Competitions.Web.Shell.Proofs;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Honours.Proofs;

/// <summary>Every certificate against its fingerprint and its honour, and the numbers of every series without a gap.</summary>
public sealed class CertificateCheck : IProofCheck
{
    public async IAsyncEnumerable<CheckedPart> Check(CompetitionsDb db, SignedPast past)
    {
        var (count, fault) = (0, (string?)null);
        var (before, next) = (("", 0), 1);
        var pairs = db.Certificates.AsNoTracking().OrderBy(c => c.Series).ThenBy(c => c.Year).ThenBy(c => c.Sequence)
            .Select(c => new { Certificate = c, Honour = db.Honours.Where(h => h.Id == c.HonourId).Select(h => new { h.Name, h.Rank, h.HolderName, h.GrantorName, h.Stage }).Single() });
        await foreach (var pair in pairs.AsAsyncEnumerable())
        {
            var of = pair.Certificate;
            next = (of.Series, of.Year) == before ? next : 1;
            var honour = new Told(pair.Honour.Name, pair.Honour.Rank, pair.Honour.HolderName, pair.Honour.GrantorName, pair.Honour.Stage);
            fault ??= of.Sequence != next ? $"证书 {new CertificateNumber(of.Series, of.Year, next).Text} 不在了" : FaultOf(of, honour);
            (before, next, count) = ((of.Series, of.Year), of.Sequence + 1, count + 1);
        }

        yield return new CheckedPart("证书", $"{count} 张，与荣誉和电子指纹逐张核对", fault ?? await Cut(db));
    }

    private sealed record Told(string Name, int? Rank, string Holder, string Grantor, HonourStage Stage);

    private static string? FaultOf(Certificate of, Told honour)
    {
        var name = $"证书 {of.Number}";
        return of.Number != new CertificateNumber(of.Series, of.Year, of.Sequence).Text ? $"{name}的编号与字头、年度、序号不符"
            : of.FingerprintNow() != of.Fingerprint ? $"{name}与电子指纹不符，被改动过"
            : of.Text.Addressee != honour.Holder ? $"{name}的持证人与荣誉不符"
            : !of.Text.Award.StartsWith(honour.Name, StringComparison.Ordinal) || honour.Rank is { } rank and <= 99 && !of.Text.Award.EndsWith($"第{CertificateTexts.InWords(rank)}名", StringComparison.Ordinal) ? $"{name}写的“{of.Text.Award}”与荣誉不符"
            : of.Text.Grantor != honour.Grantor ? $"{name}的颁发单位与荣誉不符"
            : of.Stage is CertificateStage.Valid && honour.Stage is not HonourStage.Granted ? $"{name}有效，而它的荣誉不在授予状态"
            : null;
    }

    /// <summary>Numbers that were given and have no certificate at the end of a series.</summary>
    private static async Task<string?> Cut(CompetitionsDb db)
    {
        var series = await db.CertificateSeries.AsNoTracking().OrderBy(s => s.Id).Select(s => new { s.Name, s.Year, s.Last, Here = db.Certificates.Where(c => c.Series == s.Name && c.Year == s.Year).Max(c => (int?)c.Sequence) ?? 0 }).ToListAsync();
        return series.Find(s => s.Here < s.Last) is { } cut ? $"证书 {new CertificateNumber(cut.Name, cut.Year, cut.Here + 1).Text} 不在了"
            : series.Find(s => s.Here > s.Last) is { } more ? $"证书 {new CertificateNumber(more.Name, more.Year, more.Here).Text} 没有取过号，是后来插入的" : null;
    }
}
