using Competitions.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>F13: each number once, and none left out.</summary>
public class NumberingTests
{
    /// <summary>Twenty at once, each with honours of its own and one that all of them want; the series is new, so that they meet at its first row too.</summary>
    [Fact]
    public async Task Twenty_issues_at_once_leave_no_gap_and_no_double()
    {
        await using var app = new App();
        var honours = await app.Granted(61);

        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => app.Issue([.. honours.Skip(n * 3).Take(3), honours[60]]))));

        var certificates = await app.WithDb(db => db.Certificates.ToListAsync());
        Assert.Equal(61, made.Sum());
        Assert.Equal(Enumerable.Range(1, 61), certificates.Select(c => c.Sequence).Order());
        Assert.Equal(61, certificates.Select(c => c.HonourId).Distinct().Count());
        Assert.Equal(61, certificates.Select(c => c.Token).Distinct().Count());
        Assert.Equal(61, await app.WithDb(db => db.CertificateSeries.Select(s => s.Last).SingleAsync()));
    }

    [Fact]
    public async Task What_is_rolled_back_gives_its_numbers_back()
    {
        await using var app = new App();
        var honours = await app.Granted(4);
        await app.Issue(honours[0]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.With<CertificateDesk, int>((desk, _) => desk.Issue(
            honours[1..3], Awarded.Series, app.Today(), "test", before: () => throw new InvalidOperationException("the lease is lost"))));
        await app.Issue(honours[3]);

        Assert.Equal([1, 2], await app.WithDb(db => db.Certificates.OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync()));
    }

    [Fact]
    public async Task Each_year_of_a_series_begins_with_one_and_a_series_is_its_owners()
    {
        await using var app = new App();
        var honours = await app.Granted(3);
        Task<int> On(int year, params int[] ids) => app.With<CertificateDesk, int>((desk, _) => desk.Issue(ids, Awarded.Series, new DateOnly(year, 1, 1), "test"));
        await On(2025, honours[0]);
        await On(2026, honours[1]);
        await On(2026, honours[2]);

        Assert.Equal(["临总工赛证〔2025〕第 0001 号", "临总工赛证〔2026〕第 0001 号", "临总工赛证〔2026〕第 0002 号"], await app.WithDb(db => db.Certificates.OrderBy(c => c.Id).Select(c => c.Number).ToListAsync()));

        var foreign = await app.WithDb(async db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var (xs, unit) = (await db.Organisations.SingleAsync(o => o.Code == "XS"), await db.Organisations.SingleAsync(o => o.Code == "XE"));
            var honour = new Honour(HonourKind.Prize, "一等奖", Holder.Organisation(unit.Id, unit.Name), new Grantor(xs.Id, xs.Name, xs.Level), new HonourOccasion(null, "萧山赛", "", "", 2026, null));
            honour.Grant(Awarded.Document, app.Today().AddDays(-1), "test", now, register: true);
            db.Add(honour);
            await db.SaveChangesAsync();
            return honour.Id;
        });
        Assert.Equal("certificate.series-taken", (await Assert.ThrowsAsync<Refusal>(() => On(2027, foreign))).Code);
        Assert.Equal("certificate.series-taken", (await Assert.ThrowsAsync<Refusal>(() => On(2026, foreign))).Code);
        Assert.Equal(2, await app.WithDb(db => db.CertificateSeries.Where(s => s.Year == 2026).Select(s => s.Last).SingleAsync()));
    }

    [Fact]
    public async Task A_reissued_certificate_takes_the_next_number_and_the_first_counts_no_longer()
    {
        await using var app = new App();
        var honour = (await app.Granted(1))[0];
        await app.Issue(honour);
        var officer = await (await app.Open(Competitions.People.DutyKind.FederationOfficer)).Visit("/certificates/1/replacement/new");

        await officer.Submit("#end");
        Assert.Contains("请写明原因", officer.Text(".errsum"), StringComparison.Ordinal);
        await officer.Submit("#end", new Dictionary<string, string> { ["Why"] = "遗失" });

        var certificates = await app.WithDb(db => db.Certificates.OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([(CertificateStage.Reissued, 1, null), (CertificateStage.Valid, 2, (int?)1)], certificates.Select(c => (c.Stage, c.Sequence, c.ReplacesId)));
        Assert.Equal("/certificates/2", officer.Address);
        Assert.Contains("证书已换发", (await app.Open().Visit($"/verify/{certificates[0].Token}")).Text(".res h2"), StringComparison.Ordinal);
        Assert.Equal("证书有效", (await app.Open().Visit($"/verify/{certificates[1].Token}")).Text(".res h2"));
    }
}
