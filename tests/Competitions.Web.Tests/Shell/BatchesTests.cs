using System.Net;
using Competitions.People;
using Competitions.Web.People.Workers.Imports;
using Competitions.Web.Shell.Batches;
using Competitions.Web.Tests.People;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Shell;

public class BatchesTests
{
    private const string Page = "/workers/imports/new";

    [Fact]
    public async Task Only_who_sent_it_sees_the_batch_its_progress_and_its_copy()
    {
        await using var app = new App();
        await app.Organisations();
        var mine = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Import(Page, Wrong());
        var batch = mine.Address;

        Assert.Equal(["名册.xlsx"], (await mine.Visit("/batches")).Texts("tbody a.t"));
        foreach (var other in (Browser[])[await app.Open(DutyKind.FederationOfficer), await app.Open(DutyKind.EnterpriseOfficer, "E2"), await app.Open(DutyKind.FederationOfficer, "XS"), await app.Open(DutyKind.SystemAdministrator)])
        {
            foreach (var address in (string[])[batch, batch + "/progress", batch + "/copy.xlsx"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(address)).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await (await other.Visit("/")).Send(batch + "/stops", new { })).StatusCode);
            Assert.Empty((await other.Visit("/batches")).Texts("tbody a.t"));
        }
    }

    /// <summary>Who lost the duty lost the file of ID numbers with it.</summary>
    [Fact]
    public async Task Whose_duty_ended_sees_his_batches_no_longer()
    {
        await using var app = new App();
        await app.Organisations();
        var mine = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Import(Page, Wrong());

        await app.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE Duties SET [To] = '2021-01-01'"));

        Assert.Equal(HttpStatusCode.NotFound, (await mine.Visit(mine.Address)).Status);
    }

    [Fact]
    public async Task One_that_waits_shows_what_is_before_it_and_is_stopped_with_nothing_stored()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var id = await Queued(app, "EnterpriseOfficer@E1", busy: true);

        await officer.Visit($"/batches/{id}");
        Assert.Contains("排队中，前面还有 1 件", officer.Text(".job"), StringComparison.Ordinal);
        await officer.Submit("#stop");

        Assert.Equal(("Stopped", HttpStatusCode.OK), (officer.Ended(), officer.Status));
        Assert.Contains("没有写入任何数据", officer.Text("#outcome"), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await officer.Send($"/batches/{id}/stops", new { })).StatusCode);
    }

    /// <summary>The stop comes between two steps of a run that has stored rows already.</summary>
    [Fact]
    public async Task One_that_runs_is_stopped_at_its_next_step_and_what_it_stored_is_taken_away()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        using var hold = new Hold(app.Folder, after: "FROM Memberships");
        await officer.Visit(Page);
        await officer.Upload("#import", "File", "名册.xlsx", WorkerImportTests.Sheet(Enumerable.Range(1, 3_000).Select(n => WorkerImportTests.Row("沈嘉禾", WorkerImportTests.Id(n)))));
        while (await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync()) == 0)
        {
            await Task.Delay(10);
        }

        await officer.Visit(officer.Address);
        Assert.Empty((await officer.Visit("/workers")).Texts("tbody a.t"));
        await officer.Visit("/batches/1");
        await officer.Submit("#stop");
        Assert.Equal("Running", officer.Ended());
        hold.Release();
        await officer.Finished("/batches/1");

        Assert.Equal("Stopped", officer.Ended());
        Assert.Equal(0, await app.WithDb(db => db.Workers.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task One_that_waited_when_the_program_went_down_is_done_by_the_next()
    {
        await using var app = new App();
        await app.Organisations();
        await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var id = await Queued(app, "EnterpriseOfficer@E1", busy: true);
        await app.WithDb(db => db.Database.ExecuteSqlAsync($"DELETE FROM Batches WHERE Id <> {id}"));

        await using var next = app.Restarted();
        var officer = next.As(await next.WithDb(db => db.Users.Where(u => u.UserName == "EnterpriseOfficer@E1").Select(u => u.Id).SingleAsync()));
        await officer.Finished($"/batches/{id}");

        Assert.Equal(("Succeeded", 1), (officer.Ended(), await next.WithDb(db => db.Workers.CountAsync())));
    }

    [Fact]
    public async Task One_that_never_comes_to_its_end_is_given_up_after_three_runs()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await app.Open(DutyKind.EnterpriseOfficer, "E1");
        var id = await Queued(app, "EnterpriseOfficer@E1", busy: false, attempts: 3);

        await officer.Finished($"/batches/{id}");

        Assert.Equal("Failed", officer.Ended());
        Assert.Contains("试了 3 次", officer.Text("#outcome"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_gone_after_three_days_and_the_outcome_stays()
    {
        await using var app = new App();
        await app.Organisations();
        var officer = await (await app.Open(DutyKind.EnterpriseOfficer, "E1")).Import(Page, Wrong());
        Assert.Single(await app.Files(most: 1)); // the marked copy; the upload went when it was done

        app.Clock.Advance(TimeSpan.FromDays(4));
        app.Services.GetRequiredService<BatchBell>().Ring();
        Assert.Empty(await app.Files(most: 0));
        await officer.Visit(officer.Address);
        Assert.Contains("1 行有误", officer.Text("#outcome"), StringComparison.Ordinal);
        Assert.Empty(officer.Texts("a[href$='copy.xlsx']"));
    }

    /// <param name="busy">Another of its kind has the lane.</param>
    private static async Task<int> Queued(App app, string user, bool busy, int attempts = 0)
    {
        var files = app.Services.GetRequiredService<BatchFiles>();
        var file = await files.Keep(new MemoryStream(WorkerImportTests.Sheet(WorkerImportTests.Row("沈嘉禾", WorkerImportTests.Id(1)))), default);
        return await app.WithDb(async db =>
        {
            var (now, me) = (app.Clock.GetUtcNow().UtcDateTime, await db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync());
            var before = new Batch(WorkersImport.Code, "", "", "前一件.xlsx", "somebody", now);
            before.Begin("another-node", now, now.AddHours(1));
            var batch = new Batch(WorkersImport.Code, "", file, "名册.xlsx", me, now);
            for (var i = 0; i < attempts; i++)
            {
                batch.Begin("dead", now.AddDays(-1), now.AddDays(-1));
                batch.GiveBack(counts: true);
            }

            db.AddRange(busy ? [before, batch] : [batch]);
            await db.SaveChangesAsync();
            return batch.Id;
        });
    }

    private static byte[] Wrong() => WorkerImportTests.Sheet(WorkerImportTests.Row("沈嘉禾", "1"));
}
