using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests;

public class PanelsTests
{
    [Fact]
    public async Task A_panel_is_seated_from_the_events_judges_and_changed_later()
    {
        await using var app = new App();
        var id = await app.Registering();
        var (anna, bela) = (await app.Judge(id, DutyKind.ScoringJudge, "anna"), await app.Judge(id, DutyKind.ScoringJudge, "bela"));
        var chief = app.As(await app.Judge(id, DutyKind.ChiefJudge, "chief"));

        await chief.Visit("/events/WELD/panels");
        Assert.Contains("还没有裁判组", chief.Text("[data-module=practical]"), StringComparison.Ordinal);
        await (await chief.Visit("/events/WELD/panels/new?module=practical")).Submit("#panel", new Dictionary<string, string> { ["Judges"] = anna, ["Leader"] = anna });
        Assert.Contains("anna（组长）", chief.Text("[data-module=practical]"), StringComparison.Ordinal);

        var panel = await app.WithDb(db => db.Panels.Select(p => p.Id).SingleAsync());
        var other = await app.As(await app.Judge(id, DutyKind.ChiefJudge, "second")).Visit($"/events/WELD/panels/{panel}/edit");
        await (await chief.Visit($"/events/WELD/panels/{panel}/edit")).Submit("#panel", new Dictionary<string, string> { ["Judges"] = bela, ["Leader"] = bela });
        Assert.Contains("bela（组长）", chief.Text("[data-module=practical]"), StringComparison.Ordinal);

        await other.Submit("#panel", new Dictionary<string, string> { ["Name"] = "另一个名称" });
        Assert.Equal((HttpStatusCode.Conflict, "另一个名称"), (other.Status, other.Value("#Name")));
        Assert.Equal([bela], await app.WithDb(db => db.Panels.SelectMany(p => p.Judges).Select(j => j.Account).ToListAsync()));
    }

    [Fact]
    public async Task Who_is_no_judge_of_this_event_is_not_seated_and_a_sat_module_has_no_panel()
    {
        await using var app = new App();
        await app.Registering();
        var stranger = await app.Judge(await app.Registering("LATHE"), DutyKind.ScoringJudge, "of-another-event");
        var organiser = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD/panels/new?module=practical");

        await organiser.Submit("#panel", new Dictionary<string, string> { ["Judges"] = stranger }, forged: true);
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("不是本赛项在任的裁判", organiser.Text("[role=alert]"), StringComparison.Ordinal);
        await organiser.Submit("#panel", new Dictionary<string, string> { ["Module"] = "nix", ["Name"] = "组" }, forged: true);
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Equal(0, await app.WithDb(db => db.Panels.CountAsync()));
    }

    [Theory]
    [InlineData("competitor", "应当回避", "本人参加本赛项")]
    [InlineData("E1", "应当回避", "与本赛项选手同单位")]
    [InlineData("XE", "", "")]
    public async Task Who_has_to_stand_aside_is_not_seated_and_it_is_said_why(string who, string words, string why)
    {
        await using var app = new App();
        var id = await app.Ready(2);
        var account = await app.Judge(id, DutyKind.ScoringJudge, "anna");
        var worker = who is "competitor" ? await app.WithDb(db => db.Entries.SelectMany(e => e.Members).Select(m => m.WorkerId).FirstAsync()) : (await app.Worker("裁判甲", 99, who)).Id;
        await app.WithDb(db => db.Users.Where(u => u.Id == account).ExecuteUpdateAsync(set => set.SetProperty(u => u.WorkerId, worker)));
        var chief = await app.As(await app.Judge(id, DutyKind.ChiefJudge, "chief")).Visit("/events/WELD/panels/new?module=practical");
        Assert.Equal(words.Length > 0, chief.Page.QuerySelector($"input[name=Judges][value='{account}']")!.HasAttribute("disabled"));

        await chief.Submit("#panel", new Dictionary<string, string> { ["Judges"] = account }, forged: true);

        Assert.Equal(words.Length > 0 ? HttpStatusCode.Conflict : HttpStatusCode.OK, chief.Status);
        Assert.Contains(words.Length > 0 ? words : "anna", chief.Text("main"), StringComparison.Ordinal);
        Assert.Contains(why, chief.Text("main"), StringComparison.Ordinal);
        Assert.Equal(words.Length > 0 ? 0 : 1, await app.WithDb(db => db.Panels.SelectMany(p => p.Judges).CountAsync()));
    }
}
