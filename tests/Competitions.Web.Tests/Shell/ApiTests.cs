using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Shell.Access;
using Competitions.Web.Shell.Api;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>/api/v1 as a system asks it; the keys as their owners keep them.</summary>
public partial class ApiTests
{
    [Fact]
    public async Task A_key_is_shown_once_reads_what_its_duty_reads_and_nothing_after_it_was_revoked()
    {
        await using var app = new App();
        await app.Ready(4);
        var officer = await app.Open(DutyKind.FederationOfficer);
        var key = await Make(officer, DutyKind.EnterpriseOfficer, "E1");
        var system = System(app, key);

        Assert.Equal([1, 3], (await Get(system, "/api/v1/workers")).GetProperty("items").EnumerateArray().Select(w => w.GetProperty("id").GetInt32()));
        Assert.Equal(["选手01", "选手03"], (await Get(system, "/api/v1/entries?event=WELD")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("members")[0].GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync("/api/v1/workers/2")).StatusCode); // of another unit

        await officer.Visit("/api-keys");
        Assert.DoesNotContain(key, officer.Body, StringComparison.Ordinal);
        Assert.Contains(key[..8], officer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("—", officer.Texts("tbody td")[4], StringComparison.Ordinal); // it was used
        Assert.DoesNotContain(key, await app.WithDb(db => db.ApiKeys.Select(k => k.Hash).SingleAsync()), StringComparison.Ordinal);
        await officer.Submit("[data-revoke='1']");

        await Problem(await system.GetAsync("/api/v1/workers"), HttpStatusCode.Unauthorized, "key.missing");
        Assert.Equal(["api-key.create", "workers.read-by-key", "entries.read-by-key", "api-key.revoke", "api-key.refused"], await Acts(app));
    }

    [Fact]
    public async Task A_key_is_dead_before_its_first_day_and_after_its_last()
    {
        await using var app = new App();
        await app.Organisations();
        var system = System(app, await Make(await app.Open(DutyKind.FederationOfficer), DutyKind.FederationOfficer, "LP", days: 30));

        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/v1/workers")).StatusCode);
        app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/v1/workers")).StatusCode);
        app.Clock.Advance(TimeSpan.FromDays(-40));
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/v1/workers")).StatusCode);
    }

    [Fact]
    public async Task Nobody_makes_a_key_for_more_than_he_reads_himself_and_the_security_administrator_only_ends_them()
    {
        await using var app = new App();
        await app.Organisations();
        var other = await app.Open(DutyKind.FederationOfficer, "XS");
        Assert.Equal("请选择您职责范围内的组织。", await Refused(other, DutyKind.EnterpriseOfficer, "E1"));
        Assert.Equal("密钥只能代表总工会、镇街或企业经办人的职责。", await Refused(other, DutyKind.SystemAdministrator, "XS"));
        Assert.Equal("期限应在 1 到 366 天之间，到期前换新的。", await Refused(other, DutyKind.TownOfficer, "XS", days: 400));
        await Make(await app.Open(DutyKind.FederationOfficer), DutyKind.TownOfficer, "LP01");

        Assert.Empty((await other.Visit("/api-keys")).Texts("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Send("/api-keys/1/revocations", new { })).StatusCode);
        var security = await (await app.Open(DutyKind.SecurityAdministrator)).Visit("/api-keys");
        Assert.Empty(security.Texts("a[href='/api-keys/new']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await security.Http.GetAsync("/api-keys/new")).StatusCode);
        await security.Submit("[data-revoke='1']");
        Assert.Equal(["已吊销"], security.Texts("tbody .st"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(DutyKind.TownOfficer, "LP01")).Http.GetAsync("/api-keys")).StatusCode);
    }

    /// <summary>S7: a key of another district at every route of the API.</summary>
    [Theory]
    [InlineData(DutyKind.FederationOfficer)]
    [InlineData(DutyKind.TownOfficer)]
    [InlineData(DutyKind.EnterpriseOfficer)]
    public async Task A_key_of_another_district_finds_nothing(DutyKind kind)
    {
        await using var app = new App();
        await app.Ready(3);
        var system = System(app, await Make(await app.Open(DutyKind.FederationOfficer, "XS"), kind, "XS"));
        foreach (var address in Routes(app).Where(r => r.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is not Policies.Public)).Select(Address))
        {
            var answer = await system.GetAsync(address);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || body == """{"items":[],"next":null}""", $"{address}: {answer.StatusCode} {body}");
        }
    }

    [Fact]
    public async Task Without_a_key_or_with_a_persons_cookie_only_what_is_public_is_answered()
    {
        await using var app = new App();
        await app.Ready(2);
        foreach (var http in (HttpClient[])[app.Open().Http, (await app.Open(DutyKind.FederationOfficer)).Http, System(app, new string('x', 43))])
        {
            foreach (var route in Routes(app))
            {
                var isPublic = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is Policies.Public);
                var answer = await http.GetAsync(Address(route));
                Assert.True(isPublic ? answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.NotFound : answer.StatusCode is HttpStatusCode.Unauthorized, $"{route.RoutePattern.RawText}: {answer.StatusCode}");
            }
        }
    }

    /// <summary>And of a key too: an ID number is never told in full.</summary>
    [Fact]
    public async Task Numbers_are_masked_wherever_they_are_told()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Visit("/workers/new");
        await officer.Submit("#worker", new Dictionary<string, string> { ["Name"] = "沈嘉禾", ["IdNumber"] = People.WorkerImportTests.Id(1), ["Phone"] = "13800001234", ["OrganisationCode"] = "E1" });
        var worker = (await Get(System(app, await Make(await app.Open(DutyKind.FederationOfficer), DutyKind.EnterpriseOfficer, "E1")), "/api/v1/workers")).GetProperty("items")[0];

        Assert.Equal("沈嘉禾", worker.GetProperty("name").GetString());
        Assert.Contains("*", worker.GetProperty("idNumber").GetString(), StringComparison.Ordinal);
        Assert.Equal("138****1234", worker.GetProperty("phone").GetString());
        Assert.DoesNotContain(People.WorkerImportTests.Id(1), worker.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_by_the_address_of_its_next_part_and_nothing_comes_twice()
    {
        await using var app = new App();
        await app.Ready(7);
        var system = System(app, await Make(await app.Open(DutyKind.FederationOfficer), DutyKind.FederationOfficer, "LP"));
        var (next, seen) = ((string?)"/api/v1/entries?event=WELD&size=3", new List<int>());
        while (next is not null)
        {
            var page = await Get(system, next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetInt32()));
            next = page.GetProperty("next").GetString();
            Assert.True(next is null || next.Contains("event=WELD", StringComparison.Ordinal));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], seen);
    }

