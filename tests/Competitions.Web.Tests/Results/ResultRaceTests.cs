using System.Net;
using Competitions.People;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>Two people at once, and a mark that comes while a result is published (F12).</summary>
public sealed class ResultRaceTests
{
    [Fact]
    public async Task Of_two_who_compute_at_once_one_is_told()
    {
        await using var app = new App();
        await app.Opened((82, 88), (90, 95));
        Browser[] both = [await (await app.Organiser()).Visit("/events/WELD/results/new"), await (await app.Open(DutyKind.EventOrganiser, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()))).Visit("/events/WELD/results/new")];

        await Task.WhenAll(both.Select(b => b.Submit("form#result")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(b => b.Status).Order());
        Assert.Equal(1, await app.WithDb(db => db.Results.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_confirm_at_once_one_is_told_and_it_is_confirmed_once()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await organiser.Compute();
        Browser[] both = [await app.Open(DutyKind.FederationLeader), await app.Open(DutyKind.ChiefJudge, await app.WithDb(db => db.Events.Select(e => e.Id).SingleAsync()))];
        foreach (var one in both)
        {
            await one.Visit(address);
        }

        await Task.WhenAll(both.Select(b => b.Submit("form#confirm")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(b => b.Status).Order());
        Assert.Single((await app.ResultAt(address)).History, h => h.Move is ResultMove.Confirm);
    }

    [Fact]
    public async Task Who_read_the_ledger_before_a_result_was_published_cannot_append_to_it_after()
    {
        await using var app = new App();
        var organiser = await app.Opened((82, 88), (90, 95));
        var address = await organiser.Compute();
        await (await app.Open(DutyKind.FederationLeader)).Press(address, "form#confirm");
        await organiser.Visit(address);

        await app.WithDb(async db =>
        {
            var head = await db.LedgerHeads.SingleAsync();
            await organiser.Submit("form#publish");
            head.Take(marks: true);
            db.Add(head.Append(new GivenMark(Guid.NewGuid(), await db.Works.Where(w => w.Module == "practical").Select(w => w.Code).FirstAsync(), MarkItem.Panel, 1, app.Clock.GetUtcNow().UtcDateTime), "judge", new Sheet("practical", new DateOnly(2026, 5, 1)), app.Clock.GetUtcNow().UtcDateTime));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });

        var result = await app.ResultAt(address);
        Assert.Equal(ResultStage.Published, result.Stage);
        Assert.Equal(result.Basis.Source.Sequence, await app.WithDb(db => db.LedgerHeads.Select(h => h.Sequence).SingleAsync()));
    }
}
