using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

/// <summary>Who leads the judges sees how far they are, by work code.</summary>
public class OverviewTests
{
    [Fact]
    public async Task Only_the_chief_judge_sees_how_each_judge_gives_beside_the_median()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        foreach (var (work, values) in floor.Works.Zip([(decimal[])[80, 84, 90], [70, 72, 75]]))
        {
            foreach (var (judge, value) in floor.Judges.Zip(values))
            {
                await floor.Stores(judge, Floor.Panel(work, value));
            }
        }

        await floor.Stores(floor.Judges[0], Floor.Panel(floor.Works[2], 10)); // alone: compared with nobody
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit("/events/WELD/overview/judges");
        Assert.Equal(["judge1", "2", "75.00%", "−3.00", "3.00", "judge2", "2", "78.00%", "0.00", "0.00", "judge3", "2", "82.50%", "+4.50", "4.50"], chief.Texts("[data-module=practical] tbody td"));
        foreach (var duty in (DutyKind[])[DutyKind.ScoringJudge, DutyKind.Supervisor, DutyKind.EventOrganiser])
        {
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await app.Open(duty, floor.EventId)).Visit("/events/WELD/overview/judges")).Status);
        }

        Assert.DoesNotContain("裁判统计", (await (await app.Open(DutyKind.Supervisor, floor.EventId)).Visit("/events/WELD/overview")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_how_far_each_judge_is_and_which_mark_lies_far_from_the_median()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        foreach (var (judge, value) in floor.Judges.Zip([60m, 83, 85]))
        {
            await floor.Stores(judge, Floor.Panel(floor.Works[0], value));
        }

        await floor.Stores(floor.Judges[0], Floor.Panel(floor.Works[1], 70));
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit("/events/WELD/overview");

        Assert.Equal("1", chief.Text("[data-module=practical] [data-done]"));
        Assert.Equal(["judge1", "2 / 3", "—", "judge2", "1 / 3", "—", "judge3", "1 / 3", "—"], chief.Texts("[data-module=practical] [data-judge] td"));
        Assert.Equal([floor.Works[0], "实操", "judge1", "60", "83", "−23"], chief.Texts("#outliers tbody td"));
        foreach (var name in await app.WithDb(db => db.Entries.Select(e => e.Members.Select(m => m.Name).First()).ToListAsync()))
        {
            Assert.DoesNotContain(name, chief.Body, StringComparison.Ordinal);
        }

        var rule = chief.Text("#outliers .s");
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            of.Compose(of.Rules with { OutlierShare = 25 }, [.. of.Rounds], [.. of.Groups], [.. of.Modules], "test", app.Clock.GetUtcNow().UtcDateTime, "test");
            await db.SaveChangesAsync();
        });
        Assert.Contains("20%", rule, StringComparison.Ordinal);
        Assert.Null((await chief.Visit("/events/WELD/overview")).Page.QuerySelector("#outliers tbody"));
    }

    [Fact]
    public async Task What_was_not_attempted_is_no_gap()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, way: ModuleWay.Aspects);
        var work = floor.Works[0];
        await floor.Give(floor.Judges[0], Floor.Mark(work, "K1", 2), Floor.Mark(work, "K2", 3), Floor.Mark(work, "K3~", 1));
        var chief = app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief"));
        Assert.Equal("0", (await chief.Visit("/events/WELD/overview")).Text("[data-module=practical] [data-done]"));

        await floor.Give(floor.Judges[1], Floor.Mark(work, "K1", 2));
        await floor.Give(floor.Judges[2], Floor.Mark(work, "K1", 3));

        Assert.Equal("1", (await chief.Visit("/events/WELD/overview")).Text("[data-module=practical] [data-done]"));
        Assert.Equal(["3 / 3 项", "0 / 3 项", "0 / 3 项"], (await app.As(floor.Judges[0]).Visit("/events/WELD/marking")).Texts(".work .num.s").OrderDescending());
    }

    [Fact]
    public async Task An_open_page_asks_and_is_answered_only_when_something_changed()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var chief = app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief"));
        var first = await chief.Http.GetAsync("/events/WELD/overview/rows");
        Task<HttpResponseMessage> Again()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/events/WELD/overview/rows");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return chief.Http.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.NotModified, (await Again()).StatusCode);
        await floor.Stores(floor.Judges[0], Floor.Panel(floor.Works[0], 80));
        var changed = await Again();
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("1 / 3", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chief_adjusts_with_a_reason_that_stays_and_nobody_else_does()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var work = floor.Works[0];
        foreach (var judge in floor.Judges)
        {
            await floor.Stores(judge, Floor.Panel(work, 80));
        }

        var address = $"/events/WELD/overview/works/{work}";
        var chief = app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief"));
        await (await chief.Visit($"{address}/adjustments/new")).Submit("#adjust", new Dictionary<string, string> { ["Points"] = "-1,5", ["Why"] = "设备故障补时" });
        Assert.Equal((HttpStatusCode.BadRequest, "设备故障补时"), (chief.Status, chief.Value("#Why")));
        await chief.Submit("#adjust", new Dictionary<string, string> { ["Points"] = "100.5", ["Why"] = "设备故障补时" });
        Assert.Equal(HttpStatusCode.Conflict, chief.Status);
        await chief.Submit("#adjust", new Dictionary<string, string> { ["Points"] = "2.5" });
        Assert.Equal(("82.50", HttpStatusCode.OK), (chief.Text(".fig dd"), chief.Status));
        Assert.Equal(["设备故障补时", "+2.5", "裁判长调整"], chief.Texts("#corrections td").Take(3));

        await (await chief.Visit(chief.Page.QuerySelector("#corrections a.btn")!.GetAttribute("href")!)).Submit("#adjust", new Dictionary<string, string> { ["Why"] = "核实后不补" });
        Assert.Equal("80.00", chief.Text(".fig dd"));
        Assert.Equal(["核实后不补", "已撤销"], chief.Texts("#corrections td").Take(2));
        Assert.Equal(2, await app.WithDb(db => db.MarkReasons.CountAsync()));

        var judgeAtIt = app.As(floor.Judges[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await judgeAtIt.Visit($"{address}/adjustments/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await judgeAtIt.Visit(address)).Status);
        var supervisor = await app.As(await app.Judge(floor.EventId, DutyKind.Supervisor, "supervisor")).Visit(address);
        Assert.Null(supervisor.Page.QuerySelector("a[href$='adjustments/new']"));
    }

    [Fact]
    public async Task It_takes_as_many_queries_for_twenty_works_as_for_none()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, entries: 20);
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit("/events/WELD/overview");
        using var log = app.CountQueries();
        await chief.Visit("/events/WELD/overview");
        var none = log.Count;
        await floor.Give(floor.Judges[0], [.. floor.Works.Select(w => Floor.Panel(w, 80))]);
        log.Clear();
        await chief.Visit("/events/WELD/overview");

        Assert.Equal(none, log.Count);
    }
}