    [Theory]
    [InlineData("/api/v1/workers?size=0", HttpStatusCode.BadRequest, "request.invalid")]
    [InlineData("/api/v1/workers?size=501", HttpStatusCode.BadRequest, "request.invalid")]
    [InlineData("/api/v1/workers?after=x", HttpStatusCode.BadRequest, "request.invalid")]
    [InlineData("/api/v1/contests?year=1", HttpStatusCode.BadRequest, "request.invalid")]
    [InlineData("/api/v1/contests/NIX", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/v1/boards/NIX/final/workers", HttpStatusCode.NotFound, "not-found")]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound, "not-found")]
    public async Task What_is_wrong_is_told_as_a_code_and_a_sentence(string address, HttpStatusCode status, string code)
    {
        await using var app = new App();
        await app.Organisations();
        var system = System(app, await Make(await app.Open(DutyKind.FederationOfficer), DutyKind.FederationOfficer, "LP"));

        await Problem(await system.GetAsync(address), status, code);
    }

    [Fact]
    public async Task It_only_reads_and_says_so()
    {
        await using var app = new App();
        await Problem(await app.Open().Http.PostAsync("/api/v1/contests", null), HttpStatusCode.MethodNotAllowed, "method");
    }

    [Fact]
    public async Task Who_asks_too_often_waits()
    {
        await using var app = new App();
        var http = app.Open().Http;
        HttpResponseMessage? last = null;
        for (var n = 0; n <= RateLimits.ApiCallsAMinute && last?.StatusCode is not HttpStatusCode.TooManyRequests; n++)
        {
            last = await http.GetAsync("/api/v1/contests");
        }

        await Problem(last!, HttpStatusCode.TooManyRequests, "too-many");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task What_is_public_has_an_ETag_and_tells_no_name_that_is_sealed()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        foreach (var judge in floor.Judges)
        {
            await floor.Give(judge, Floor.Panel(floor.Works[0], 90));
        }

        await app.WithDb(async db =>
        {
            var release = new Competitions.Scoring.BoardRelease("WELD", "final");
            release.Release("practical");
            db.Add(release);
            await db.SaveChangesAsync();
        });
        var http = app.Open().Http;
        foreach (var address in (string[])["/api/v1/contests", "/api/v1/contests/C-WELD", "/api/v1/boards/WELD/final/workers", "/api/v1/events/WELD/results"])
        {
            var first = await http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.DoesNotContain("选手0", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again)).StatusCode);
        }

        var rows = (await Get(http, "/api/v1/boards/WELD/final/workers")).GetProperty("rows");
        Assert.Equal((3, "001", 63m, 90m), (rows.GetArrayLength(), rows[0].GetProperty("number").GetString(), rows[0].GetProperty("total").GetDecimal(), rows[0].GetProperty("points").GetProperty("practical").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("rank").ValueKind); // nothing of it was marked
    }

    [Fact]
    public async Task Every_route_is_in_the_document()
    {
        await using var app = new App();
        var document = await Get(app.Open().Http, "/api/v1/openapi.json");
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).Order();
        var there = Routes(app).Select(r => $"{Everyone.Methods(r)[0]} /{Constraint().Replace(r.RoutePattern.RawText!, "}")}").Order();

