using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Promotions;

/// <summary>企业岗位练兵 → 镇街 → 区, by the pages.</summary>
public sealed class ChainTests
{
    [Fact]
    public async Task The_best_of_an_enterprise_become_the_streets_entries_and_its_best_the_districts()
    {
        await using var app = new App();
        await app.Organisations();
        Worker[] workers = [await app.Registered("沈嘉禾", 1), await app.Registered("陆明远", 2)];
        await app.Registering("TOWN", "LP01");
        await app.Registering("WELD");
        await app.WithDb(db => db.Contests.Where(c => c.Code == "C-TOWN").ExecuteUpdateAsync(c => c.SetProperty(x => x.Level, OrganisationLevel.Town)));

        // the enterprise's contest was held elsewhere; the third of it is in no register yet
        var unit = await app.Unit();
        await unit.Import(Ladder.Results(Ladder.Row("沈嘉禾", 1, "95"), Ladder.Row("陆明远", 2, "90"), Ladder.Row("阿依古丽·麦麦提", 3, "85.5"), Ladder.Row("方堃", 4, "60")));
        var sheet = unit.Address;
        var town = await app.Town();
        await town.Visit(sheet);
        Assert.Contains("2 人不在导入单位的职工名册里", town.Text(".note-warn"), StringComparison.Ordinal);
        await town.Submit("form#accept");

        var list = await app.Publish(town, "TOWN", $"sheet{sheet["/result-sheets".Length..]}");
        await town.Visit(list);
        await town.Submit("form#effect");
        Assert.Equal(2, await app.Count());
        Assert.Contains("职工名册里没有这个证件号码的人", town.Text("#lines"), StringComparison.Ordinal);
        var third = await app.Registered("阿依古丽·麦麦提", 3);
        await town.Submit("form#effect");
        Assert.Equal(3, await app.Count());
        Assert.Null(town.Page.QuerySelector("form#effect")); // nothing is left to be made

        // the street's review asks for the competitor's consent to this contest first
        var first = await app.EntryOf(workers[0].Id);
        await town.Decide(first.Id, "Pass", code: "TOWN");
        Assert.Contains("沈嘉禾还没有同意", town.Text(".errsum"), StringComparison.Ordinal);
        foreach (var worker in (Worker[])[.. workers, third])
        {
            var entry = await app.EntryOf(worker.Id);
            await unit.Visit($"/events/TOWN/entries/{entry.Id}");
            await unit.Submit("form#consents");
            await town.Decide(entry.Id, "Pass", code: "TOWN");
        }

        await app.Marked("TOWN", (workers[0].Id, 80), (workers[1].Id, 92), (third.Id, 75));
        var district = await app.Organiser();
        var onward = await app.Publish(district, "WELD", "event/TOWN/workers", new Dictionary<string, string> { ["Top"] = "2" });
        await district.Visit(onward);
        await district.Submit("form#effect");

        var made = await app.WithDb(db => db.Entries.Where(e => db.Events.Any(x => x.Id == e.EventId && x.Code == "WELD")).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["陆明远", "沈嘉禾"], made.Select(e => e.Members[0].Name));
        Assert.Equal([(await app.WithDb(db => db.Entries.SingleAsync(e => e.Id == made[0].PromotedFrom))).Members[0].WorkerId, first.Id], [made[0].Members[0].WorkerId, made[1].PromotedFrom!.Value]);
        Assert.All(made, e => Assert.Equal((EntryStage.TownVetted, "临平衡远机电有限公司工会"), (e.Stage, e.UnitName)));
        Assert.Equal(["企业级", "镇街级", "区县级"], (await district.Visit("/events/WELD/promotions")).Texts(".chain b"));
        Assert.Equal(["晋级 3 人", "晋级 2 人"], district.Texts(".chain small"));
    }

    [Fact]
    public async Task Within_an_event_those_of_the_list_keep_their_entries_and_take_part_in_the_final()
    {
        await using var app = new App();
        await app.Organisations();
        var id = await TwoRounds(app);
        var organiser = await app.Organiser();

        var list = await app.Publish(organiser, "TWO", "round/heat/workers", new Dictionary<string, string> { ["Top"] = "1" });
        await organiser.Visit(list);
        await organiser.Submit("form#effect");

        var line = Assert.Single((await app.ListAt(list)).Lines, l => l.Stands);
        Assert.Equal((line.FromEntryId, 2), (line.EntryId, await app.Count()));
        var taking = await app.WithDb(async db => await Competitions.Data.Contests.RoundQueries.TakingPart(db, await db.Events.SingleAsync(e => e.Id == id), "final").Select(e => e.Id).ToListAsync());
        Assert.Equal([line.FromEntryId!.Value], taking);

        await organiser.Visit("/events/TWO/sessions/new");
        await organiser.Submit("form#session", new Dictionary<string, string> { ["Module"] = "practical", ["Name"] = "决赛第一场", ["Room"] = "一号实训室", ["PlannedAt"] = "2030-05-01T09:00", ["Minutes"] = "60", ["Seats"] = "2" });
        await organiser.Submit("form#assign");
        Assert.Equal([line.FromEntryId!.Value], await app.WithDb(db => db.Seats.Where(s => s.EntryId != null).Select(s => s.EntryId!.Value).ToListAsync())); // he alone gets a seat
    }

    private static async Task<int> TwoRounds(App app)
    {
        var id = await app.Registering("TWO");
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == id);
            of.Compose(of.Rules, [new("heat", "初赛", 1), new("final", "决赛", 2)], [.. of.Groups], [.. of.Modules, .. of.Modules.Select(m => m with { Code = "heat-" + m.Code, Round = "heat" })], "test", app.Clock.UtcNow(), "test");
            await db.SaveChangesAsync();
        });
        Worker[] workers = [await app.Registered("沈嘉禾", 1), await app.Registered("陆明远", 2)];
        await app.WithDb(async db =>
        {
            var (of, now) = (await db.Events.SingleAsync(e => e.Id == id), app.Clock.GetUtcNow().UtcDateTime);
            foreach (var (worker, i) in workers.Select((w, i) => (w, i)))
            {
                var entry = new Entry(of, "workers", worker.Memberships[0].OrganisationId, worker.Memberships[0].OrganisationName, "test", now).With(worker.Id, worker.Name);
                Enum.GetValues<ConsentKind>().ToList().ForEach(k => entry.Consent(worker.Id, k, "2026-1", now, himself: true));
                entry.Submit(of.Groups[0], "test", now);
                entry.Make(EntryMove.PassUnit, "test", now);
                entry.Accept($"{i + 1:0000}", "test", now);
                db.Add(entry);
            }

            await db.SaveChangesAsync();
        });
        await app.Marked("TWO", (workers[0].Id, 80), (workers[1].Id, 92));
        return id;
    }
}
