using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Entries;

/// <summary>Actors §3.2: a team leader changes the roster of his team; he reviews nobody and sees no other team.</summary>
public class TeamLeaderTests
{
    [Fact]
    public async Task A_team_leader_enters_and_sees_his_unit_and_no_other()
    {
        await using var app = new App();
        var (leader, mine, theirs) = await Led(app);
        await leader.Enter(mine);
        var entry = await app.EntryOf(mine.Id);
        await (await app.Unit("E2")).Enter(theirs);
        var other = await app.EntryOf(theirs.Id);

        Assert.Equal(EntryStage.Submitted, entry.Stage); // the unit's own word is still wanting
        await leader.Visit("/events/WELD/entries?tab=all");
        Assert.Equal(["陆明远"], leader.Texts(".entry-tbl a.t"));
        Assert.Empty(leader.Texts("[data-bulk]"));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Visit($"/events/WELD/entries/{other.Id}")).Status);
        await leader.Visit($"/events/WELD/entries/{entry.Id}");
        Assert.Equal(HttpStatusCode.OK, leader.Status);
        Assert.Empty(leader.Texts("#decide"));
        await leader.Visit("/entries");
        Assert.Equal(["焊工"], leader.Texts("td a.t"));
    }

    [Fact]
    public async Task A_team_leader_substitutes_and_withdraws_but_passes_nobody()
    {
        await using var app = new App();
        var (leader, mine, _) = await Led(app);
        var next = await app.Worker("沈嘉禾", 9);
        await leader.Enter(mine);
        var id = (await app.EntryOf(mine.Id)).Id;

        await leader.Decide(id, "Pass");
        Assert.Equal(HttpStatusCode.Conflict, leader.Status);
        await leader.Visit($"/events/WELD/entries/{id}/substitutions/new");
        await leader.Submit("form#substitution", new Dictionary<string, string> { ["OutWorkerId"] = $"{mine.Id}", ["InWorkerId"] = $"{next.Id}", ["Why"] = "伤病", ["HasPaper"] = "true" }, forged: true);
        Assert.Equal("沈嘉禾", Assert.Single((await app.EntryOf(next.Id)).Members).Name);
        await leader.Decide(id, "Withdraw", "伤病");
        Assert.Equal(EntryStage.Withdrawn, (await app.EntryOf(next.Id)).Stage);
    }

    [Fact]
    public async Task A_team_leader_has_no_units_in_another_event()
    {
        await using var app = new App();
        var (leader, _, _) = await Led(app);
        await app.Registering("SEW");

        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Visit("/events/SEW/entries/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Visit("/events/SEW/entries?tab=all")).Status);
    }

    [Fact]
    public async Task Who_is_named_leader_in_an_entry_sees_that_unit_too()
    {
        await using var app = new App();
        var (leader, _, theirs) = await Led(app);
        await (await app.Unit("E2")).Enter(theirs);
        var entry = await app.EntryOf(theirs.Id);
        var worker = await app.WithDb(db => db.Users.Where(u => u.UserName!.StartsWith("TeamLeader")).Select(u => u.WorkerId!.Value).SingleAsync());
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"INSERT INTO EntryMembers (EntryId, WorkerId, Name, Role) VALUES ({entry.Id}, {worker}, '领队', 'Leader')"));

        Assert.Equal(HttpStatusCode.OK, (await leader.Visit($"/events/WELD/entries/{entry.Id}")).Status);
    }

    /// <summary>A leader of the event who works at E1, a worker of E1 and one of E2.</summary>
    private static async Task<(Browser Leader, Worker Mine, Worker Theirs)> Led(App app)
    {
        var @event = await app.Registering();
        var leader = await app.Open(DutyKind.TeamLeader, @event);
        var himself = await app.Worker("毛松", 7);
        await app.WithDb(db => db.Users.Where(u => u.UserName!.StartsWith("TeamLeader")).ExecuteUpdateAsync(u => u.SetProperty(a => a.WorkerId, himself.Id)));
        return (leader, await app.Worker("陆明远", 1), await app.Worker("金晓岚", 2, "E2"));
    }
}
