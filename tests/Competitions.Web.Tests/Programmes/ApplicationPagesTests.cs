using System.Net;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Programmes;

/// <summary>An application through the pages, each step by whose turn it is.</summary>
public sealed class ApplicationPagesTests
{
    [Fact]
    public async Task A_unit_writes_a_draft_sees_what_is_missing_and_hands_it_in()
    {
        await using var app = new App();
        var call = await app.Calls(rules: r => r with { Papers = [] });
        await app.Worker("沈嘉禾", 1, "E1");
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/calls/{call}");
        Assert.NotNull(unit.Page.QuerySelector($"a[href='/calls/{call}/applications/new']"));

        await unit.Visit($"/calls/{call}/applications/new");
        await unit.Submit("form#application", new Dictionary<string, string> { ["Title"] = "合箱间隙在线检测改造" });
        var id = await app.WithDb(db => db.Applications.Select(a => a.Id).SingleAsync());
        Assert.Equal($"/applications/{id}/edit", unit.Address);
        await unit.Submit("form#application", new Dictionary<string, string> { ["Search"] = "沈嘉禾", ["find"] = "1", ["answers.problem"] = "逐点测量用时长" });
        Assert.Contains("逐点测量用时长", unit.Body, StringComparison.Ordinal); // what was typed is still there
        await unit.Submit("form#application", new Dictionary<string, string> { ["Add"] = unit.Page.QuerySelector("[name=Add]")!.GetAttribute("value")! });
        await unit.Submit("form#application", new Dictionary<string, string> { ["People[0].Share"] = "60", ["answers.first-used"] = "2026-02-31" });
        Assert.Equal(($"/applications/{id}", HttpStatusCode.OK), (unit.Address, unit.Status));
        Assert.Contains("各人贡献率都要大于 0，合计应为 100%，现在是 60%。", unit.Text("#lacks"), StringComparison.Ordinal);
        Assert.Contains("“首次应用日期”应是日期。", unit.Text("#lacks"), StringComparison.Ordinal);
        Assert.True(unit.Page.QuerySelector("#submission button")!.HasAttribute("disabled"));
        await unit.Submit("#submission", new Dictionary<string, string> { ["accepted"] = "true" });
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.Equal((ApplicationStage.Draft, null), ((await app.Application(id)).Stage, (await app.Application(id)).Number));
    }

