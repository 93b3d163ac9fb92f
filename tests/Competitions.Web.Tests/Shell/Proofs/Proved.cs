using Competitions.Contests;
using Competitions.Data;
using Competitions.Scoring;
using Competitions.Web.Shell.Proofs;
using Competitions.Web.Shell.Verbs;
using Competitions.Web.Tests.Blinding;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Honours;
using Competitions.Web.Tests.Notices;
using Competitions.Web.Tests.Results;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Shell.Proofs;

/// <summary>
/// A whole event by the pages: three layers drawn, sealed and opened, marked, published, under notice, honoured, certified. Made once;
/// each test has a copy of its database, its key and its signed heads, to do with as one who holds the files can.
/// </summary>
internal sealed class Proved : IDisposable
{
    private static readonly Lazy<Task<string>> Whole = new(Made);

    private Proved(string folder) => Folder = folder;

    public string Folder { get; }

    public string Heads => Path.Combine(Folder, "signed-heads.jsonl");

    public string Key => Path.Combine(Folder, "signing.key");

    public string Database => Path.Combine(Folder, "competitions.db");

    public static async Task<Proved> Copy()
    {
        var (whole, folder) = (await Whole.Value, Directory.CreateTempSubdirectory("competitions-proved-").FullName);
        foreach (var file in Directory.GetFiles(whole))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return new Proved(folder);
    }

    /// <summary>As at the command line.</summary>
    public async Task<(int Exit, string Output)> Verify(params string[] settings)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = await VerifyVerb.Run(["verify", $"--Data={Folder}", .. settings], output, errors);
        return (exit, $"{output}{errors}".ReplaceLineEndings("\n"));
    }

    /// <summary>With the triggers out of the way, and without a constraint that asks.</summary>
    public void Plant(params string[] sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False;Foreign Keys=False");
        connection.Open();
        string[] triggers = [.. ((string[])["Audit", "Marks"]).SelectMany(t => (string[])[$"DROP TRIGGER IF EXISTS {t}_no_UPDATE", $"DROP TRIGGER IF EXISTS {t}_no_DELETE"])];
        foreach (var one in triggers.Concat(sql))
        {
            using var command = connection.CreateCommand();
            command.CommandText = one;
            Assert.True(command.ExecuteNonQuery() != 0 || triggers.Contains(one), $"nothing was changed by {one}");
        }
    }

    /// <summary>The same through the model.</summary>
    public async Task<T> With<T>(Func<CompetitionsDb, Task<T>> look)
    {
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Database};Pooling=False;Foreign Keys=False").Options);
        return await look(db);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<string> Made()
    {
        await using var app = new App();
        app.Clock.Stop(Noticing.Monday);
        var sealedEvent = await (await SealedEvent.Open(app, entries: 6)).Drawn();
        await Mark(app, "theory", 90);
        await Mark(app, "practical", 95);
        await sealedEvent.Finish();
        await sealedEvent.Unseal();
        var organiser = await app.Organiser();
        await app.Publish(organiser);
        await (await organiser.Visit("/events/WELD")).Submit("#Announce");
        await organiser.GiveNotice();
        app.Clock.Stop(Noticing.Free);
        await (await organiser.Visit("/events/WELD/honours")).Submit("#award");
        await (await organiser.Visit("/events/WELD/honours/decree/new")).Submit("#decree", new Dictionary<string, string> { ["DocumentNumber"] = Awarded.Document });
        await (await organiser.Visit("/certificate-orders/new?event=WELD")).Submit("#order", new Dictionary<string, string> { ["Series"] = Awarded.Series });
        await organiser.Finished(organiser.Address);
        Assert.Equal((EventStage.Honoured, 4), await app.WithDb(async db => (await db.Events.Select(e => e.Stage).SingleAsync(), await db.Certificates.CountAsync())));
        return await Kept(app);
    }

    /// <summary>The works of a module, 90, 89 … in the order of their codes; signed up to there.</summary>
    private static async Task Mark(App app, string module, decimal from)
    {
        await app.WithDb(async db =>
        {
            var (head, now) = (await db.LedgerHeads.SingleAsync(), app.Clock.GetUtcNow().UtcDateTime);
            foreach (var (i, work) in (await db.Works.Where(w => w.Module == module).OrderBy(w => w.Code).ToListAsync()).Index())
            {
                db.Add(head.Append(new GivenMark(Guid.NewGuid(), work.Code, MarkItem.Panel, from - i, now), "judge", new Sheet(module, new DateOnly(2026, 6, 1)), now));
            }

            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<HeadSigner>().SignNow(all: true);
    }

    private static async Task<string> Kept(App app)
    {
        var folder = Directory.CreateTempSubdirectory("competitions-proved-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await app.Services.GetRequiredService<HeadSigner>().SignNow(all: true);
        foreach (var file in (string[])["signed-heads.jsonl", "signing.key"])
        {
            File.Copy(Path.Combine(app.Folder, file), Path.Combine(folder, file));
        }

        using var from = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "competitions.db")};Pooling=False");
        using var to = new SqliteConnection($"Data Source={Path.Combine(folder, "competitions.db")};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        return folder;
    }
}
