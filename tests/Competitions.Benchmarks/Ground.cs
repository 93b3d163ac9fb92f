using System.Collections.Concurrent;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Scoring;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Benchmarks;

/// <summary>A data folder with an event that is being marked on a process sheet, its board released, its judges with passwords; and the program over it.</summary>
internal sealed class Ground : IAsyncDisposable
{
    public const string Code = "LOAD";
    public const string Board = $"/boards/{Code}/final/workers/snapshot";
    public const string Hub = $"/live/boards/{Code}";

    private const string Password = "Judge-2026-pass";
    private const int Accounts = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("competitions-load-").FullName;
    private readonly List<string> _works = [];
    private readonly ConcurrentDictionary<string, long> _last = new();
    private List<(HttpClient Http, string Token)> _browsers = [];

    private Ground() => Server = new Server(_folder);

    public Server Server { get; }

    public static async Task<Ground> With(int works)
    {
        Figures.Note($"an event with {works} works");
        var ground = new Ground();
        await using (var app = House.Build([$"--Data={ground._folder}", "--environment=Production", "--Logging:LogLevel:Default=Error"]))
        {
            await House.Prepare(app, demo: false);
            await using var scope = app.Services.CreateAsyncScope();
            await ground.Fill(scope.ServiceProvider.GetRequiredService<CompetitionsDb>(), scope.ServiceProvider.GetRequiredService<FieldCipher>(), works);
        }

        await ground.Server.Start();
        ground._browsers = [.. await Task.WhenAll(Enumerable.Range(1, Accounts).Select(n => Judge.SignIn(ground.Server.Address, $"judge{n}", Password)))];
        return ground;
    }

    /// <summary>So many producers, each with works of its own.</summary>
    public IReadOnlyList<Judge> Judges(int count) => [.. Enumerable.Range(0, count).Select(n =>
        new Judge(_browsers[n % Accounts].Http, _browsers[n % Accounts].Token, [.. _works.Where((_, i) => i % count == n)], _last))];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _browsers.ForEach(b => b.Http.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Fill(CompetitionsDb db, FieldCipher cipher, int works)
    {
        var (now, day) = (DateTime.UtcNow, new DateOnly(2020, 1, 1));
        var unit = new Organisation("LOAD", "压测总工会", "压测", OrganisationLevel.District, "federation", day);
        db.Add(unit);
        await db.SaveChangesAsync();
        unit.PlaceUnder(null);
        var today = DateOnly.FromDateTime(now);
        var contest = new Contest("C-LOAD", unit, new ContestText("压测", null, OrganisationLevel.District, ContestClass.First, 2026, null, null, null, null, null, "", today, today, now.AddDays(-9), now.AddDays(-1)), today);
        db.Add(contest);
        await db.SaveChangesAsync();
        var of = new Event(contest.Id, Code, new EventText("压测", "6-18-02-04", "焊工", "3", false, works, 2), Preset);
        of.Make(EventMove.OpenRegistration, new EventFacts(0), "load", now);
        db.Add(of);
        await db.SaveChangesAsync();
        var entries = await Enter(db, cipher, of, unit, works, now);
        await Seat(db, of, day);
        foreach (var move in (EventMove[])[EventMove.CloseRegistration, EventMove.FinishVetting, EventMove.Start])
        {
            of.Make(move, new EventFacts(works), "load", now);
        }

        var (head, release) = (new LedgerHead(Code), new BoardRelease(Code, "final"));
        head.Take(marks: true);
        release.Release("practical");
        db.AddRange(head, release);
        await db.Enter(of, "final", entries, now);
        await db.SaveChangesAsync();
        _works.AddRange(await db.Works.OrderBy(w => w.Id).Select(w => w.Code).ToListAsync());
    }

    private static async Task<List<int>> Enter(CompetitionsDb db, FieldCipher cipher, Event of, Organisation unit, int works, DateTime now)
    {
        var ids = new List<int>();
        foreach (var some in Enumerable.Range(1, works).Chunk(1000))
        {
            var workers = some.Select(n => new Worker($"选手{n:00000}", IdKind.ResidentCard, cipher.Seal("worker.id-number", $"load-{n}"), Sex.Male, new DateOnly(1990, 1, 1)).Join(unit, new DateOnly(2020, 1, 1))).ToList();
            db.AddRange(workers);
            await db.SaveChangesAsync();
            var entries = workers.Zip(some, (worker, n) =>
            {
                var entry = new Entry(of, "workers", unit.Id, unit.Name, "load", now).With(worker.Id, worker.Name);
                Array.ForEach(Enum.GetValues<ConsentKind>(), kind => entry.Consent(worker.Id, kind, "v1", now, himself: true));
                entry.Submit(of.Groups[0], "load", now);
                entry.Make(EntryMove.PassUnit, "load", now);
                entry.Make(EntryMove.PassTown, "load", now);
                entry.Accept($"{n:00000}", "load", now);
                return entry;
            }).ToList();
            db.AddRange(entries);
            await db.SaveChangesAsync();
            ids.AddRange(entries.Select(e => e.Id));
        }

        return ids;
    }

    private static async Task Seat(CompetitionsDb db, Event of, DateOnly day)
    {
        var (hash, panel) = (new PasswordHasher<Account>().HashPassword(new Account { DisplayName = "" }, Password), new Panel(of, "practical", "实操组", []));
        for (var n = 1; n <= Accounts; n++)
        {
            var account = new Account { UserName = $"judge{n}", NormalizedUserName = $"JUDGE{n}", DisplayName = $"裁判{n}", SecurityStamp = "load", PasswordHash = hash };
            db.AddRange(account, Duty.In(of.Id, account.Id, DutyKind.ScoringJudge, day, null, account.Id));
            panel.Seat(account.Id, account.DisplayName, leads: false);
        }

        db.Add(panel);
        await db.SaveChangesAsync();
    }

    private static RulePreset Preset => new("district-skills", 1, "区职工技能竞赛", 30, 2,
        new EventRules { PresetCode = "district-skills", PresetVersion = 1, Prizes = [new("一等奖", 0.10m)] },
        [new EventModule("practical", "实操", "final", ModuleKind.Practical, ModuleWay.ProcessSheet, 100, 0, 100, 240, 3)],
        [new EventGroup("workers", "职工组", GroupFor.Workers)],
        [new EventRound("final", "决赛", 1)]);
}
