using System.Net;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>持证人链接: what it opens, to whom, and when it opens nothing any more.</summary>
public class HolderLinksTests
{
    [Fact]
    public async Task A_worker_makes_his_link_and_whoever_has_it_sees_the_whole_certificate()
    {
        await using var app = new App();
        var (shen, certificate) = await app.Certified();
        var me = await (await HonoursTests.Mine(app, shen)).Visit("/my/honours/1");
        Assert.Null(me.Value("#holder-address"));

        await me.Submit("#give-link");

        var link = new Uri(me.Value("#holder-address")!).AbsolutePath;
        Assert.Matches("^/holders/[A-Za-z0-9_-]{32}$", link);
        Assert.DoesNotContain(certificate.Token, link, StringComparison.Ordinal);
        var employer = await app.Open().Visit(link);
        Assert.Equal((HttpStatusCode.OK, shen.Name, "证书有效"), (employer.Status, employer.Text("#holder"), employer.Text(".state b")));
        Assert.Contains("一等奖·第一名", employer.Text(".sheet"), StringComparison.Ordinal);
        Assert.Single(employer.Page.QuerySelectorAll(".btn-primary"));
        var json = await app.Open().Http.GetAsync($"{link}/credential.json");
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        Assert.Contains("OpenBadgeCredential", await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Audit.CountAsync(a => a.Act == "holder-link.give" && a.Thing == "1")));
    }

    [Fact]
    public async Task It_is_kept_by_nobody_and_in_the_database_only_sealed()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        var link = await app.Link(certificate.Id);
        foreach (var address in (string[])[link, $"{link}/credential.jwt", $"{link}/credential.json", "/holders/nobody"])
        {
            var answer = await app.Open().Http.GetAsync(address);
            Assert.Equal(
                ("no-store", "noindex, nofollow, noarchive", "no-referrer"),
                (answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.GetValues("Referrer-Policy").Single()));
        }

        var token = link["/holders/".Length..];
        var stored = await app.WithDb(db => db.HolderLinks.SingleAsync());
        Assert.DoesNotContain(token, System.Text.Encoding.UTF8.GetString(stored.TokenSealed) + stored.TokenIndex, StringComparison.Ordinal);
        Assert.DoesNotContain(token, string.Join('\n', await app.WithDb(db => db.Audit.Select(a => a.Act + a.Thing + a.Why).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_replaced_ended_or_is_over_opens_like_what_never_was()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(2));
        var officer = await app.Open(DutyKind.FederationOfficer);
        var first = await app.Link(1);
        await (await officer.Visit("/certificates/1")).Submit("#renew");
        var second = await app.Link(1);
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.OK, (await app.Open().Visit(second)).Status);
        await (await officer.Visit("/certificates/1")).Submit("#end-link");
        var third = await app.Link(2);
        await app.WithDb(db => db.HolderLinks.Where(l => l.CertificateId == 2).ExecuteUpdateAsync(set => set.SetProperty(l => l.EndsAt, app.Clock.GetUtcNow().UtcDateTime)));

        var never = (await app.Open().Visit("/holders/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).Body;
        foreach (var link in (string[])[first, second, third, third.ToUpperInvariant()])
        {
            var stranger = await app.Open().Visit(link);
            Assert.Equal((HttpStatusCode.NotFound, never), (stranger.Status, stranger.Body));
            foreach (var file in (string[])["credential.jwt", "credential.json", "certificate.pdf"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Http.GetAsync($"{link}/{file}")).StatusCode);
            }
        }
    }

    [Fact]
    public async Task The_code_of_the_QR_opens_no_holders_page()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        await app.Link(certificate.Id);

        foreach (var guess in (string[])[certificate.Token, "1", certificate.Check, Uri.EscapeDataString(certificate.Number)])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Visit($"/holders/{guess}")).Status);
        }
    }

    [Fact]
    public async Task A_withdrawn_certificate_says_so_behind_its_link_and_is_given_out_no_more()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        var link = await app.Link(certificate.Id);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificates/1/withdrawal/new");
        await officer.Submit("#end", new Dictionary<string, string> { ["Why"] = "成绩更正" });

        var employer = await app.Open().Visit(link);

        Assert.Equal((HttpStatusCode.OK, "证书已撤销"), (employer.Status, employer.Text(".state b")));
        Assert.Contains("成绩更正", employer.Text(".why"), StringComparison.Ordinal);
        Assert.Empty(employer.Page.QuerySelectorAll("a[href$='credential.jwt']"));
        Assert.Equal(HttpStatusCode.Conflict, (await app.Open().Http.GetAsync($"{link}/credential.jwt")).StatusCode);
        Assert.Null((await officer.Visit("/certificates/1")).Page.QuerySelector("#renew"));
    }

    [Fact]
    public async Task Nobody_makes_a_link_for_what_is_not_his()
    {
        await using var app = new App();
        var (shen, _) = await app.Certified();
        await app.Issue(await app.Granted(1)); // honour 2 of somebody else
        var me = await (await HonoursTests.Mine(app, shen)).Visit("/my/honours/1");
        async Task<HttpStatusCode> Tried(Browser browser, string address)
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", browser.Value("[name=__RequestVerificationToken]")), new("version", "0")]);
            return (await browser.Http.PostAsync(address, form)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotFound, await Tried(me, "/my/honours/2/holder-link"));
        Assert.Equal(HttpStatusCode.NotFound, await Tried(me, "/my/honours/2/holder-link/end"));
        Assert.Equal(HttpStatusCode.Forbidden, await Tried(me, "/certificates/1/holder-link"));
        foreach (var other in (Browser[])[await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.EnterpriseOfficer, "E1")])
        {
            await other.Visit("/password/edit");
            Assert.Equal(HttpStatusCode.NotFound, await Tried(other, "/certificates/1/holder-link"));
        }

        Assert.Null((await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/certificates/1")).Page.QuerySelector("#holder-link"));
        Assert.Empty(await app.WithDb(db => db.HolderLinks.ToListAsync()));
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told()
    {
        await using var app = new App();
        var (shen, _) = await app.Certified();
        var me = await (await HonoursTests.Mine(app, shen)).Visit("/my/honours/1");
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificates/1");
        await me.Submit("#give-link");
        var link = me.Value("#holder-address");

        await officer.Submit("#give-link"); // his page still showed none

        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Equal(link, (await me.Visit("/my/honours/1")).Value("#holder-address"));
        Assert.Equal(HttpStatusCode.BadRequest, (await me.Post("/my/honours/1/holder-link")).Status); // without the version that it saw
    }

    [Fact]
    public async Task Who_tries_links_is_told_to_wait()
    {
        await using var app = new App();
        var stranger = app.Open();

        var answers = await Task.WhenAll(Enumerable.Range(0, RateLimits.VerificationsAMinute + 5).Select(n => stranger.Http.GetAsync($"/holders/{n}")));

        Assert.Equal(RateLimits.VerificationsAMinute, answers.Count(a => a.StatusCode is HttpStatusCode.NotFound));
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.TooManyRequests);
    }
}
