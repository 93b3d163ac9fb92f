using Competitions.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Competitions.Web.Tests.Data;

public class MigrationsTests
{
    public static TheoryData<string> Faces => ["tools Sqlite", "tools SqlServer", "app Sqlite", "app SqlServer"];

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Migrations_cover_the_model(string face)
    {
        await using var from = await Face(face);
        Assert.False(from.Db.Database.HasPendingModelChanges(), $"{face}: the model has changed since the last migration; run .ci/add-migration NAME");
    }

    [Fact]
    public async Task Both_providers_carry_the_same_migrations()
    {
        await using var sqlite = await Face("tools Sqlite");
        await using var sqlServer = await Face("tools SqlServer");

        Assert.NotEmpty(Names(sqlite.Db));
        Assert.Equal(Names(sqlite.Db), Names(sqlServer.Db));

        static IEnumerable<string> Names(CompetitionsDb db) => db.Database.GetMigrations().Select(m => m.Split('_', 2)[1]);
    }

    [Fact]
    public async Task The_SQL_Server_script_is_T_SQL()
    {
        await using var face = await Face("app SqlServer");
        var script = face.Db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE [Workers]", script, StringComparison.Ordinal);
        Assert.Empty(Errors(script));
        foreach (var trigger in Inside(script))
        {
            Assert.Empty(Errors(trigger));
        }
    }

    [Fact]
    public void The_parser_finds_what_is_wrong() => Assert.NotEmpty(Errors("CREATE TABLE [A] ([Id] int NOT NUL);"));

    /// <summary>A trigger is created from a string: that string is read too.</summary>
    private static IEnumerable<string> Inside(string script) =>
        System.Text.RegularExpressions.Regex.Matches(script, "EXEC\\('((?:[^']|'')*)'\\)").Select(m => m.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal));

    private static IEnumerable<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(e => $"{e.Line}: {e.Message}");
    }

    private static async Task<Held> Face(string face)
    {
        await Task.CompletedTask;
        switch (face)
        {
            case "tools Sqlite": return new Held(new SqliteDb.ForTools().CreateDbContext([]), null);
            case "tools SqlServer": return new Held(new SqlServerDb.ForTools().CreateDbContext([]), null);
            default:
                var app = Competitions.Web.Shell.House.Build(
                    ["--Database=" + face.Split(' ')[1], "--ConnectionStrings:Competitions=" + (face.EndsWith("Sqlite", StringComparison.Ordinal) ? "Data Source=:memory:" : "Server=none;Database=none"), "--Data=" + Path.GetTempPath()]);
                return new Held(app.Services.CreateScope().ServiceProvider.GetRequiredService<CompetitionsDb>(), app);
        }
    }

    private sealed record Held(CompetitionsDb Db, IAsyncDisposable? App) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Db.DisposeAsync();
            if (App is not null)
            {
                await App.DisposeAsync();
            }
        }
    }
}
