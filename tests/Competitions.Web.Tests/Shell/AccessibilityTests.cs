using Competitions.People;
using Competitions.Web.People.Workers.Imports;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Contests.Promotions;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.People;
using Competitions.Web.Tests.Schemes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Shell;

/// <summary>axe in a real browser over the organiser's pages, light and dark, at a desk, on a tablet and on a phone.</summary>
public class AccessibilityTests
{
    [Fact]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen()
    {
        await using var app = new App();
        await app.MarkedByAspects(await app.Ready(4));
        var review = (await (await (await app.Open(DutyKind.FederationOfficer)).Adopts(SchemeRoom.Warned)).Brings(SchemeRoom.Warned)).Address;
        await Promoted(app);
        var officer = await app.WithDb(db => db.Users.Where(u => u.UserName == "FederationOfficer@LP").Select(u => u.Id).SingleAsync());
        var refused = (await app.As(officer).Import("/workers/imports/new", WorkerImportTests.Sheet(WorkerImportTests.Row("沈嘉禾", "1")))).Address;
        var running = await app.WithDb(async db =>
        {
            var batch = new Batch(WorkersImport.Code, "", "", "名册.xlsx", officer, app.Clock.UtcNow());
            batch.Begin("another-node", app.Clock.UtcNow(), app.Clock.UtcNow().AddHours(1));
            db.Add(batch);
            await db.SaveChangesAsync();
            return $"/batches/{batch.Id}";
        });
        await app.Issue(await app.Granted(1));
        var verified = "/verify/" + await app.WithDb(db => db.Certificates.Select(c => c.Token).SingleAsync());
        await using var screens = new Screens(app);
        await screens.Visit(await screens.Sizes("FederationOfficer@LP"),
            "/portal", "/portal/C-WELD", "/sign-in", "/", "/contests", "/contests/new", "/contests/C-WELD", "/contests/C-WELD/events/new", "/events/WELD", "/events/WELD/edit",
            "/boards/WELD", "/boards/WELD/final/workers/hall", "/events/WELD/board", "/events/WELD/overview", "/events/WELD/overview/works", "/events/WELD/violations", "/events/WELD/violations/new", "/events/WELD/sessions", "/events/WELD/sessions/new", "/events/WELD/entries", "/events/WELD/entries/1", "/events/WELD/tickets", "/entries", "/deadlines", "/search?q=焊", "/questions", "/papers", "/occasions", "/workers", "/organisations", "/nix",
            "/events/WELD/scheme", "/events/WELD/scheme/edit", "/events/WELD/scheme/uploads/new", review,
            "/workers/imports/new", "/organisations/imports/new", "/questions/imports/new", "/events/WELD/entries/imports/new", "/batches", refused, running,
            "/events/WELD/promotions", "/events/WELD/promotions/new", "/events/WELD/promotions/1", "/events/WELD/promotions/1/moves/new?move=Withdraw", "/portal/C-WELD/promotions/1", "/result-sheets", "/result-sheets/new", "/result-sheets/1",
            "/honours", "/honours/new", "/honours/1", "/honours/1/moves/new?move=Withdraw", "/certificates/1", "/certificates/1/withdrawal/new", "/certificate-orders/new?honour=1", "/stamps", "/stamps/new", "/verify", "/verify/none", verified);

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }

    /// <summary>A published list into the event, and a result sheet that waits.</summary>
    private static async Task Promoted(App app)
    {
        await app.Held("TOWN", "LP01", (await app.Registered("沈嘉禾", 1), 95), (await app.Registered("陆明远", 2), 90), (await app.Registered("方堃", 3), 90));
        var organiser = await app.Open(DutyKind.FederationOfficer);
        await app.Publish(organiser, "WELD", "event/TOWN/workers", new Dictionary<string, string> { ["Top"] = "1" });
        await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Import(Ladder.Results(Ladder.Row("沈嘉禾", 1, "88"), Ladder.Row("金晓岚", 9, "80")));
    }
}
