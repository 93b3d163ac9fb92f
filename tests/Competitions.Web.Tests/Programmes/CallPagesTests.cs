using System.Net;
using Competitions.Honours;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Studios;
using Competitions.Web.Tests.Craftsmen;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Programmes;

/// <summary>A call through its pages: made, published, ranked, approved, under notice, named.</summary>
public sealed class CallPagesTests
{
    [Fact]
    public async Task A_call_is_made_from_a_preset_given_quotas_and_published()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/calls/new");
        await officer.Submit("form#call", new Dictionary<string, string> { ["Title"] = "2026 年五小成果", ["Document"] = "临总工〔2026〕12 号", ["Contact"] = "经济技术部" });
        var id = await app.WithDb(db => db.Calls.Select(c => c.Id).SingleAsync());
        Assert.Equal($"/calls/{id}/quotas", officer.Address);

        await officer.Visit($"/calls/{id}");
        await officer.Submit("form:has([value=Publish])");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // nobody may recommend yet
        var town = await app.WithDb(db => db.Organisations.Where(o => o.Code == "LP01").Select(o => o.Id).SingleAsync());
        await officer.Visit($"/calls/{id}/quotas");
        await officer.Submit("form#quotas", new Dictionary<string, string> { ["Lines[0].Most"] = "十" });
        Assert.Equal(("至多“十”不是有效的值，请核对。", "十"), (officer.Text(".errsum li"), officer.Value("[name='Lines[0].Most']"))); // what was typed is there to be mended
        await officer.Visit($"/calls/{id}/quotas");
        var line = officer.Page.QuerySelectorAll("[name$='.OrganisationId']").Select((e, i) => (Value: e.GetAttribute("value"), i)).Single(l => l.Value == $"{town}").i;
        await officer.Submit("form#quotas", new Dictionary<string, string> { [$"Lines[{line}].Fewest"] = "3", [$"Lines[{line}].Most"] = "2" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("上限不小于下限", officer.Body, StringComparison.Ordinal);
        await officer.Submit("form#quotas", new Dictionary<string, string> { [$"Lines[{line}].Fewest"] = "1" });
        await officer.Visit($"/calls/{id}");
        await officer.Submit("form:has([value=Publish])");

        Assert.Equal(CallStage.Published, (await app.Call(id)).Stage);
        await officer.Visit($"/calls/{id}/edit");
        await officer.Submit("form#call", new Dictionary<string, string> { ["Title"] = "2026 年职工五小成果" });
        Assert.Equal(($"/calls/{id}", "2026 年职工五小成果", 5), (officer.Address, (await app.Call(id)).Title, (await app.Call(id)).Rules.NoticeDays)); // its text may change, its rules do not
        Assert.Equal(HttpStatusCode.OK, (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/calls/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "XE")).Visit($"/calls/{id}")).Status);
    }

    /// <summary>A leader approves, never who added up; until the notice the units read 评审中 wherever they look.</summary>
    [Theory, MemberData(nameof(Calling.Kinds), MemberType = typeof(Calling))]
    public async Task From_the_sheets_over_the_notice_to_honours_in_the_register(string kind)
    {
        await using var app = new App();
        var (call, first, second) = await Scored(app, kind);
        var (officer, leader, unit) = (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}"), await app.Open(DutyKind.FederationLeader), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        await officer.Submit("form:has([value=Rank])");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Visit($"/calls/{call}/approval/new")).Status);
        foreach (var address in new[] { $"/applications/{first}", "/applications", "/applications?stage=UnderReview" })
        {
            await unit.Visit(address);
            Assert.Contains("评审中", unit.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("st-ok\">入选", unit.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("90.00", unit.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("成果甲", (await unit.Visit("/applications?stage=Selected")).Text("#applications"), StringComparison.Ordinal);
        await Opinions(app, officer, [first, second]);
        await leader.Visit($"/calls/{call}/approval/new");
        await leader.Submit("form#approval", new Dictionary<string, string> { ["Approves"] = "true" });
        await officer.Visit($"/calls/{call}/notice/new");
        await officer.Submit("form#notice");
        var notice = await app.WithDb(db => db.PublicNotices.SingleAsync());
        Assert.Equal((NoticeOf.Call, call, 2), (notice.Of, notice.SourceId, notice.Rows.Count));
        Assert.Equal(HttpStatusCode.OK, (await app.Open().Visit($"/portal/notices/{notice.Id}")).Status);
        Assert.DoesNotContain("沈嘉禾", string.Concat(notice.Rows.SelectMany(r => r.Cells)), StringComparison.Ordinal); // he did not agree to be published

        await officer.Visit($"/calls/{call}/moves/new?move=Name");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Document"] = Calling.Note });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status); // its days are not over
        app.Clock.Advance(TimeSpan.FromDays(20));
        await officer.Visit($"/calls/{call}/moves/new?move=Name");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Document"] = Calling.Note });

        Assert.Equal((CallStage.Named, ApplicationStage.Named), ((await app.Call(call)).Stage, (await app.Application(first)).Stage));
        var honours = await app.WithDb(db => db.Honours.OrderBy(h => h.Id).ToListAsync());
        Assert.Equal([first, second], honours.Select(h => h.ApplicationId!.Value));
        Assert.All(honours, h => Assert.Equal((HonourStage.Granted, Calling.Note), (h.Stage, h.DocumentNumber)));
        Assert.Contains(honours[0].Name, (await unit.Visit($"/applications/{first}")).Text(".hon"), StringComparison.Ordinal);
    }

    /// <summary>A named application begins the studio, with its leader, its team and the document; the same one is not named twice.</summary>
    [Fact]
    public async Task A_named_studio_stands_in_its_room_and_is_not_named_twice()
    {
        await using var app = new App();
        var (call, first, second) = await Scored(app, "studio-naming");
        await NamedAfter(app, call, [first, second]);

        var studio = await app.WithDb(db => db.Studios.OrderBy(s => s.Id).FirstAsync());
        Assert.Equal(("成果甲", StudioLevel.District, 12m), (studio.Name, studio.Level, studio.Area));
        Assert.Equal((first, Calling.Note), (studio.Namings[0].ApplicationId!.Value, studio.Namings[0].Document));
        Assert.Equal((await app.Application(first)).People[0].Name, studio.LeaderOn(studio.Namings[0].On)!.Name);
        var again = await app.Calls("studio-naming", experts: 0);
        var twice = await app.Declares(again, "成果甲", ApplicationStage.Draft);
        Assert.Contains("已经是区级工作室", (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/applications/{twice}")).Body, StringComparison.Ordinal);
    }

    /// <summary>He got it last year: the call names him with the others, and the register holds his title once.</summary>
    [Fact]
    public async Task Who_holds_the_title_already_is_named_without_a_second_one()
    {
        await using var app = new App();
        var (call, first, second) = await Scored(app, "craftsman");
        var holder = (await app.Application(first)).People[0].WorkerId;
        await app.Titled(await app.WithDb(db => db.Workers.SingleAsync(w => w.Id == holder)), (await app.Call(call)).Rules.Honour.Grades[0].Name);
        await NamedAfter(app, call, [first, second]);

        Assert.Equal(ApplicationStage.Named, (await app.Application(first)).Stage);
        var given = await app.WithDb(db => db.Honours.OrderBy(h => h.Id).Select(h => new { h.ApplicationId, h.Stage }).ToListAsync());
        Assert.Equal([null, second], given.Select(h => h.ApplicationId));
        Assert.All(given, h => Assert.Equal(HonourStage.Granted, h.Stage));
    }

    [Fact]
    public async Task A_city_studio_must_be_one_of_the_district_before()
    {
        await using var app = new App();
        var call = await app.Calls("studio-naming");
        await app.WithDb(db => db.Calls.ExecuteUpdateAsync(c => c.SetProperty(x => x.Level, OrganisationLevel.City)));
        var made = await app.Declares(call, "成果甲", ApplicationStage.Draft);
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/applications/{made}");

        Assert.Contains("须先是区级工作室", unit.Body, StringComparison.Ordinal);
        Assert.Contains("申报级别请选“市级”", unit.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_that_is_right_ends_the_application_and_the_rest_is_published_anew()
    {
        await using var app = new App();
        var (call, first, second) = await Scored(app, "five-small");
        var (officer, leader) = (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}"), await app.Open(DutyKind.FederationLeader));
        await officer.Submit("form:has([value=Rank])");
        await leader.Visit($"/calls/{call}/approval/new");
        await leader.Submit("form#approval", new Dictionary<string, string> { ["Approves"] = "true" });
        await officer.Visit($"/calls/{call}/notice/new");
        await officer.Submit("form#notice");
        await app.WithDb(async db =>
        {
            var (notice, today) = (await db.PublicNotices.SingleAsync(), DateOnly.FromDateTime(app.Now().AddHours(8)));
            var cipher = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Competitions.Data.FieldCipher>(app.Services);
            var objection = notice.Dispute(new Objector(cipher.Seal("objection.name", "顾异议"), cipher.Seal("objection.phone", "13812345678"), "衡远机电", "v1"), "这项成果去年在市里已经得过奖，不应再报。", "R-1", today, app.Now());
            db.Add(objection);
            await db.SaveChangesAsync();
            objection.Answer(ObjectionOutcome.Upheld, "经核查，该成果去年已获市级奖励，异议成立。", "officer", app.Now());
            notice.Answered(objection, 0, "officer", app.Now());
            return await db.SaveChangesAsync();
        });

        await officer.Visit($"/applications/{first}/moves/new?move=Refuse");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Why"] = "异议成立：去年已获市级奖励" });
        await officer.Visit($"/calls/{call}/notice/new");
        await officer.Submit("form#notice");
        app.Clock.Advance(TimeSpan.FromDays(20));
        await officer.Visit($"/calls/{call}/moves/new?move=Name");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Document"] = Calling.Note });

        Assert.Equal((ApplicationStage.Refused, ApplicationStage.Named), ((await app.Application(first)).Stage, (await app.Application(second)).Stage));
        Assert.Equal(second, Assert.Single(await app.WithDb(db => db.Honours.Select(h => h.ApplicationId).ToListAsync())));
        Assert.Equal([NoticeStage.Withdrawn, NoticeStage.Closed], await app.WithDb(db => db.PublicNotices.OrderBy(n => n.Id).Select(n => n.Stage).ToListAsync()));
    }

    [Fact]
    public async Task Of_two_who_rank_at_once_one_is_told_and_it_is_ranked_once()
    {
        await using var app = new App();
        var (call, _, _) = await Scored(app, "five-small");
        Browser[] both = [await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}"), await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}")];
        await Task.WhenAll(both.Select(b => b.Submit("form:has([value=Rank])")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(b => b.Status).Order());
        Assert.Single((await app.Call(call)).History, h => h.Move is CallMove.Rank);
    }

    /// <summary>The call closes in ten days and is recommended for twenty; what must be mended, until its day.</summary>
    [Fact]
    public async Task Its_dates_stand_in_the_calendar_of_whom_they_concern_and_of_nobody_else()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 4, 6, 1, 0, 0, DateTimeKind.Utc));
        var call = await app.Calls();
        var mended = await app.Declares(call, "成果一", ApplicationStage.Recommended);
        await app.WithDb(async db =>
        {
            (await db.Applications.SingleAsync(a => a.Id == mended)).AskCorrection(await db.Calls.SingleAsync(c => c.Id == call), new DateOnly(2026, 4, 13), "officer", app.Now(), "补应用证明");
            return await db.SaveChangesAsync();
        });
        async Task<IReadOnlyList<string>> On(int day, DutyKind duty, string place) => (await (await app.Open(duty, place)).Visit("/deadlines?month=2026-04")).Texts($"#d{day} b");

        Assert.Contains("2026 年职工“五小”创新成果：申报截止", await On(16, DutyKind.EnterpriseOfficer, "E2"));
        Assert.Contains("2026 年职工“五小”创新成果：推荐截止", await On(26, DutyKind.TownOfficer, "LP01"));
        Assert.Contains("成果一：补正截止", await On(13, DutyKind.EnterpriseOfficer, "E1"));
        Assert.DoesNotContain(await On(13, DutyKind.EnterpriseOfficer, "E2"), d => d.Contains("截止", StringComparison.Ordinal));
        Assert.DoesNotContain(await On(16, DutyKind.FederationOfficer, "XS"), d => d.Contains("截止", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_union_below_its_least_is_reminded_before_the_end_of_recommending()
    {
        await using var app = new App();
        await app.Calls();
        async Task<string> Waits() => (await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/")).Text("#waiting");

        Assert.DoesNotContain("名额还没有用足", await Waits(), StringComparison.Ordinal); // twenty days are left
        app.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Contains("名额还没有用足", await Waits(), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(10));
        Assert.DoesNotContain("名额还没有用足", await Waits(), StringComparison.Ordinal); // too late
    }

    [Fact]
    public async Task What_waits_stands_on_the_home_page_of_whose_turn_it_is()
    {
        await using var app = new App();
        var call = await app.Calls();
        await app.Declares(call, "成果一", ApplicationStage.Submitted, author: "职工1");
        await app.Declares(call, "成果二", ApplicationStage.UnitPassed, author: "职工2");
        await app.Declares(call, "成果三", ApplicationStage.Recommended, author: "职工3");

        async Task<string> Waits(DutyKind duty, string place) => (await (await app.Open(duty, place)).Visit("/")).Text("#waiting");
        Assert.Contains("待单位审核", await Waits(DutyKind.EnterpriseOfficer, "E1"), StringComparison.Ordinal);
        Assert.Contains("待推荐", await Waits(DutyKind.TownOfficer, "LP01"), StringComparison.Ordinal);
        Assert.Contains("待形式审查", await Waits(DutyKind.FederationOfficer, "LP"), StringComparison.Ordinal);
        Assert.DoesNotContain("五小", await Waits(DutyKind.EnterpriseOfficer, "E2"), StringComparison.Ordinal);
        Assert.DoesNotContain("五小", await Waits(DutyKind.FederationOfficer, "XS"), StringComparison.Ordinal);
    }

    /// <summary>Ranked, approved, under notice for its days and named, each by whose turn it is.</summary>
    private static async Task NamedAfter(App app, int call, int[] applications)
    {
        var (officer, leader) = (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/calls/{call}"), await app.Open(DutyKind.FederationLeader));
        await officer.Submit("form:has([value=Rank])");
        await Opinions(app, officer, applications);
        await leader.Visit($"/calls/{call}/approval/new");
        await leader.Submit("form#approval", new Dictionary<string, string> { ["Approves"] = "true" });
        await officer.Visit($"/calls/{call}/notice/new");
        await officer.Submit("form#notice");
        app.Clock.Advance(TimeSpan.FromDays(20));
        await officer.Visit($"/calls/{call}/moves/new?move=Name");
        await officer.Submit("form#move", new Dictionary<string, string> { ["Document"] = Calling.Note });
        Assert.Equal(CallStage.Named, (await app.Call(call)).Stage);
    }

    /// <summary>Every word that the rules of its kind ask for.</summary>
    private static async Task Opinions(App app, Browser officer, int[] applications)
    {
        foreach (var id in applications)
        {
            var it = await app.Application(id);
            foreach (var body in it.OpinionsNeeded((await app.Call(it.CallId)).Rules))
            {
                await officer.Visit($"/applications/{id}/opinions/new");
                await officer.Submit("form#opinion", new Dictionary<string, string> { ["Body"] = body, ["Text"] = "未发现问题" });
                Assert.Equal(HttpStatusCode.OK, officer.Status);
            }
        }
    }

    /// <summary>Two applications of E1, one far better than the other, all sheets handed in.</summary>
    private static async Task<(int Call, int First, int Second)> Scored(App app, string kind)
    {
        var call = await app.Calls(kind);
        var (first, second) = (await app.Declares(call, "成果甲", ApplicationStage.Accepted), await app.Declares(call, "成果乙", ApplicationStage.Accepted, author: "邵言博"));
        await app.BeginsReview(call);
        await app.Scores(call, first, 90);
        await app.Scores(call, second, 70);
        return (call, first, second);
    }
}
