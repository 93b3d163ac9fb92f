using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Results;
using Competitions.Web.Tests.Blinding;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>成绩复核: drawn by the supervisor after the locks, signed work by work, corrected by slips, before anything is opened or published.</summary>
public class RecheckPagesTests
{
    private static readonly decimal[] Seven = [95, 90, 85, 80, 75, 70, 65];

    [Fact]
    public async Task It_is_drawn_once_after_every_sheet_of_the_module_is_locked()
    {
        await using var app = new App();
        var room = await Rechecking.Open(app, Seven, locked: false);
        Assert.Null((await room.Supervisor.Visit(Rechecking.Address)).Page.QuerySelector("#draw-practical"));
        await SheetsTests.Lock(app, room.Floor, "/events/WELD/sheets/practical@2026-06-01");
        foreach (var duty in (DutyKind[])[DutyKind.ChiefJudge, DutyKind.EventOrganiser])
        {
            Assert.Null((await (await app.Open(duty, room.Floor.EventId)).Visit(Rechecking.Address)).Page.QuerySelector("#draw-practical"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(DutyKind.ScoringJudge, room.Floor.EventId)).Visit(Rechecking.Address)).Status);
        var other = await app.As(await app.Judge(room.Floor.EventId, DutyKind.Supervisor, "other")).Visit(Rechecking.Address);
        await room.Drawn();
        await other.Submit("#draw-practical");

        Assert.Equal((HttpStatusCode.Conflict, 1), (other.Status, await app.WithDb(Rechecking.Count)));
        Assert.Contains("不能另抽一次", other.Body, StringComparison.Ordinal);
        var recheck = await room.Now();
        Assert.Equal((3, 1), (recheck.Items.Count(i => i.For is RecheckFor.Top), recheck.Items.Count(i => i.For is RecheckFor.Sample))); // 30 % of 7, 15 % of 4
        Assert.Equal(room.Floor.Works.Take(3), recheck.Items.Where(i => i.For is RecheckFor.Top).Select(i => i.Work));
        Assert.Equal(recheck.Seed, (await room.Chief.Visit($"{Rechecking.Address}/1")).Text("#seed"));
        var field = new RecheckField("practical", [.. room.Floor.Works.Select((w, n) => new CheckedWork(w, new Points(Seven[n]), 0, new HashSet<string>()))], new Points(100), true);
        Assert.Equal(recheck.Items.Where(i => i.For is RecheckFor.Sample).Select(i => i.Work), RecheckDraw.Sample(field.Works.Skip(3), recheck.Shares, RecheckDraw.Secret(recheck.Seed, "WELD", "practical", 1)).Select(w => w.Work));
    }

    /// <summary>From the finding by the slip that two sign to the end, and only then to the codes.</summary>
    [Fact]
    public async Task A_fault_is_corrected_by_a_slip_and_the_codes_open_when_it_is_finished()
    {
        await using var app = new App();
        var room = await (await Rechecking.Open(app, [.. Enumerable.Range(0, 25).Select(n => 98m - (2 * n))], (100, 0))).Drawn();
        var organiser = await app.Open(DutyKind.FederationOfficer);
        await (await organiser.Visit("/events/WELD")).Submit("#Finish");
        var wrong = room.Floor.Works[4];
        await room.Fault(wrong, "91.5");
        Assert.Null((await room.Now()).WidenedAt); // 1 of 25 is 4 %
        await room.Pass([.. room.Floor.Works.Where(w => w != wrong)]);
        Assert.Equal(HttpStatusCode.Conflict, (await room.Finish()).Status);
        Assert.Contains($"还有 1 件没有办结（{wrong}）", room.Supervisor.Text(".errsum"), StringComparison.Ordinal);
        await (await organiser.Visit("/events/WELD")).Submit("#OpenCodes");
        Assert.Equal((HttpStatusCode.Conflict, EventStage.Checking), (organiser.Status, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync())));
        Assert.Contains("实操的成绩复核还没有完成", organiser.Body, StringComparison.Ordinal);

