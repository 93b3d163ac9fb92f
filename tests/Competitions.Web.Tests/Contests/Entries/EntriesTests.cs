using System.Net;
using Competitions.Contests;
using Competitions.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Contests.Entries;

public class EntriesTests
{
    [Fact]
    public async Task Create_by_the_unit_goes_to_the_town_with_the_units_word()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("阿依古丽·麦麦提", 1);
        var unit = await (await app.Unit()).Enter(worker);

        Assert.Equal(HttpStatusCode.OK, unit.Status);
        var entry = await app.EntryOf(worker.Id);
        Assert.Equal((EntryStage.UnitVetted, "临平衡远机电有限公司工会"), (entry.Stage, entry.UnitName));
        Assert.Equal([EntryMove.Submit, EntryMove.PassUnit], entry.History.Select(h => h.Move));
        Assert.Equal(2, entry.Consents.Count);
        Assert.Contains("阿依古丽·麦麦提", unit.Text("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_finds_own_workers_only_and_picks_without_storing()
    {
        await using var app = new App();
        await app.Registering();
        var (own, other) = (await app.Worker("沈嘉禾", 1), await app.Worker("沈嘉平", 2, "E2"));
        var unit = await app.Unit();
        await unit.Visit("/events/WELD/entries/new");
        var find = unit.Page.QuerySelector("form#entry")!;
        find.SetAttribute("action", "/events/WELD/entries/new");

        await unit.Submit("form#entry", new Dictionary<string, string> { ["Search"] = "沈嘉" });

        Assert.Equal(["沈嘉禾"], unit.Texts(".found li b"));
        Assert.DoesNotContain(other.Name, unit.Body, StringComparison.Ordinal);
        unit.Page.QuerySelector("form#entry")!.SetAttribute("action", "/events/WELD/entries/new");
        await unit.Submit("form#entry", new Dictionary<string, string> { ["Add"] = $"{own.Id}:Competitor", ["NoTitles"] = "true" });
        Assert.Equal(["沈嘉禾"], unit.Texts(".picked td b"));
        Assert.Equal(0, await app.Count());
    }

    [Fact]
    public async Task Create_without_consent_is_refused_and_keeps_what_was_typed()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);

        var unit = await (await app.Unit()).Enter(worker, paper: false);

        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.Equal("entry.consent-missing", unit.Page.QuerySelector(".errsum")?.GetAttribute("data-refusal"));
        Assert.Equal(["陆明远"], unit.Texts(".picked td b"));
        Assert.True(unit.Page.QuerySelector("#NoTitles")!.HasAttribute("checked"));
        Assert.Equal(0, await app.Count());
    }

    [Fact]
    public async Task Create_with_another_units_worker_is_refused()
    {
        await using var app = new App();
        await app.Registering();
        var unit = await (await app.Unit()).Enter(await app.Worker("别家人", 1, "E2"));

        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.DoesNotContain("别家人", unit.Body, StringComparison.Ordinal);
        Assert.Equal(0, await app.Count());
    }

