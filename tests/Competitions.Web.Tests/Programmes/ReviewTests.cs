using System.Net;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Programmes;

/// <summary>Experts: blind, each once, never their own.</summary>
public sealed class ReviewTests
{
    /// <summary>S8: neither the page nor its list nor the file names say whose it is, though the text does.</summary>
    [Theory, MemberData(nameof(Calling.Kinds), MemberType = typeof(Calling))]
    public async Task An_expert_reads_no_name_and_no_unit(string kind)
    {
        await using var app = new App();
        var call = await app.Calls(kind);
        var id = await app.Declares(call, "沈嘉禾班组的检测改造", ApplicationStage.Accepted);
        await app.WithDb(async db =>
        {
            var it = await db.Applications.SingleAsync();
            foreach (var field in (await db.Calls.SingleAsync()).Fields.Where(f => f.Kind is FieldKind.Paragraph))
            {
                db.Entry(it).Property(a => a.Answers).CurrentValue = new Answers([.. it.Answers.All.Where(a => a.Key != field.Key), new(field.Key, [["由沈嘉禾在临平衡远机电有限公司总装车间试用"]])]);
            }

            return await db.SaveChangesAsync();
        });
        await app.BeginsReview(call);
        var expert = app.As(await app.WithDb(db => db.Users.Where(u => u.UserName == "专家1").Select(u => u.Id).SingleAsync()));

        foreach (var address in new[] { "/reviews", $"/reviews/{id}", "/" })
        {
            await expert.Visit(address);
            Assert.Equal(HttpStatusCode.OK, expert.Status);
            Assert.DoesNotContain("沈嘉禾", expert.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("衡远", expert.Body, StringComparison.Ordinal);
            Assert.DoesNotContain((await app.Application(id)).Number!, expert.Body, StringComparison.Ordinal);
        }

        Assert.Contains((await app.Application(id)).BlindCode!, (await expert.Visit("/reviews")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.Visit($"/applications/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.Visit($"/calls/{call}")).Status);
        var paper = await app.WithDb(db => db.ApplicationPapers.Select(p => p.Id).FirstOrDefaultAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await expert.Visit($"/reviews/{id}/papers/{paper}")).Status); // nobody said that it tells nobody
    }

    [Fact]
    public async Task An_expert_of_the_same_unit_does_not_even_find_it()
    {
        await using var app = new App();
        var call = await app.Calls(experts: 5);
        var colleague = await app.Expert("同事", "E1");
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}/reviewers");
        await officer.Submit($"form:has([value='{colleague}'])");
        var (own, other) = (await app.Declares(call, "本单位的成果", ApplicationStage.Accepted), await app.Declares(call, "别家的成果", ApplicationStage.Accepted, "E2", "邵言博"));
        await app.BeginsReview(call);

        var expert = await app.As(colleague).Visit("/reviews");
        Assert.DoesNotContain("本单位的成果", expert.Body, StringComparison.Ordinal);
        Assert.Contains("别家的成果", expert.Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await expert.Visit($"/reviews/{own}")).Status, (await expert.Visit($"/reviews/{other}")).Status));
    }

