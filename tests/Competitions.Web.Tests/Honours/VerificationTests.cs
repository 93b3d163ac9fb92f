using System.Net;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>What anybody sees who holds a code, and what nobody learns who does not.</summary>
public class VerificationTests
{
    [Fact]
    public async Task Who_scans_sees_a_masked_name_and_nowhere_in_the_page_the_full_one_or_an_id_number()
    {
        await using var app = new App();
        var (shen, certificate) = await Certified(app);
        var idNumber = "test-1"; // as AppContests.Worker seals it

        var stranger = await app.Open().Visit($"/verify/{certificate.Token}");

        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Equal(("证书有效", PersonName.Mask(shen.Name)), (stranger.Text(".res h2"), stranger.Text("#holder")));
        Assert.DoesNotContain(shen.Name, stranger.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(idNumber, stranger.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/workers/{shen.Id}", stranger.Body, StringComparison.Ordinal);
        foreach (var told in (string[])[certificate.Number, "一等奖·第一名", "焊工，职工组", "临平区总工会", Awarded.Document])
        {
            Assert.Contains(told, stranger.Text(".res"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_team_shows_its_name_and_masks_its_members()
    {
        await using var app = new App();
        await app.Organisations();
        var token = await app.WithDb(async db =>
        {
            var (unit, lp) = (await db.Organisations.SingleAsync(o => o.Code == "E1"), await db.Organisations.SingleAsync(o => o.Code == "LP"));
            var honour = new Honour(
                HonourKind.Prize, "团体一等奖", Holder.Team("衡远一队", [new(1, "沈嘉禾"), new(2, "欧阳明远")], unit.Id, unit.Name), new Grantor(lp.Id, lp.Name, lp.Level), new HonourOccasion(null, "争霸赛", "", "", 2026, 1));
            honour.Grant(Awarded.Document, app.Today().AddDays(-1), "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
            db.Add(honour);
            await db.SaveChangesAsync();
            return honour.Id;
        });
        await app.Issue(token);

        var stranger = await app.Open().Visit($"/verify/{await app.WithDb(db => db.Certificates.Select(c => c.Token).SingleAsync())}");

        Assert.Equal("衡远一队（沈**、欧**）", stranger.Text("#holder"));
        Assert.DoesNotContain("沈嘉禾", stranger.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳明远", stranger.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_number_and_code_together_one_comes_to_the_same_page()
    {
        await using var app = new App();
        var (_, certificate) = await Certified(app);
        var stranger = await app.Open().Visit("/verify");

        await stranger.Submit("#verify", new Dictionary<string, string> { ["number"] = certificate.Number.Replace(" ", "", StringComparison.Ordinal).Replace('〔', '[').Replace('〕', ']'), ["check"] = $"{certificate.Check.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} " });

        Assert.Equal((HttpStatusCode.OK, "证书有效"), (stranger.Status, stranger.Text(".res h2")));
    }

    /// <summary>The same answer, word by word, to a number that exists and to one that does not.</summary>
    [Fact]
    public async Task To_guess_numbers_gives_nothing()
    {
        await using var app = new App();
        var (_, certificate) = await Certified(app);
        var stranger = app.Open();
        async Task<string> Asked(string address)
        {
            await stranger.Visit(address);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
            return stranger.Text(".res");
        }

        var unknown = await Asked("/verify?number=临总工赛证〔2026〕第 9999 号&check=AAAA-AAAA");
        Assert.Equal("没有查到这张证书", stranger.Text(".res h2"));
        foreach (var address in (string[])[
            $"/verify?number={Uri.EscapeDataString(certificate.Number)}&check=AAAA-AAAA", $"/verify?number={Uri.EscapeDataString(certificate.Number)}", $"/verify?check={certificate.Check}",
            "/verify/" + certificate.Token[..^1], "/verify/" + certificate.Token.ToUpperInvariant() + "x", "/verify/1", $"/verify/{Uri.EscapeDataString(certificate.Number)}", "/verify/' OR 1=1 --"])
        {
            Assert.Equal(unknown, await Asked(address));
        }
    }

    [Fact]
    public async Task A_withdrawn_one_says_so_with_its_day_and_reason()
    {
        await using var app = new App();
        var (shen, certificate) = await Certified(app);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/certificates/{certificate.Id}/withdrawal/new");

        await officer.Submit("#end", new Dictionary<string, string> { ["Why"] = "成绩更正，奖项改授他人" });

        var stranger = await app.Open().Visit($"/verify/{certificate.Token}");
        Assert.Equal((HttpStatusCode.OK, "证书已撤销"), (stranger.Status, stranger.Text(".res h2")));
        Assert.Contains(app.Today().ToString("O", System.Globalization.CultureInfo.InvariantCulture), stranger.Text(".res dl"), StringComparison.Ordinal);
        Assert.Contains("成绩更正，奖项改授他人", stranger.Text(".res dl"), StringComparison.Ordinal);
        Assert.DoesNotContain(shen.Name, stranger.Body, StringComparison.Ordinal);
        Assert.Contains("已撤销", (await officer.Visit($"/certificates/{certificate.Id}")).Text(".sheet .ended"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        await using var app = new App();
        var stranger = app.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, RateLimits.VerificationsAMinute + 5).Select(n => stranger.Http.GetAsync($"/verify/{n}")));

        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.Equal(RateLimits.VerificationsAMinute, answers.Count(a => a.StatusCode is HttpStatusCode.NotFound));
    }

    private static async Task<(Worker Worker, Certificate Certificate)> Certified(App app)
    {
        await app.Registering();
        var shen = await app.Worker("沈嘉禾", 1);
        await app.Award(Awarded.Line(shen, 1, "一等奖"));
        await app.Grant();
        await app.Issue(1);
        return (shen, await app.WithDb(db => db.Certificates.AsNoTracking().SingleAsync()));
    }
}