    [Fact]
    public async Task Show_of_another_units_entry_is_not_there()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        await (await app.Unit()).Enter(worker);
        var id = (await app.EntryOf(worker.Id)).Id;
        var other = await app.Unit("E2");

        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/events/WELD/entries/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/events/WELD/entries/{id}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"/events/WELD/entries/{id}/moves/new?act=Pass")).Status);
        await other.Visit("/events/WELD/entries?tab=all");
        Assert.DoesNotContain("陆明远", other.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.Unit()).Visit("/events/NONE/entries")).Status);
    }

    [Fact]
    public async Task Create_ignores_fields_that_the_form_does_not_have()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var unit = await app.Unit();
        await unit.Visit("/events/WELD/entries/new");
        await unit.Submit("form#entry", new Dictionary<string, string>
        {
            ["Members[0].WorkerId"] = $"{worker.Id}", ["Members[0].Role"] = "Competitor", ["Then"] = "save",
            ["Stage"] = "Accepted", ["AdmissionNumber"] = "0001", ["UnitId"] = "1", ["PromotedFrom"] = "1", ["Members[0].Name"] = "冒名",
        }, forged: true);

        var entry = await app.EntryOf(worker.Id);
        Assert.Equal((EntryStage.Draft, null, null, "陆明远"), (entry.Stage, entry.AdmissionNumber, entry.PromotedFrom, entry.Members[0].Name));
    }

    [Fact]
    public async Task Create_after_the_deadline_is_refused()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var unit = await app.Unit();
        await unit.Visit("/events/WELD/entries/new");
        app.Clock.Advance(TimeSpan.FromDays(21));

        await unit.Submit("form#entry", new Dictionary<string, string> { ["Members[0].WorkerId"] = $"{worker.Id}", ["Members[0].Role"] = "Competitor" }, forged: true);

        Assert.Equal((HttpStatusCode.Conflict, 0), (unit.Status, await app.Count()));
        Assert.Contains("截止", unit.Text(".errsum"), StringComparison.Ordinal);
    }

    /// <summary>Trap 22: the rule of one event only, and its end when the first event is cancelled.</summary>
    [Fact]
    public async Task A_cancelled_event_releases_its_people_for_another()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("陆明远", 1);
        var unit = await app.Unit();
        await unit.Enter(worker);
        await app.WithDb(async db =>
        {
            var of = new Event((await db.Contests.SingleAsync()).Id, "ELEC", new EventText("电工", "6-31-01-03", "电工", "3", true, 30, 2), AppContests.Preset);
            of.Make(EventMove.OpenRegistration, new EventFacts(0), "test", app.Clock.GetUtcNow().UtcDateTime);
            db.Add(of);
            await db.SaveChangesAsync();
        });
        await unit.Enter(worker, "ELEC");
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.Contains("焊工", unit.Text(".errsum"), StringComparison.Ordinal);

        var organiser = await app.Organiser();
        await organiser.Visit("/events/WELD/cancellation/new");
        await organiser.Submit("form#cancel", new Dictionary<string, string> { ["Why"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, organiser.Status);
        await organiser.Submit("form#cancel", new Dictionary<string, string> { ["Why"] = "报名不足" });

        Assert.Equal(EntryStage.Released, (await app.EntryOf(worker.Id)).Stage);
        await unit.Enter(worker, "ELEC");
        Assert.Equal(HttpStatusCode.OK, unit.Status);
    }

    [Fact]
    public async Task Two_uploads_at_once_use_no_place_twice()
    {
        await using var app = new App();
        await app.Registering();
        var unit = await app.Unit();
        var workers = new List<Worker>();
        for (var n = 1; n <= 8; n++)
        {
            workers.Add(await app.Worker($"职工{n}", n));
        }

        await Task.WhenAll(workers.Select(async worker => await (await app.Unit()).Enter(worker)).Concat([.. workers.Take(2).Select(async worker => await (await app.Unit()).Enter(worker))]));

        var entries = await app.WithDb(db => db.Entries.ToListAsync());
        Assert.Equal(3, entries.Count); // P: entries of a unit in one event
        Assert.Equal(3, entries.SelectMany(e => e.Members.Select(m => m.WorkerId)).Distinct().Count());
    }

    [Fact]
    public async Task The_list_asks_as_much_for_three_as_for_thirty()
    {
        await using var app = new App();
        await app.Ready(3);
        var organiser = await app.Organiser();
        await organiser.Visit("/events/WELD/entries?tab=all");
        using var log = app.CountQueries();
        await organiser.Visit("/events/WELD/entries?tab=all");
        var few = log.Count;
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            for (var n = 10; n < 40; n++)
            {
                var worker = await app.Worker($"另{n}", n);
                db.Add(new Entry(of, "workers", worker.Memberships[0].OrganisationId, "临平衡远机电有限公司工会", "test", app.Clock.GetUtcNow().UtcDateTime).With(worker.Id, worker.Name));
            }

            await db.SaveChangesAsync();
            (await db.Entries.Where(e => e.Stage == EntryStage.Draft).ToListAsync()).ForEach(e => e.Make(EntryMove.Withdraw, "test", app.Clock.GetUtcNow().UtcDateTime, "测试"));
            await db.SaveChangesAsync();
        });
        log.Clear();
        await organiser.Visit("/events/WELD/entries?tab=all");

        Assert.Equal(20, organiser.Page.QuerySelectorAll(".entry-tbl tbody tr").Length);
        Assert.InRange(log.Count, 1, few);
        Assert.InRange(few, 1, 20);
    }
}
