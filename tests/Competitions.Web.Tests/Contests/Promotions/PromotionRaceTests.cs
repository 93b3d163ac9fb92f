using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Promotions;

/// <summary>Two people at once.</summary>
public sealed class PromotionRaceTests
{
    [Fact]
    public async Task Of_two_who_confirm_at_once_one_is_told_and_the_list_is_confirmed_once()
    {
        await using var app = new App();
        await PromotionPagesTests.Street(app);
        var list = await (await app.Organiser()).Compute("WELD", "event/TOWN/workers");
        Browser[] both = [await app.Open(DutyKind.FederationLeader), await app.Open(DutyKind.EventOrganiser, await app.WithDb(db => db.Events.Where(e => e.Code == "WELD").Select(e => e.Id).SingleAsync()))];
        foreach (var one in both)
        {
            await one.Visit(list);
        }

        await Task.WhenAll(both.Select(b => b.Submit("form#confirm")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(b => b.Status).Order());
        Assert.Single((await app.ListAt(list)).History, h => h.Move is PromotionMove.Confirm);
    }

    [Fact]
    public async Task Of_many_who_let_it_take_effect_at_once_each_entry_is_made_once()
    {
        await using var app = new App();
        await PromotionPagesTests.Street(app);
        var organiser = await app.Organiser();
        var list = await app.Publish(organiser, "WELD", "event/TOWN/workers");
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await (await app.Organiser()).Visit(list)));

        await Task.WhenAll(many.Select(b => b.Submit("form#effect")));

        var entries = await app.WithDb(db => db.Entries.Where(e => e.PromotedFrom != null).ToListAsync());
        Assert.Equal((3, 3), (entries.Count, entries.Select(e => e.PromotedFrom).Distinct().Count()));
        Assert.Equal(3, (await app.ListAt(list)).Acts.Count(a => a.Kind is PromotionActKind.Entered));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_entry_for_one_place()
    {
        await using var app = new App();
        await PromotionPagesTests.Street(app);
        var organiser = await app.Organiser();
        var list = await app.Publish(organiser, "WELD", "event/TOWN/workers");
        await organiser.Visit(list);
        await organiser.Submit("form#effect");
        var made = await app.WithDb(db => db.Entries.FirstAsync(e => e.PromotedFrom != null));

        await Assert.ThrowsAsync<DbUpdateException>(() => app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == made.EventId);
            db.Add(new Entry(of, "workers", made.UnitId, made.UnitName, "test", app.Clock.UtcNow()).With(made.Members[0].WorkerId, "冒名").From(made.PromotedFrom, 99_999));
            await db.SaveChangesAsync();
        }));
    }
}
