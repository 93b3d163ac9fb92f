using Competitions.Craftsmen;
using Competitions.Honours;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Web.Programmes;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Craftsmen;

/// <summary>What the naming of a call does to the ladder.</summary>
public class NamingTests
{
    [Theory]
    [InlineData("craftsman", "craftsman")]
    [InlineData("model-worker", "model-worker")]
    public async Task Who_is_named_holds_his_level_from_the_document_on_once(string kind, string level)
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("沈嘉禾", 1);
        for (var twice = 0; twice < 2; twice++)
        {
            await app.With<IEnumerable<INamingEffect>, int>(async (effects, db) =>
            {
                var (application, call, honour) = await Named(app, db, kind, worker);
                await effects.Single(e => e.Kind == kind).Named(application, call, [honour], "officer", app.Clock.GetUtcNow().UtcDateTime);
                return await db.SaveChangesAsync();
            });
        }

        var made = await app.WithDb(db => db.Craftsmen.AsNoTracking().ToListAsync());
        Assert.Equal([level], made.Select(c => c.LevelCode));
        Assert.All(made, c => Assert.Equal((CraftsmanStage.InForce, "临总工〔2026〕31 号", worker.Id), (c.Stage, c.Document, c.WorkerId)));
        Assert.All(made, c => Assert.True(c.HonourId > 0 && c.ApplicationId > 0));
    }

    /// <summary>An application of the kind with its honour, granted and stored.</summary>
    private static async Task<(Application, Call, Honour)> Named(App app, Competitions.Data.CompetitionsDb db, string kind, Worker worker)
    {
        var (now, place, unit) = (app.Clock.GetUtcNow().UtcDateTime, await db.Organisations.SingleAsync(o => o.Code == "LP"), worker.Memberships[0]);
        if (await db.Honours.SingleOrDefaultAsync() is { } known)
        {
            return (await db.Applications.SingleAsync(), await db.Calls.SingleAsync(), known);
        }

        var preset = await db.ProgrammePresets.FirstAsync(p => p.Kind == kind);
        var call = new Call(
            kind, 2026, preset.Rules, new Caller(place.Id, place.Name, place.Level), new CallNotice("2026 年评选", "临总工〔2026〕12 号", "", "0571-00000000"), new CallWindow(now.AddDays(-1), now.AddDays(10), now.AddDays(20)), "setup");
        db.Add(call);
        await db.SaveChangesAsync();
        call.Publish(1, "setup", now.AddDays(-1));
        var application = new Application(call, ApplicationChannel.Unit, unit.OrganisationId, unit.OrganisationName, worker.Name, "unit", now);
        db.Add(application);
        await db.SaveChangesAsync();
        var honour = new Honour(
            HonourKind.Title, "临平工匠", Holder.Of(new HonourPerson(worker.Id, worker.Name), unit.OrganisationId, unit.OrganisationName), new Grantor(place.Id, place.Name, place.Level), new HonourOccasion(null, call.Title, worker.Name, "", 2026, 1),
            HonourSource.Application(application.Id, $"{worker.Id}"));
        _ = honour.ApprovedWithTheEvent("officer", now);
        honour.Grant("临总工〔2026〕31 号", app.Today().AddDays(-1), "officer", now);
        db.Add(honour);
        await db.SaveChangesAsync();
        return (application, call, honour);
    }
}
