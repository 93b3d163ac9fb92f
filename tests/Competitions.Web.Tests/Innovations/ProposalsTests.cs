using System.IO.Compression;
using System.Net;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>A proposal from the worker's telephone to its reward, and who may do what on the way.</summary>
public class ProposalsTests
{
    /// <summary>Wednesday, 20 May 2026, 10:00 in China.</summary>
    private static readonly DateTime Wednesday = new(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_worker_is_told_where_his_proposal_stands_and_why_it_was_declined()
    {
        await using var app = new App();
        await app.Organisations();
        var own = await (await app.Own(await app.Worker("陆明远", 1))).Propose();
        var id = await app.WithDb(db => db.Proposals.Select(p => p.Id).SingleAsync());
        Assert.Equal((HttpStatusCode.OK, "Submitted"), (own.Status, own.Page.QuerySelector("[data-stage]")!.GetAttribute("data-stage")));

        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        Assert.Contains("减速机合箱间隙在线检测改造", (await officer.Visit("/proposals")).Text("#proposals"), StringComparison.Ordinal);
        await officer.Accept(id);
        await officer.Move(id, ProposalMove.Assess, new Dictionary<string, string> { ["Department"] = "设备部", ["Text"] = "与在建的检测线重复" });
        await officer.Move(id, ProposalMove.Decline, new Dictionary<string, string> { ["Text"] = "否" });
        Assert.Equal((HttpStatusCode.Conflict, "否"), (officer.Status, officer.Value("#Text")));
        Assert.Contains("请写明理由", officer.Text("main"), StringComparison.Ordinal);
        Assert.Equal(ProposalStage.Assessed, (await app.Find(id)).Stage);
        await officer.Submit("#move", new Dictionary<string, string> { ["Text"] = "检测线七月投用，已包含这项功能" });

        await own.Visit($"/my/proposals/{id}");
        Assert.Equal("检测线七月投用，已包含这项功能", own.Text("#answer"));
        Assert.Contains("不采纳", own.Text("h1"), StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector("#withdraw"));
    }

    [Fact]
    public async Task What_was_adopted_is_carried_out_calculated_rewarded_counted_and_on_the_list_of_stars()
    {
        await using var app = new App();
        app.Clock.Stop(Wednesday);
        var id = await app.Proposal();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(id);
        await officer.Carry(id, new DateOnly(2026, 5, 20));
        Assert.Equal(["减少返工 148 台 × 1,860 元 · 质量台账", "275,280 元", "设备与调试 1 次 × 86,000 元", "−86,000 元", "首年净效益", "189,280 元"], officer.Texts(".calc li > span"));
        await officer.Visit($"/proposals/{id}/moves/new?move=Reward");
        Assert.Contains("第 3 等，奖金 500 至 1500 元", officer.Text("#move"), StringComparison.Ordinal);
        await officer.Submit("#move", new Dictionary<string, string> { ["Money"] = "5000" });
        Assert.Equal((HttpStatusCode.Conflict, "5000"), (officer.Status, officer.Value("#Money")));
        await officer.Submit("#move", new Dictionary<string, string> { ["Money"] = "800" });
        Assert.Equal((ProposalStage.Rewarded, 3, 189_280m), await app.WithDb(async db => (await db.Proposals.SingleAsync()) is var p ? (p.Stage, p.Stars, p.Net!.Value) : default));

        var town = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/proposal-counts?year=2026");
        Assert.Equal("东湖街道总工会", town.Text("[data-town] th"));
        Assert.Equal(["1", "1", "1", "1", "1", "189,280 元"], town.Texts("[data-town] td"));
        Assert.Equal(["临平衡远机电有限公司工会", "1", "1", "1", "1", "1", "189,280 元"], town.Texts("[data-unit] td"));
        Assert.Contains("2025 年没有", (await town.Visit("/proposal-counts?year=2025")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(["1", "建议人01", "临平衡远机电有限公司工会", "★★★ 3", "1 件"], (await town.Visit("/proposal-stars?month=2026-05")).Texts("#stars tbody td"));
        Assert.Contains("还没有人得星", (await town.Visit("/proposal-stars?month=2026-04")).Text("main"), StringComparison.Ordinal);
        using var book = new ZipArchive(await town.Http.GetStreamAsync("/proposal-counts/export.xlsx?year=2026"));
        var text = string.Concat(book.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
        Assert.All((string[])["东湖街道总工会", "临平衡远机电有限公司工会", "189280"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    /// <summary>Adopted next year it counts there, and not where it was submitted.</summary>
    [Fact]
    public async Task Each_step_counts_in_the_year_in_which_it_was_taken()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2025, 12, 30, 2, 0, 0, DateTimeKind.Utc));
        var id = await app.Proposal();
        app.Clock.Stop(new DateTime(2025, 12, 31, 16, 30, 0, DateTimeKind.Utc)); // New Year's Day in China
        await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Adopt(id);
        var federation = await app.Open(DutyKind.FederationOfficer);

        Assert.Equal(["1", "1", "0", "0", "0", "0 元"], (await federation.Visit("/proposal-counts?year=2025")).Texts("[data-town] td"));
        Assert.Equal(["0", "0", "1", "0", "0", "0 元"], (await federation.Visit("/proposal-counts?year=2026")).Texts("[data-town] td"));
    }

    [Fact]
    public async Task Town_and_federation_read_and_do_not_act_and_others_do_not_know_of_it()
    {
        await using var app = new App();
        var id = await app.Proposal();
        foreach (var (duty, place) in ((DutyKind, string)[])[(DutyKind.TownOfficer, "LP01"), (DutyKind.FederationOfficer, "LP"), (DutyKind.FederationLeader, "LP"), (DutyKind.DisciplineInspector, "LP")])
        {
            var reader = await (await app.Open(duty, place)).Visit($"/proposals/{id}");
            Assert.Equal(HttpStatusCode.OK, reader.Status);
            Assert.Empty(reader.Page.QuerySelectorAll("main form"));
            await reader.Visit("/password/edit");
            await reader.Post($"/proposals/{id}/moves");
            Assert.True(reader.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{duty}: {reader.Status}");
        }

        foreach (var (duty, place) in ((DutyKind, string)[])[(DutyKind.EnterpriseOfficer, "E2"), (DutyKind.FederationOfficer, "XS")])
        {
            var stranger = await app.Open(duty, place);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Visit($"/proposals/{id}")).Status);
            Assert.Contains("还没有合理化建议", (await stranger.Visit("/proposals")).Text("main"), StringComparison.Ordinal);
            Assert.Contains("没有合理化建议", (await stranger.Visit("/proposal-counts")).Text("main"), StringComparison.Ordinal);
        }

        var other = await app.Own(await app.Worker("沈嘉禾", 2));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/my/proposals/{id}")).Status);
        Assert.Equal(ProposalStage.Submitted, (await app.Find(id)).Stage);
    }

    /// <summary>国办发明电〔2025〕7号: 1–5 May 2026 are off, 9 May is worked: the fifth working day after 30 April is 11 May.</summary>
    [Fact]
    public async Task Days_are_those_of_the_calendar_and_what_is_late_says_so()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 4, 30, 2, 0, 0, DateTimeKind.Utc));
        var id = await app.Proposal();
        Assert.Equal((new DateOnly(2026, 5, 11), new DateOnly(2026, 5, 30)), await app.WithDb(async db => (await db.Proposals.SingleAsync()) is var p ? (p.AcknowledgeBy, p.DecideBy) : default));

        var town = await app.Open(DutyKind.TownOfficer, "LP01");
        app.Clock.Stop(new DateTime(2026, 5, 11, 15, 59, 0, DateTimeKind.Utc));
        Assert.Contains("没有符合条件", (await town.Visit("/proposals?late=true")).Text("main"), StringComparison.Ordinal);
        app.Clock.Stop(new DateTime(2026, 5, 11, 16, 0, 0, DateTimeKind.Utc));
        Assert.Contains("2026-05-11 已超时", (await town.Visit("/proposals?late=true")).Text("#proposals"), StringComparison.Ordinal);
        Assert.NotNull((await town.Visit($"/proposals/{id}")).Page.QuerySelector("#late"));
        Assert.StartsWith("现在超时1件", (await town.Visit("/proposal-counts")).Texts(".fig")[^1], StringComparison.Ordinal);

        await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Accept(id);
        Assert.Null((await town.Visit($"/proposals/{id}")).Page.QuerySelector("#late"));
        app.Clock.Stop(new DateTime(2026, 5, 30, 16, 0, 0, DateTimeKind.Utc));
        Assert.Contains("2026-05-30 已超时", (await town.Visit("/proposals?late=true")).Text("#proposals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_not_arranged_yet_sends_nobody_away()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2031, 1, 3, 2, 0, 0, DateTimeKind.Utc)); // a Friday
        Assert.Equal(new DateOnly(2031, 1, 10), (await app.Find(await app.Proposal())).AcknowledgeBy);
    }

    [Fact]
    public async Task Of_two_who_press_at_once_the_second_is_told()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var (one, other) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        await one.Visit($"/proposals/{id}");
        await other.Visit($"/proposals/{id}");
        await one.Submit("#accept");
        await other.Submit("#accept");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (one.Status, other.Status));
        Assert.Equal(2, (await app.Find(id)).History.Count);

        var own = await (await app.Own(await app.Worker("沈嘉禾", 2))).Propose();
        var his = await app.WithDb(db => db.Proposals.MaxAsync(p => p.Id));
        await one.Accept(his);
        await own.Submit("#withdraw"); // his page is older than the officer's word
        Assert.Equal((HttpStatusCode.Conflict, ProposalStage.Accepted), (own.Status, (await app.Find(his)).Stage));
        await (await own.Visit($"/my/proposals/{his}")).Submit("#withdraw");
        Assert.Equal(ProposalStage.Withdrawn, (await app.Find(his)).Stage);
    }

    [Fact]
    public async Task An_officer_does_not_act_on_his_own_proposal()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var himself = app.As(await app.OfficerWho(await app.WithDb(db => db.Workers.SingleAsync())));
        await himself.Visit($"/proposals/{id}");
        Assert.Empty(himself.Page.QuerySelectorAll("main form"));
        Assert.Contains("您本人的建议", himself.Text("main"), StringComparison.Ordinal);
        var token = (await himself.Visit("/password/edit")).Value("[name=__RequestVerificationToken]")!;
        var answer = await himself.Http.PostAsync($"/proposals/{id}/moves", new FormUrlEncodedContent(new Dictionary<string, string> { ["Move"] = "Accept", ["Version"] = "0", ["__RequestVerificationToken"] = token }));
        Assert.Equal((HttpStatusCode.Conflict, ProposalStage.Submitted), (answer.StatusCode, (await app.Find(id)).Stage));
    }
}
