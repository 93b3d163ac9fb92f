using Competitions.People;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Data;

public class DurabilityTests
{
    [Theory]
    [InlineData("UPDATE Audit SET Thing = 'x'")]
    [InlineData("DELETE FROM Audit")]
    public async Task The_database_refuses_to_touch_a_line_of_the_audit(string sql)
    {
        await using var app = new App();
        await app.Services.GetRequiredService<AuditTrail>().Write("test.act", "thing");

        var refused = await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_is_on_the_disk_before_it_is_acknowledged()
    {
        await using var app = new App();

        Assert.Equal("wal", await app.WithDb(db => db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()));
        Assert.Equal(2, await app.WithDb(db => db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync())); // FULL
        Assert.Equal(1, await app.WithDb(db => db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()));
    }

    [Fact]
    public async Task Audit_lines_written_at_once_make_one_whole_chain()
    {
        await using var app = new App();
        var audit = app.Services.GetRequiredService<AuditTrail>();
        var before = await app.WithDb(db => db.Audit.CountAsync());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => audit.Write("test.act", $"{n}")));

        var lines = await app.WithDb(db => db.Audit.AsNoTracking().OrderBy(l => l.Sequence).ToListAsync());
        Assert.Equal(before + 20, lines.Count);
        Assert.Null(AuditHead.FirstBroken(lines));
        Assert.Equal(3, AuditHead.FirstBroken(lines.Select(l => l.Sequence == 3 ? l with { Why = "changed" } : l)));
    }

    [Fact]
    public async Task A_duty_without_a_place_is_refused_by_the_database()
    {
        await using var app = new App();
        await app.Open(DutyKind.FederationOfficer);

        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE Duties SET OrganisationId = NULL")));
    }
}
