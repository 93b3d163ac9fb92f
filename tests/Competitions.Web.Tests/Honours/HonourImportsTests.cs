using System.Net;
using Competitions.Data;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Honours.Imports;
using Competitions.Web.Tests.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Honours;

/// <summary>Honours of earlier years from a workbook: read, held beside the register, confirmed by a person, stored whole.</summary>
public class HonourImportsTests
{
    private const string Page = "/honours/imports/new";

    [Fact]
    public async Task Old_and_new_in_one_file_are_told_apart_and_only_the_new_ones_are_stored_after_the_word_of_a_person()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Stored(officer, Row("沈嘉禾", "一等奖", kind: "奖项"));

        await officer.Import(Page, Sheet(
            Row("沈嘉禾", "一等奖", kind: "奖项"),
            Row("沈嘉禾", "一等奖（电工）", kind: "奖项"),
            Row("沈嘉禾", "浙江省劳动模范", level: "省级", grantor: "浙江省人民政府"),
            Row("", "优秀组织单位", kind: "集体奖项")));
        Assert.Contains("新增 2 项，疑似重复 1 项，已在名册 1 项", officer.Text("#outcome"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Honours.CountAsync()));

        await officer.Visit(officer.Page.QuerySelector(".acts .btn-primary")!.GetAttribute("href")!);
        Assert.Equal(["新增 2", "疑似重复 1", "已在名册 1"], officer.Texts(".tabs.sec a"));
        Assert.Null(officer.Page.QuerySelector("#confirm")); // one is not yet decided
        await officer.Submit("#choices", new Dictionary<string, string> { ["another[3]"] = "false" });
        await officer.Submit("#confirm");

