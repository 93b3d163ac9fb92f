using System.Net.Http.Json;
using System.Text.Json;
using Competitions.Contests;
using Competitions.Data;
using Competitions.People;
using Competitions.Schemes;
using Competitions.Scoring;
using Competitions.Web.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

/// <summary>An event that is being marked: practical by a panel of three judges, its works in the order of their rows.</summary>
internal sealed class Floor(App app, int eventId, IReadOnlyList<string> works, IReadOnlyList<string> judges)
{
    public const string Code = "WELD";

    public int EventId { get; } = eventId;
    public IReadOnlyList<string> Works { get; } = works;
    public IReadOnlyList<string> Judges { get; } = judges;

    /// <param name="way">Of the practical module. By aspects: K1 judged out of 2, K2 measured out of 3, and K3 of another criterion judged out of 1.</param>
    public static async Task<Floor> Open(App app, int entries = 3, int judges = 3, ModuleWay way = ModuleWay.Panel)
    {
        var id = await app.Ready(entries);
        await app.WithDb(db => Marked(db, id, way));
        var accounts = new List<string>();
        for (var n = 1; n <= judges; n++)
        {
            accounts.Add(await app.Judge(id, DutyKind.ScoringJudge, $"judge{n}"));
        }

        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync(e => e.Id == id);
            var panel = new Panel(of, "practical", "实操组", []);
            accounts.ForEach(a => panel.Seat(a, a, leads: false));
            db.Add(panel);
            await db.SaveChangesAsync();
        });
        var organiser = await app.Open(DutyKind.FederationOfficer);
        await (await organiser.Visit($"/events/{Code}")).Submit("#Start");
        Assert.Equal(EventStage.Running, await app.WithDb(db => db.Events.Where(e => e.Id == id).Select(e => e.Stage).SingleAsync()));
        var rows = WorkBook.RowsOf("final");
        var works = await app.WithDb(db => (from row in db.CodeBook where row.Module == rows join work in db.CodeBook on row.EntryId equals work.EntryId where work.Module == "practical" orderby row.Work select work.Work).ToListAsync());
        return new Floor(app, id, works, accounts);
    }

    private static async Task Marked(CompetitionsDb db, int id, ModuleWay way)
    {
        if (way is ModuleWay.Panel)
        {
            return;
        }

        var of = await db.Events.SingleAsync(e => e.Id == id);
        of.Compose(of.Rules, [.. of.Rounds], [.. of.Groups], [.. of.Modules.Select(m => m.Code != "practical" ? m : m with { Way = way, Layers = way is ModuleWay.ProcessSheet ? 0 : m.Layers })]);
        if (way is ModuleWay.Aspects)
        {
            Aspect Of(AspectKind kind, decimal most) => new(kind, $"评分点 {most}", null, null, null, null, new Points(most), []);
            var scheme = new Scheme("焊工", [], [
                new Criterion("A", "工艺", [new SubCriterion("A1", "外观", null, [Of(AspectKind.Judgement, 2), Of(AspectKind.Measurement, 3)])]),
                new Criterion("B", "素养", [new SubCriterion("B1", "现场", null, [Of(AspectKind.Judgement, 1)])]),
            ], []);
            db.Add(MarkingScheme.First(id, new WrittenScheme(scheme, new Dictionary<string, string> { ["A"] = "practical", ["B"] = "practical" }, []), ["practical"], "test", DateTime.UtcNow));
        }

        await db.SaveChangesAsync();
    }

    public static TabletMark Mark(string work, string item, object value, long? after = null, string? why = null) =>
        new(Guid.NewGuid(), work, item, JsonSerializer.SerializeToElement(value), DateTimeOffset.UnixEpoch, after, why);

    /// <summary>Stored, and the line's number.</summary>
    public async Task<long> Stores(string judge, TabletMark mark) => (await Give(judge, mark)).Single() is { Sequence: { } sequence } ? sequence : throw new InvalidOperationException("refused");

    /// <summary>Marks of the panel for a work, by that judge.</summary>
    public static TabletMark Panel(string work, object value, long? after = null, Guid? id = null) =>
        new(id ?? Guid.NewGuid(), work, MarkItem.Panel, JsonSerializer.SerializeToElement(value), DateTimeOffset.UnixEpoch, after);

    public async Task<MarkAnswer[]> Give(string judge, params TabletMark[] marks)
    {
        using var answer = await Send(judge, marks);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<MarkAnswer[]>())!;
    }

    public async Task<HttpResponseMessage> Send(string judge, object body)
    {
        var browser = await app.As(judge).Visit("/");
        return await browser.Send($"/events/{Code}/marks", body);
    }

    public Task<List<Mark>> Lines() => app.WithDb(db => db.Marks.AsNoTracking().Where(m => m.EventCode == Code).OrderBy(m => m.Sequence).ToListAsync());
}
