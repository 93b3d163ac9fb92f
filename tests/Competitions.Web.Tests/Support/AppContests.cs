using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Support;

/// <summary>Contests in a given moment, reached by their own moves.</summary>
public static class AppContests
{
    public static RulePreset Preset => new("district-skills", 1, "区职工技能竞赛", 30, 2,
        new EventRules { PresetCode = "district-skills", PresetVersion = 1, Prizes = [new("一等奖", 0.10m), new("二等奖", 0.20m), new("三等奖", 0.30m)] },
        [
            new EventModule("theory", "理论", "final", ModuleKind.Theory, ModuleWay.Panel, 30, 60, 100, 90, 0),
            new EventModule("practical", "实操", "final", ModuleKind.Practical, ModuleWay.Panel, 70, 60, 100, 240, 3),
        ],
        [new EventGroup("workers", "职工组", GroupFor.Workers)],
        [new EventRound("final", "决赛", 1)]);

    /// <summary>A contest of the organisation with one event in registration; the event's id.</summary>
    public static async Task<int> Registering(this App app, string code = "WELD", string owner = "LP", int capacity = 30)
    {
        await app.Organisations();
        return await app.WithDb(async db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var day = DateOnly.FromDateTime(now);
            var organisation = await db.Organisations.SingleAsync(o => o.Code == owner);
            var text = new ContestText("2026 年临平区职工技能争霸赛", null, OrganisationLevel.District, ContestClass.First, 2026, null, null, null, null, null, "", day.AddDays(30), day.AddDays(31), now.AddDays(-1), now.AddDays(20));
            var contest = new Contest("C-" + code, organisation, text, day);
            db.Add(contest);
            await db.SaveChangesAsync();
            var @event = new Event(contest.Id, code, new EventText("焊工", "6-18-02-04", "焊工", "3", true, capacity, 2), Preset);
            @event.Make(EventMove.OpenRegistration, new EventFacts(0), "test", now);
            db.Add(@event);
            await db.SaveChangesAsync();
            return @event.Id;
        });
    }

    /// <summary>A worker of that unit with a made-up ID number of the unassigned area 990101.</summary>
    public static Task<Worker> Worker(this App app, string name, int number, string unit = "E1") => app.WithDb(async db =>
    {
        var organisation = await db.Organisations.SingleAsync(o => o.Code == unit);
        var worker = new Worker(name, IdKind.ResidentCard, app.Services.GetRequiredService<FieldCipher>().Seal("worker.id-number", $"test-{number}"), Sex.Male, new DateOnly(1990, 1, 1))
            .Employed(false, new DateOnly(2015, 1, 1)).Skilled("6-18-02-04", "3", null, 2012).Join(organisation, new DateOnly(2020, 1, 1));
        db.Add(worker);
        await db.SaveChangesAsync();
        return worker;
    });

    /// <summary>So many accepted entries of E1 and E2 by turns, numbered 0001 on; the event in preparation for the day.</summary>
    public static async Task<int> Ready(this App app, int entries = 4, string code = "WELD")
    {
        var id = await app.Registering(code);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        for (var n = 1; n <= entries; n++)
        {
            var worker = await app.Worker($"选手{n:00}", n, n % 2 == 1 ? "E1" : "E2");
            await app.WithDb(async db =>
            {
                var (of, unit) = (await db.Events.SingleAsync(e => e.Id == id), worker.Memberships[0]);
                var entry = new Entry(of, "workers", unit.OrganisationId, unit.OrganisationName, "test", now).With(worker.Id, worker.Name);
                foreach (var kind in Enum.GetValues<ConsentKind>())
                {
                    entry.Consent(worker.Id, kind, "v1", now, himself: true);
                }

                entry.Submit(of.Groups[0], "test", now);
                entry.Make(EntryMove.PassUnit, "test", now);
                entry.Make(EntryMove.PassTown, "test", now);
                entry.Accept($"{n:0000}", "test", now);
                db.Add(entry);
                await db.SaveChangesAsync();
            });
        }

        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == id);
            of.Make(EventMove.CloseRegistration, new EventFacts(entries), "test", now);
            of.Make(EventMove.FinishVetting, new EventFacts(entries), "test", now);
            await db.SaveChangesAsync();
        });
        return id;
    }
}
