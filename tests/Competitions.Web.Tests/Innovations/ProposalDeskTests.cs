using System.IO.Compression;
using System.Net;
using Competitions.Data;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Web.People.Workers.Erasures;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Innovations;

/// <summary>What stands beside the chain: entering for a worker, near copies, papers, lists, and a worker who goes.</summary>
public class ProposalDeskTests
{
    private static readonly Dictionary<string, string> Lamp = new()
    {
        ["Title"] = "喷气织机断纬停台的改进", ["Category"] = "process", ["Problem"] = "喷气织机储纬器张力不稳，断纬停台多，挡车工来回巡视。", ["Measures"] = "在储纬器旁加装电子张力传感器，按品种预置工艺参数。",
    };

    [Fact]
    public async Task The_union_enters_for_a_worker_of_its_own_and_asks_which_of_two_namesakes()
    {
        await using var app = new App();
        await app.Organisations();
        var (one, two) = (await app.Worker("陆明远", 1), await app.Worker("陆明远", 2));
        await app.Worker("沈嘉禾", 3, "E2");
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/proposals/new");

        await officer.Submit("#proposal", new Dictionary<string, string>(Proposing.Typed) { ["WorkerName"] = "沈嘉禾" });
        Assert.Equal((HttpStatusCode.Conflict, Proposing.Typed["Problem"]), (officer.Status, officer.Value("#Problem")));
        Assert.Contains("本单位职工里没有这个姓名", officer.Text("main"), StringComparison.Ordinal);
        await officer.Submit("#proposal", new Dictionary<string, string> { ["WorkerName"] = " 陆明远 " });
        Assert.Contains("有 2 名职工叫这个名字", officer.Text("main"), StringComparison.Ordinal);
        await officer.Submit("#proposal", new Dictionary<string, string> { ["WorkerId"] = $"{two.Id}" });

        var proposal = await app.WithDb(db => db.Proposals.SingleAsync());
        Assert.Equal((HttpStatusCode.OK, two.Id, true), (officer.Status, proposal.WorkerId, proposal.IsEnteredFor));
        Assert.Contains("工会代为登记", officer.Text(".hist"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await app.Own(two)).Visit($"/my/proposals/{proposal.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Own(one)).Visit($"/my/proposals/{proposal.Id}")).Status);
    }

    [Fact]
    public async Task What_is_missing_comes_back_with_what_was_typed()
    {
        await using var app = new App();
        await app.Organisations();
        var own = await (await app.Own(await app.Worker("陆明远", 1))).Propose(new Dictionary<string, string> { ["Category"] = "", ["Problem"] = "太慢" });
        Assert.Equal((HttpStatusCode.BadRequest, "太慢", Proposing.Typed["Measures"]), (own.Status, own.Value("#Problem"), own.Value("#Measures")));
        Assert.True(own.Page.QuerySelectorAll("#Category option").Length > 5);
        await own.Submit("#proposal", new Dictionary<string, string> { ["Category"] = "made-up", ["Problem"] = Proposing.Typed["Problem"] });
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Equal(0, await app.WithDb(db => db.Proposals.CountAsync()));
    }

    [Fact]
    public async Task Who_left_his_unit_is_told_that_nobody_would_take_it()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("陆明远", 1);
        await app.WithDb(async db =>
        {
            (await db.Workers.SingleAsync()).Leave(new DateOnly(2020, 1, 2));
            return await db.SaveChangesAsync();
        });
        var own = await (await app.Own(worker)).Propose();
        Assert.Equal(HttpStatusCode.Conflict, own.Status);
        Assert.Contains("没有所在单位的会籍", own.Text("main"), StringComparison.Ordinal);
    }

    /// <summary>The same with other numbers, width, order and some words, from another worker and from another unit.</summary>
    [Fact]
    public async Task A_near_copy_stands_beside_it_with_what_is_the_same_and_another_units_is_only_counted()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var copy = await app.Proposal(2, "E1", new Dictionary<string, string> { ["Title"] = "合箱间隙检测装置", ["Problem"] = "班组之间差异大。合箱间隙由人工用塞尺逐点测量，每台需测２４点，约９分钟。" });
        await app.Proposal(3, "E1", Lamp);
        var foreign = await app.Proposal(4, "E2");

        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/proposals/{id}");
        Assert.Equal(2, officer.Page.QuerySelectorAll("#alike tbody tr").Length);
        Assert.Contains("其他单位的建议，不在您的职责范围内 — 100%", officer.Text("#alike tbody tr"), StringComparison.Ordinal);
        Assert.DoesNotContain("艺澜", officer.Body, StringComparison.Ordinal);
        Assert.Equal($"/proposals/{id}?beside={copy}", officer.Page.QuerySelector("#alike a.t")!.GetAttribute("href"));
        await officer.Visit($"/proposals/{id}?beside={copy}");
        Assert.Contains("合箱间隙由人工用塞尺逐点测量，每台需测16点，约11分钟", officer.Texts("#beside > div:first-child mark"));
        await officer.Visit($"/proposals/{id}?beside={foreign}");
        Assert.Null(officer.Page.QuerySelector("#beside"));

        await officer.Submit($"[data-link='{copy}']");
        Assert.Contains("已关联", officer.Text("#alike"), StringComparison.Ordinal);
        Assert.Contains("已关联", (await officer.Visit($"/proposals/{copy}")).Text("#alike"), StringComparison.Ordinal);
        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/proposals/{id}");
        Assert.Contains("杭州艺澜服饰有限公司工会", federation.Text("#alike"), StringComparison.Ordinal);
        Assert.NotNull((await officer.Visit($"/proposals/{await app.WithDb(db => db.Proposals.Where(p => p.Category == "process").Select(p => p.Id).SingleAsync())}")).Page.QuerySelector("#none-alike"));
    }

