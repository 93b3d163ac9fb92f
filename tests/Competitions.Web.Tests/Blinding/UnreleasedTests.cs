using System.Text.Json;
using System.Text.RegularExpressions;
using Competitions.Contests;
using Competitions.Data.People;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Scoring;
using Competitions.Web.Scoring.Boards;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Competitions.Web.Tests.Blinding;

/// <summary>
/// S8: what the organiser has not released is in no byte. Two programs run on copies of one event and differ in nothing else: whose the
/// sealed codes are, what is given in a module that is hidden, and what (and how much) after the board was frozen. Whoever is not to know
/// gets the same from both: pages, JSON, heads and tags, pushes and their number. A board's version counts the lines that it shows,
/// so a line that it does not show moves nothing. Time is not measured; a board's answer is made beforehand and read from no database.
/// </summary>
public sealed partial class UnreleasedTests : IAsyncLifetime
{
    private const string Snapshot = "/boards/WELD/final/workers/snapshot";
    private const long Epoch = 1_000_000_000;
    private const string Theory = "theory";
    private const string Practical = "practical";

    /// <summary>Of the hidden module and after the freeze; each world has its own, none of which is written anywhere else.</summary>
    private static readonly (decimal Hidden, decimal Frozen)[] Marks = [(61.37m, 58.61m), (93.73m, 97.79m)];

    /// <summary>Shows the key of his authenticator, made by chance for him alone.</summary>
    private const string OwnKey = "/authenticators/new";

    private readonly List<World> _worlds = [];
    private readonly List<string> _identities = [];
    private List<(string Who, string? Account)> _readers = [];
    private string? _copy;

    [Fact]
    public async Task What_is_not_released_changes_no_byte_that_those_get_who_may_not_know_it()
    {
        foreach (var (world, n) in _worlds.Select((w, n) => (w, n)))
        {
            await world.Live(Marks[n], more: n);
        }

        Assert.Equal(_worlds[0].Heard, _worlds[1].Heard); // what was pushed, and how often
        Assert.Equal(["0", "-1", "-1"], _worlds[0].Heard.Select(h => $"{JsonDocument.Parse(h).RootElement.GetProperty("from").GetInt64() % Epoch}")); // the one mark that is shown, the freeze, the end
        foreach (var (who, account) in _readers)
        {
            var (one, other) = (await _worlds[0].Read(account), await _worlds[1].Read(account));
            Assert.DoesNotContain(one.Concat(other), a => a.Value.StartsWith("429", StringComparison.Ordinal));
            Assert.True(one.Count(a => a.Value.StartsWith("200", StringComparison.Ordinal)) > 10, $"{who} opened {one.Count} pages");
            Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            var differ = one.Where(a => other[a.Key] != a.Value).Select(a => $"{who} {a.Key}: {Difference(a.Value, other[a.Key])}").ToList();
            Assert.True(differ.Count == 0, string.Join('\n', differ.Take(20)));
        }

        foreach (var world in _worlds)
        {
            world.App.Services.GetRequiredService<ILoggerFactory>().CreateLogger("guard").LogInformation("The log is heard");
            var log = world.Log.Text;
            Assert.Contains("The log is heard", log, StringComparison.Ordinal);
            Assert.DoesNotContain(_identities.Concat(Marks.SelectMany(m => (string[])[$"{m.Hidden}", $"{m.Frozen}"])), said => log.Contains(said, StringComparison.Ordinal));
        }

        await Released(); // the guard of the guard: the worlds do differ
        Assert.NotEqual(await _worlds[0].Read(null, Snapshot), await _worlds[1].Read(null, Snapshot));
    }

    /// <summary>In place of a clock: who asks for a board that is open gets bytes that lie there, whatever there is beside what they show.</summary>
    [Fact]
    public async Task A_boards_answer_is_there_before_it_is_asked_for_and_reads_nothing()
    {
        var world = _worlds[0];
        await world.Live(Marks[0], more: 0);
        var first = await world.Read(null, Snapshot);
        using var sql = world.App.CountQueries();
        foreach (var (_, account) in _readers)
        {
            Assert.Equal(first, await world.Read(account, Snapshot));
        }

        Assert.Empty(sql.Commands);
    }

