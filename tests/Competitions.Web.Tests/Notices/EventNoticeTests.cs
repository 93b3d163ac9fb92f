using System.Net;
using Competitions.Contests;
using Competitions.Notices;
using Competitions.People;
using Competitions.Web.Shell.Documents;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Notices;

/// <summary>An event's published results under public notice, and what waits for its end.</summary>
public class EventNoticeTests
{
    [Fact]
    public async Task The_results_are_shown_to_everybody_with_masked_names_and_the_days_of_the_calendar()
    {
        await using var app = new App();
        var organiser = await app.Noticed();
        Assert.Equal((HttpStatusCode.OK, "/notices/1"), (organiser.Status, organiser.Address));
        Assert.Equal(EventStage.Noticed, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));

        var stranger = app.Open();
        Assert.Contains("公示2026 年临平区职工技能争霸赛 焊工 结果公示", (await stranger.Visit("/portal")).Texts(".nl li").First(l => l.StartsWith("公示", StringComparison.Ordinal)), StringComparison.Ordinal);
        await stranger.Visit("/portal/notices/1");

        Assert.Contains($"2026-06-01 至 {Noticing.Last}", stranger.Text(".sub"), StringComparison.Ordinal);
        Assert.Equal(10, stranger.Texts("#list tbody tr").Count);
        var number = stranger.Texts("#list td[data-h=参赛编号]")[0]; // drawn by lot
        Assert.Equal($"1 {number} 选** 临平衡远机电有限公司工会 93.50 一等奖", stranger.Texts("#list tbody tr")[0].Replace(" —", "", StringComparison.Ordinal)); // 90 × 30 % + 95 × 70 %
        Assert.Contains("姓名已遮盖", stranger.Text(".portal-foot"), StringComparison.Ordinal);
        Assert.DoesNotContain("选手0", stranger.Body, StringComparison.Ordinal);
        Assert.Single((await stranger.Visit($"/portal/notices/1?q={number}")).Texts("#list tbody tr"));
    }

    [Fact]
    public async Task Nothing_is_under_notice_before_it_is_announced_and_nothing_twice()
    {
        await using var app = new App();
        app.Clock.Stop(Noticing.Monday);
        var organiser = await app.Opened(Noticing.Ten);
        await app.Publish(organiser);
        Assert.Equal(HttpStatusCode.Conflict, (await organiser.GiveNotice()).Status);
        Assert.Contains("成绩发布以后才能公示", organiser.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.PublicNotices.CountAsync()));

        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        await organiser.GiveNotice();
        await organiser.GiveNotice();

        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Equal(1, await app.WithDb(db => db.PublicNotices.CountAsync()));
    }

    [Fact]
    public async Task Honours_wait_for_the_end_and_the_refusal_says_when_that_is()
    {
        await using var app = new App();
        var organiser = await app.Noticed();
        var page = await organiser.Visit("/events/WELD/honours");
        Assert.Null(page.Page.QuerySelector("#award")); // a button that may not be pressed is not there
        Assert.Contains("2026-06-09 起可以认定", page.Text("#notice"), StringComparison.Ordinal);

        app.Clock.Stop(Noticing.LastMinute);
        await Award(organiser);
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains($"公示到 {Noticing.Last} 为止，期满无异议、最早 2026-06-09", organiser.Body, StringComparison.Ordinal);
        Assert.Equal((0, EventStage.Noticed), (await app.WithDb(db => db.Honours.CountAsync()), await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync())));

        app.Clock.Stop(Noticing.Free);
        await (await organiser.Visit("/events/WELD/honours")).Submit("#award");

        Assert.Equal((HttpStatusCode.OK, NoticeStage.Closed), (organiser.Status, await app.StageOf()));
        Assert.Equal(6, await app.WithDb(db => db.Honours.CountAsync()));
    }

    [Fact]
    public async Task Without_a_notice_there_are_no_honours()
    {
        await using var app = new App();
        var organiser = await app.Noticed();
        await organiser.Visit("/notices/1/withdrawal/new");
        await organiser.Submit("#withdraw", new Dictionary<string, string> { ["Why"] = "名单漏列一人" });
        app.Clock.Stop(Noticing.Free);

        await Award(organiser);

        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("请先公示", organiser.Body, StringComparison.Ordinal);
        Assert.Contains("名单漏列一人", (await app.Open().Visit("/portal/notices/1")).Text(".note"), StringComparison.Ordinal);
        Assert.Empty((await app.Open().Visit("/portal")).Texts(".nl li").Where(l => l.StartsWith("公示", StringComparison.Ordinal)));
    }

    /// <summary>27 December is the Sunday before a year whose holidays nobody has arranged.</summary>
    [Fact]
    public async Task A_year_without_an_arrangement_says_so_and_asks_for_an_end()
    {
        await using var app = new App();
        var organiser = await app.Announced(new DateTime(2026, 12, 28, 1, 0, 0, DateTimeKind.Utc));
        Assert.Contains("还没有放假调休安排", (await organiser.Visit("/events/WELD/notice/new")).Text(".note-warn"), StringComparison.Ordinal);
        await organiser.GiveNotice();
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status);
        Assert.Contains("2027 年的放假调休安排尚未录入", organiser.Text(".errsum"), StringComparison.Ordinal);
        Assert.Equal(EventStage.Announced, await app.WithDb(db => db.Events.Select(e => e.Stage).SingleAsync()));

        await organiser.GiveNotice(new Dictionary<string, string> { ["EndsOn"] = "2027-01-06" });

        Assert.True(await app.WithDb(db => db.PublicNotices.AnyAsync(n => n.IsEndByHand && n.EndsOn == new DateOnly(2027, 1, 6))));
        Assert.Contains("截止日期由公示单位确定", (await app.Open().Visit("/portal/notices/1")).Text(".sub"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_result_withdraws_the_notice_that_runs_and_the_new_one_has_all_its_days()
    {
        await using var app = new App();
        var organiser = await app.Noticed();
        var first = await app.WithDb(db => db.Results.Select(r => r.Id).SingleAsync());
        app.Clock.Advance(TimeSpan.FromDays(2)); // Wednesday
        await app.Mark("0002", "practical", 99);
        await app.Publish(organiser, new Dictionary<string, string> { ["Why"] = "实操成绩录入差错" }, first);
        Assert.Equal(NoticeStage.Withdrawn, await app.StageOf());
        Assert.Contains("成绩更正：实操成绩录入差错", (await app.Open().Visit("/portal/notices/1")).Text(".note"), StringComparison.Ordinal);

        await organiser.GiveNotice();

        var stranger = await app.Open().Visit("/portal/notices/2");
        Assert.Equal(["96.00", "93.50"], stranger.Texts("#list td[data-h=总成绩]").Take(2)); // 89 × 30 % + 99 × 70 % is before 90 and 95 now
        Assert.Contains("2026-06-03 至 2026-06-10", stranger.Text(".sub"), StringComparison.Ordinal);
        Assert.NotNull((await stranger.Visit("/portal/notices/1")).Page.QuerySelector("a[href='/portal/notices/2']"));
    }

    [Fact]
    public async Task A_whole_name_is_shown_only_of_who_agreed_to_be_published()
    {
        await using var app = new App();
        var organiser = await app.Announced();
        await app.WithDb(async db =>
        {
            var worker = await db.Workers.Where(w => w.Name == "选手02").Select(w => w.Id).SingleAsync();
            var consent = new Consent(worker, ConsentKind.Publication, "2026-1", Noticing.Monday);
            consent.Withdraw(Noticing.Monday);
            db.Add(consent);
            await db.SaveChangesAsync();
        });

        await organiser.GiveNotice(new Dictionary<string, string> { ["MasksNames"] = "false" });

        var names = (await app.Open().Visit("/portal/notices/1")).Texts("#list td[data-h=姓名]");
        Assert.Equal(["选手01", "选**", "选手03"], names.Take(3));
    }

    [Fact]
    public async Task When_it_has_ended_there_is_a_slip_of_it_on_one_page()
    {
        await using var app = new App();
        await app.Noticed();
        var officer = await app.Open(DutyKind.FederationOfficer);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.Visit("/notices/1/slip")).Status);
        app.Clock.Stop(Noticing.Free);

        await (await officer.Visit("/notices/1")).Submit("#close");

        Assert.Equal("/notices/1/slip", officer.Address);
        foreach (var word in (string[])["公示无异议单", "焊工 结果公示", "临平区总工会", $"2026-06-01 至 {Noticing.Last}（5 个工作日）", "共 10 行", "公示期间未收到异议", "期满无异议"])
        {
            Assert.Contains(word, officer.Text(".nslip"), StringComparison.Ordinal);
        }

        Assert.SkipUnless(app.Services.GetRequiredService<PdfPrinter>().CanPrint, "No Chromium or Edge on this machine.");
        var pdf = new PdfText(await officer.Http.GetByteArrayAsync("/notices/1/slip/pdf"));
        Assert.Equal(1, pdf.Pages);
        Assert.Contains("公示期间未收到异议", pdf.Text, StringComparison.Ordinal);
    }

    private static async Task Award(Browser browser) => await (await browser.Visit("/password/edit")).Post("/events/WELD/honours");
}
