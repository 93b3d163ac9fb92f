using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Data;

public static class DataServices
{
    /// <summary>
    /// <c>Database</c> is <c>Sqlite</c> (default: a file in the data folder, or <c>ConnectionStrings:Competitions</c>) or
    /// <c>SqlServer</c> (needs <c>ConnectionStrings:Competitions</c>). With <c>ReadOnly</c> the embedded database refuses every write of this program.
    /// </summary>
    public static IServiceCollection AddCompetitionsDb(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var connection = configuration.GetConnectionString("Competitions");
        return configuration["Database"] switch
        {
            "SqlServer" => services.AddDbContext<CompetitionsDb, SqlServerDb>(o => o.UseSqlServer(
                connection ?? throw new InvalidOperationException("Database=SqlServer needs ConnectionStrings:Competitions."),
                s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))),
            null or "" or "Sqlite" => services.AddDbContext<CompetitionsDb, SqliteDb>(o => o.UseSqlite(
                connection ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "competitions.db") }.ConnectionString,
                s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(configuration["ReadOnly"] == "true" ? DurableSqlite.Reading : DurableSqlite.Instance)),
            var other => throw new InvalidOperationException($"Database is Sqlite or SqlServer, not {other}."),
        };
    }

    /// <summary>A commit is on the disk before it is acknowledged; readers do not wait for the writer.</summary>
    private sealed class DurableSqlite(string pragmas) : DbConnectionInterceptor
    {
        public static readonly DurableSqlite Instance = new(Pragmas);

        public static readonly DurableSqlite Reading = new("PRAGMA query_only=ON; PRAGMA busy_timeout=10000;");

        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

        /// <summary>A connection is opened for every query and comes from a pool: what stands behind it is told once.</summary>
        private static readonly ConditionalWeakTable<object, object> Told = [];

        /// <summary>By name: its type is of an assembly that is older here than the one asked for.</summary>
        private static readonly Func<SqliteConnection, object> Behind = typeof(SqliteConnection).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteConnection, object>>();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (Told.TryAdd(Behind((SqliteConnection)connection), pragmas))
            {
                using var command = connection.CreateCommand();
                command.CommandText = pragmas;
                command.ExecuteNonQuery();
            }
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData); // SQLite waits for nothing but its own file
            return Task.CompletedTask;
        }
    }
}
