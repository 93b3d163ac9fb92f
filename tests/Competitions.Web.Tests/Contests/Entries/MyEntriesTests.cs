using System.Net;
using Competitions.Contests;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Entries;

public class MyEntriesTests
{
    [Fact]
    public async Task A_worker_enters_himself_where_the_event_allows_it_and_his_unit_reviews_first()
    {
        await using var app = new App();
        var id = await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var own = await Account(app, worker);
        Assert.Equal(HttpStatusCode.Conflict, (await own.Visit("/my/events/WELD/entry/new")).Status);
        await Allow(app, id);

        await own.Visit("/my/events/WELD/entry/new");
        await own.Submit("form#self", new Dictionary<string, string> { ["NoTitles"] = "true" });
        Assert.Equal((HttpStatusCode.BadRequest, 0), (own.Status, await app.Count())); // without consent
        await own.Submit("form#self", new Dictionary<string, string> { ["Processing"] = "true", ["Publication"] = "true" });

        var entry = await app.EntryOf(worker.Id);
        Assert.Equal((HttpStatusCode.OK, EntryStage.Submitted, 2), (own.Status, entry.Stage, entry.Consents.Count(c => c.Himself)));
        var unit = await app.Unit();
        await unit.Visit("/");
        Assert.Contains("焊工：报名待审查", unit.Body, StringComparison.Ordinal);
        await unit.Decide(entry.Id, "Pass");
        Assert.Equal(EntryStage.UnitVetted, (await app.EntryOf(worker.Id)).Stage);
    }

    [Fact]
    public async Task The_worker_consents_by_his_own_click_and_withdraws_and_sees_nobody_elses()
    {
        await using var app = new App();
        await app.Registering();
        var (worker, other) = (await app.Worker("陆明远", 1), await app.Worker("沈嘉禾", 2));
        await (await app.Unit()).Enter(worker, then: "save", paper: false);
        var id = (await app.EntryOf(worker.Id)).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await (await Account(app, other)).Visit($"/my/entries/{id}")).Status);
        var own = await Account(app, worker);

        await own.Visit($"/my/entries/{id}");
        await own.Submit("form#consent");
        Assert.Equal(2, (await app.EntryOf(worker.Id)).Consents.Count(c => c.Himself));
        await own.Submit("form#withdraw", new Dictionary<string, string> { ["why"] = "出差" });

        Assert.Equal(EntryStage.Withdrawn, (await app.EntryOf(worker.Id)).Stage);
    }

    internal static Task Allow(App app, int eventId) => app.WithDb(async db =>
    {
        var of = await db.Events.SingleAsync(e => e.Id == eventId);
        of.Compose(of.Rules with { Entry = of.Rules.Entry with { SelfEntry = true } }, [.. of.Rounds], [.. of.Groups], [.. of.Modules]);
        await db.SaveChangesAsync();
    });

    internal static async Task<Browser> Account(App app, Worker worker)
    {
        var id = await app.WithDb(async db =>
        {
            var name = $"worker-{worker.Id}";
            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = worker.Name, SecurityStamp = "test", WorkerId = worker.Id };
            db.Add(account);
            await db.SaveChangesAsync();
            db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "E1"), account.Id, DutyKind.Worker, new DateOnly(2020, 1, 1), null, account.Id));
            await db.SaveChangesAsync();
            return account.Id;
        });
        return app.As(id);
    }
}
