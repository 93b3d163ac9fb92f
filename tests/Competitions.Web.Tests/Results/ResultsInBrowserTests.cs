using Competitions.People;
using Competitions.Web.Tests.Support;

namespace Competitions.Web.Tests.Results;

/// <summary>What comes after the last mark, in a real browser: results with their confirmation, book and public page, honours of the event, keys.</summary>
public class ResultsInBrowserTests
{
    [Fact]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95), (70, 60));
        var waiting = await organiser.Compute();
        var leader = await app.Open(DutyKind.FederationLeader);
        await using var screens = new Screens(app);
        var (officers, leaders) = (await screens.Sizes("FederationOfficer@LP"), await screens.Sizes("FederationLeader@LP"));
        await screens.Visit(officers, waiting, waiting + "/edit");
        await screens.Visit(leaders, waiting + "/confirmation/new");

        await leader.Press(waiting, "form#confirm");
        await organiser.Press(waiting, "form#publish");
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        await screens.Visit(officers,
            "/events/WELD/results", "/events/WELD/results/new?corrects=1", waiting, waiting + "/book", "/events/WELD/team-ranking", "/contests/C-WELD/team-ranking", "/portal/C-WELD/results/1",
            "/events/WELD/honours", "/events/WELD/honours/decree/new", "/events/WELD/honours/coaches/new", "/api-keys", "/api-keys/new");

        Assert.True(screens.Found.Count == 0, string.Join('\n', screens.Found));
    }
}