    [Fact]
    public async Task A_sheet_is_kept_then_handed_in_once_and_a_second_vote_is_refused()
    {
        await using var app = new App();
        var (call, id, expert) = await Reviewing(app);
        await expert.Visit($"/reviews/{id}");
        await expert.Submit("form#review", new Dictionary<string, string> { ["Items[0].Points"] = "22", ["Then"] = "save" });
        Assert.Equal("22", (await expert.Visit($"/reviews/{id}")).Value("#Items_0__Points"));

        await expert.Submit("form#review", new Dictionary<string, string> { ["Items[0].Points"] = "30.5", ["Then"] = "submit" });
        Assert.Equal(HttpStatusCode.Conflict, expert.Status);
        Assert.Contains("“创新性”在 0 到 30 分之间", expert.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal("30.5", expert.Value("#Items_0__Points")); // what was typed stays
        await expert.Submit("form#review", new Dictionary<string, string> { ["Items[0].Points"] = "22", ["Then"] = "submit" });
        Assert.Contains("还没有打分：实用性、经济效益、推广价值", expert.Text(".errsum"), StringComparison.Ordinal);

        var stale = await expert.Http.GetStringAsync($"/reviews/{id}");
        await expert.Visit($"/reviews/{id}");
        await expert.Submit("form#review", Whole("submit"));
        Assert.Equal(ReviewSheetStage.Submitted, (await app.WithDb(db => db.ReviewSheets.SingleAsync())).Stage);

        using var again = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(stale)), new("Version", "1"), new("Then", "submit"), .. Whole("submit").Where(f => f.Key != "Then"), .. Keys()]);
        Assert.Equal(HttpStatusCode.Conflict, (await expert.Http.PostAsync($"/reviews/{id}", again)).StatusCode);
        Assert.Equal(80m, (await app.WithDb(db => db.ReviewSheets.SingleAsync())).Total);
    }

    [Fact]
    public async Task Two_windows_of_one_expert_make_one_vote()
    {
        await using var app = new App();
        var (call, id, expert) = await Reviewing(app);
        Browser[] windows = [expert, app.As(await Expert(app)), app.As(await Expert(app))];
        foreach (var window in windows)
        {
            await window.Visit($"/reviews/{id}");
        }

        await Task.WhenAll(windows.Select(w => w.Submit("form#review", Whole("submit"))));

        Assert.Single(windows, w => w.Status is HttpStatusCode.OK);
        Assert.Single(await app.WithDb(db => db.ReviewSheets.ToListAsync()));
    }

    [Fact]
    public async Task Who_asks_to_be_recused_is_and_the_officer_sees_that_one_is_missing()
    {
        await using var app = new App();
        var (call, id, expert) = await Reviewing(app);
        await expert.Visit($"/reviews/{id}");
        await expert.Submit("#recuse form", new Dictionary<string, string> { ["Why"] = "曾任该单位技术顾问", ["Then"] = "recuse" });

        Assert.Equal((ReviewSheetStage.Recused, "曾任该单位技术顾问"), await app.WithDb(db => db.ReviewSheets.Select(s => new ValueTuple<ReviewSheetStage, string>(s.Stage, s.Why)).SingleAsync()));
        var himself = await Expert(app);
        foreach (var reviewer in (await app.Call(call)).Reviewers.Where(r => r.AccountId != himself))
        {
            await app.WithDb(async db =>
            {
                var sheet = new ReviewSheet(await db.Calls.SingleAsync(), await db.Applications.SingleAsync(), reviewer.AccountId);
                sheet.Write(await db.Calls.SingleAsync(), [.. (await db.Calls.SingleAsync()).Rules.Rubric.Select(r => new ReviewItem(r.Key, 10, ""))], app.Now());
                sheet.Submit(await db.Calls.SingleAsync(), app.Now());
                db.Add(sheet);
                return await db.SaveChangesAsync();
            });
        }

        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}");
        await officer.Submit("form:has([value=Rank])");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("能评的专家只有 4 人，规则要求至少 5 人", officer.Body, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Whole(string then) => new()
    {
        ["Items[0].Points"] = "24", ["Items[1].Points"] = "20", ["Items[2].Points"] = "20", ["Items[3].Points"] = "16", ["Then"] = then,
    };

    private static readonly string[] Rubric = ["innovation", "use", "benefit", "spread"];

    private static IEnumerable<KeyValuePair<string, string>> Keys() => Rubric.Select((k, i) => KeyValuePair.Create($"Items[{i}].Key", k));

    private static string Token(string page) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static Task<string> Expert(App app) => app.WithDb(db => db.Users.Where(u => u.UserName == "专家1").Select(u => u.Id).SingleAsync());

    private static async Task<(int Call, int Id, Browser Expert)> Reviewing(App app)
    {
        var call = await app.Calls();
        var id = await app.Declares(call, "合箱间隙在线检测改造", ApplicationStage.Accepted);
        await app.BeginsReview(call);
        return (call, id, app.As(await Expert(app)));
    }
}
