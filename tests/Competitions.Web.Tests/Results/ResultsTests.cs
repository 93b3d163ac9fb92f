using System.Net;
using Competitions.Contests;
using Competitions.Data.Results;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

public sealed class ResultsTests
{
    private static readonly (decimal, decimal)[] Four = [(82, 88), (90, 95), (70, 60), (50, 99)];

    [Fact]
    public async Task A_result_is_computed_by_one_confirmed_by_another_and_published()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);

        var address = await organiser.Compute();

        var leader = await (await app.Open(DutyKind.FederationLeader)).Press(address, "form#confirm");
        Assert.Equal("待发布", leader.Text("h1 .st"));
        await organiser.Press(address, "form#publish");

        var result = await app.ResultAt(address);
        Assert.Equal((ResultStage.Published, 1), (result.Stage, result.Number));
        Assert.Equal(["1 93.50 True", "2 86.20 True", "3 84.30 False", "4 63.00 True"], result.Lines.OrderBy(l => l.Order).Select(l => $"{l.Rank} {l.Total} {l.Passed}"));
        Assert.Equal(["选手02", "选手01", "选手04", "选手03"], result.Lines.OrderBy(l => l.Order).Select(l => l.Names));
        Assert.Equal(["result.compute", "result.confirm", "result.publish"], await app.WithDb(db => db.Audit.Where(a => a.Act.StartsWith("result.")).OrderBy(a => a.Sequence).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task Before_the_codes_are_open_it_is_told_by_number_alone_and_nothing_is_stored()
    {
        await using var app = new App();
        var organiser = await app.Checking(Four);

        await organiser.Visit("/events/WELD/results/new");

        Assert.Equal(4, organiser.Page.QuerySelectorAll("#sheet tbody tr").Length);
        Assert.DoesNotContain("选手", organiser.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("机电", organiser.Text("main"), StringComparison.Ordinal);
        Assert.Null(organiser.Page.QuerySelector("form#result"));
        Assert.True(await app.WithDb(db => db.CodeBook.AnyAsync(l => l.OpenedAt == null)));

        await (await organiser.Visit("/events/WELD")).Submit("#OpenCodes");

        Assert.False(await app.WithDb(db => db.CodeBook.AnyAsync(l => l.OpenedAt == null)));
        Assert.Contains("code-book.open", await app.WithDb(db => db.Audit.Select(a => a.Act).ToListAsync()));
        Assert.Contains("选手02", (await organiser.Visit("/events/WELD/results/new")).Text("#sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_sealed_a_forged_form_stores_nothing()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);
        await organiser.Visit("/events/WELD/results/new");
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE CodeBook SET OpenedAt = NULL"));

        await organiser.Submit("form#result");

        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("尚未解密", organiser.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Results.CountAsync()));
    }

    [Fact]
    public async Task Who_computed_it_does_not_confirm_it_and_who_confirms_it_changes_nothing()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);
        var address = await organiser.Compute();
        Assert.Null((await organiser.Visit(address)).Page.QuerySelector("form#confirm"));
        await organiser.Visit(address + "/confirmation/new");
        await organiser.Submit("form#return", new Dictionary<string, string> { ["Move"] = "Confirm" });
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);

        var leader = await app.Open(DutyKind.FederationLeader);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Visit("/events/WELD/results/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Visit(address + "/edit")).Status);
        await leader.Visit(address + "/confirmation/new");
        await leader.Submit("form#return");
        Assert.Equal(HttpStatusCode.Conflict, leader.Status); // without a reason
        await leader.Submit("form#return", new Dictionary<string, string> { ["Why"] = "0003 的理论分请再核一遍" });

        Assert.Equal(ResultStage.Returned, (await app.ResultAt(address)).Stage);
        Assert.Contains("0003 的理论分请再核一遍", (await organiser.Visit(address)).Text("main"), StringComparison.Ordinal);
        await organiser.Visit(address + "/edit");
        await organiser.Submit("form#result");
        Assert.Equal(ResultStage.Computed, (await app.ResultAt(address)).Stage);
    }

    [Fact]
    public async Task A_mark_that_came_since_keeps_it_from_being_confirmed_and_from_being_published()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);
        var address = await organiser.Compute();
        var leader = await (await app.Open(DutyKind.FederationLeader)).Visit(address);
        await app.Mark("0001", "practical", 90);

        Assert.Equal(HttpStatusCode.Conflict, (await leader.Submit("form#confirm")).Status);
        Assert.Contains("有变动", (await organiser.Visit(address)).Text(".note"), StringComparison.Ordinal);
        await organiser.Visit(address + "/edit");
        await organiser.Submit("form#result");
        await leader.Press(address, "form#confirm");
        await organiser.Visit(address);
        await app.Mark("0001", "practical", 91);

        Assert.Equal(HttpStatusCode.Conflict, (await organiser.Submit("form#publish")).Status);
        Assert.Equal(ResultStage.Confirmed, (await app.ResultAt(address)).Stage);
    }

    [Fact]
    public async Task A_correction_is_published_again_and_says_line_by_line_what_changed()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);
        var first = await app.Publish(organiser);
        await organiser.Compute();
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status); // a published one is only corrected
        await app.Mark("0001", "practical", 98);
        await organiser.Compute(corrects: Podium.Id(first));
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status); // without a reason

        var second = await app.Publish(organiser, new Dictionary<string, string> { ["Why"] = "实操成绩录入有误，见更正单" }, Podium.Id(first));

        var (old, now) = (await app.ResultAt(first), await app.ResultAt(second));
        Assert.Equal((ResultStage.Superseded, ResultStage.Published, 2), (old.Stage, now.Stage, now.Number));
        Assert.Equal(["Module 88.00>98.00", "Total 86.20>93.20"], ResultChanges.Between(old.Lines, now.Lines).Where(c => c.Names == "选手01").Select(c => $"{c.Of} {c.Old}>{c.New}"));
    }

    [Fact]
    public async Task What_was_published_computes_again_from_its_own_copy_when_rules_and_ledger_have_gone_on()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);
        var address = await app.Publish(organiser);
        await app.Mark("0001", "practical", 12);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Code == "WELD");
            of.Compose(of.Rules with { Prizes = [], TieChain = "theory" }, [.. of.Rounds], [.. of.Groups], [.. of.Modules], "test", app.Clock.GetUtcNow().UtcDateTime, "2030 年的规则");
            await db.SaveChangesAsync();
        });

        var result = await app.ResultAt(address);
        var again = await app.WithDb(db => db.Recompute(result));

        Assert.Equal(result.Seal, Result.SealOf(result.Basis.Source, again.Lines));
        Assert.Equal(result.Seal, Result.SealOf(result.Basis.Source, result.Lines.OrderBy(l => l.Order)));
    }

    [Fact]
    public async Task The_event_is_announced_when_each_group_has_a_published_result()
    {
        await using var app = new App();
        var organiser = await app.Opened(Four);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("职工组的成绩还没有发布", organiser.Text("main"), StringComparison.Ordinal);

        await app.Publish(organiser);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");

        Assert.Equal(EventStage.Announced, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
    }
}
