using Microsoft.EntityFrameworkCore.Migrations;

namespace Competitions.Data;

public static class AppendOnly
{
    /// <summary>The database itself refuses to change or remove a line. Called at the end of a migration that makes or rebuilds the table.</summary>
    public static void SealAgainstChange(this MigrationBuilder migration, string table)
    {
        foreach (var act in (string[])["UPDATE", "DELETE"])
        {
            migration.Sql(migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite"
                ? $"CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END;"
                : $"EXEC('CREATE TRIGGER {table}_no_{act} ON {table} INSTEAD OF {act} AS THROW 50000, ''append-only'', 1;');");
        }
    }
}