    public async ValueTask InitializeAsync()
    {
        var app = new App { Settings = { ["Logging:LogLevel:Default"] = "Information", ["Logging:Console:LogLevel:Default"] = "Warning", ["PublicAddress"] = "https://zs.example.gov.cn" } };
        app.Clock.Stop(new DateTime(2026, 6, 1, 2, 0, 0, DateTimeKind.Utc));
        var id = await app.Ready(4);
        foreach (var duty in (DutyKind[])[DutyKind.Worker, DutyKind.TeamLeader, DutyKind.Coach])
        {
            _readers.Add(($"{duty}", await Person(app, id, duty)));
        }

        var judges = new List<string>();
        foreach (var name in (string[])["judge1", "judge2", "judge3"])
        {
            judges.Add(await app.Judge(id, DutyKind.ScoringJudge, name));
        }

        await Seated(app, id, judges);
        await (await (await app.Organiser()).Visit("/events/WELD")).Submit("#Start");
        _readers = [("public", null), .. _readers, ("enterprise", await Officer(app)), ("judge", judges[2])];
        await app.WithDb(async db =>
        {
            var release = new BoardRelease("WELD", "final");
            release.Release(Practical);
            db.Add(release);
            await db.SaveChangesAsync();
        });
        _identities.AddRange(await app.WithDb(async db => (List<string>)["衡远机电", "艺澜服饰", .. await db.Workers.Select(w => w.Name).ToListAsync()]));
        await app.Open().Visit("/.well-known/jwks.json"); // the key is made when it is asked for: both are to have it
        var copy = Beside(app);
        _copy = copy.Folder;
        await copy.WithDb(Exchanged);
        foreach (var one in (App[])[app, copy])
        {
            _worlds.Add(await World.Of(one, judges));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds)
        {
            await world.DisposeAsync();
        }

        if (_copy is not null)
        {
            Directory.Delete(_copy, recursive: true);
        }
    }

    /// <summary>Two competitors of two units, in everything that is sealed.</summary>
    private static async Task Exchanged(Competitions.Data.CompetitionsDb db)
    {
        var ids = await db.Entries.OrderBy(e => e.Id).Select(e => e.Id).Take(2).ToListAsync();
        var moved = await Move(ids[0], -1);
        _ = await Move(ids[1], ids[0]);
        moved += await Move(-1, ids[1]);
        Assert.Equal(4, moved); // both rows on the board, and both works

        Task<int> Move(int from, int to) => db.Database.ExecuteSqlAsync($"UPDATE CodeBook SET EntryId = {to} WHERE OpenedAt IS NULL AND EntryId = {from}");
    }

    private async Task Released()
    {
        foreach (var world in _worlds)
        {
            await world.App.WithDb(async db =>
            {
                var release = await db.BoardReleases.SingleAsync();
                release.Unfreeze();
                await db.SaveChangesAsync();
            });
            await world.Looks();
        }
    }

    /// <summary>Somebody of the first entry's unit; the competitor is the one whose codes are another's in the other world.</summary>
    private static async Task<string> Person(App app, int id, DutyKind duty)
    {
        var account = duty is DutyKind.Worker ? await Own(app) : await app.Judge(id, duty, $"{duty}".ToLowerInvariant());
        await app.WithDb(async db =>
        {
            var of = await db.Workers.Where(w => w.Memberships.Any(m => m.OrganisationName.Contains("衡远"))).OrderBy(w => w.Id).Select(w => (int?)w.Id).ToListAsync();
            (await db.Users.SingleAsync(u => u.Id == account)).WorkerId = duty switch { DutyKind.Worker => of[0], DutyKind.TeamLeader => of[1], _ => null };
            await db.SaveChangesAsync();
        });
        return account;
    }

