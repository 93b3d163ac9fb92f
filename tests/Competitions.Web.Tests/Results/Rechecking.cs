using Competitions.Data;
using Competitions.People;
using Competitions.Results;
using Competitions.Scoring;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Results;

/// <summary>The event WELD with its practical module marked, confirmed and locked; its rules ask for a re-check. The supervisor, the chief judge and the clerk.</summary>
internal sealed class Rechecking(App app, Floor floor, Browser supervisor, Browser chief)
{
    public const string Address = "/events/WELD/rechecks";
    public static readonly DateTime Day = new(2026, 6, 1, 1, 0, 0, DateTimeKind.Utc);

    public Floor Floor { get; } = floor;
    public Browser Supervisor { get; } = supervisor;
    public Browser Chief { get; } = chief;

    /// <param name="points">Of each work; all judges give the same.</param>
    /// <param name="shares">Top and sample.</param>
    public static async Task<Rechecking> Open(App app, IReadOnlyList<decimal> points, (decimal Top, decimal Sample)? shares = null, bool locked = true)
    {
        app.Clock.Stop(Day);
        var floor = await Floor.Open(app, entries: points.Count);
        await app.WithDb(async db =>
        {
            var of = await db.Events.SingleAsync();
            of.Compose(of.Rules with { RequiresRecheck = true, RecheckTop = shares?.Top ?? 30, RecheckSample = shares?.Sample ?? 15 }, [.. of.Rounds], [.. of.Groups], [.. of.Modules], "test", Day, "复核");
            await db.SaveChangesAsync();
        });
        foreach (var judge in floor.Judges)
        {
            await floor.Give(judge, [.. floor.Works.Select((w, n) => Floor.Panel(w, points[n]))]);
        }

        if (locked)
        {
            await SheetsTests.Lock(app, floor, "/events/WELD/sheets/practical@2026-06-01");
        }

        var chief = await app.WithDb(db => db.Users.Where(u => u.UserName == "chief").Select(u => u.Id).SingleOrDefaultAsync()) ?? await app.Judge(floor.EventId, DutyKind.ChiefJudge, "chief");
        return new Rechecking(app, floor, app.As(await app.Judge(floor.EventId, DutyKind.Supervisor, "supervisor")), app.As(chief));
    }

    public async Task<Rechecking> Drawn()
    {
        await (await Supervisor.Visit(Address)).Submit("#draw-practical");
        return this;
    }

    public Task<Recheck> Now() => app.WithDb(db => db.Rechecks.AsNoTracking().OrderBy(r => r.Id).LastAsync());

    public async Task<Browser> Pass(params string[] works)
    {
        await Supervisor.Visit($"{Address}/1/passes/new?{string.Join('&', works.Select(w => $"works={w}"))}");
        return await Supervisor.Submit("#pass", new Dictionary<string, string> { ["Name"] = "supervisor" });
    }

    public async Task<Browser> Fault(string work, string right, string why = "第二项漏加 5 分")
    {
        await Supervisor.Visit($"{Address}/1/faults/new?work={work}");
        return await Supervisor.Submit("#fault", new Dictionary<string, string> { ["Right"] = right, ["Why"] = why, ["Name"] = "supervisor" });
    }

    public async Task<Browser> Finish()
    {
        await Supervisor.Visit($"{Address}/1/completion/new");
        return await Supervisor.Submit("#finish", new Dictionary<string, string> { ["Name"] = "supervisor" });
    }

    /// <summary>Drawn by the chief judge for the marks of a judge of that work, signed by the supervisor.</summary>
    public async Task Correct(string work, decimal value, bool asked = true, int judges = 3)
    {
        for (var n = 0; n < judges; n++)
        {
            await Chief.Visit($"/events/WELD/correction-slips/new?q={work}{(asked ? "&recheck=1" : "")}");
            var lines = await app.WithDb(db => db.Marks.AsNoTracking().Where(m => m.Work == work && m.Judge == Floor.Judges[n]).OrderBy(m => m.Sequence).ToListAsync());
            await Chief.Submit("form#slip", new Dictionary<string, string> { ["Sequence"] = $"{lines[^1].Sequence}", ["Value"] = $"{value}", ["Why"] = "监督书面通知第 1 号" });
            var slip = await app.WithDb(db => db.CorrectionSlips.MaxAsync(s => (int?)s.Id));
            await (await Supervisor.Visit($"/events/WELD/correction-slips/{slip}")).Submit("#sign");
        }
    }

    /// <summary>The works of the panel by rank.</summary>
    public async Task<IReadOnlyList<Mark>> Lines() => await app.WithDb(db => db.Marks.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());

    public static Task<int> Count(CompetitionsDb db) => db.Rechecks.CountAsync();
}
