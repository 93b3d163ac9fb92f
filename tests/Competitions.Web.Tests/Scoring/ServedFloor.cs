using Competitions.Data;
using Competitions.Data.People;
using Competitions.Scoring;
using Competitions.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

/// <summary>An event that is being marked, its judges with passwords, and the program as a process over it.</summary>
internal sealed class ServedFloor : IAsyncDisposable
{
    public const string Password = "Judge-2026-pass";

    private readonly string _folder = Directory.CreateTempSubdirectory("competitions-served-").FullName;

    private ServedFloor(string environment) => Server = new Server(_folder, environment);

    public Server Server { get; }
    public IReadOnlyList<string> Works { get; private set; } = [];
    public IReadOnlyList<string> Judges { get; private set; } = [];

    /// <param name="environment">A browser needs Development: only there are scripts served from where they are written.</param>
    public static async Task<ServedFloor> Open(int entries, int judges, string environment = "Production")
    {
        var served = new ServedFloor(environment);
        await using var app = App.Started("Production", served._folder);
        var floor = await Floor.Open(app, entries, judges);
        (served.Works, served.Judges) = (floor.Works, [.. Enumerable.Range(1, judges).Select(n => $"judge{n}")]);
        var hash = new PasswordHasher<Account>().HashPassword(new Account { DisplayName = "" }, Password);
        await app.WithDb(async db =>
        {
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash));
            var release = new BoardRelease(Floor.Code, "final");
            release.Release("practical");
            db.Add(release);
            await db.SaveChangesAsync();
        });
        return served;
    }

    /// <summary>A tablet for each judge, signed in.</summary>
    public async Task<List<Tablet>> Tablets(int batch = 5)
    {
        var tablets = new List<Tablet>();
        foreach (var judge in Judges)
        {
            tablets.Add(await Tablet.SignIn(Server, judge, Password, Works, batch));
        }

        return tablets;
    }

    /// <summary>What lies in the file, read past the program.</summary>
    public async Task<T> Look<T>(Func<SqliteDb, Task<T>> look)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "competitions.db"), Pooling = false };
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(file.ConnectionString).Options);
        return await look(db);
    }

    public Task<List<Mark>> Lines() => Look(db => db.Marks.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