    private static Task<string> Own(App app) => app.WithDb(async db =>
    {
        var account = new Account { UserName = "own", NormalizedUserName = "OWN", DisplayName = "own", SecurityStamp = "test" };
        db.Add(account);
        db.Add(Duty.At(await db.Organisations.SingleAsync(o => o.Code == "E1"), account.Id, DutyKind.Worker, new DateOnly(2020, 1, 1), null, account.Id));
        await db.SaveChangesAsync();
        return account.Id;
    });

    private static async Task<string> Officer(App app)
    {
        await app.Unit();
        return await app.WithDb(db => db.Users.Where(u => u.UserName == "EnterpriseOfficer@E1").Select(u => u.Id).SingleAsync());
    }

    /// <summary>Each sits in both panels; the third, who looks, gives the same in both worlds.</summary>
    private static Task Seated(App app, int id, List<string> judges) => app.WithDb(async db =>
    {
        var of = await db.Events.SingleAsync(e => e.Id == id);
        foreach (var module in of.Modules)
        {
            var panel = new Panel(of, module.Code, $"{module.Name}组", []);
            judges.ForEach(j => panel.Seat(j, j, leads: false));
            db.Add(panel);
        }

        await db.SaveChangesAsync();
    });

    private static App Beside(App app)
    {
        var folder = Directory.CreateTempSubdirectory("competitions-").FullName;
        foreach (var file in Directory.GetFiles(app.Folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("competitions.db", StringComparison.Ordinal)))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(app.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        using (var from = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "competitions.db")};Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={Path.Combine(folder, "competitions.db")};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        var copy = App.Started("Development", folder);
        app.Settings.ToList().ForEach(s => copy.Settings.Add(s.Key, s.Value));
        copy.Clock.Stop(app.Clock.GetUtcNow().UtcDateTime);
        return copy;
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        var from = Math.Max(0, at - 80);
        return $"“{one[from..Math.Min(one.Length, at + 80)]}” / “{other[from..Math.Min(other.Length, at + 80)]}”";
    }

    /// <summary>One of the two programs, with somebody who watches its public board.</summary>
    private sealed partial class World(App app, IReadOnlyList<string> judges, IReadOnlyList<string> works, Listener viewer) : IAsyncDisposable
    {
        private readonly Dictionary<string, Browser> _browsers = [];

        public App App { get; } = app;
        public Logged Log { get; } = new();

        /// <summary>Each push as it came.</summary>
        public List<string> Heard { get; } = [];

        public static async Task<World> Of(App app, IReadOnlyList<string> judges)
        {
            var rows = WorkBook.RowsOf("final");
            var works = await app.WithDb(db => (from row in db.CodeBook where row.Module == rows join work in db.CodeBook on row.EntryId equals work.EntryId where work.Module == Practical orderby row.Work select work.Work).ToListAsync());
            var world = new World(app, judges, works, await Listener.To(app, "/live/boards/WELD"));
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(world.Log);
            return world;
        }

        /// <summary>Hidden marks, one that is shown, the freeze, and marks after it; every push is heard.</summary>
        /// <param name="more">Marks more after the freeze: not even their number is to be told.</param>
        public async Task Live((decimal Hidden, decimal Frozen) marks, int more)
        {
            await viewer.Ask("Watch", "final", "workers");
            foreach (var (work, i) in (await App.WithDb(db => db.Works.Where(w => w.Module == Theory).OrderBy(w => w.Code).Select(w => w.Code).ToListAsync())).Select((w, i) => (w, i)))
            {
                await Give(judges[0], work, i == 1 ? 100 - marks.Hidden : marks.Hidden);
                await Give(judges[1], work, marks.Hidden);
                await Give(judges[2], work, 80);
            }

            await Give(judges[0], works[0], 71);
            await Hears();
            await App.WithDb(async db =>
            {
                (await db.BoardReleases.SingleAsync()).Freeze(await db.LedgerHeads.Select(h => h.Sequence).SingleAsync());
                await db.SaveChangesAsync();
            });
            await Looks();
            foreach (var work in works.Take(3))
            {
                await Give(judges[1], work, marks.Frozen);
                await Give(judges[2], work, 80);
            }

            await Give(judges[0], works[1], marks.Frozen); // two works are marked by all
            await Give(judges[0], works[2], marks.Frozen);
            for (var n = 0; n < more; n++)
            {
                await Give(judges[1], works[3], marks.Frozen);
            }

            await App.WithDb(db => db.Events.ExecuteUpdateAsync(e => e.SetProperty(x => x.Version, x => x.Version + 1)));
            await Looks(); // a push that both worlds have: what came before it has come by now
        }

