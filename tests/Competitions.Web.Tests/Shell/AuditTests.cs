using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

public class AuditTests
{
    [Fact]
    public async Task The_auditor_filters_by_who_what_result_and_day_and_nobody_else_reads()
    {
        await using var app = new App();
        var page = await Acted(app);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("账号·登录", page.Text("tbody"), StringComparison.Ordinal);
        Assert.Contains("职工·查看", (await page.Visit("/audit?act=worker")).Text("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain("登录", page.Text("tbody"), StringComparison.Ordinal);
        Assert.All((await page.Visit("/audit?allowed=false")).Texts("tbody .st"), s => Assert.Equal("拒绝", s));
        Assert.Contains("没有符合的记录", (await page.Visit("/audit?to=2020-01-01")).Body, StringComparison.Ordinal);
        Assert.Contains("没有符合的记录", (await page.Visit("/audit?account=nobody")).Body, StringComparison.Ordinal);
        Assert.Single((await page.Visit("/audit?account=EnterpriseOfficer@E1&act=worker")).Page.QuerySelectorAll("tbody tr"));
        foreach (var duty in (DutyKind[])[DutyKind.SystemAdministrator, DutyKind.SecurityAdministrator, DutyKind.FederationOfficer])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(duty)).Visit("/audit")).Status);
        }
    }

    [Fact]
    public async Task The_export_holds_what_is_filtered_and_is_audited_itself()
    {
        await using var app = new App();
        var page = await Acted(app);
        var answer = await page.Http.GetAsync("/audit/export.xlsx?act=worker");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Contains(zip.Entries, e => e.FullName == "xl/workbook.xml");
        var line = await app.WithDb(db => db.Audit.OrderByDescending(l => l.Sequence).FirstAsync());
        Assert.Equal(("audit.export", "1"), (line.Act, line.Why));
    }

    /// <summary>F15: the chain walked on the page; the edits are planted behind the program's back, past the trigger.</summary>
    [Fact]
    public async Task A_whole_chain_is_whole_and_an_edited_line_is_named_and_a_cut_tail_too()
    {
        await using var app = new App();
        var page = await Acted(app);
        await page.Submit("#verify");
        Assert.NotNull(page.Page.QuerySelector("[data-whole]"));

        Plant(app, "UPDATE Audit SET Why = 'nothing to see' WHERE Sequence = 2");
        await (await page.Visit("/audit")).Submit("#verify");
        Assert.Equal("2", page.Page.QuerySelector("[data-broken]")?.GetAttribute("data-broken"));
        Assert.Contains("第 2 行与写入时不一致", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_named()
    {
        await using var app = new App();
        var page = await Acted(app);
        var last = await app.WithDb(db => db.Audit.MaxAsync(l => l.Sequence));
        Plant(app, $"DELETE FROM Audit WHERE Sequence >= {last - 1}");
        await page.Submit("#verify");
        Assert.Contains($"第 {last - 1} 行缺失", page.Body, StringComparison.Ordinal);
    }

    private static async Task<Browser> Acted(App app)
    {
        await app.Organisations();
        await app.Worker("职工甲", 1);
        var stranger = await app.Open().Visit("/sign-in");
        await stranger.Submit("#sign-in", new Dictionary<string, string> { ["UserName"] = "nobody", ["Password"] = "wrong" });
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var auditor = await app.Open(DutyKind.AuditAdministrator);
        await app.WithDb(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.OrganisationId, db.Organisations.Where(o => o.Code == "LP").Select(o => (int?)o.Id).Single())));
        await (await officer.Visit($"/workers/{await app.WithDb(db => db.Workers.Select(w => w.Id).SingleAsync())}")).Submit("#view", new Dictionary<string, string> { ["what"] = "id-number", ["reason"] = "本人申请更正" });
        return await auditor.Visit("/audit");
    }

    private static void Plant(App app, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "competitions.db")};Pooling=False");
        connection.Open();
        foreach (var command in (string[])["DROP TRIGGER Audit_no_UPDATE", "DROP TRIGGER Audit_no_DELETE", sql])
        {
            using var act = connection.CreateCommand();
            act.CommandText = command;
            act.ExecuteNonQuery();
        }
    }
}
