using System.Net;
using Competitions.People;
using Competitions.Web.Shell.Workbooks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.People;

public class WorkersTests
{
    internal static readonly Dictionary<string, string> Typed = new()
    {
        ["Name"] = "买买提•艾力", ["IdNumber"] = "99010119900101006x", ["Phone"] = "138 0000 5678", ["OrganisationCode"] = "E1", ["JoinedOn"] = "2024-03-01",
    };

    [Fact]
    public async Task Create_reads_birth_date_and_sex_and_shows_no_whole_number()
    {
        await using var app = new App();
        var page = await Registered(app);

        Assert.Equal("买买提·艾力", page.Text("h1"));
        Assert.Equal(("990***********006X", "138****5678"), (page.Text("[data-id-number]"), page.Text("[data-phone]")));
        Assert.DoesNotContain("99010119900101006X", page.Body, StringComparison.OrdinalIgnoreCase);
        var worker = await app.WithDb(db => db.Workers.SingleAsync());
        Assert.Equal((new DateOnly(1990, 1, 1), Sex.Female), (worker.BornOn, worker.Sex));
    }

    [Fact]
    public async Task Create_of_one_who_is_registered_is_refused_and_keeps_what_was_typed()
    {
        await using var app = new App();
        await Registered(app);
        var page = await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit("/workers/new");

        await page.Submit("#worker", new Dictionary<string, string>(Typed) { ["OrganisationCode"] = "E2", ["IdNumber"] = "99010119900101006X" });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("买买提•艾力", page.Value("#Name"));
        Assert.Equal(1, await app.WithDb(db => db.Workers.CountAsync()));
    }

    [Theory]
    [InlineData("IdNumber", "990101199001010061", HttpStatusCode.Conflict)]
    [InlineData("Name", "张😀", HttpStatusCode.Conflict)]
    [InlineData("Phone", "12", HttpStatusCode.Conflict)]
    [InlineData("Name", "", HttpStatusCode.BadRequest)]
    [InlineData("OrganisationCode", "XE", HttpStatusCode.Conflict)]
    public async Task Create_with_something_wrong_stores_nothing(string field, string typed, HttpStatusCode status)
    {
        await using var app = new App();
        await app.Organisations();
        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/workers/new");

        await page.Submit("#worker", new Dictionary<string, string>(Typed) { [field] = typed });

        Assert.Equal(status, page.Status);
        Assert.Equal(0, await app.WithDb(db => db.Workers.CountAsync()));
    }

    [Fact]
    public async Task An_enterprise_sees_its_own_a_town_its_subtree_and_another_district_nothing()
    {
        await using var app = new App();
        var address = (await Registered(app)).Address;

        Assert.Contains("买买提·艾力", (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/workers")).Body, StringComparison.Ordinal);
        Assert.Contains("买买提·艾力", (await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit("/workers")).Body, StringComparison.Ordinal);
        foreach (var (duty, place) in new[] { (DutyKind.EnterpriseOfficer, "E2"), (DutyKind.FederationOfficer, "XS") })
        {
            var page = await (await app.Open(duty, place)).Visit("/workers");
            Assert.DoesNotContain("买买提·艾力", page.Body, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await page.Visit(address)).Status);
        }
    }

    [Theory]
    [InlineData("99010119900101006x")]
    [InlineData("13800005678")]
    [InlineData("买买提")]
    public async Task Index_finds_by_name_or_by_a_whole_number(string typed)
    {
        await using var app = new App();
        await Registered(app);
        var page = await app.Open(DutyKind.FederationOfficer);

        Assert.Equal(["买买提·艾力"], (await page.Visit("/workers?q=" + Uri.EscapeDataString(typed))).Texts("tbody a.t"));
        Assert.Empty((await page.Visit("/workers?q=990101")).Texts("tbody a.t")); // a part of a number finds nobody
    }

    [Fact]
    public async Task A_whole_number_is_shown_for_a_reason_and_the_reason_is_in_the_audit()
    {
        await using var app = new App();
        var page = await Registered(app);
        var address = page.Address;

        await page.Submit("#view", new Dictionary<string, string> { ["reason"] = "其他" });
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        await (await page.Visit(address)).Submit("#view", new Dictionary<string, string> { ["reason"] = "其他", ["note"] = "核对社保" });

        Assert.Equal("99010119900101006X", page.Text("[data-id-number]"));
        var line = await app.WithDb(db => db.Audit.SingleAsync(a => a.Act == "worker.view-id-number"));
        Assert.Equal(("其他：核对社保", true), (line.Why, line.Allowed));
    }

    [Fact]
    public async Task A_transfer_ends_the_membership_before_and_keeps_its_name()
    {
        await using var app = new App();
        var address = (await Registered(app)).Address;
        var page = await (await app.Open(DutyKind.TownOfficer, "LP01")).Visit(address);

        await page.Submit("#transfer", new Dictionary<string, string> { ["organisationCode"] = "E2", ["from"] = "2025-01-01" });

        var worker = await app.WithDb(db => db.Workers.SingleAsync());
        Assert.Equal([("临平衡远机电有限公司工会", new DateOnly(2024, 12, 31)), ("杭州艺澜服饰有限公司工会", (DateOnly?)null)], worker.Memberships.Select(m => (m.OrganisationName, m.To)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit(address)).Status);
    }

    [Fact]
    public async Task An_export_is_masked_signed_and_audited()
    {
        await using var app = new App();
        await Registered(app);
        var page = await app.Open(DutyKind.FederationOfficer);

        var file = new MemoryStream(await page.Http.GetByteArrayAsync("/workers/export.xlsx"));

        using var sheet = SheetReader.Open(file, [new Column("姓名", "", Required: true)]);
        Assert.Equal(2, sheet.HeaderRow);
        Assert.Equal("990***********006X", Assert.Single(sheet.Rows()).Cells[3]);
        Assert.Equal("1", (await app.WithDb(db => db.Audit.SingleAsync(a => a.Act == "workers.export"))).Thing);
    }

    [Fact]
    public async Task Index_asks_the_same_few_questions_for_one_worker_and_for_forty()
    {
        await using var app = new App();
        await Registered(app);
        var page = await app.Open(DutyKind.FederationOfficer);
        await page.Visit("/workers");
        using var log = app.CountQueries();
        await page.Visit("/workers");
        var one = log.Count;
        for (var n = 1; n <= 40; n++)
        {
            await app.Worker($"职工{(char)('甲' + n)}", n, "E1");
        }

        log.Clear();
        await page.Visit("/workers");

        Assert.InRange(log.Count, 1, one);
    }

    private static async Task<Browser> Registered(App app)
    {
        await app.Organisations();
        var page = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Visit("/workers/new");
        await page.Submit("#worker", Typed);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }
}
