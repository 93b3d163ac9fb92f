using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests;

/// <summary>The body that runs one event (承办单位): everything in its event, nothing of the contest around it.</summary>
public class EventOrganiserTests
{
    [Theory]
    [InlineData("/contests/C-WELD/edit")]
    [InlineData("/contests/C-WELD/events/new")]
    [InlineData("/events/SEW/edit")]
    [InlineData("/events/SEW/sessions")]
    [InlineData("/events/SEW")]
    public async Task A_form_that_would_refuse_does_not_open(string address)
    {
        await using var app = new App();
        var page = await Organiser(app);

        Assert.Equal(HttpStatusCode.Forbidden, (await page.Visit(address)).Status);
    }

    [Fact]
    public async Task The_contest_is_read_without_buttons_that_would_refuse()
    {
        await using var app = new App();
        var page = await Organiser(app);

        await page.Visit("/contests/C-WELD");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Texts(".acts a, .acts button"));
        Assert.Empty((await page.Visit("/contests")).Texts(".acts .btn-primary"));
    }

    [Fact]
    public async Task In_its_event_it_changes_rules_makes_moves_and_sets_sessions()
    {
        await using var app = new App();
        var page = await Organiser(app);

        await page.Visit("/events/WELD");
        Assert.Contains("规则", page.Texts(".tabs a"));
        Assert.Equal(HttpStatusCode.OK, (await page.Visit("/events/WELD/edit")).Status);
        Assert.Contains("新建场次", (await page.Visit("/events/WELD/sessions")).Texts(".acts a"));
        await page.Visit("/events/WELD");
        await page.Submit("#CloseRegistration");
        Assert.Equal(EventStage.Vetting, await app.WithDb(db => db.Events.Where(e => e.Code == "WELD").Select(e => e.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_town_reads_the_districts_contest_without_its_buttons()
    {
        await using var app = new App();
        await app.Registering();
        var town = await app.Open(DutyKind.TownOfficer, "LP01");

        var answer = await town.Visit("/contests/C-WELD");

        Assert.True(answer.Status is HttpStatusCode.Forbidden || answer.Texts(".acts a, .acts button").Count == 0, $"{answer.Status}");
    }

    private static async Task<Browser> Organiser(App app)
    {
        await app.Registering("SEW");
        return await app.Open(DutyKind.EventOrganiser, await app.Registering());
    }
}
