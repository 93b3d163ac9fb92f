using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Entries;

public class ReviewTests
{
    [Fact]
    public async Task An_entry_goes_from_unit_to_town_to_organiser_and_gets_its_number()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var (unit, town, organiser) = (await app.Unit(), await app.Town(), await app.Organiser());
        await unit.Enter(worker);
        var id = (await app.EntryOf(worker.Id)).Id;

        await organiser.Decide(id, "Pass");
        Assert.Equal(HttpStatusCode.Conflict, organiser.Status); // not before the town
        await unit.Decide(id, "Pass");
        Assert.Equal(HttpStatusCode.Conflict, unit.Status); // nor by the unit itself
        await town.Decide(id, "Pass", "同意推荐");
        await organiser.Decide(id, "Pass");

        var entry = await app.EntryOf(worker.Id);
        Assert.Equal((EntryStage.Accepted, "0001"), (entry.Stage, entry.AdmissionNumber));
        Assert.Equal([EntryMove.Submit, EntryMove.PassUnit, EntryMove.PassTown, EntryMove.Accept], entry.History.Select(h => h.Move));
    }

    [Fact]
    public async Task A_returned_entry_is_mended_and_submitted_again()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var (unit, town) = (await app.Unit(), await app.Town());
        await unit.Enter(worker);
        var id = (await app.EntryOf(worker.Id)).Id;

        await town.Decide(id, "Return");
        Assert.Equal(HttpStatusCode.Conflict, town.Status); // a return says why
        await town.Decide(id, "Return", "缺社保证明");
        await unit.Visit($"/events/WELD/entries/{id}");
        Assert.Contains("缺社保证明", unit.Body, StringComparison.Ordinal);
        await unit.Visit($"/events/WELD/entries/{id}/edit");
        await unit.Submit("form#entry", new Dictionary<string, string> { ["Then"] = "submit" }, forged: true);

        Assert.Equal(EntryStage.UnitVetted, (await app.EntryOf(worker.Id)).Stage);
    }

    [Fact]
    public async Task Update_of_what_somebody_else_changed_is_told_and_stores_nothing()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var (one, two) = (await app.Unit(), await app.Unit());
        await one.Enter(worker, then: "save");
        var id = (await app.EntryOf(worker.Id)).Id;
        await one.Visit($"/events/WELD/entries/{id}/edit");
        await two.Visit($"/events/WELD/entries/{id}/edit");

        await one.Submit("form#entry", new Dictionary<string, string> { ["Titles"] = "", ["Then"] = "save" }, forged: true);
        await two.Submit("form#entry", new Dictionary<string, string> { ["NoTitles"] = "false", ["Titles"] = "杭州市技术能手", ["Then"] = "save" }, forged: true);

        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.Equal("杭州市技术能手", two.Value("#Titles"));
        Assert.NotEqual("杭州市技术能手", (await app.EntryOf(worker.Id)).DeclaredTitles);
    }

    [Fact]
    public async Task The_preview_says_who_is_skipped_and_the_act_does_just_that()
    {
        await using var app = new App();
        await app.Registering();
        var (sound, holder, unknown) = (await app.Worker("周全", 1), await app.Worker("能手", 2), await app.Worker("待核", 3));
        var unit = await app.Unit();
        await unit.Enter(sound);
        await unit.Enter(unknown, sound: false);
        await unit.Enter(holder, then: "save");
        var held = (await app.EntryOf(holder.Id)).Id;
        await unit.Visit($"/events/WELD/entries/{held}/edit");
        await unit.Submit("form#entry", new Dictionary<string, string> { ["NoTitles"] = "false", ["Titles"] = "杭州市技术能手", ["Then"] = "submit" }, forged: true);
        var ids = string.Join('&', await app.WithDb(db => db.Entries.Select(e => $"ids={e.Id}").ToListAsync()));

        var town = await app.Town();
        await town.Visit($"/events/WELD/entries?preview=Pass&{ids}");
        Assert.Equal(["1 份将审核通过", "1 份不符，将跳过", "1 份待核，将跳过"], town.Texts(".preview .st"));
        await town.Submit("form#decide");

        Assert.Equal(EntryStage.TownVetted, (await app.EntryOf(sound.Id)).Stage);
        Assert.Equal(EntryStage.UnitVetted, (await app.EntryOf(holder.Id)).Stage);
        Assert.Equal(EntryStage.UnitVetted, (await app.EntryOf(unknown.Id)).Stage);
    }

    [Fact]
    public async Task A_full_event_puts_on_the_waiting_list_and_a_withdrawal_moves_the_first_up()
    {
        await using var app = new App();
        await app.Registering(capacity: 2);
        var workers = new List<Worker>();
        var (unit, other, town, organiser) = (await app.Unit(), await app.Unit("E2"), await app.Town(), await app.Organiser());
        for (var n = 1; n <= 4; n++)
        {
            workers.Add(await app.Worker($"选手{n}", n, n <= 2 ? "E1" : "E2"));
            await (n <= 2 ? unit : other).Enter(workers[^1]);
            var id = (await app.EntryOf(workers[^1].Id)).Id;
            await town.Decide(id, "Pass");
            await organiser.Decide(id, "Pass");
        }

        Assert.Equal([EntryStage.Accepted, EntryStage.Accepted, EntryStage.Waiting, EntryStage.Waiting], await Stages(app, workers));
        var first = (await app.EntryOf(workers[0].Id)).Id;
        await unit.Decide(first, "Withdraw", "出差");

        Assert.Equal([EntryStage.Withdrawn, EntryStage.Accepted, EntryStage.Accepted, EntryStage.Waiting], await Stages(app, workers));
        Assert.Equal("0003", (await app.EntryOf(workers[2].Id)).AdmissionNumber); // 0001 was given once and is not given again
    }

    [Fact]
    public async Task Two_who_accept_the_last_place_at_once_fill_it_once()
    {
        await using var app = new App();
        await app.Registering(capacity: 2);
        var workers = new List<Worker>();
        var (unit, town) = (await app.Unit(), await app.Town());
        for (var n = 1; n <= 3; n++)
        {
            workers.Add(await app.Worker($"选手{n}", n));
            await unit.Enter(workers[^1]);
            await town.Decide((await app.EntryOf(workers[^1].Id)).Id, "Pass");
        }

        var ids = new List<int>();
        foreach (var worker in workers)
        {
            ids.Add((await app.EntryOf(worker.Id)).Id);
        }

        await Task.WhenAll(ids.Select(async id => await (await app.Organiser()).Decide(id, "Pass")));

        var stages = await Stages(app, workers);
        Assert.Equal((2, 1), (stages.Count(s => s is EntryStage.Accepted), stages.Count(s => s is EntryStage.Waiting)));
    }

    [Fact]
    public async Task A_substitute_takes_the_place_and_another_units_worker_cannot()
    {
        await using var app = new App();
        await app.Registering();
        var (before, after, foreign) = (await app.Worker("原选手", 1), await app.Worker("新选手", 2), await app.Worker("别家", 3, "E2"));
        var unit = await app.Unit();
        await unit.Enter(before);
        var id = (await app.EntryOf(before.Id)).Id;

        await unit.Visit($"/events/WELD/entries/{id}/substitutions/new");
        await unit.Submit("form#substitution", new Dictionary<string, string> { ["InWorkerId"] = $"{foreign.Id}", ["Why"] = "生病", ["HasPaper"] = "true" }, forged: true);
        Assert.Equal((HttpStatusCode.Conflict, "生病"), (unit.Status, unit.Value("#Why")));
        await unit.Submit("form#substitution", new Dictionary<string, string> { ["InWorkerId"] = $"{after.Id}", ["HasPaper"] = "true" }, forged: true);

        var entry = await app.EntryOf(after.Id);
        Assert.Equal((id, "新选手", "生病"), (entry.Id, entry.Members[0].Name, entry.Substitutions[0].Why));
    }

    private static async Task<List<EntryStage>> Stages(App app, List<Worker> workers)
    {
        var stages = new List<EntryStage>();
        foreach (var worker in workers)
        {
            stages.Add((await app.EntryOf(worker.Id)).Stage);
        }

        return stages;
    }
}
