using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>What goes wrong is said in Chinese, in the house's own page, with a way on and a number to name.</summary>
public class ErrorsTests
{
    [Theory]
    [InlineData(400, "不完整")]
    [InlineData(403, "职责")]
    [InlineData(404, "没有这一页")]
    [InlineData(405, "不能直接打开")]
    [InlineData(409, "已经变了")]
    [InlineData(413, "大小限制")]
    [InlineData(429, "次数过多")]
    [InlineData(500, "编号告诉系统管理员")]
    [InlineData(503, "没有丢")]
    public async Task Each_status_has_its_sentence_a_way_on_and_a_number(int status, string words)
    {
        await using var app = new App();
        var stranger = await app.Open().Visit($"/error/{status}");

        Assert.Equal(status, (int)stranger.Status);
        Assert.Contains(words, stranger.Text("[data-error]"), StringComparison.Ordinal);
        Assert.Contains("/sign-in", stranger.Page.QuerySelectorAll(".error-acts a").Select(a => a.GetAttribute("href")));
        Assert.Matches("编号 [0-9A-Z]+:[0-9A-F]+", stranger.Text("[data-error]"));
        Assert.Contains("/", (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/error/{status}")).Page.QuerySelectorAll(".error-acts a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task What_is_missing_or_forbidden_answers_in_the_shell_with_the_navigation_still_there()
    {
        await using var app = new App();
        await app.Registering();
        var officer = await app.Open(DutyKind.FederationOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Visit("/events/NIX")).Status);
        Assert.Equal("没有这一页", officer.Text("main h1"));
        Assert.NotEmpty(officer.Texts(".nav a"));

        var stranger = await app.Open(DutyKind.EnterpriseOfficer, "XE");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Visit("/events/WELD/edit")).Status);
        Assert.Equal("不在您的职责内", stranger.Text("main h1"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_sentence_and_shows_what_was_typed_but_no_password()
    {
        await using var app = new App();
        var officer = await app.Open(DutyKind.FederationOfficer);

        var answer = await officer.Http.PostAsync("/contests", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Name"] = "很长的一个赛事名称 <b>", ["Venue"] = "临平演示技工学校", ["NewPassword"] = "Geheim-2026", ["Hosts[0].Leads"] = "true", ["__RequestVerificationToken"] = "abc",
        }));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("页面停留过久", page, StringComparison.Ordinal);
        Assert.Contains("<li>很长的一个赛事名称 &lt;b&gt;</li>", page, StringComparison.Ordinal);
        Assert.Contains("临平演示技工学校", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form action=\"/contests\"", page, StringComparison.Ordinal); // nothing on the page would send it again
        Assert.Equal(0, await app.WithDb(db => db.Contests.CountAsync()));
    }

    [Fact]
    public async Task A_fault_of_the_program_tells_no_more_than_its_number()
    {
        await using var app = new App();
        var officer = await app.Open(DutyKind.FederationOfficer);
        await officer.Visit("/");
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE RulePresets RENAME TO Gone"));
        await app.Registering();

        await officer.Visit("/contests/C-WELD/events/new");

        Assert.Equal(HttpStatusCode.InternalServerError, officer.Status);
        Assert.Contains("编号", officer.Text("[data-error]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", officer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", officer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_above_the_limit_answers_413()
    {
        await using var app = new App();
        await app.Registering();
        var unit = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await unit.Visit("/events/WELD/entries/imports/new");
        using var body = new MultipartFormDataContent { { new StringContent(unit.Value("input[name=__RequestVerificationToken]")!), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[12_000_000]), "File", "大.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, unit.Page.QuerySelector("main form")!.GetAttribute("action")) { Content = body };
        request.Headers.ExpectContinue = true; // asks before it sends: the answer comes before the bytes

        var answer = await unit.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("大小限制", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("move", "NONSENSE")]
    [InlineData("nothing", "")]
    public async Task A_move_that_is_none_makes_none(string name, string value)
    {
        await using var app = new App();
        await app.Registering();
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE Events SET Stage = 'Draft'"));
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD");
        var token = officer.Value("input[name=__RequestVerificationToken]");

        var answer = await officer.Http.PostAsync("/events/WELD/moves", new FormUrlEncodedContent(new Dictionary<string, string> { [name] = value, ["__RequestVerificationToken"] = token! }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Draft", await app.WithDb(db => db.Database.SqlQuery<string>($"SELECT Stage AS Value FROM Events").SingleAsync()));
    }
}