        public async Task Looks()
        {
            App.Services.GetRequiredService<ScoreboardBroadcaster>().Changed("WELD");
            await Hears();
        }

        /// <summary>Everything that he can reach, by its address.</summary>
        public async Task<Dictionary<string, string>> Read(string? account)
        {
            var crawl = await new Crawl(BrowserOf(account)).Of(App, works, [1, 2]);
            return crawl.Answers.Where(a => a.Address != OwnKey).ToDictionary(a => a.Address, a => Same($"{a.Status}\n{a.Headers}\n{(a.Type is "application/pdf" || a.Type?.Contains("spreadsheet", StringComparison.Ordinal) == true ? a.Text : System.Text.Encoding.UTF8.GetString(a.Bytes))}"));
        }

        public async Task<string> Read(string? account, string address)
        {
            using var answer = await BrowserOf(account).Http.GetAsync(address);
            return Same($"{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}");
        }

        public async ValueTask DisposeAsync()
        {
            await viewer.DisposeAsync();
            await App.DisposeAsync();
            Log.Dispose();
        }

        private Browser BrowserOf(string? account)
        {
            if (!_browsers.TryGetValue(account ?? "", out var browser))
            {
                browser = _browsers[account ?? ""] = account is null ? App.Open() : App.As(account);
                browser.Http.DefaultRequestHeaders.Add(FromAnywhere.Header, "1");
            }

            return browser;
        }

        private async Task Hears() => Heard.Add((await viewer.Hear("BoardMoved", 60_000))!.Value.GetRawText());

        private async Task Give(string judge, string work, decimal value)
        {
            using var answer = await (await BrowserOf(judge).Visit("/")).Send("/events/WELD/marks", new[] { Floor.Panel(work, value) });
            Assert.Contains("\"sequence\":", await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Without what differs from one answer to the next and from one port to another.</summary>
        private string Same(string text) => Moments().Replace(Tokens().Replace(text.Replace($":{App.Address.Port}", ":PORT", StringComparison.Ordinal), "…"), "…");

        /// <summary>Of forms and cookies.</summary>
        [GeneratedRegex("CfDJ8[A-Za-z0-9_%-]+")]
        private static partial Regex Tokens();

        /// <summary>
        /// Of the real clock: when the server answered, when a PDF was printed; the number of a request on a page that says no; and on a judge's own
        /// sheet the number of its newest line, which he signs up to: it tells him that others of his panel gave marks there, not which.
        /// </summary>
        [GeneratedRegex(@"(?m)^Date: .*$|(?<=(?:""|&quot;)sequence(?:""|&quot;):)\d+|D:\d{14}[^\s]*|0H[A-Z0-9]{11}:[0-9A-F]{8}")]
        private static partial Regex Moments();
    }

    /// <summary>Whatever the program logs, at the level of production.</summary>
    private sealed class Logged : ILoggerProvider, ILogger
    {
        private readonly List<string> _said = [];
        private readonly Lock _door = new();

        public string Text
        {
            get
            {
                lock (_door)
                {
                    return string.Join('\n', _said);
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_door)
            {
                _said.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