        Assert.Equal(there, described);
        Assert.Contains(document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject(), s => s.Name == ApiKeyScheme.Named);
    }

    private static List<RouteEndpoint> Routes(App app) => Everyone.Actions(app).FindAll(r => r.RoutePattern.RawText!.StartsWith("api/", StringComparison.Ordinal));

    private static string Address(RouteEndpoint route) => Everyone.Address(route);

    private static HttpClient System(App app, string key)
    {
        var http = app.Open().Http;
        http.DefaultRequestHeaders.Add(ApiKeyScheme.Header, key);
        return http;
    }

    private static async Task<string> Make(Browser officer, DutyKind kind, string organisation, int days = 180)
    {
        await Fill(officer, kind, organisation, days);
        return officer.Page.QuerySelector("[data-key]")?.TextContent ?? throw new InvalidOperationException(officer.Body);
    }

    private static async Task<string> Refused(Browser officer, DutyKind kind, string organisation, int days = 180)
    {
        await Fill(officer, kind, organisation, days);
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        return officer.Texts(".errors li, .error-summary li, [role=alert] li")[0];
    }

    private static async Task Fill(Browser officer, DutyKind kind, string organisation, int days)
    {
        await officer.Visit("/api-keys/new");
        var from = DateOnly.Parse(officer.Value("[name=From]")!, global::System.Globalization.CultureInfo.InvariantCulture);
        await officer.Submit("#api-key", new Dictionary<string, string> { ["Name"] = "协同办公系统", ["Kind"] = $"{kind}", ["OrganisationCode"] = organisation, ["To"] = from.AddDays(days).Iso() });
    }

    private static async Task<JsonElement> Get(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task Problem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, "application/problem+json", code), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, problem.GetProperty("code").GetString()));
        Assert.Matches("[\u4e00-\u9fff]", problem.GetProperty("detail").GetString());
    }

    private static Task<List<string>> Acts(App app) => app.WithDb(db => db.Audit.Where(l => l.Act.StartsWith("api-key") || l.Act.EndsWith("by-key")).OrderBy(l => l.Sequence).Select(l => l.Act).ToListAsync());

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