    /// <summary>Who made it saw it as the unit's officer: it stays with the unit.</summary>
    [Fact]
    public async Task Who_goes_to_another_unit_leaves_what_he_declared_with_the_first()
    {
        await using var app = new App();
        var call = await app.Calls();
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/calls/{call}/applications/new");
        await officer.Submit("form#application", new Dictionary<string, string> { ["Title"] = "合箱间隙在线检测改造" });
        var id = await app.WithDb(db => db.Applications.Select(a => a.Id).SingleAsync());
        Assert.Contains("草稿待提交", (await officer.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        await app.WithDb(async db =>
        {
            var (duty, today) = (await db.Duties.SingleAsync(d => d.Kind == DutyKind.EnterpriseOfficer), DateOnly.FromDateTime(app.Now().AddHours(8)));
            duty.End(today.AddDays(-1));
            db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "E2"), duty.AccountId, DutyKind.EnterpriseOfficer, today, null, "test"));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await officer.Visit($"/applications/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Visit($"/applications/{id}/edit")).Status);
        Assert.DoesNotContain("合箱间隙", (await officer.Visit("/applications")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿待提交", (await officer.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Calling.Kinds), MemberType = typeof(Calling))]
    public async Task It_goes_by_the_hands_of_unit_town_and_federation(string kind)
    {
        await using var app = new App();
        var call = await app.Calls(kind, rules: r => r with { UnitNoticeDays = 5 });
        var id = await app.Declares(call, "合箱间隙在线检测改造", ApplicationStage.Submitted);
        var (unit, town, officer) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.TownOfficer, "LP01"), await app.Open(DutyKind.FederationOfficer));

        await Moves(unit, id, "GiveUnitNotice", ("Place", "厂区公告栏"));
        await unit.Visit($"/applications/{id}/moves/new?move=PassUnit");
        await unit.Submit("form#move");
        Assert.Equal(HttpStatusCode.Conflict, unit.Status); // its days are not over
        Assert.Null((await unit.Visit($"/applications/{id}")).Page.QuerySelector(".head a[href$='PassUnit']")); // so the page does not offer it
        Assert.DoesNotContain("待单位审核", (await unit.Visit("/")).Text("#waiting"), StringComparison.Ordinal); // nor the home page
        app.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Contains("待单位审核", (await unit.Visit("/")).Text("#waiting"), StringComparison.Ordinal);
        Assert.NotNull((await unit.Visit($"/applications/{id}")).Page.QuerySelector(".head a[href$='PassUnit']"));
        await Moves(unit, id, "PassUnit");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Visit($"/applications/{id}/moves/new?move=Recommend")).Status); // not his turn
        var quota = await app.WithDb(db => db.CallQuotas.SingleAsync(q => q.CallId == call && q.OrganisationName == "东湖街道总工会"));
        Assert.Contains($"的名额是 {quota.Most} 项，已推荐 0 项，还可推荐 {quota.Most} 项", (await town.Visit($"/applications/{id}/moves/new?move=Recommend")).Text("#quota"), StringComparison.Ordinal);
        await Moves(town, id, "Recommend", ("Why", "同意推荐"));
        Assert.Equal(HttpStatusCode.NotFound, (await town.Visit($"/applications/{id}/moves/new?move=Accept")).Status);
        await Moves(officer, id, "Accept");

        Assert.Equal(ApplicationStage.Accepted, (await app.Application(id)).Stage);
    }

    /// <summary>A society names whom it knows by name and unit; his unit checks, and the society's own place is taken.</summary>
    [Fact]
    public async Task A_society_recommends_whom_it_knows_within_its_own_quota()
    {
        await using var app = new App();
        var call = await app.Calls("craftsman", rules: r => r with { Papers = [] });
        await app.Worker("沈嘉禾", 1, "E1");
        await app.WithDb(async db =>
        {
            var society = new Organisation("SOC", "临平区数控技术协会", "数控协会", OrganisationLevel.Town, "society", new DateOnly(2020, 1, 1));
            db.Add(society);
            await db.SaveChangesAsync();
            society.PlaceUnder(await db.Organisations.SingleAsync(o => o.Code == "LP"));
            db.Add(new CallQuota(call, society.Id, society.Name, 0, 1));
            return await db.SaveChangesAsync();
        });
        var society = await app.Open(DutyKind.TownOfficer, "SOC");
        async Task Names(string person, string unit)
        {
            await society.Visit($"/calls/{call}/applications/new");
            await society.Submit("form#application", new Dictionary<string, string> { ["Title"] = "沈嘉禾", ["Person"] = person, ["PersonUnit"] = unit });
        }

        await Names("", "");
        Assert.Equal("请填写人选的姓名和所在单位，与职工名册一致。", society.Text(".errsum li"));
        await Names("沈嘉禾", "杭州艺澜服饰有限公司工会");
        Assert.Equal(HttpStatusCode.Conflict, society.Status);
        Assert.Contains("没有找到“杭州艺澜服饰有限公司工会”的“沈嘉禾”", society.Body, StringComparison.Ordinal);
        Assert.Equal("沈嘉禾", society.Value("[name=Person]"));
        Assert.Equal(0, await app.WithDb(db => db.Applications.CountAsync()));
        await Names("沈嘉禾", "临平衡远机电有限公司工会");
        var id = await app.WithDb(db => db.Applications.Select(a => a.Id).SingleAsync());
        Assert.Equal(("沈嘉禾", ApplicationChannel.Society), ((await app.Application(id)).People.Single().Name, (await app.Application(id)).Channel));
        Assert.Contains("沈嘉禾", society.Text(".picked"), StringComparison.Ordinal);

        await app.WithDb(async db =>
        {
            var (of, made) = (await db.Calls.SingleAsync(c => c.Id == call), await db.Applications.SingleAsync(a => a.Id == id));
            made.Write(of, made.Title, new Answers(Calling.Example(of, app.Now()).All.Concat([new("in-trade-since", [["2012"]]), new("front-line", [["是"]])]).GroupBy(a => a.Key).Select(g => g.Last())), [.. made.People]);
            return await db.SaveChangesAsync();
        });
        await HandIn(society, id);
        Assert.Equal(("临平区数控技术协会", ApplicationStage.Submitted), ((await app.Application(id)).RecommenderName, (await app.Application(id)).Stage));
        await Moves(await app.Open(DutyKind.EnterpriseOfficer, "E1"), id, "PassUnit");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/applications/{id}/moves/new?move=Recommend")).Status);
        await Moves(society, id, "Recommend", ("Why", "技艺精湛，协会推荐"));
        Assert.Equal((1, 0), (await app.WithDb(db => db.CallQuotas.Where(q => q.OrganisationName == "临平区数控技术协会").Select(q => q.Used).SingleAsync()), await app.WithDb(db => db.CallQuotas.Where(q => q.OrganisationName != "临平区数控技术协会").Select(q => q.Used).SingleAsync())));
    }

    /// <summary>On paper it says what the page says, and what the review came to only when that is public.</summary>
    [Fact]
    public async Task The_form_prints_with_the_words_of_who_had_their_say()
    {
        await using var app = new App();
        var call = await app.Calls();
        var id = await app.Declares(call, "合箱间隙在线检测改造", ApplicationStage.Recommended);
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/applications/{id}/sheet");

        Assert.Contains("同意推荐", unit.Text(".asheet .words"), StringComparison.Ordinal);
        Assert.Contains("沈嘉禾", unit.Text(".asheet"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/applications/{id}/sheet")).Status);
        var pdf = await unit.Http.GetByteArrayAsync($"/applications/{id}/sheet/pdf");
        Assert.Contains("合箱间隙在线检测改造", new PdfText(pdf).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_returned_is_mended_and_one_that_was_refused_ends_with_its_reason()
    {
        await using var app = new App();
        var call = await app.Calls();
        var (returned, refused) = (await app.Declares(call, "成果一", ApplicationStage.UnitPassed), await app.Declares(call, "成果二", ApplicationStage.Recommended, author: "邵言博"));
        var (unit, town, officer) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.TownOfficer, "LP01"), await app.Open(DutyKind.FederationOfficer));
        await Moves(town, returned, "Return", ("Why", "前后对比缺台账"));
        await Moves(officer, refused, "Refuse", ("Why", "已列入科技计划"));

        Assert.Contains("前后对比缺台账", (await unit.Visit($"/applications/{returned}")).Text(".note-warn"), StringComparison.Ordinal);
        Assert.Contains("已列入科技计划", (await unit.Visit($"/applications/{refused}")).Text(".note-warn"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.CallQuotas.Select(q => q.Used).SingleAsync())); // its place is free again
        await HandIn(unit, returned);
        Assert.Equal(ApplicationStage.Submitted, (await app.Application(returned)).Stage);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Visit($"/applications/{refused}/moves/new?move=Withdraw")).Status); // what ended does not move
    }

    [Fact]
    public async Task A_correction_keeps_the_place_and_comes_back_to_who_asked_for_it()
    {
        await using var app = new App();
        var call = await app.Calls(places: 1);
        var id = await app.Declares(call, "成果一", ApplicationStage.Recommended);
        await Moves(await app.Open(DutyKind.FederationOfficer), id, "AskCorrection", ("Why", "经济效益证明缺财务章"));

        var made = await app.Application(id);
        Assert.Equal((ApplicationStage.Correcting, 1), (made.Stage, await app.WithDb(db => db.CallQuotas.Select(q => q.Used).SingleAsync())));
        Assert.True(made.CorrectBy > DateOnly.FromDateTime(app.Now()));
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/applications/{id}/edit");
        await unit.Submit("form#application", new Dictionary<string, string> { ["Title"] = "换一个名称" });
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.Contains("名称、人员和贡献率已在单位公示", unit.Body, StringComparison.Ordinal);
        Assert.Equal("换一个名称", unit.Value("#Title")); // what was typed stays
    }

    [Fact]
    public async Task Who_acts_on_what_somebody_changed_meanwhile_is_told()
    {
        await using var app = new App();
        var call = await app.Calls();
        var id = await app.Declares(call, "成果一", ApplicationStage.UnitPassed);
        var (one, two) = (await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/applications/{id}/moves/new?move=Recommend"), await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/applications/{id}/moves/new?move=Return"));
        await one.Submit("form#move");
        await two.Submit("form#move", new Dictionary<string, string> { ["Why"] = "缺材料" });

        Assert.Equal((HttpStatusCode.OK, true), (one.Status, two.Status is HttpStatusCode.Conflict or HttpStatusCode.NotFound));
        Assert.Equal(ApplicationStage.Recommended, (await app.Application(id)).Stage);
    }