    /// <summary>A colleague marked it as the same as another one while the page was open.</summary>
    [Fact]
    public async Task Who_acts_from_a_page_that_is_out_of_date_is_told_and_nothing_moves()
    {
        await using var app = new App();
        var (id, copy) = (await app.Proposal(), await app.Proposal(2));
        var (one, two) = (await app.Open(DutyKind.EnterpriseOfficer, "E1"), await app.Open(DutyKind.EnterpriseOfficer, "E1"));
        await one.Accept(id);
        await one.Visit($"/proposals/{id}/moves/new?move=Assess");
        await (await two.Visit($"/proposals/{id}")).Submit($"[data-link='{copy}']");
        await one.Submit("#move", new Dictionary<string, string> { ["Department"] = "工艺科", ["Text"] = "可行，先试一个月" });

        Assert.Equal((HttpStatusCode.Conflict, "工艺科"), (one.Status, one.Value("#Department")));
        Assert.Equal((ProposalStage.Accepted, 1), await app.Find(id) is var p ? (p.Stage, p.Links.Count) : default);
    }

    [Fact]
    public async Task A_paper_is_read_by_who_sees_the_proposal_and_none_is_brought_to_what_has_ended()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("陆明远", 1);
        var own = await (await app.Own(worker)).Propose();
        await own.Upload("#paper", "file", "现场.png", PicturesTests.Png, new Dictionary<string, string> { ["title"] = "现场照片" });
        var id = await app.WithDb(db => db.Proposals.Select(p => p.Id).SingleAsync());
        Assert.Contains("现场照片", own.Text(".papers"), StringComparison.Ordinal);
        Assert.Equal(PicturesTests.Png, await own.Http.GetByteArrayAsync($"/my/proposals/{id}/papers/1"));
        Assert.Equal(PicturesTests.Png, await (await app.Open(DutyKind.TownOfficer, "LP01")).Http.GetByteArrayAsync($"/proposals/{id}/papers/1"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/proposals/{id}/papers/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Own(await app.Worker("沈嘉禾", 2))).Visit($"/my/proposals/{id}/papers/1")).Status);
        await own.Upload("#paper", "file", "说明.txt", "hello"u8.ToArray(), new Dictionary<string, string> { ["title"] = "其他" });
        Assert.Equal(HttpStatusCode.Conflict, own.Status);

        var before = await own.Visit($"/my/proposals/{id}");
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Accept(id);
        await officer.Move(id, ProposalMove.Assess, new Dictionary<string, string> { ["Department"] = "设备部", ["Text"] = "不可行，成本高" });
        await officer.Move(id, ProposalMove.Decline, new Dictionary<string, string> { ["Text"] = "成本高于收益" });
        await before.Upload("#paper", "file", "现场.png", PicturesTests.Png, new Dictionary<string, string> { ["title"] = "现场照片" });
        Assert.Equal((HttpStatusCode.Conflict, 1), (before.Status, await app.WithDb(db => db.ProposalPapers.CountAsync())));
    }

    [Fact]
    public async Task A_list_and_a_page_cost_the_same_with_one_proposal_and_with_many()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var officer = await app.Open(DutyKind.TownOfficer, "LP01");
        using var log = app.CountQueries();
        var (list, page, counts) = (await Cost("/proposals"), await Cost($"/proposals/{id}"), await Cost("/proposal-counts"));
        for (var n = 2; n <= 8; n++)
        {
            await app.Proposal(n, n % 2 == 0 ? "E1" : "E2");
        }

        Assert.Equal((list, page, counts), (await Cost("/proposals"), await Cost($"/proposals/{id}"), await Cost("/proposal-counts")));
        Assert.InRange(list, 1, 9);
        Assert.InRange(page, 1, 15);

        async Task<int> Cost(string address)
        {
            await officer.Visit(address); // what is read once is read
            log.Clear();
            await officer.Visit(address);
            return log.Count;
        }
    }

    [Fact]
    public async Task Filters_stand_in_the_address()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc));
        await app.Proposal();
        await app.Proposal(2, "E2", Lamp);
        await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Accept(2);
        var town = await app.Open(DutyKind.TownOfficer, "LP01");
        foreach (var (filter, found) in ((string, string)[])[("q=断纬", "喷气"), ("stage=Accepted", "喷气"), ("category=equipment", "减速机"), ("organisation=E2", "喷气"), ("organisation=LP01&stage=Submitted", "减速机"), ("q=建议人01", "减速机")])
        {
            Assert.StartsWith(found, Assert.Single((await town.Visit($"/proposals?{filter}")).Texts("#proposals a.t")), StringComparison.Ordinal);
        }

        Assert.Contains("没有符合条件", (await town.Visit("/proposals?year=2025")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await town.Visit("/proposals?year=2026")).Texts("#proposals a.t").Count);
    }

    [Fact]
    public async Task A_persons_page_has_what_he_proposed_and_when_it_was_adopted()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc));
        var id = await app.Proposal();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(id);
        var worker = await app.WithDb(db => db.Workers.Select(w => w.Id).SingleAsync());
        await officer.Visit($"/workers/{worker}");
        Assert.Contains("减速机合箱间隙在线检测改造 合理化建议 已采纳", officer.Text("#innovations"), StringComparison.Ordinal);
        Assert.Equal($"/proposals/{id}", officer.Page.QuerySelector("#innovations a")!.GetAttribute("href"));
        Assert.Contains("合理化建议“减速机合箱间隙在线检测改造”被采纳", officer.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_erased_leaves_what_he_proposed_without_his_name_and_a_reward_keeps_him()
    {
        await using var app = new App();
        app.Clock.Stop(new DateTime(2026, 5, 20, 2, 0, 0, DateTimeKind.Utc));
        var id = await app.Proposal();
        var own = await app.WithDb(db => db.Users.Where(u => u.WorkerId != null).Select(u => u.Id).SingleAsync());
        using var book = new ZipArchive(await app.As(own).Http.GetStreamAsync("/my/data/copy.xlsx"));
        Assert.Contains("减速机合箱间隙在线检测改造", string.Concat(book.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd())), StringComparison.Ordinal);

        await app.Proposal(2);
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(2);
        await officer.Carry(2, new DateOnly(2026, 5, 20));
        await officer.Move(2, ProposalMove.Reward, new Dictionary<string, string> { ["Money"] = "500" });
        await using var scope = app.Services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<CompetitionsDb>(), scope.ServiceProvider.GetRequiredService<ErasureDesk>());
        await desk.Erase(await db.Workers.SingleAsync(w => w.Name == "建议人01"));
        Assert.Equal("已注销", (await app.Find(id)).WorkerName);
        Assert.Contains("奖励", Assert.Single(await desk.NeededFor(await db.Workers.Where(w => w.Name == "建议人02").Select(w => w.Id).SingleAsync())), StringComparison.Ordinal);
    }
}
