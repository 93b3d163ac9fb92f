using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Schemes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Schemes;

public class SchemeEditorTests
{
    [Fact]
    public async Task A_first_scheme_is_written_by_hand()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Visit("/events/WELD/scheme/edit");
        Assert.Equal(["C", "S", "M"], page.Page.QuerySelectorAll("#scheme [name$='.Kind']").Select(k => k.GetAttribute("value") ?? "M"));

        await page.Submit("#scheme", new Dictionary<string, string>
        {
            ["Title"] = "焊工实操评分方案", ["Lines[1].Name"] = "外观", ["Lines[2].Name"] = "焊缝尺寸", ["Lines[2].Day"] = "1",
            ["Lines[3].Description"] = "余高", ["Lines[3].Most"] = "1.25",
        });

        Assert.Equal((HttpStatusCode.OK, "/events/WELD/scheme", "1.25"), (page.Status, page.Address, page.Text("[data-total]")));
        var scheme = (await app.Scheme())!;
        Assert.Equal(("焊工实操评分方案", "外观", "焊缝尺寸", 1), (scheme.Content.Title, scheme.Content.Criteria[0].Name, scheme.Content.Criteria[0].SubCriteria[0].Name, scheme.Content.Criteria[0].SubCriteria[0].Day));
        Assert.Equal(("practical", "K1"), (scheme.Modules["A"], scheme.Content.Aspects.Single().Key));
        Assert.Equal("缺评价基准", await Sign(page, app)); // a judgement without benchmarks is said at its line
    }

    private static async Task<string> Sign(Browser page, App app)
    {
        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Kind"] = "J" });
        Assert.Equal("K2", (await app.Scheme())!.Content.Aspects.Single().Key); // what is judged now was not measured: another aspect
        return page.Text("tr[data-aspect='A1.J1'] [data-sign]");
    }

    /// <summary>The order of the posted index is the order of the tree: nothing is numbered anew when a line is moved.</summary>
    [Fact]
    public async Task Lines_are_read_in_the_order_they_stand_with_new_ones_and_calculations_among_them()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Visit("/events/WELD/scheme/edit");
        var token = page.Value("#scheme [name=__RequestVerificationToken]")!;
        (string, string)[] fields =
        [
            ("__RequestVerificationToken", token), ("Basis", "0.0"), ("Title", "方案"),
            .. Line("n7", "C", ("Code", "A"), ("Name", "甲"), ("Module", "practical")), .. Line("n8", "S", ("Code", "A1"), ("Name", "甲一")),
            .. Line("n3", "J", ("Description", "成形"), ("Most", "2"), ("Benchmarks[0]", "差"), ("Benchmarks[1]", "合格"), ("Benchmarks[2]", "好\r\n整齐"), ("Benchmarks[3]", "优")),
            .. Line("2", "M", ("Description", "余高"), ("Most", "0.3333"), ("Calculation", "k9"), ("Requirement", "0–2 毫米"), ("Section", "1")),
            .. Line("n1", "C", ("Code", "B"), ("Name", "乙")), .. Line("n2", "S", ("Code", "")), .. Line("n4", "M", ("Description", "咬边"), ("Most", "1"), ("Calculation", "k2")),
            .. Of("Calculations", "k2", ("Name", "咬边"), ("Type", "CHOICE"), ("DeductionType", "PERCENT"), ("Choices.Index", "x"), ("Choices[x].Id", "x"), ("Choices[x].Label", "无"), ("Choices[x].Deduction", "0"), ("Choices.Index", "a"), ("Choices[a].Id", "a"), ("Choices[a].Label", "有"), ("Choices[a].Deduction", "100")),
            .. Of("Calculations", "k9", ("Name", "余高"), ("Type", "RANGED_SCORE"), ("DeductionType", "UNIT"), ("Ranges.Index", "r"), ("Ranges[r].Id", "r"), ("Ranges[r].Lower", "0"), ("Ranges[r].Upper", "2"), ("Ranges[r].Deduction", "0")),
            .. Of("Sections", "s1", ("Number", "1"), ("Name", "焊接"), ("Declared", "0.3333")),
        ];
        var answer = await page.Http.PostAsync("/events/WELD/scheme", new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var scheme = (await app.Scheme())!.Content;
        Assert.Equal(["A1.J1", "A1.M1", "B1.M1"], scheme.Places.Select(p => p.Code));
        Assert.Equal(3.3333m, scheme.Total.Value);
        Assert.Equal(["差", "合格", "好\n整齐", "优"], scheme.Aspects.First().Benchmarks.Select(b => b.Text));
        Assert.Equal(["余高", "咬边"], scheme.Aspects.Where(a => a.Kind is AspectKind.Measurement).Select(a => scheme.CalculationOf(a)!.Name));
        Assert.Equal(0m, scheme.Calculations[0].Mark(new Points(1), 2).Value); // the second choice costs all
        Assert.Equal(0.33m, scheme.Calculations[1].Mark(new Points(0.3333m), 1.5m).Value);
        Assert.Equal(0m, scheme.Variation(scheme.Sections.Single()).Value);
    }

    [Theory]
    [InlineData("ES2025_Marking_Scheme_Web_Development_17.xlsx")]
    [InlineData("WSUK2024_nationals_web_development_marking_final_cis.xlsx")]
    [InlineData("LKS2022_WebTech_marking-scheme.xlsx")]
    public async Task A_real_scheme_that_is_saved_without_a_touch_is_the_same(string name)
    {
        var file = await File.ReadAllBytesAsync(Repository.RealData("marking/" + name), TestContext.Current.CancellationToken);
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(file);
        var before = (await app.Scheme())!;

        await (await page.Visit("/events/WELD/scheme/edit")).Submit("#scheme");

        var after = (await app.Scheme())!;
        Assert.Equal(("", "/events/WELD/scheme"), (page.Text(".errsum"), page.Address));
        Assert.True(before.Content.IsSameAs(after.Content));
        Assert.Equal(before.Content.Aspects.Select(a => a.Key), after.Content.Aspects.Select(a => a.Key));
        Assert.Equal(before.Modules, after.Modules);
        Assert.Equal(before.Accepted, after.Accepted);
        Assert.True(after.Version > before.Version);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_place_and_what_was_typed_stays()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string>
        {
            ["Lines[3].Description"] = "  ", ["Lines[3].Most"] = "两分", ["Lines[4].Most"] = "0.12345", ["Lines[7].Most"] = "-1", ["Lines[2].Day"] = "0", ["Lines[4].Section"] = "一",
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["#Lines_2__Day", "#Lines_3__Description", "#Lines_3__Most", "#Lines_4__Most", "#Lines_4__Section", "#Lines_7__Most"], page.Page.QuerySelectorAll(".errsum a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.All(page.Page.QuerySelectorAll(".errsum a"), a => Assert.NotNull(page.Page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(("两分", "0.12345", "一"), (page.Value("#Lines_3__Most"), page.Value("#Lines_4__Most"), page.Value("#Lines_4__Section")));
        Assert.Equal(4m, (await app.Scheme())!.Content.Total.Value);

        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string> { ["Title"] = " ", ["Lines[1].Module"] = "theory" });
        Assert.Equal((HttpStatusCode.Conflict, "scheme.title", "请填写方案名称，不超过 200 个字。"), (page.Status, Refused(page), page.Text("#scheme .msg")));
        await page.Submit("#scheme", new Dictionary<string, string> { ["Title"] = "方案", ["Lines[1].Module"] = "nix" }, forged: true);
        Assert.Equal((HttpStatusCode.Conflict, "scheme.module"), (page.Status, Refused(page)));
    }

    [Fact]
    public async Task A_calculation_says_what_it_lacks()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(Marking.Book(
            [["演示"], Marking.Open("A"), Marking.Sub("A1"), Marking.Aspect("M", 1)],
            [["完成数", "NUMBER_COMPLETED", 1, "NUM_POSSIBLE:::4.00000000#x~x#"], ["选项", "CHOICE", 1, "DEDUCTION_TYPE:::#x~x#UNIT#-#CHOICE1_DEDUCTION:::0E-8#x~x##-#CHOICE1_LABEL:::#x~x#好"]]));
        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string> { ["Calculations[1].Possible"] = "0", ["Calculations[2].Choices[1].Label"] = "甲#-#乙", ["Lines[3].Calculation"] = "99" }, forged: true);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["#Calculations_1__Possible", "#Calculations_2__Choices_1__Label", "#Lines_3__Calculation"], page.Page.QuerySelectorAll(".errsum a").Select(a => a.GetAttribute("href")).Order());

        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string> { ["Calculations[1].Possible"] = "8", ["Lines[3].Calculation"] = "1" }, forged: true);
        var scheme = (await app.Scheme())!.Content;
        Assert.Equal(0.25m, scheme.CalculationOf(scheme.Aspects.Single())!.Mark(new Points(1), 2).Value);
        Assert.Equal("CHOICE1_DEDUCTION", scheme.Calculations[1].Parameters[1].Name); // untouched, in the order it came in
    }

    [Fact]
    public async Task Who_saves_second_is_told_in_words_and_keeps_what_was_typed()
    {
        await using var app = new App();
        var one = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        var other = await app.Open(DutyKind.EventOrganiser, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()));
        await one.Visit("/events/WELD/scheme/edit");
        await other.Visit("/events/WELD/scheme/edit");
        await one.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Most"] = "0.75" });

        await other.Submit("#scheme", new Dictionary<string, string> { ["Lines[1].Name"] = "我填写的名称" });

        Assert.Equal((HttpStatusCode.Conflict, "changed-by-someone-else", "我填写的名称"), (other.Status, Refused(other), other.Value("#Lines_1__Name")));
        Assert.Contains("FederationOfficer@LP", other.Text("#meanwhile"), StringComparison.Ordinal);
        Assert.Equal(["A 写明名称“我填写的名称”", "A1.M1 满分由 0.75 改为 0.50"], other.Texts("#meanwhile li"));
        Assert.Equal(0.75m, (await app.Scheme())!.Content.Aspects.First().Most.Value); // nothing lost without a word

        await other.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Most"] = "0.75" }); // he has seen it and takes it over
        Assert.Equal(("/events/WELD/scheme", "我填写的名称", 4.25m), (other.Address, (await app.Scheme())!.Content.Criteria[0].Name, (await app.Scheme())!.Content.Total.Value));
    }

    [Fact]
    public async Task Of_two_who_write_the_first_scheme_at_once_one_is_told()
    {
        await using var app = new App();
        var pages = new[] { await app.Organiser(), await app.Open(DutyKind.FederationOfficer) };
        foreach (var page in pages)
        {
            await page.Visit("/events/WELD/scheme/edit");
        }

        await Task.WhenAll(pages.Select(p => p.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Description"] = "余高", ["Lines[3].Most"] = "1" })));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], pages.Select(p => p.Status).Order());
        Assert.Equal(1, await app.WithDb(db => db.MarkingSchemes.CountAsync()));
    }

    [Fact]
    public async Task After_the_start_a_change_needs_its_reason_and_is_shown_in_words()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        await page.Visit("/events/WELD/scheme/edit");
        var late = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD/scheme/edit"); // opened before, sent after the start
        await page.Starts();
        await late.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Most"] = "0.75" });
        Assert.Equal((HttpStatusCode.Conflict, "changed-by-someone-else"), (late.Status, Refused(late)));

        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Most"] = "0.75", ["Why"] = " " });
        Assert.Equal((HttpStatusCode.Conflict, "scheme.reason-missing", "0.75"), (page.Status, Refused(page), page.Value("#Lines_3__Most")));
        await page.Submit("#scheme", new Dictionary<string, string> { ["Why"] = "试件尺寸改动" });

        Assert.Equal(["A1.M1 满分由 0.50 改为 0.75"], page.Texts("#changes li"));
        var versions = await app.WithDb(db => db.MarkingSchemes.OrderBy(s => s.Number).ToListAsync());
        Assert.Equal([(1, 4m, true, ""), (2, 4.25m, true, "试件尺寸改动")], versions.Select(v => (v.Number, v.Content.Total.Value, v.IsLocked, v.Why)));
        Assert.Equal(versions[0].Content.Aspects.Select(a => a.Key), versions[1].Content.Aspects.Select(a => a.Key));
    }

    [Fact]
    public async Task When_the_codes_are_open_nothing_changes_any_more()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        await page.Visit("/events/WELD/scheme/edit");
        var (importing, reviewing) = (await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.FederationOfficer));
        await importing.Visit("/events/WELD/scheme/uploads/new");
        await reviewing.Brings(SchemeRoom.Clean);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            foreach (var move in (EventMove[])[EventMove.Start, EventMove.Finish, EventMove.OpenCodes])
            {
                of.Make(move, new EventFacts(2), "test", app.Clock.GetUtcNow().UtcDateTime);
            }

            await db.SaveChangesAsync();
        });

        await page.Submit("#scheme", new Dictionary<string, string> { ["Lines[3].Most"] = "0.75" });
        await importing.Upload("#upload", "File", "方案.xlsx", SchemeRoom.Clean);
        await reviewing.Submit("#adopt");
        foreach (var refused in (Browser[])[page, importing, reviewing])
        {
            Assert.Equal((HttpStatusCode.Conflict, "scheme.marked"), (refused.Status, Refused(refused)));
        }

        Assert.Equal("0.75", page.Value("#Lines_3__Most"));
        Assert.Equal(HttpStatusCode.Conflict, (await page.Visit("/events/WELD/scheme/edit")).Status);
        Assert.Empty((await page.Visit("/events/WELD/scheme")).Page.QuerySelectorAll(".acts .btn-primary"));
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_and_another_districts_hand_change_nothing()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(SchemeRoom.Clean);
        await page.Visit("/events/WELD/scheme/edit");
        await page.Submit("#scheme", new Dictionary<string, string> { ["Number"] = "9", ["LockedAt"] = "2026-01-01", ["By"] = "nobody", ["EventId"] = "99", ["Lines[3].Key"] = "K999" }, forged: true);
        var scheme = (await app.Scheme())!;
        Assert.Equal((1, false), (scheme.Number, scheme.IsLocked));
        Assert.DoesNotContain("K999", scheme.Content.Aspects.Select(a => a.Key));

        var judge = await app.Open(DutyKind.ScoringJudge, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()));
        var foreign = await app.Open(DutyKind.FederationOfficer, "XS");
        foreach (var closed in (Browser[])[judge, foreign])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await closed.Visit("/events/WELD/scheme/edit")).Status);
            await page.Visit("/events/WELD/scheme/edit");
            var answer = await closed.Http.PostAsync("/events/WELD/scheme", new FormUrlEncodedContent([new("Basis", "1.2")]), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    /// <summary>Beyond the framework's 1,024 of a list and of a form.</summary>
    [Fact]
    public async Task A_scheme_of_1500_aspects_is_saved_whole()
    {
        await using var app = new App();
        var page = await (await app.Organiser()).Adopts(Marking.Book([["大方案"], Marking.Open("A"), Marking.Sub("A1"), .. Enumerable.Range(0, 1500).Select(_ => Marking.Aspect("M", 0.5m))]));
        await (await page.Visit("/events/WELD/scheme/edit")).Submit("#scheme", new Dictionary<string, string> { ["Lines[1502].Most"] = "1" });

        Assert.Equal((HttpStatusCode.OK, "", 750.5m), (page.Status, page.Text(".errsum"), (await app.Scheme())!.Content.Total.Value));
    }

    private static IEnumerable<(string, string)> Line(string id, string kind, params (string Field, string Value)[] fields) => Of("Lines", id, [("Kind", kind), .. fields]);

    private static IEnumerable<(string, string)> Of(string list, string id, params (string Field, string Value)[] fields) =>
        [($"{list}.Index", id), ($"{list}[{id}].Id", id), .. fields.Select(f => ($"{list}[{id}].{f.Field}", f.Value))];

    private static string? Refused(Browser page) => page.Page.QuerySelector("[data-refusal]")?.GetAttribute("data-refusal");
}