    [Fact]
    public async Task What_is_recommended_too_late_is_not()
    {
        await using var app = new App();
        var call = await app.Calls();
        var id = await app.Declares(call, "成果一", ApplicationStage.UnitPassed);
        var town = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/applications/{id}/moves/new?move=Recommend");
        app.Clock.Advance(TimeSpan.FromDays(21));
        await town.Submit("form#move");

        Assert.Equal(HttpStatusCode.Conflict, town.Status);
        Assert.Contains("推荐截止时间是", town.Body, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.CallQuotas.Select(q => q.Used).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_is_its_units_alone_and_nobody_sees_another_units()
    {
        await using var app = new App();
        var call = await app.Calls();
        var draft = await app.Declares(call, "未交的成果", ApplicationStage.Draft);
        var handedIn = await app.Declares(call, "已交的成果", ApplicationStage.Submitted, author: "邵言博");

        Task<HttpStatusCode> Sees(DutyKind duty, string place, int id) => Task.Run(async () => (await (await app.Open(duty, place)).Visit($"/applications/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, await Sees(DutyKind.EnterpriseOfficer, "E1", draft));
        Assert.Equal(HttpStatusCode.NotFound, await Sees(DutyKind.TownOfficer, "LP01", draft));
        Assert.Equal(HttpStatusCode.OK, await Sees(DutyKind.TownOfficer, "LP01", handedIn));
        Assert.Equal(HttpStatusCode.OK, await Sees(DutyKind.FederationOfficer, "LP", handedIn));
        Assert.Equal(HttpStatusCode.NotFound, await Sees(DutyKind.EnterpriseOfficer, "E2", handedIn));
        Assert.Equal(HttpStatusCode.NotFound, await Sees(DutyKind.FederationOfficer, "XS", handedIn));
        Assert.DoesNotContain("已交的成果", (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit("/applications")).Body, StringComparison.Ordinal);
    }

    /// <summary>The same text from two units: who decides sees both beside each other, a unit never learns what another one declares.</summary>
    [Fact]
    public async Task A_near_copy_is_shown_to_who_decides_and_not_to_the_other_unit()
    {
        await using var app = new App();
        var call = await app.Calls();
        await app.Declares(call, "合箱间隙在线检测改造", ApplicationStage.Recommended);
        var copy = await app.Declares(call, "合箱间隙的在线检测改造", ApplicationStage.Recommended, "E2", "邵言博");
        var atTheUnit = await app.Declares(call, "合箱间隙在线检测的改造", ApplicationStage.Submitted, "E2", "温以恒");

        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/applications/{copy}");
        Assert.Contains("与“合箱间隙在线检测改造”（临平衡远机电有限公司工会", officer.Text("#flags"), StringComparison.Ordinal);
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/applications/{atTheUnit}");
        Assert.Contains("与“合箱间隙的在线检测改造”（杭州艺澜服饰有限公司工会", unit.Text("#flags"), StringComparison.Ordinal); // its own other one
        Assert.DoesNotContain("衡远", unit.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_recommends_himself_and_follows_it()
    {
        await using var app = new App();
        var call = await app.Calls();
        var worker = await app.Worker("沈嘉禾", 1, "E1");
        var account = await app.WithDb(async db =>
        {
            var made = new Competitions.Data.People.Account { UserName = "me", NormalizedUserName = "ME", DisplayName = "沈嘉禾", SecurityStamp = "test", WorkerId = worker.Id };
            db.Add(made);
            await db.SaveChangesAsync();
            db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "E1"), made.Id, DutyKind.Worker, new DateOnly(2020, 1, 1), null, "test"));
            await db.SaveChangesAsync();
            return made.Id;
        });
        var me = await app.As(account).Visit("/applications");
        Assert.Equal($"/calls/{call}/applications/new", me.Page.QuerySelector("#open-calls a")?.GetAttribute("href")); // he has no list of calls, so what is open stands here
        await me.Visit($"/calls/{call}/applications/new");
        Assert.Empty(me.Page.QuerySelectorAll("main a[href^='/calls']"));
        await me.Submit("form#application", new Dictionary<string, string> { ["Title"] = "我的小发明" });

        var own = await app.WithDb(db => db.Applications.SingleAsync());
        Assert.Equal((ApplicationChannel.Self, "临平衡远机电有限公司工会"), (own.Channel, own.UnitName));
        Assert.Equal(HttpStatusCode.OK, (await me.Visit($"/applications/{own.Id}/edit")).Status);
        Assert.Empty((await me.Visit($"/applications/{own.Id}")).Page.QuerySelectorAll("main a[href^='/calls']")); // nor a way to what refuses him
        app.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Null((await me.Visit("/applications")).Page.QuerySelector("#open-calls"));
    }

    [Fact]
    public async Task The_list_costs_the_same_with_two_and_with_twelve()
    {
        await using var app = new App();
        var call = await app.Calls(places: 20);
        var officer = await app.Open(DutyKind.FederationOfficer);
        async Task<int> Cost()
        {
            var log = app.CountQueries();
            await officer.Visit("/applications");
            return log.Count;
        }

        await app.Declares(call, "成果1", ApplicationStage.Recommended, author: "职工1");
        await app.Declares(call, "成果2", ApplicationStage.Recommended, author: "职工2");
        await officer.Visit("/applications");
        var two = await Cost();
        for (var n = 3; n <= 12; n++)
        {
            await app.Declares(call, $"成果{n}", ApplicationStage.Recommended, author: $"职工{n}");
        }

        Assert.Equal(two, await Cost());
    }

    private static async Task HandIn(Browser by, int id)
    {
        await by.Visit($"/applications/{id}");
        await by.Http.PostAsync($"/applications/{id}/submission", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", by.Value("#submission [name=__RequestVerificationToken]")!), new("version", by.Value("#submission [name=version]")!),
            .. by.Page.QuerySelectorAll("#submission [name=accepted]").Select(s => KeyValuePair.Create("accepted", s.GetAttribute("value")!)),
        ]));
    }

    private static async Task Moves(Browser who, int id, string move, params (string Name, string Value)[] fields)
    {
        await who.Visit($"/applications/{id}/moves/new?move={move}");
        Assert.Equal(HttpStatusCode.OK, who.Status);
        await who.Submit("form#move", fields.ToDictionary(f => f.Name, f => f.Value));
        Assert.True(who.Status is HttpStatusCode.OK, $"{move}: {who.Text(".errsum")}");
    }
}
