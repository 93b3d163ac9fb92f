using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Competitions.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Honours;

/// <summary>Certificates as Open Badges 3.0 credentials, checked by another program over HTTP.</summary>
public class CredentialTests
{
    [Fact]
    public async Task Another_program_finds_it_signed_of_that_holder_and_not_withdrawn()
    {
        await using var app = new App();
        var (shen, certificate) = await app.Certified();
        var jwt = await app.Jwt(certificate.Id);

        var found = await Credentials.Checked(jwt, shen.Name);

        Assert.Equal("", found.Problems());
        Assert.Equal((true, false, true), ((bool)found["valid"]!, (bool)found["withdrawn"]!, (bool)found["nameFits"]!));
        Assert.Equal((certificate.Number, "一等奖·第一名", "临平区总工会"), ((string?)found["number"], (string?)found["award"], (string?)found["issuerName"]));
        Assert.Equal("credential: it is not of that name", (await Credentials.Checked(jwt, "陆一鸣")).Problems());
        Assert.Equal(jwt, await app.Jwt(certificate.Id)); // fetched again it is the same
    }

    [Fact]
    public async Task One_character_changed_anywhere_is_found()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        var parts = (await app.Jwt(certificate.Id)).Split('.');

        var payload = Credentials.Payload(string.Join('.', parts));
        payload["name"] = "一等奖·第二名";
        var renamed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        Assert.Equal("credential: the signature does not fit", (await Credentials.Checked($"{parts[0]}.{renamed}.{parts[2]}")).Problems());
        foreach (var (part, at) in (((int, int)[])[(0, 20), (1, 200), (2, 0), (2, 300)]))
        {
            var changed = parts.ToArray();
            changed[part] = changed[part][..at] + (changed[part][at] == 'A' ? 'B' : 'A') + changed[part][(at + 1)..];
            Assert.False((bool)(await Credentials.Checked(string.Join('.', changed)))["valid"]!);
        }
    }

    [Fact]
    public async Task What_another_key_signed_is_refused_though_it_names_ours()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        var jwt = await app.Jwt(certificate.Id);
        using var another = RSA.Create(3072);
        var signed = jwt[..jwt.LastIndexOf('.')];

        var forged = $"{signed}.{Base64Url.EncodeToString(another.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

        Assert.Equal("credential: the signature does not fit", (await Credentials.Checked(forged)).Problems());
    }

    /// <summary>The members that Open Badges 3.0 and its JWT proof format require, each as the specification writes it.</summary>
    [Fact]
    public async Task It_has_every_member_that_the_specification_requires()
    {
        await using var app = new App();
        var (shen, certificate) = await app.Certified();
        var jwt = await app.Jwt(certificate.Id);
        var (header, badge) = (Credentials.Header(jwt), Credentials.Payload(jwt));
        string Text(string path) => (string)path.Split('/').Aggregate(badge, (node, name) => int.TryParse(name, out var at) ? node![at]! : node![name]!)!;
        var site = app.Address.ToString().TrimEnd('/');

        Assert.Equal(["alg", "kid", "typ"], header.AsObject().Select(m => m.Key).Order());
        Assert.Equal(("RS256", "JWT"), ((string)header["alg"]!, (string)header["typ"]!));
        Assert.Equal(["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"], badge["@context"]!.AsArray().Select(c => (string)c!));
        Assert.Equal(["VerifiableCredential", "OpenBadgeCredential"], badge["type"]!.AsArray().Select(c => (string)c!));
        Assert.Equal((Text("id"), Text("issuer/id"), Text("credentialSubject/id")), (Text("jti"), Text("iss"), Text("sub")));
        Assert.Equal(DateTimeOffset.Parse(Text("validFrom"), System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds(), (long)badge["nbf"]!);
        Assert.Equal($"{site}/verify/{certificate.Token}", Text("id"));
        Assert.Equal(("Profile", "临平区总工会", $"{site}/credentials/issuers/LP"), (Text("issuer/type/0"), Text("issuer/name"), Text("issuer/id")));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Text("credentialSubject/id"));
        Assert.Equal(("AchievementSubject", "IdentityObject", "name"), (Text("credentialSubject/type/0"), Text("credentialSubject/identifier/0/type"), Text("credentialSubject/identifier/0/identityType")));
        Assert.True((bool)badge["credentialSubject"]!["identifier"]![0]!["hashed"]!);
        Assert.Matches("^sha256\\$[0-9a-f]{64}$", Text("credentialSubject/identifier/0/identityHash"));
        Assert.Equal(("Achievement", "Award", "一等奖"), (Text("credentialSubject/achievement/type/0"), Text("credentialSubject/achievement/achievementType"), Text("credentialSubject/achievement/name")));
        Assert.All((string[])["id", "description", "criteria/narrative"], member => Assert.NotEmpty(Text($"credentialSubject/achievement/{member}")));
        Assert.Equal(("BitstringStatusListEntry", "revocation", "0", $"{site}/credentials/issuers/LP/status/1", $"{site}/credentials/issuers/LP/status/1#0"), (
            Text("credentialStatus/type"), Text("credentialStatus/statusPurpose"), Text("credentialStatus/statusListIndex"), Text("credentialStatus/statusListCredential"), Text("credentialStatus/id")));
        Assert.DoesNotContain(shen.Name, badge.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_its_name_and_its_members_hashed_and_a_unit_is_named()
    {
        await using var app = new App();
        await app.Organisations();
        var ids = await app.WithDb(async db =>
        {
            var (unit, lp) = (await db.Organisations.SingleAsync(o => o.Code == "E1"), await db.Organisations.SingleAsync(o => o.Code == "LP"));
            var (grantor, occasion) = (new Grantor(lp.Id, lp.Name, lp.Level), new HonourOccasion(null, "争霸赛", "", "", 2026, 1));
            Honour[] honours =
            [
                new(HonourKind.Prize, "团体一等奖", Holder.Team("衡远一队", [new(1, "沈嘉禾"), new(2, "欧阳明远")], unit.Id, unit.Name), grantor, occasion),
                new(HonourKind.Organisation, "优秀组织单位", Holder.Organisation(unit.Id, unit.Name), grantor, occasion),
            ];
            foreach (var honour in honours)
            {
                honour.Grant(Awarded.Document, app.Today().AddDays(-1), "test", app.Clock.GetUtcNow().UtcDateTime, register: true);
            }

            db.AddRange(honours);
            await db.SaveChangesAsync();
            return honours.Select(h => h.Id).ToArray();
        });
        await app.Issue(ids);
        var (team, unit) = (await app.Jwt(1), await app.Jwt(2));

        Assert.Equal([false, true, true], Credentials.Payload(team)["credentialSubject"]!["identifier"]!.AsArray().Select(i => (bool)i!["hashed"]!));
        foreach (var (jwt, name) in ((string, string)[])[(team, "衡远一队"), (team, "沈嘉禾"), (team, "欧阳明远"), (unit, "临平衡远机电有限公司工会")])
        {
            Assert.Equal("", (await Credentials.Checked(jwt, name)).Problems());
        }

        Assert.False((bool)(await Credentials.Checked(unit, "沈嘉禾"))["nameFits"]!);
    }

    [Fact]
    public async Task The_published_keys_are_found_by_their_thumbprints_and_tell_nothing_secret()
    {
        await using var app = new App();
        var (_, certificate) = await app.Certified();
        var kid = (string)Credentials.Header(await app.Jwt(certificate.Id))["kid"]!;

        // RFC 7638, worked out by Node
        var (_, told) = await Node.Run("-e", $$"""
            (async () => {
              const set = await (await fetch('{{app.Address}}.well-known/jwks.json')).json();
              const alone = await (await fetch('{{kid}}')).json();
              const print = k => require('crypto').createHash('sha256').update(JSON.stringify({ e: k.e, kty: k.kty, n: k.n })).digest('base64url');
              console.log(JSON.stringify({ same: JSON.stringify(set.keys.find(k => k.kid === '{{kid}}')) === JSON.stringify(alone), ends: alone.kid.endsWith('/' + print(alone)), members: Object.keys(alone).sort().join(), bits: Buffer.from(alone.n, 'base64url').length * 8 }));
            })();
            """);

        Assert.Equal("""{"same":true,"ends":true,"members":"alg,e,kid,kty,n,use","bits":3072}""", told.Trim());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().Http.GetAsync("/credentials/keys/nobody")).StatusCode);
    }

    [Fact]
    public async Task What_is_fetched_in_public_tells_no_name()
    {
        await using var app = new App();
        var (shen, certificate) = await app.Certified();
        var stranger = app.Open();
        var read = new StringBuilder();
        foreach (var address in (string[])[$"/verify/{certificate.Token}", "/.well-known/jwks.json", "/credentials/issuers/LP", $"/api/v1/certificates/{certificate.Token}"])
        {
            read.Append(await stranger.Http.GetStringAsync(address));
        }

        var list = await stranger.Http.GetStringAsync("/credentials/issuers/LP/status/1");
        var all = read.Append(Credentials.Payload(list).ToJsonString()).ToString();
        Assert.DoesNotContain(shen.Name, all, StringComparison.Ordinal);
        Assert.DoesNotContain(shen.Name, System.Text.RegularExpressions.Regex.Unescape(all.Replace("\\\"", "\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("holders/", all, StringComparison.Ordinal);
        Assert.Contains("公开状态列表", (await stranger.Visit($"/verify/{certificate.Token}")).Text("#credential"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_what_the_setting_says_and_never_what_a_request_claims()
    {
        await using var app = new App { Settings = { ["PublicAddress"] = "https://zs.example.gov.cn/" } };
        var (_, certificate) = await app.Certified();
        var link = await app.Link(certificate.Id);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{link}/credential.jwt") { Headers = { Host = "evil.example" } };

        var jwt = await (await app.Open().Http.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.StartsWith("https://zs.example.gov.cn/credentials/keys/", (string?)Credentials.Header(jwt)["kid"], StringComparison.Ordinal);
        Assert.Equal(("https://zs.example.gov.cn/credentials/issuers/LP", $"https://zs.example.gov.cn/verify/{certificate.Token}"), ((string)Credentials.Payload(jwt)["iss"]!, (string)Credentials.Payload(jwt)["id"]!));
        Assert.DoesNotContain("evil", Credentials.Payload(jwt).ToJsonString(), StringComparison.Ordinal);
    }
}
