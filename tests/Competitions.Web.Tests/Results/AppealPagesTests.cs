using System.Net;
using Competitions.People;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Notices;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>申诉: by the leader in time, decided by who does not judge, put right by a slip that two sign.</summary>
public class AppealPagesTests
{
    [Fact]
    public async Task The_time_runs_from_each_competitors_own_end_with_his_extra_time()
    {
        await using var app = new App();
        await app.Held();
        var leader = await app.Leader("E1");
        app.Clock.Stop(Appealing.EndedLate.AddMinutes(120)); // 0001's last instant; 0003's was twenty minutes ago

        await app.Appeal(leader, "0003");
        Assert.Equal(HttpStatusCode.Conflict, leader.Status);
        Assert.Contains("该选手的场次于 2026-06-01 10:00 结束，120 分钟以内受理，2026-06-01 12:00 截止", leader.Text(".errsum"), StringComparison.Ordinal);
        await app.Appeal(leader, "0001");

        Assert.Equal((HttpStatusCode.OK, "/events/WELD/appeals/1"), (leader.Status, leader.Address));
        Assert.Equal((Appealing.EndedLate, Appealing.EndedLate.AddMinutes(120)), await app.WithDb(db => db.Appeals.Select(a => new ValueTuple<DateTime, DateTime>(a.EndedAt, a.Deadline)).SingleAsync()));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.Appeal(leader, "0001");
        Assert.Equal((HttpStatusCode.Conflict, 1), (leader.Status, await app.WithDb(db => db.Appeals.CountAsync())));
    }

    /// <summary>A small event has neither sessions nor sittings: the time runs from the declared end of its competition.</summary>
    [Fact]
    public async Task Without_a_session_the_time_runs_from_the_end_of_the_competition()
    {
        await using var app = new App();
        app.Clock.Stop(Appealing.Started);
        var organiser = await app.Checking(Noticing.Ten);
        var leader = await app.Leader("E1");
        app.Clock.Stop(Appealing.Started.AddMinutes(120));

        await app.Appeal(leader, "0001");

        Assert.Equal((HttpStatusCode.OK, "/events/WELD/appeals/1"), (leader.Status, leader.Address));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.Appeal(leader, "0003");
        Assert.Equal(HttpStatusCode.Conflict, leader.Status);
        Assert.Contains("该选手的场次于 2026-06-01 09:00 结束", leader.Text(".errsum"), StringComparison.Ordinal);
        await (await organiser.Visit("/events/WELD")).Submit("#Reopen", new Dictionary<string, string> { ["why"] = "补评一件" });
        Assert.Contains("还没有结束", (await leader.Visit("/events/WELD/appeals/new")).Text("#appeal"), StringComparison.Ordinal);
    }

