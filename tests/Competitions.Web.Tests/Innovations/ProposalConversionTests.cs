using System.Net;
using Competitions.Innovations;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Tests.Programmes;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Innovations;

/// <summary>转五小: an adopted proposal becomes the draft of an application.</summary>
public class ProposalConversionTests
{
    [Fact]
    public async Task The_draft_has_what_the_proposal_knew_and_each_leads_to_the_other()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(id);
        await officer.Carry(id, DateOnly.FromDateTime(app.Now().AddHours(8)));
        var call = await app.Calls();

        await officer.Visit($"/proposals/{id}");
        Assert.NotNull(officer.Page.QuerySelector("#convert"));
        await (await officer.Visit($"/proposals/{id}/conversion/new")).Submit("#conversion");

        var made = await app.WithDb(db => db.Applications.SingleAsync());
        Assert.Equal($"/applications/{made.Id}/edit", officer.Address);
        Assert.Equal((call, ApplicationStage.Draft, Proposing.Typed["Title"]), (made.CallId, made.Stage, made.Title));
        Assert.Equal((Proposing.Typed["Problem"], "148"), (made.Answers.Text(FiveSmallForm.Problem), made.Answers.Rows(FiveSmallForm.Savings)[0][2]));
        Assert.Equal([("建议人01", 100m)], made.People.Select(p => (p.Name, p.Share)));
        Assert.Contains("来自合理化建议", (await officer.Visit($"/applications/{made.Id}")).Text("#links"), StringComparison.Ordinal);
        await officer.Visit($"/proposals/{id}");
        Assert.Equal($"/applications/{made.Id}", officer.Page.QuerySelector("#converted a")!.GetAttribute("href"));
        Assert.Null(officer.Page.QuerySelector("#convert"));
        Assert.Equal(HttpStatusCode.Conflict, (await officer.Visit($"/proposals/{id}/conversion/new")).Status); // once
    }

    [Fact]
    public async Task Where_no_call_is_open_the_page_says_so_and_another_kind_is_none()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(id);
        await app.Calls("operation-method");
        await officer.Visit($"/proposals/{id}/conversion/new");
        Assert.Contains("现在没有开放申报的“五小”批次", officer.Text("#no-call"), StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("#conversion"));
    }

    [Fact]
    public async Task A_call_that_closed_meanwhile_takes_nothing_and_what_was_typed_stays()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(id);
        await app.Calls();
        await officer.Visit($"/proposals/{id}/conversion/new");
        app.Clock.Advance(TimeSpan.FromDays(10));
        await officer.Submit("#conversion", new Dictionary<string, string> { ["Title"] = "在线检测" });
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Equal(0, await app.WithDb(db => db.Applications.CountAsync()));
        Assert.Null((await app.Find(id)).ConvertedTo);
    }

    [Fact]
    public async Task Neither_the_proposer_himself_nor_another_unit_nor_the_federation_converts_it()
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("陆明远", 1);
        await (await app.Own(worker)).Propose();
        var id = await app.WithDb(db => db.Proposals.Select(p => p.Id).SingleAsync());
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await officer.Adopt(id);
        await app.Calls();
        var himself = await app.As(await app.OfficerWho(worker)).Visit($"/proposals/{id}/conversion/new");
        await himself.Submit("#conversion");
        Assert.Equal(HttpStatusCode.Conflict, himself.Status);
        Assert.Equal(0, await app.WithDb(db => db.Applications.CountAsync())); // no draft stays behind
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Open(DutyKind.EnterpriseOfficer, "E2")).Visit($"/proposals/{id}/conversion/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.Open(DutyKind.FederationOfficer)).Visit($"/proposals/{id}/conversion/new")).Status);
    }

    [Fact]
    public async Task Of_two_at_once_one_makes_it()
    {
        await using var app = new App();
        var id = await app.Proposal();
        var one = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await one.Adopt(id);
        await app.Calls();
        var two = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        await one.Visit($"/proposals/{id}/conversion/new");
        await two.Visit($"/proposals/{id}/conversion/new");
        await one.Submit("#conversion");
        await two.Submit("#conversion");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (one.Status, two.Status));
        Assert.Equal(1, await app.WithDb(db => db.Applications.CountAsync()));
    }
}
