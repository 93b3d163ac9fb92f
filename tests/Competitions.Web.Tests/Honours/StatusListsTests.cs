using System.Net;
using Competitions.People;
using Competitions.Web.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>状态列表 as a verifier finds it: what ended, and nothing else.</summary>
public class StatusListsTests
{
    [Fact]
    public async Task A_withdrawn_one_is_known_at_once_and_the_others_stay_good()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(3));
        var jwts = new List<string>();
        foreach (var id in (int[])[1, 2, 3])
        {
            jwts.Add(await app.Jwt(id));
        }

        Assert.Equal("", await Ended(app));
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificates/2/withdrawal/new");
        await officer.Submit("#end", new Dictionary<string, string> { ["Why"] = "成绩更正" });

        Assert.Equal("1", await Ended(app));
        var found = await Task.WhenAll(jwts.Select(jwt => Credentials.Checked(jwt)));
        Assert.Equal([false, true, false], found.Select(f => (bool)f["withdrawn"]!));
        Assert.Equal("credential: withdrawn", found[1].Problems());
    }

    [Fact]
    public async Task A_replaced_one_ends_and_the_new_one_is_another_credential_in_another_place()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(1));
        var old = await app.Jwt(1);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/certificates/1/replacement/new");
        await officer.Submit("#end", new Dictionary<string, string> { ["Why"] = "遗失" });

        var fresh = await app.Jwt(2);

        Assert.Equal("0", await Ended(app));
        Assert.Equal((false, true), ((bool)(await Credentials.Checked(old))["valid"]!, (bool)(await Credentials.Checked(fresh))["valid"]!));
        Assert.NotEqual((string?)Credentials.Payload(old)["id"], (string?)Credentials.Payload(fresh)["id"]);
        Assert.NotEqual((string?)Credentials.Payload(old)["sub"], (string?)Credentials.Payload(fresh)["sub"]);
        Assert.Equal("1", (string?)Credentials.Payload(fresh)["credentialStatus"]!["statusListIndex"]);
    }

    [Fact]
    public async Task The_honour_that_is_withdrawn_takes_its_credential_with_it()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(2));
        await app.With<HonourDesk, int>(async (desk, db) =>
        {
            await desk.End(await db.Honours.OrderBy(h => h.Id).LastAsync(), "test", "材料不实");
            return await db.SaveChangesAsync();
        });

        Assert.Equal("1", await Ended(app));
    }

    [Fact]
    public async Task A_list_is_of_one_issuer_and_what_is_none_is_not_found()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(1));
        var stranger = app.Open();

        foreach (var nothing in (string[])["/credentials/issuers/XS/status/1", "/credentials/issuers/XS", "/credentials/issuers/LP/status/2", "/credentials/issuers/LP/status/0", "/credentials/issuers/LP/status/-1", "/credentials/issuers/LP/status/2147483647", "/credentials/issuers/lp"])
        {
            Assert.Equal((nothing, HttpStatusCode.NotFound), (nothing, (await stranger.Http.GetAsync(nothing)).StatusCode));
        }
    }

    /// <summary>Who holds the newest is told so in a few bytes, and is not told so when something ended.</summary>
    [Fact]
    public async Task It_is_fetched_again_only_when_it_changed()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(2));
        var stranger = app.Open();
        async Task<HttpResponseMessage> Asked(string? etag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/credentials/issuers/LP/status/1");
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            return await stranger.Http.SendAsync(request);
        }

        var first = await Asked(null);
        var etag = first.Headers.ETag!.ToString();
        Assert.Equal(("application/vc+jwt", "*"), (first.Content.Headers.ContentType?.MediaType, first.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Equal(HttpStatusCode.NotModified, (await Asked(etag)).StatusCode);

        await app.WithDb(async db =>
        {
            (await db.Certificates.FirstAsync()).Withdraw("成绩更正", app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.OK, (await Asked(etag)).StatusCode);
    }

    /// <summary>A place follows from the certificate's id, so an id must never come back: not after a rollback of the newest either.</summary>
    [Fact]
    public async Task No_id_is_given_twice()
    {
        await using var app = new App();
        await app.Issue(await app.Granted(2));
        await app.WithDb(db => db.Certificates.Where(c => c.Id == 2).ExecuteDeleteAsync());
        await app.Issue(2);

        Assert.Equal([1, 3], await app.WithDb(db => db.Certificates.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync()));
    }

    /// <summary>The bits that are set, as Node unpacks them.</summary>
    private static async Task<string> Ended(App app)
    {
        var (_, told) = await Node.Run("-e", $$"""
            (async () => {
              const jwt = await (await fetch('{{app.Address}}credentials/issuers/LP/status/1')).text();
              const list = JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url')).credentialSubject.encodedList;
              const bits = [...require('zlib').gunzipSync(Buffer.from(list.slice(1), 'base64url'))].map(b => b.toString(2).padStart(8, '0')).join('');
              console.log([...bits].flatMap((bit, at) => bit === "1" ? [at] : []).join(","));
            })();
            """);
        return told.Trim();
    }
}
