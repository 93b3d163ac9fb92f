using System.Net;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>成果展示平台: what anybody sees, and what nobody does.</summary>
public class GalleryTests
{
    private static readonly Dictionary<string, string> Text = new()
    {
        ["Summary"] = "合箱间隙由人工逐点测量改为在线检测。", ["Problem"] = "每台需测十六点，约十一分钟，班组差异大。", ["Solution"] = "在合箱工位加装四路激光测距头。", ["Agrees"] = "true",
    };

    [Fact]
    public async Task What_the_unit_wrote_and_agreed_to_is_found_and_read_by_anybody()
    {
        await using var app = new App();
        var id = await app.Named();
        var unit = await Shows(app, id);
        Assert.Contains("公众现在可以看到", unit.Body, StringComparison.Ordinal);
        await app.Spreads(id);
        await app.Confirmed();

        var anybody = await app.Open().Visit("/portal/innovations?q=激光&year=2026&kind=five-small&town=LP01");
        Assert.Equal(["合箱间隙在线检测改造"], anybody.Texts(".gallery h2"));
        Assert.Contains("1 家采用", anybody.Text(".gallery"), StringComparison.Ordinal);
        await anybody.Visit($"/portal/innovations/{id}");
        Assert.Contains(Text["Solution"], anybody.Body, StringComparison.Ordinal);
        Assert.Equal("沈**", anybody.Text("#people")); // he did not agree to be named
        Assert.Single(anybody.Page.QuerySelectorAll("#sides img"));
        Assert.Equal(HttpStatusCode.OK, (await anybody.Http.GetAsync($"/portal/innovations/{id}/after")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Http.GetAsync($"/portal/innovations/{id}/before")).StatusCode);
        Assert.Empty((await anybody.Visit("/portal/innovations?q=没有这个词")).Page.QuerySelectorAll(".gallery li"));

        await app.WithDb(async db =>
        {
            db.Add(new Consent(await db.Workers.Select(w => w.Id).FirstAsync(), ConsentKind.Publication, "v1", app.Now()));
            await db.SaveChangesAsync();
        });
        Assert.Equal("沈嘉禾", (await anybody.Visit($"/portal/innovations/{id}")).Text("#people"));
    }

    /// <summary>Not agreed, agreed no more, hidden by the federation, honour withdrawn, never written: neither list nor page nor picture.</summary>
    [Theory]
    [InlineData("not-agreed")]
    [InlineData("agreed-no-more")]
    [InlineData("hidden")]
    [InlineData("withdrawn")]
    [InlineData("unwritten")]
    public async Task Nothing_is_shown_of_what_is_not_to_be_shown(string why)
    {
        await using var app = new App();
        var id = await app.Named();
        if (why != "unwritten")
        {
            await Shows(app, id, why == "not-agreed" ? new Dictionary<string, string> { ["Agrees"] = "false" } : null);
        }

        switch (why)
        {
            case "agreed-no-more":
                await (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/innovations/{id}/exhibit/edit")).Submit("#exhibit", new Dictionary<string, string> { ["Agrees"] = "false" });
                break;
            case "hidden":
                await (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/innovations/{id}/exhibit/edit")).Submit("#exhibit", new Dictionary<string, string> { ["HiddenWhy"] = "照片里有客户名称" });
                break;
            case "withdrawn":
                await app.WithDb(async db =>
                {
                    (await db.Honours.SingleAsync(h => h.ApplicationId == id)).Make(HonourMove.Withdraw, "leader", app.Now(), "弄虚作假");
                    await db.SaveChangesAsync();
                });
                break;
        }

        var anybody = await app.Open().Visit("/portal/innovations");
        Assert.DoesNotContain("合箱间隙", anybody.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("衡远", anybody.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Visit($"/portal/innovations/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Visit($"/portal/innovations/{id}/after")).Status);
    }

    [Fact]
    public async Task A_phone_number_is_refused_and_what_was_typed_stays()
    {
        await using var app = new App();
        var unit = await Shows(app, await app.Named(), new Dictionary<string, string> { ["Summary"] = "请联系 138 1234 5678 了解详情" });
        Assert.Equal((HttpStatusCode.Conflict, Text["Problem"]), (unit.Status, unit.Value("#Problem")));
        Assert.Equal(0, await app.WithDb(db => db.Exhibits.CountAsync()));
    }

    [Fact]
    public async Task The_federation_cannot_agree_for_a_unit_and_another_unit_has_no_part_in_it()
    {
        await using var app = new App();
        var id = await app.Named();
        await Shows(app, id, new Dictionary<string, string> { ["Agrees"] = "false" });
        var federation = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/innovations/{id}/exhibit/edit");
        await federation.Submit("#exhibit", new Dictionary<string, string> { ["Agrees"] = "true" }, forged: true);
        Assert.Null(await app.WithDb(db => db.Exhibits.Select(e => e.AgreedOn).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/innovations/{id}/exhibit/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.FederationOfficer, "XS")).Visit($"/innovations/{id}/exhibit/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit($"/innovations/{id}/exhibit/edit")).Status);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told()
    {
        await using var app = new App();
        var id = await app.Named();
        await Shows(app, id);
        var one = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/innovations/{id}/exhibit/edit");
        var two = await (await app.Open(DutyKind.FederationOfficer)).Visit($"/innovations/{id}/exhibit/edit");
        await two.Submit("#exhibit", new Dictionary<string, string> { ["HiddenWhy"] = "照片里有客户名称" });
        await one.Submit("#exhibit", new Dictionary<string, string> { ["Summary"] = "另一个人同时改写的简介文字。" });
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (two.Status, one.Status));
    }

    [Fact]
    public async Task The_gallery_asks_as_often_for_many_as_for_one()
    {
        await using var app = new App();
        var anybody = app.Open();
        await Shows(app, await app.Named("成果零"));
        var one = await Asked(app, anybody);
        for (var n = 1; n < 5; n++)
        {
            await Shows(app, await app.Named($"成果{n}"));
        }

        Assert.Equal(one, await Asked(app, anybody));
        Assert.Equal(5, anybody.Page.QuerySelectorAll(".gallery li").Length);
        Assert.InRange(one, 1, 4);
    }

    private static async Task<int> Asked(App app, Browser browser)
    {
        await browser.Visit("/portal/innovations");
        using var log = app.CountQueries();
        await browser.Visit("/portal/innovations");
        return log.Count;
    }

    private static async Task<Browser> Shows(App app, int id, IReadOnlyDictionary<string, string>? other = null)
    {
        var unit = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit($"/innovations/{id}/exhibit/edit");
        return await unit.Upload("#exhibit", "After", "后.png", PicturesTests.Png, new Dictionary<string, string>(Text.Concat(other ?? new Dictionary<string, string>()).GroupBy(f => f.Key).Select(g => g.Last())));
    }
}
