using Competitions.Data;
using Competitions.Data.People;
using Competitions.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Support;

/// <summary>The whole application on a real port, over its own data folder: a copy of one that was prepared once.</summary>
public sealed class App : WebApplicationFactory<Program>
{
    private static readonly Lazy<string> Template = new(Prepared);

    private readonly string _folder;
    private readonly bool _keep;
    private readonly string _environment;
    private readonly bool _demo;
    private readonly List<SqlLog> _logs = [];

    public App() : this(Copy(Template.Value), keep: false)
    {
    }

    private App(string folder, bool keep, string environment = "Development", bool demo = false)
    {
        (_folder, _keep, _environment, _demo) = (folder, keep, environment, demo);
        UseKestrel(0);
    }

    /// <summary>The clock of the program; a test may set it.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Counts the passwords that were hashed: what signing in costs.</summary>
    public CountedHashes Hashes { get; } = new();

    public string Folder => _folder;

    /// <summary>Settings beside those of every test; read when it starts.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Where a browser finds it.</summary>
    public Uri Address
    {
        get
        {
            using var http = CreateClient(); // starts the server
            return http.BaseAddress!;
        }
    }

    /// <summary>A program that was restarted on the same data.</summary>
    public App Restarted() => new(_folder, keep: true) { Settings = Settings };

    /// <summary>The program as it starts by itself in that environment, on a data folder that the test looks after.</summary>
    public static App Started(string environment, string folder) => new(folder, keep: true, environment, demo: true);

    /// <summary>A browser nobody has signed in with.</summary>
    public Browser Open() => new(Client(), null);

    /// <summary>A browser of an account that holds this duty at the organisation of that code (made when it is not there).</summary>
    public async Task<Browser> Open(DutyKind duty, string organisation = "LP")
    {
        var account = await Account(db => Task.FromResult(Duty.At(db.Organisations.Single(o => o.Code == organisation), "", duty, new DateOnly(2020, 1, 1), null, "test")), $"{duty}@{organisation}");
        return As(account);
    }

    /// <summary>A browser of an account that holds this duty in one event.</summary>
    public async Task<Browser> Open(DutyKind duty, int eventId) =>
        As(await Account(_ => Task.FromResult(Duty.In(eventId, "", duty, new DateOnly(2020, 1, 1), null, "test")), $"{duty}@event-{eventId}"));

    /// <summary>An account of that name with this duty in one event; its id.</summary>
    public Task<string> Judge(int eventId, DutyKind duty, string name) => Account(_ => Task.FromResult(Duty.In(eventId, "", duty, new DateOnly(2020, 1, 1), null, "test")), name);

    /// <summary>A browser of an account as it is.</summary>
    public Browser As(string accountId) => new(Client(), accountId);

    public async Task<T> WithDb<T>(Func<CompetitionsDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<CompetitionsDb>());
    }

    public Task WithDb(Func<CompetitionsDb, Task> look) => WithDb<object?>(async db =>
    {
        await look(db);
        return null;
    });

    /// <summary>Federation LP (临平区), town LP01 below it, enterprises E1 and E2 below the town, and XS, another district.</summary>
    public Task<int> Organisations() => WithDb(async db =>
    {
        var day = new DateOnly(2020, 1, 1);
        Organisation Add(string code, string name, OrganisationLevel level, string type)
        {
            var organisation = new Organisation(code, name, name, level, type, day);
            db.Add(organisation);
            db.SaveChanges();
            return organisation;
        }

        if (await db.Organisations.AnyAsync(o => o.Code == "LP"))
        {
            return 0;
        }

        var district = Add("LP", "临平区总工会", OrganisationLevel.District, "federation");
        var town = Add("LP01", "东湖街道总工会", OrganisationLevel.Town, "town");
        var one = Add("E1", "临平衡远机电有限公司工会", OrganisationLevel.Enterprise, "enterprise");
        var two = Add("E2", "杭州艺澜服饰有限公司工会", OrganisationLevel.Enterprise, "enterprise");
        var other = Add("XS", "萧山区总工会", OrganisationLevel.District, "federation");
        var foreign = Add("XE", "萧山某厂工会", OrganisationLevel.Enterprise, "enterprise");
        district.PlaceUnder(null);
        town.PlaceUnder(district);
        one.PlaceUnder(town);
        two.PlaceUnder(town);
        other.PlaceUnder(null);
        foreign.PlaceUnder(other);
        return await db.SaveChangesAsync();
    });

    /// <summary>The commands sent to the database from here on.</summary>
    public SqlLog CountQueries()
    {
        var log = new SqlLog(Path.Combine(_folder, "competitions.db"));
        _logs.Add(log);
        return log;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("Demo", _demo ? "true" : "false");
        builder.UseSetting("Data", _folder);
        builder.UseSetting("ConnectionStrings:Competitions", Connection(_folder));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddTransient<IStartupFilter, FromAnywhere>().AddTransient<IStartupFilter, LettingGo>();
            services.AddSingleton<IPasswordHasher<Account>>(Hashes);
            services.AddAuthentication(o => o.DefaultScheme = SignedIn.Scheme).AddScheme<AuthenticationSchemeOptions, SignedIn>(SignedIn.Scheme, null);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        using (var connection = new SqliteConnection(Connection(_folder)))
        {
            SqliteConnection.ClearPool(connection);
        }

        _logs.ForEach(l => l.Dispose());
        if (!_keep && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    private async Task<string> Account(Func<CompetitionsDb, Task<Duty>> duty, string name)
    {
        await Organisations();
        return await WithDb(async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(u => u.UserName == name) is { } known)
            {
                return known.Id;
            }

            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, SecurityStamp = "test" };
            var model = await duty(db);
            db.Add(account);
            await db.SaveChangesAsync();
            db.Add(model.EventId is { } eventId
                ? Duty.In(eventId, account.Id, model.Kind, model.From, model.To, account.Id)
                : Duty.At(await db.Organisations.SingleAsync(o => o.Id == model.OrganisationId), account.Id, model.Kind, model.From, model.To, account.Id));
            await db.SaveChangesAsync();
            return account.Id;
        });
    }

    /// <summary>Migrated, with the reference data, by the program's own start.</summary>
    private static string Prepared()
    {
        var folder = NewFolder();
        using (var app = new App(folder, keep: true))
        {
            _ = app.Address;
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static string Copy(string template)
    {
        var folder = NewFolder();
        foreach (var file in Directory.GetFiles(template))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("competitions-").FullName;

    private static string Connection(string folder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "competitions.db") }.ConnectionString;
}