    /// <summary>Each at the one whose word it waits for, and nowhere else.</summary>
    [Fact]
    public async Task What_is_to_be_done_waits_at_the_home_page_of_who_does_it()
    {
        await using var app = new App();
        await app.Held();
        app.Clock.Stop(Appealing.EndedLate.AddMinutes(30));
        var (leader, arbiter, chief) = (await app.Leader("E2"), app.As(await app.Judge(1, DutyKind.Supervisor, "arbiter")), app.As(await app.Judge(1, DutyKind.ChiefJudge, "chief")));
        Assert.DoesNotContain("申诉", await Waits(arbiter), StringComparison.Ordinal);
        await app.Appeal(leader, "0002");
        Assert.Contains("焊工：申诉待答复", await Waits(arbiter), StringComparison.Ordinal);
        Assert.DoesNotContain("申诉待答复", await Waits(leader) + await Waits(chief), StringComparison.Ordinal);

        await arbiter.Press("#accept");
        await arbiter.Move("Find", "经复测，第三道焊缝漏计，应予更正。", "Corrected");
        Assert.DoesNotContain("申诉待答复", await Waits(arbiter), StringComparison.Ordinal);
        Assert.Contains("焊工：申诉结论待签收", await Waits(leader), StringComparison.Ordinal);
        await leader.Press("#deliver");
        Assert.DoesNotContain("待签收", await Waits(leader), StringComparison.Ordinal);

        await chief.Visit($"/events/WELD/correction-slips/new?q={await app.NumberOf("0002")}&appeal=1");
        var line = chief.Page.QuerySelectorAll("#slip label").Single(l => l.TextContent.Contains("实操", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        await chief.Submit("form#slip", new Dictionary<string, string> { ["Sequence"] = line, ["Value"] = "99", ["Why"] = "监督书面通知第 2 号" });
        Assert.Contains("焊工：更正单待签字", await Waits(arbiter), StringComparison.Ordinal);
        Assert.DoesNotContain("更正单待签字", await Waits(chief), StringComparison.Ordinal);
        await leader.Move("Escalate", "更正的不是申诉的焊缝", appeal: 1);
        Assert.Contains("焊工：二级仲裁待裁决", await Waits(await app.Open(DutyKind.FederationLeader)), StringComparison.Ordinal);

        static async Task<string> Waits(Browser browser) => (await browser.Visit("/")).Text("#waiting");
    }

    [Fact]
    public async Task A_leader_appeals_for_his_own_team_and_reads_his_own_appeals_alone()
    {
        await using var app = new App();
        await app.Held();
        app.Clock.Stop(Appealing.EndedLate);
        var (one, two) = (await app.Leader("E1"), await app.Leader("E2"));
        await app.Appeal(two, "0001", forged: true);
        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.Contains("只能为本队选手", two.Text(".errsum"), StringComparison.Ordinal);
        Assert.DoesNotContain("选手01", two.Body, StringComparison.Ordinal);

        await app.Appeal(one, "0001");

        Assert.Equal(HttpStatusCode.NotFound, (await two.Visit("/events/WELD/appeals/1")).Status);
        Assert.Empty((await two.Visit("/events/WELD/appeals")).Texts("#appeals tbody tr"));
        Assert.Single((await one.Visit("/events/WELD/appeals")).Texts("#appeals tbody tr"));
        foreach (var duty in (DutyKind[])[DutyKind.ScoringJudge, DutyKind.ChiefJudge, DutyKind.ScoreClerk])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(duty, 1)).Visit("/events/WELD/appeals/1")).Status);
        }
    }

    [Fact]
    public async Task Who_is_of_the_competitors_unit_does_not_decide_on_his_appeal()
    {
        await using var app = new App();
        await app.Held();
        app.Clock.Stop(Appealing.EndedLate);
        await app.Appeal(await app.Leader("E1"), "0001");
        var (account, colleague) = (await app.Judge(1, DutyKind.Supervisor, "arbiter"), await app.Worker("仲裁员", 903));
        await app.WithDb(db => db.Users.Where(u => u.Id == account).ExecuteUpdateAsync(set => set.SetProperty(u => u.WorkerId, colleague.Id)));
        var arbiter = await app.As(account).Press("#accept");
        Assert.Equal((HttpStatusCode.Conflict, AppealStage.Filed), (arbiter.Status, await app.WithDb(db => db.Appeals.Select(a => a.Stage).SingleAsync())));
    }

    [Fact]
    public async Task Nobody_but_a_leader_files()
    {
        await using var app = new App();
        await app.Held();
        app.Clock.Stop(Appealing.EndedLate);
        var competitor = await app.WithDb(db => db.Workers.FirstAsync(w => w.Name == "选手01"));
        foreach (var other in (Browser[])[
            await MyEntriesTests.Account(app, competitor), await app.Unit(), await app.Town(), await app.Organiser(), await app.Open(DutyKind.FederationLeader), await app.Open(DutyKind.Coach, 1),
            await app.Open(DutyKind.ScoringJudge, 1), await app.Open(DutyKind.ChiefJudge, 1), await app.Open(DutyKind.Supervisor, 1), await app.Open(DutyKind.EventOrganiser, 1),
        ])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Visit("/events/WELD/appeals/new")).Status);
            await other.Visit("/password/edit");
            using var form = new FormUrlEncodedContent([.. Appealing.Facts, new("Ground", $"{await app.EntryOf("0001")}/practical"), new("__RequestVerificationToken", other.Value("[name=__RequestVerificationToken]")!)]);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.Http.PostAsync("/events/WELD/appeals", form)).StatusCode);
        }

        Assert.False(await app.WithDb(db => db.Appeals.AnyAsync()));
    }

    /// <summary>Duties that do not go together were given before the rule was there: the appeal asks again.</summary>
    [Fact]
    public async Task Who_judges_the_event_can_neither_accept_nor_find()
    {
        await using var app = new App();
        await app.Held();
        app.Clock.Stop(Appealing.EndedLate);
        var leader = await app.Leader("E1");
        await app.Appeal(leader, "0001");
        var both = await app.Open(DutyKind.Supervisor, 1);
        var account = await app.WithDb(db => db.Users.Where(u => u.UserName == "Supervisor@event-1").Select(u => u.Id).SingleAsync());
        await app.WithDb(async db =>
        {
            db.Add(Duty.In(1, account, DutyKind.ScoringJudge, new DateOnly(2020, 1, 1), new DateOnly(2026, 5, 31), "test")); // he judged, and does no longer
            await db.SaveChangesAsync();
        });

        await both.Press("#accept");
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("您在本赛项担任裁判", both.Text(".errsum"), StringComparison.Ordinal);
        await both.Move("Refuse", "不在受理范围");

        Assert.Equal((HttpStatusCode.Conflict, AppealStage.Filed), (both.Status, await app.WithDb(db => db.Appeals.Select(a => a.Stage).SingleAsync())));
        var arbiter = app.As(await app.Judge(1, DutyKind.Supervisor, "arbiter"));
        await arbiter.Press("#accept");
        Assert.Equal(AppealStage.Accepted, await app.WithDb(db => db.Appeals.Select(a => a.Stage).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Move("Find", "自己作出结论", "Corrected")).Status);
    }

    /// <summary>From the leader's page to a rank that changed, published again with its correction notice.</summary>
    [Fact]
    public async Task An_appeal_that_is_right_changes_a_rank_by_a_slip_that_two_signed()
    {
        await using var app = new App();
        var organiser = await app.Held();
        app.Clock.Stop(Appealing.EndedLate.AddMinutes(30));
        var leader = await app.Leader("E2");
        await app.Appeal(leader, "0002");
        await organiser.GiveNotice();
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status); // nobody shows as final what is not decided
        Assert.Contains("还有 1 件申诉没有办结", organiser.Text(".errsum"), StringComparison.Ordinal);
        var arbiter = app.As(await app.Judge(1, DutyKind.Supervisor, "arbiter"));
        await arbiter.Press("#accept");
        await arbiter.Move("Find", "经复测，第三道焊缝漏计，应予更正。", "Corrected");
        await leader.Press("#deliver");
        Assert.Contains("更正", leader.Text("#outcome"), StringComparison.Ordinal);

        var chief = app.As(await app.Judge(1, DutyKind.ChiefJudge, "chief"));
        await chief.Visit($"/events/WELD/correction-slips/new?q={await app.NumberOf("0002")}&appeal=1");
        var line = chief.Page.QuerySelectorAll("#slip label").Single(l => l.TextContent.Contains("实操", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        await chief.Submit("form#slip", new Dictionary<string, string> { ["Sequence"] = line, ["Value"] = "101", ["Why"] = "监督书面通知第 2 号" });
        Assert.Equal(HttpStatusCode.Conflict, chief.Status); // more than the full mark
        await chief.Submit("form#slip", new Dictionary<string, string> { ["Sequence"] = line, ["Value"] = "99" });
        Assert.Equal("/events/WELD/correction-slips", chief.Address);
        Assert.Null(chief.Page.QuerySelector("#sign-1")); // not his to sign
        var before = await app.WithDb(db => db.Marks.CountAsync());

        await (await arbiter.Visit("/events/WELD/correction-slips")).Submit("#sign-1");

        var marks = await app.WithDb(db => db.Marks.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());
        Assert.Equal((before + 1, 99m, "G-01", (long?)null), (marks.Count, marks[^1].Value, marks[^1].Slip, LedgerHead.FirstBroken(marks)));
        Assert.True(await app.WithDb(db => db.LedgerHeads.Select(h => h.Locked).SingleAsync()));
        await app.Publish(organiser, new Dictionary<string, string> { ["Why"] = "申诉复议：第三道焊缝漏计，见更正单 G-01" }, 1);
        var page = await app.Open().Visit("/portal/C-WELD/results/1");
        Assert.Contains("见更正单 G-01", page.Text("#notice"), StringComparison.Ordinal);
        Assert.Equal(await app.NumberOf("0002"), page.Page.QuerySelector("#sheet tbody tr")!.GetAttribute("data-number")); // 89 and 99 before 90 and 95
        await organiser.GiveNotice();
        Assert.Equal(HttpStatusCode.OK, organiser.Status);
    }

    [Fact]
    public async Task The_second_level_is_asked_for_in_time_and_another_has_the_last_word()
    {
        await using var app = new App();
        await app.Held();
        app.Clock.Stop(Appealing.EndedLate);
        var leader = await app.Leader("E1");
        await app.Appeal(leader, "0001");
        await app.Appeal(leader, "0003");
        var arbiter = app.As(await app.Judge(1, DutyKind.Supervisor, "arbiter"));
        foreach (var n in (int[])[1, 2])
        {
            await arbiter.Press("#accept", n);
            await arbiter.Move("Find", "复测无误，维持。", "Upheld", n);
            await leader.Press("#deliver", n);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(120));
        await leader.Move("Escalate", "复测时没有通知领队到场", appeal: 1);
        await leader.Visit("/events/WELD/appeals/2/moves/new?move=Escalate");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await leader.Submit("form#move", new Dictionary<string, string> { ["Text"] = "仍不服" });
        Assert.Equal(HttpStatusCode.Conflict, leader.Status);
        Assert.Contains("已于", leader.Text(".errsum"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await arbiter.Move("Rule", "维持一级结论。", "Upheld")).Status);
        await (await app.Open(DutyKind.FederationLeader)).Move("Rule", "维持一级结论。", "Upheld");
        await leader.Press("#deliver");

        Assert.Equal([AppealStage.Final, AppealStage.Delivered], await app.WithDb(db => db.Appeals.OrderBy(a => a.Id).Select(a => a.Stage).ToListAsync()));
    }
}
