using System.Net;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

public class BoardPagesTests
{
    private const string Public = "/boards/WELD";
    private const string Jury = "/events/WELD/board";

    [Fact]
    public async Task What_the_organiser_releases_the_public_page_shows_and_not_a_byte_more()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        await Mark(floor, 0, 81.37m);
        var page = await app.Open().Visit(Public);
        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.Page.QuerySelectorAll("[data-row]").Length));
        Assert.Contains("成绩还没有公开", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("81.37", page.Body, StringComparison.Ordinal);

        var organiser = await (await app.Open(DutyKind.FederationOfficer)).Visit(Jury);
        Assert.Contains("81.37", organiser.Body, StringComparison.Ordinal);
        await organiser.Submit("#release-practical");

        Assert.Equal(HttpStatusCode.OK, organiser.Status);
        await app.Shown(Public, p => p.Page.QuerySelectorAll("[data-row]").Length == 3);
        await page.Visit(Public);
        Assert.Equal(["1", "001", "81.37", "56.96", ""], page.Texts("[data-row='WELD@final.001'] td")); // 81.37 × 70 % = 56.959
        Assert.DoesNotContain("选手01", page.Body, StringComparison.Ordinal); // the codes are sealed
        Assert.DoesNotContain(floor.Works[0], page.Body, StringComparison.Ordinal);
        Assert.Contains("/boards/WELD", (await app.Open().Visit("/portal/C-WELD")).Body, StringComparison.Ordinal);

        await organiser.Submit("#hide-practical");
        await app.Shown(Public, p => !p.Body.Contains("81.37", StringComparison.Ordinal));
        Assert.Equal(2, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "board.release" || l.Act == "board.hide")));
    }

    [Fact]
    public async Task Frozen_the_public_page_and_the_hall_stand_still_and_the_jury_goes_on()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var organiser = await (await app.Open(DutyKind.FederationOfficer)).Visit(Jury);
        await organiser.Submit("#release-practical");
        await Mark(floor, 0, 80);
        await organiser.Submit("#freeze");
        await Mark(floor, 1, 95.5m);

        await app.Shown(Public, p => p.Body.Contains("已封榜", StringComparison.Ordinal));
        foreach (var address in (string[])[Public, $"{Public}/final/workers", $"{Public}/final/workers/hall", $"{Public}/final/workers/snapshot"])
        {
            var page = await app.Open().Visit(address);
            Assert.Contains("80.00", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("95.50", page.Body, StringComparison.Ordinal);
        }

        await app.Shown(Jury, p => p.Body.Contains("95.50", StringComparison.Ordinal), organiser);
        await organiser.Submit("#unfreeze");
        await app.Shown(Public, p => p.Body.Contains("95.50", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_of_a_page_that_is_out_of_date_changes_nothing()
    {
        await using var app = new App();
        await Floor.Open(app);
        var (one, other) = (await (await app.Open(DutyKind.FederationOfficer)).Visit(Jury), await (await app.Open(DutyKind.FederationOfficer)).Visit(Jury));
        await one.Submit("#release-practical");

        await other.Submit("#release-theory");

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(["practical"], await app.WithDb(db => db.BoardReleases.Select(r => r.Modules).SingleAsync()));
    }

    [Fact]
    public async Task The_jurys_page_is_closed_to_strangers_and_has_no_buttons_for_who_only_watches()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var chief = await app.As(await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief")).Visit(Jury);
        Assert.Equal((HttpStatusCode.OK, 0), (chief.Status, chief.Page.QuerySelectorAll("#release-practical, #freeze").Length));
        Assert.Equal(3, chief.Page.QuerySelectorAll("[data-row]").Length);

        foreach (var stranger in (string[])[floor.Judges[0], await app.Judge(await app.Registering("LATHE"), DutyKind.ChiefJudge, "of-another-event")])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.As(stranger).Visit(Jury)).Status);
        }

        using var forged = await chief.Send($"{Jury}/final/releases?module=practical&version=0", new { });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Empty(await app.WithDb(db => db.BoardReleases.ToListAsync()));
    }

    private static async Task Mark(Floor floor, int work, decimal value)
    {
        foreach (var judge in floor.Judges)
        {
            Assert.NotNull((await floor.Give(judge, Floor.Panel(floor.Works[work], value))).Single().Sequence);
        }
    }
}

internal static class BoardWaits
{
    /// <summary>A board follows its ledger by a loop of its own: looked at until it does, or for a minute.</summary>
    public static async Task Shown(this App app, string address, Func<Browser, bool> seen, Browser? by = null)
    {
        for (var n = 0; n < 600; n++)
        {
            if (seen(await (by ?? app.Open()).Visit(address)))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"{address} does not show it.");
    }
}
