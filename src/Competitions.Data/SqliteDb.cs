using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Competitions.Data;

/// <summary>The embedded default. Migrations: Migrations/Sqlite.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CompetitionsDb(options)
{
    public sealed class ForTools : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
    }
}