        Assert.Equal(HttpStatusCode.OK, officer.Status);
        var honours = await app.WithDb(db => db.Honours.OrderBy(h => h.Id).ToListAsync());
        Assert.Equal(["一等奖", "浙江省劳动模范", "优秀组织单位"], honours.Select(h => h.Name));
        Assert.Equal([false, true, false], honours.Select(h => h.GrantedElsewhere));
        Assert.All(honours, h => Assert.Equal((HonourStage.Granted, 2019), (h.Stage, h.Year)));
        Assert.Equal((HolderKind.Organisation, "临平衡远机电有限公司工会"), (honours[2].HolderKind, honours[2].HolderName));
        await officer.Visit($"/honours/{honours[1].Id}");
        Assert.Contains("补录，名册.xlsx 第 4 行", officer.Text(".dl"), StringComparison.Ordinal);
        Assert.Contains("浙江省人民政府（省级） 外单位颁发", officer.Text(".dl"), StringComparison.Ordinal);
        Assert.Empty(officer.Page.QuerySelectorAll("a[href*='certificate-orders']"));
    }

    [Fact]
    public async Task A_doubtful_one_that_is_another_is_stored_too()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Stored(officer, Row("沈嘉禾", "一等奖", kind: "奖项"));
        await Read(officer, Row("沈嘉禾", "一等奖（电工）", kind: "奖项"));

        await officer.Post(officer.Address + "/confirmation"); // as a page that is older
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        await officer.Visit("/honours/imports/new");
        await officer.Visit(officer.Page.QuerySelector("#waiting a")!.GetAttribute("href")!);
        await officer.Submit("#choices", new Dictionary<string, string> { ["another[2]"] = "true" });
        await officer.Submit("#confirm");

        Assert.Equal(["一等奖", "一等奖（电工）"], await app.WithDb(db => db.Honours.OrderBy(h => h.Id).Select(h => h.Name).ToListAsync()));
    }

    [Fact]
    public async Task One_wrong_cell_stores_nothing_and_the_marked_copy_says_where_and_why()
    {
        await using var app = new App();
        await app.Organisations();
        await Person(app, "沈嘉禾", 1);
        await app.Worker("李伟", 2);
        await app.Worker("李伟", 3);
        await app.Worker("外区人", 4, "XE");
        var officer = await app.Open(DutyKind.FederationOfficer);

        await officer.Import(Page, Sheet(
            Row("沈嘉禾", "一等奖", kind: "奖项"),
            Row("李伟", "一等奖", kind: "奖项"),
            Row("沈嘉禾", "", kind: "大奖", level: "宇宙级", unit: "XE"),
            Row("", "技术能手"),
            Row("外区人", "一等奖", kind: "奖项", on: "2099-01-01"),
            Row("沈嘉禾", "一等奖", kind: "奖项", level: "市级"),
            Row("陆一鸣", "一等奖", kind: "奖项", number: WorkerImportTests.Id(1))));

        Assert.Equal("Failed", officer.Ended());
        Assert.Equal((0, 0), (await app.WithDb(db => db.Honours.CountAsync()), await app.WithDb(db => db.HonourImports.CountAsync())));
        var copy = await officer.MarkedCopy(HonourSheet.Columns);
        Assert.Equal("", copy[0].Why);
        Assert.Matches("姓名：单位里不止一名“李伟”.*李伟#\\d+（1990-01 出生）、李伟#\\d+", copy[1].Why);
        foreach (var said in (string[])["单位：您的管辖范围内没有", "荣誉名称：请填写荣誉名称", "类别：类别请写：奖项、称号", "级别：级别请写：国家级"])
        {
            Assert.Contains(said, copy[2].Why, StringComparison.Ordinal);
        }

        Assert.Contains("姓名：称号和等级晋升只授予个人", copy[3].Why, StringComparison.Ordinal);
        Assert.Contains("颁发日期：发文日期不能晚于今天", copy[4].Why, StringComparison.Ordinal);
        Assert.Contains("颁发单位：临平区总工会是区县级单位", copy[5].Why, StringComparison.Ordinal);
        Assert.Contains("证件号码：名册里这个证件号码不是“陆一鸣”", copy[6].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Namesakes_are_told_apart_by_number_by_register_number_and_by_who_was_there_then()
    {
        await using var app = new App();
        await app.Organisations();
        var (one, two) = (await Person(app, "李伟", 1), await Person(app, "李伟", 2));
        var officer = await app.Open(DutyKind.FederationOfficer);
        await app.WithDb(async db =>
        {
            (await db.Workers.SingleAsync(w => w.Id == two.Id)).Leave(new DateOnly(2024, 12, 31));
            await db.SaveChangesAsync();
        });

        await Stored(officer,
            Row("李伟", "一等奖", kind: "奖项", number: WorkerImportTests.Id(2)),
            Row($"李伟#{one.Id}", "二等奖", kind: "奖项"),
            Row("李伟", "三等奖", kind: "奖项", on: "2025-06-01"));

        Assert.Equal([two.Id, one.Id, one.Id], (await app.WithDb(db => db.Honours.OrderBy(h => h.Id).ToListAsync())).Select(h => h.People[0].WorkerId));
    }

    [Fact]
    public async Task The_same_file_twice_at_once_is_stored_once()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var (one, two) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.TownOfficer, "LP01"));
        await Read(one, Row("沈嘉禾", "一等奖", kind: "奖项", grantor: "某市总工会", level: "市级"));
        await Read(two, Row("沈嘉禾", "一等奖", kind: "奖项", grantor: "某市总工会", level: "市级"));

        await Task.WhenAll(one.Submit("#confirm"), two.Submit("#confirm"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { one.Status, two.Status }.Order());
        Assert.Equal(1, await app.WithDb(db => db.Honours.CountAsync()));
    }

    [Fact]
    public async Task What_the_register_got_meanwhile_is_shown_and_not_stored_twice()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Read(officer, Row("沈嘉禾", "一等奖", kind: "奖项"));
        var page = officer.Address;
        await Stored(await app.Open(DutyKind.FederationOfficer), Row("沈嘉禾", "一等奖", kind: "奖项"));

        await officer.Submit("#confirm");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("核对结果已经更新", officer.Body, StringComparison.Ordinal);
        Assert.Equal(["已在名册 1"], (await officer.Visit(page)).Texts(".tabs.sec a"));
        Assert.Equal(1, await app.WithDb(db => db.Honours.CountAsync()));
        await officer.Submit("#discard");
        Assert.Empty(await app.WithDb(async db => (await db.HonourImports.SingleAsync(i => i.Stage == HonourImportStage.Discarded)).Lines));
    }

    [Fact]
    public async Task A_title_that_is_held_is_not_given_again_by_an_old_list()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Stored(officer, Row("沈嘉禾", "临平区技术能手"));

        await Read(officer, Row("沈嘉禾", "临平区技术能手", on: "2021-05-01"), Row("沈嘉禾", "金牌职工", on: "2021-05-01"));

        Assert.Equal(["新增 1", "同名称号已有 1"], officer.Texts(".tabs.sec a"));
        await officer.Submit("#confirm");
        Assert.Equal(["临平区技术能手", "金牌职工"], await app.WithDb(db => db.Honours.OrderBy(h => h.Id).Select(h => h.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_upload_is_seen_by_those_who_keep_honours_there_and_by_nobody_else()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var town = await app.Open(DutyKind.TownOfficer, "LP01");
        await Read(town, Row("沈嘉禾", "一等奖", kind: "奖项", grantor: "某市总工会", level: "市级"));
        var page = town.Address;

        Assert.Equal(HttpStatusCode.OK, (await (await app.Open(DutyKind.FederationOfficer)).Visit(page)).Status);
        foreach (var other in (Browser[])[await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.EnterpriseOfficer, "E1")])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await (await other.Visit(Page)).Post(page + "/confirmation")).Status);
        }

        Assert.Equal(0, await app.WithDb(db => db.Honours.CountAsync()));
    }

    [Fact]
    public async Task A_foreign_honour_by_hand_names_its_grantor_needs_its_document_and_is_left_out_of_certificates()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        var officer = await (await app.Open(DutyKind.FederationOfficer)).Visit("/honours/new");
        Dictionary<string, string> typed = new()
        {
            ["HolderKind"] = "Person", ["Kind"] = "Title", ["Name"] = "全国五一劳动奖章", ["Organisation"] = "E1", ["People"] = "沈嘉禾", ["Grantor"] = "LP", ["Occasion"] = "五一表彰",
            ["Elsewhere"] = "中华全国总工会", ["ElsewhereLevel"] = "National",
        };
        await officer.Submit("#honour", typed);
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        await officer.Submit("#honour", new Dictionary<string, string>(typed) { ["DocumentNumber"] = "总工发〔2024〕3 号", ["GrantedOn"] = "2024-04-28" });

        var honour = await app.WithDb(db => db.Honours.SingleAsync());
        Assert.Equal(("中华全国总工会", OrganisationLevel.National, true, HonourStage.Granted), (honour.GrantorName, honour.Level, honour.GrantedElsewhere, honour.Stage));
        Assert.Equal("没有可以制作证书的荣誉", (await officer.Visit($"/certificate-orders/new?honour={honour.Id}")).Text(".empty h3"));
        Assert.Equal(0, await app.Issue(honour.Id));
    }

    [Fact]
    public async Task The_template_holds_rows_that_are_right()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Worker("沈嘉禾", 1);
        await app.Worker("陆一鸣", 2);
        var officer = await app.Open(DutyKind.FederationOfficer);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateReader(new MemoryStream(await officer.Http.GetByteArrayAsync("/honours/imports/template.xlsx")));
        _ = reader.NextResult() && reader.NextResult() && reader.Read();
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, HonourSheet.Columns.Count).Select(i => reader.FieldCount > i ? reader.GetValue(i)?.ToString() ?? "" : "")]);
        }

        await officer.Import(Page, Sheet([.. rows]));

        Assert.Equal(("Succeeded", 3), (officer.Ended(), rows.Count));
    }

    [Fact]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("沈嘉禾", 1);
        var officer = await app.Open(DutyKind.FederationOfficer);
        await Stored(officer, Row("沈嘉禾", "一等奖", kind: "奖项"));
        await Read(officer, Row("沈嘉禾", "一等奖（电工）", kind: "奖项"), Row("沈嘉禾", "杭州市技术能手", level: "市级", grantor: "杭州市总工会"));
        await using var screens = new Screens(app);

        await screens.Visit(await screens.Sizes("FederationOfficer@LP"), Page, officer.Address, officer.Address + "?show=New", "/honours/new", $"/workers/{worker.Id}", $"/workers/{worker.Id}?tab=changes", $"/workers/{worker.Id}/dossier");

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }

    private static async Task Read(Browser officer, params IReadOnlyList<string>[] rows)
    {
        await officer.Import(Page, Sheet(rows));
        Assert.Equal("Succeeded", officer.Ended());
        await officer.Visit(officer.Page.QuerySelector(".acts .btn-primary")!.GetAttribute("href")!);
    }

    private static async Task Stored(Browser officer, params IReadOnlyList<string>[] rows)
    {
        await Read(officer, rows);
        await officer.Submit("#confirm");
        Assert.Equal(HttpStatusCode.OK, officer.Status);
    }

    /// <summary>With a number that a cell may hold.</summary>
    private static Task<Worker> Person(App app, string name, int n) => app.WithDb(async db =>
    {
        var worker = new Worker(name, IdKind.ResidentCard, app.Services.GetRequiredService<FieldCipher>().Seal("worker.id-number", WorkerImportTests.Id(n)), Sex.Male, new DateOnly(1990, 1, 1))
            .Join(await db.Organisations.SingleAsync(o => o.Code == "E1"), new DateOnly(2020, 1, 1));
        db.Add(worker);
        await db.SaveChangesAsync();
        return worker;
    });

    private static byte[] Sheet(params IReadOnlyList<string>[] rows) => AppBatches.Workbook(HonourSheet.Columns, rows);

    private static IReadOnlyList<string> Row(
        string person, string name, string kind = "称号", string level = "区县级", string grantor = "临平区总工会", string on = "2019-04-28", string unit = "E1", string number = "") =>
        [person, number, unit, name, kind, level, grantor, on, "临总工〔2019〕21 号", "第八届职工技能大赛", ""];
}
