using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Competitions.Data;

/// <summary>For production. Migrations: Migrations/SqlServer.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : CompetitionsDb(options)
{
    public sealed class ForTools : IDesignTimeDbContextFactory<SqlServerDb>
    {
        public SqlServerDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=.").Options);
    }
}