        Assert.Contains("应为 91.50", (await room.Chief.Visit($"/events/WELD/correction-slips/new?q={wrong}&recheck=1")).Text("#asked"), StringComparison.Ordinal);
        await room.Correct(wrong, 91.5m);

        Assert.Equal(RecheckState.Corrected.ToString(), await State(app, wrong));
        await room.Finish();
        Assert.Equal(RecheckStage.Finished, (await room.Now()).Stage);
        var record = (await room.Supervisor.Visit($"{Rechecking.Address}/1/record")).Text("article.paper");
        Assert.All((string[])["差错 1 件 ÷ 复核 25 件 = 4%", "第二项漏加 5 分", "G-03 裁判长 chief、监督 supervisor"], said => Assert.Contains(said, record, StringComparison.Ordinal));
        await (await organiser.Visit("/events/WELD")).Submit("#OpenCodes");
        Assert.Equal(EventStage.Opened, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));
        Assert.Equal(["G-01", "G-02", "G-03"], (await room.Lines()).Select(l => l.Slip).OfType<string>());
    }

    [Fact]
    public async Task Too_many_errors_and_the_rest_is_added_by_itself_and_says_so()
    {
        await using var app = new App();
        var room = await (await Rechecking.Open(app, Seven)).Drawn();

        await room.Fault(room.Floor.Works[0], "94"); // 1 of 4

        Assert.Contains("差错率 14.29% 超过上限", room.Supervisor.Body, StringComparison.Ordinal); // of all seven now
        Assert.Contains("改为全部复核", room.Supervisor.Text("#widened"), StringComparison.Ordinal);
        Assert.Equal(room.Floor.Works.Order(), room.Supervisor.Page.QuerySelectorAll("#items tbody tr").Select(r => r.GetAttribute("data-work")!).Order());
        Assert.Contains("差错 1/4，超过上限，改为全部复核", room.Supervisor.Text("#history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_marked_a_work_does_not_re_check_it_and_a_signature_is_of_ones_own_name()
    {
        await using var app = new App();
        var room = await (await Rechecking.Open(app, Seven)).Drawn();
        await app.WithDb(async db =>
        {
            db.Add(Duty.In(room.Floor.EventId, room.Floor.Judges[0], DutyKind.Supervisor, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
        });
        var both = await app.As(room.Floor.Judges[0]).Visit($"{Rechecking.Address}/1/passes/new?works={room.Floor.Works[0]}");
        await both.Submit("#pass", new Dictionary<string, string> { ["Name"] = "judge1" });
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains($"您给作品 {room.Floor.Works[0]} 打过分", both.Text(".errsum"), StringComparison.Ordinal);

        await room.Supervisor.Visit($"{Rechecking.Address}/1/faults/new?work={room.Floor.Works[0]}");
        await room.Supervisor.Submit("#fault", new Dictionary<string, string> { ["Right"] = "94", ["Why"] = "第二项漏加", ["Name"] = "石铭" });
        Assert.Equal((HttpStatusCode.Conflict, "94", "第二项漏加"), (room.Supervisor.Status, room.Supervisor.Value("#Right"), room.Supervisor.Value("#Why")));
        Assert.Empty((await room.Now()).Findings);
    }

    /// <summary>A slip for another reason, after it was signed: works that come into the top by it are re-checked, and until then nothing opens.</summary>
    [Fact]
    public async Task A_slip_after_its_end_takes_it_up_again()
    {
        await using var app = new App();
        var room = await (await Rechecking.Open(app, Seven, (30, 0))).Drawn();
        await room.Pass([.. room.Floor.Works.Take(3)]);
        await room.Finish();
        Assert.Equal(RecheckStage.Finished, (await room.Now()).Stage);

        await room.Correct(room.Floor.Works[6], 99, asked: false);

        var recheck = await room.Now();
        Assert.Equal((RecheckStage.Checking, room.Floor.Works[6], RecheckFor.Risen), (recheck.Stage, recheck.Items[^1].Work, recheck.Items[^1].For));
        Assert.Contains("更正单 G-02 生效，重新复核", (await room.Supervisor.Visit($"{Rechecking.Address}/1")).Text("#history"), StringComparison.Ordinal);
        await room.Pass(room.Floor.Works[6]);
        await room.Finish();
        Assert.Equal(RecheckStage.Finished, (await room.Now()).Stage);
    }

    [Fact]
    public async Task An_unlocked_sheet_discards_the_re_check_and_another_is_drawn_after_the_next_lock()
    {
        await using var app = new App();
        var room = await (await Rechecking.Open(app, Seven)).Drawn();
        var unlocker = app.As(await app.Judge(room.Floor.EventId, DutyKind.SheetUnlocker, "unlocker"));
        await (await unlocker.Visit("/events/WELD/sheets/practical@2026-06-01/unlock/new")).Submit("#unlock", new Dictionary<string, string> { ["Why"] = "裁判漏录一件作品" });

        Assert.Equal(RecheckStage.Discarded, (await room.Now()).Stage);
        Assert.Contains("解锁：裁判漏录一件作品", (await room.Supervisor.Visit($"{Rechecking.Address}/1")).Body, StringComparison.Ordinal);
        Assert.Null((await room.Supervisor.Visit(Rechecking.Address)).Page.QuerySelector("#draw-practical"));
        await (await room.Chief.Visit("/events/WELD/sheets/practical@2026-06-01")).Submit("#lock"); // nothing was written: the confirmation holds
        await room.Drawn();
        Assert.Equal((2, RecheckStage.Checking), (await room.Now() is var again ? (again.Number, again.Stage) : default));
    }

    /// <summary>Nobody who re-checks learns whose the works are: no name, no unit and no number stands on any of its pages before the codes are open.</summary>
    [Fact]
    public async Task No_page_of_it_names_a_competitor()
    {
        await using var app = new App();
        var room = await (await Rechecking.Open(app, Seven)).Drawn();
        var work = room.Floor.Works[0];
        await room.Fault(work, "94");
        await room.Correct(work, 94);
        var units = await app.WithDb(db => db.Entries.Select(e => e.UnitName).Distinct().ToListAsync());
        foreach (var browser in (Browser[])[room.Supervisor, room.Chief])
        {
            foreach (var page in (string[])["", "/1", "/1/record", "/1/passes/new?works=" + work, "/1/faults/new?work=" + work, "/1/completion/new"])
            {
                await browser.Visit(Rechecking.Address + page);
                Assert.Equal(browser == room.Chief && page.EndsWith(work, StringComparison.Ordinal) || browser == room.Chief && page.EndsWith("completion/new", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.OK, browser.Status);
                var said = browser.Page.QuerySelector("main")?.TextContent ?? "";
                Assert.DoesNotContain(units.Append("选手0"), name => said.Contains(name, StringComparison.Ordinal));
            }

            var slip = (await browser.Visit("/events/WELD/correction-slips/1")).Page.QuerySelector("main")!.TextContent;
            Assert.Contains(work, slip, StringComparison.Ordinal);
            Assert.DoesNotContain(units.Append("选手0"), name => slip.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_slip_needs_the_lock_and_is_asked_for_by_a_finding_that_stands()
    {
        await using var app = new App();
        var room = await Rechecking.Open(app, Seven, locked: false);
        var (work, line) = (room.Floor.Works[0], (await room.Lines())[0].Sequence);
        await room.Chief.Visit($"/events/WELD/correction-slips/new?q={work}");
        var fields = new Dictionary<string, string> { ["Sequence"] = $"{line}", ["Value"] = "94", ["Why"] = "监督书面通知第 1 号" };
        await room.Chief.Submit("form#slip", fields);
        Assert.Equal(HttpStatusCode.Conflict, room.Chief.Status);
        Assert.Contains("评分单没有锁定", room.Chief.Text(".errsum"), StringComparison.Ordinal);

        await SheetsTests.Lock(app, room.Floor, "/events/WELD/sheets/practical@2026-06-01");
        await room.Drawn();
        await room.Chief.Visit($"/events/WELD/correction-slips/new?q={work}&recheck=1");
        await room.Chief.Submit("form#slip", fields);
        Assert.Contains("复核里没有这件作品待更正的差错", room.Chief.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Chief.Visit($"/events/WELD/correction-slips/new?q={work}&recheck=7")).Status);
        await room.Fault(work, "94");
        await room.Chief.Visit($"/events/WELD/correction-slips/new?q={work}&recheck=1");
        await room.Chief.Submit("form#slip", fields);
        Assert.Equal((1, (int?)1), await app.WithDb(db => db.CorrectionSlips.Select(s => new ValueTuple<int, int?>(s.Number, s.RecheckId)).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await room.Chief.Post("/events/WELD/correction-slips/1/signature")).Status); // the chief judge alone does not do
    }

    /// <summary>Sealed codes: the ceremony is refused whole, and nothing of it was opened.</summary>
    [Fact]
    public async Task A_sealed_event_is_not_opened_before_its_re_check()
    {
        await using var app = new App();
        app.Clock.Stop(Rechecking.Day);
        var sealedEvent = await (await SealedEvent.Open(app)).Drawn();
        await app.WithDb(async db =>
        {
            var head = await db.LedgerHeads.SingleAsync();
            db.Add(head.Append(new Competitions.Scoring.GivenMark(Guid.NewGuid(), await db.Works.Where(w => w.Module == "practical").Select(w => w.Code).FirstAsync(), "panel", 80, Rechecking.Day), "judge", new Competitions.Scoring.Sheet("practical", new DateOnly(2026, 6, 1)), Rechecking.Day));
            await db.SaveChangesAsync();
        });
        await sealedEvent.Finish();
        var judge = await sealedEvent.Judge.Visit("/events/WELD/opening/new"); // open since before it was asked for
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            of.Compose(of.Rules with { RequiresRecheck = true }, [.. of.Rounds], [.. of.Groups], [.. of.Modules], "test", Rechecking.Day, "复核");
            await db.SaveChangesAsync();
        });

        await judge.Submit("form#open", sealedEvent.Typed());

        Assert.Equal(HttpStatusCode.Conflict, judge.Status);
        Assert.Contains("实操的成绩复核还没有完成", judge.Text(".errsum"), StringComparison.Ordinal);
        await judge.Visit("/events/WELD/opening/new"); // nobody types his half for nothing
        Assert.Contains("实操还没有复核完", judge.Text("#unrechecked"), StringComparison.Ordinal);
        Assert.Null(judge.Page.QuerySelector("form#open"));
        Assert.Equal((EventStage.Checking, 0), (await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()), await app.WithDb(db => db.Openings.CountAsync())));
    }

    /// <summary>Of an earlier round a result is published while the codes of the event are not yet opened: there publishing is what waits.</summary>
    [Fact]
    public async Task A_result_of_an_earlier_round_is_not_published_before_its_re_check()
    {
        await using var app = new App();
        app.Clock.Stop(Rechecking.Day);
        await app.Ready(2);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            of.Compose(of.Rules with { RequiresRecheck = true }, [new("first", "初赛", 1), new("final", "决赛", 2)], [.. of.Groups], [.. of.Modules.Select(m => m with { Layers = 0, Weight = 100, Round = m.Code == "theory" ? "first" : "final" })]);
            await db.SaveChangesAsync();
        });
        var organiser = await app.Organiser();
        await (await organiser.Visit("/events/WELD")).Submit("#Start");
        await app.Mark("0001", "theory", 80);
        await app.Mark("0002", "theory", 90);
        var address = (await (await organiser.Visit("/events/WELD/results/new?round=first")).Submit("form#result")).Address;
        await (await app.Open(DutyKind.FederationLeader)).Press(address, "form#confirm");
        await organiser.Press(address, "form#publish");

        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("理论的成绩复核还没有完成", organiser.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(ResultStage.Confirmed, (await app.ResultAt(address)).Stage);
    }

    private static async Task<string> State(App app, string work)
    {
        var page = await app.As(await app.WithDb(db => db.Users.Where(u => u.UserName == "supervisor").Select(u => u.Id).SingleAsync())).Visit($"{Rechecking.Address}/1");
        return page.Text($"tr[data-work='{work}'] .st") switch { "已更正" => nameof(RecheckState.Corrected), var other => other };
    }
}
