using System.IO.Compression;
using System.Net;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.People;
using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Tests.Contests.Entries;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.People;

/// <summary>PIPL Art. 45 and 47: a worker takes a copy of what is kept of him, and it is deleted where no result or honour needs it.</summary>
public class ErasureTests
{
    private const string Why = "本人申请，已核对身份证";

    [Fact]
    public async Task A_worker_takes_a_copy_of_all_that_is_kept_with_his_whole_numbers_and_it_is_audited()
    {
        await using var app = new App();
        await app.Ready(2);
        var worker = await app.WithDb(db => db.Workers.OrderBy(w => w.Id).FirstAsync());
        var own = await MyEntriesTests.Account(app, worker);
        var answer = await own.Http.GetAsync("/my/data/copy.xlsx");

        using var book = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var text = string.Concat(book.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
        var number = Number(app, worker);
        Assert.All((string[])[worker.Name, number, "焊工", "0001", "临平衡远机电有限公司工会"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain(await app.WithDb(db => db.Workers.OrderBy(w => w.Id).Select(w => w.Name).LastAsync()), text, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(1, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "my-data.copy")));
    }

    [Fact]
    public async Task Who_once_judged_has_it_in_his_copy_and_whom_he_named_goes_with_him()
    {
        await using var app = new App();
        var (id, now) = (await app.Registering(), app.Clock.GetUtcNow().UtcDateTime);
        var worker = await app.Worker("沈嘉禾", 1);
        var own = await MyEntriesTests.Account(app, worker);
        await app.WithDb(async db =>
        {
            var account = await db.Users.Where(u => u.WorkerId == worker.Id).Select(u => u.Id).SingleAsync();
            db.Add(new Declaration(id, account, new DeclaredRelation(Relation.Other, "顾长风", null, null, "同乡旧识"), now));
            db.Add(new Recusal(await db.Events.SingleAsync(), null, account, "与顾长风合办公司", now));
            return await db.SaveChangesAsync();
        });
        using var book = new ZipArchive(await (await own.Http.GetAsync("/my/data/copy.xlsx")).Content.ReadAsStreamAsync());
        var text = string.Concat(book.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
        Assert.All((string[])["其他 顾长风 同乡旧识", "与顾长风合办公司（待处理）"], expected => Assert.Contains(expected, text, StringComparison.Ordinal));

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CompetitionsDb>();
            await scope.ServiceProvider.GetRequiredService<Competitions.Web.People.Workers.Erasures.ErasureDesk>().Erase(await db.Workers.SingleAsync());
        }

        Assert.Equal([], await Left(app, "顾长风"));
        Assert.Equal((1, 1), await app.WithDb(async db => (await db.Declarations.CountAsync(d => d.EndedAt != null), await db.Recusals.CountAsync())));
    }

    [Fact]
    public async Task He_asks_his_union_looks_and_nothing_of_him_is_left()
    {
        await using var app = new App();
        await app.Registering();
        var worker = await app.Worker("沈嘉禾", 1);
        await app.WithDb(async db =>
        {
            (await db.Workers.SingleAsync()).Reachable(app.Services.GetRequiredService<FieldCipher>().Seal("worker.phone", "13812345678"));
            await db.SaveChangesAsync();
        });
        var unit = await app.Unit();
        await unit.Enter(worker, then: "draft");
        await app.WithDb(async db =>
        {
            (await db.Entries.SingleAsync()).Make(EntryMove.Withdraw, "test", app.Clock.GetUtcNow().UtcDateTime, "离职");
            await db.SaveChangesAsync();
        });
        var own = await MyEntriesTests.Account(app, worker);
        await (await own.Visit("/my/corrections/new?field=Erasure")).Submit("#correction", new Dictionary<string, string> { ["Text"] = "沈嘉禾已离职，请删除资料" });
        var number = Number(app, worker);

        await unit.Visit("/corrections");
        await unit.Visit(unit.Page.QuerySelector("a[href$='/erasure/new']")!.GetAttribute("href")!);
        await unit.Submit("#erasure", new Dictionary<string, string> { ["Why"] = "短" });
        Assert.Equal(HttpStatusCode.BadRequest, unit.Status);
        await unit.Submit("#erasure", new Dictionary<string, string> { ["Why"] = Why });

        Assert.Equal(("/workers", 0), (unit.Address, unit.Texts("tbody a.t").Count));
        Assert.NotEqual(HttpStatusCode.OK, (await own.Visit("/my/data")).Status);
        var account = await app.WithDb(db => db.Users.SingleAsync(u => u.LockedAt != null));
        Assert.Equal((null, Worker.Erased), (account.WorkerId, account.DisplayName));
        Assert.Equal([], await Left(app, "沈嘉禾"));
        var kept = await app.WithDb(db => db.Workers.SingleAsync());
        Assert.NotEqual(number, Number(app, kept));
        Assert.Equal((null, null, null, Worker.Erased), (kept.PhoneSealed, kept.PhoneIndex, kept.SkillLevelCode, kept.Name));
        Assert.Equal(Why, await app.WithDb(db => db.Audit.Where(l => l.Act == "worker.erase").Select(l => l.Why).SingleAsync()));
        await app.Worker("沈嘉禾", 1); // and he may come back
    }

    [Fact]
    public async Task Who_has_an_entry_that_lives_or_an_honour_stays_and_what_needs_him_is_said()
    {
        await using var app = new App();
        await app.Ready(2);
        var worker = await app.WithDb(db => db.Workers.OrderBy(w => w.Id).FirstAsync());
        var unit = await app.Unit();
        await unit.Visit($"/workers/{worker.Id}/erasure/new");
        Assert.Contains("有他的报名或成绩", unit.Text("#needed"), StringComparison.Ordinal);
        Assert.Empty(unit.Texts("#erasure"));
        Assert.Equal(HttpStatusCode.BadRequest, (await unit.Post($"/workers/{worker.Id}/erasure")).Status);

        var elsewhere = await app.Open(DutyKind.EnterpriseOfficer, "E2");
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Visit($"/workers/{worker.Id}/erasure/new")).Status);
        Assert.Equal(worker.Name, await app.WithDb(db => db.Workers.Where(w => w.Id == worker.Id).Select(w => w.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("honour", "荣誉“一等奖”登记在他名下")]
    [InlineData("sheet", "成绩单里有他的成绩")]
    [InlineData("sitting", "有他的理论考试成绩")]
    [InlineData("duty", "他的账号还有其他职责")]
    public async Task What_needs_him_is_said_and_he_stays(string what, string said)
    {
        await using var app = new App();
        await app.Organisations();
        var worker = await app.Worker("沈嘉禾", 1);
        var unit = await (await app.Unit()).Visit($"/workers/{worker.Id}/erasure/new");
        Assert.Single(unit.Texts("#erasure")); // until then he might go
        await app.WithDb(db => Needed(app, db, worker, what));

        await unit.Submit("#erasure", new Dictionary<string, string> { ["Why"] = Why });
        Assert.Equal(HttpStatusCode.Conflict, unit.Status);
        Assert.Contains(said, unit.Body, StringComparison.Ordinal);
        Assert.Contains(said, (await unit.Visit($"/workers/{worker.Id}/erasure/new")).Text("#needed"), StringComparison.Ordinal);
        Assert.Equal("沈嘉禾", await app.WithDb(db => db.Workers.Select(w => w.Name).SingleAsync()));
        Assert.Equal(0, await app.WithDb(db => db.Audit.CountAsync(l => l.Act == "worker.erase" && l.Allowed)));
    }

    /// <summary>His place was taken by another, who competes: the entry lives, and he is none of those who need it.</summary>
    [Fact]
    public async Task Who_was_substituted_is_forgotten_in_an_entry_that_lives()
    {
        await using var app = new App();
        await app.Registering();
        var (gone, next) = (await app.Worker("沈嘉禾", 1), await app.Worker("陆明远", 2));
        var unit = await app.Unit();
        await unit.Enter(gone);
        await app.WithDb(async db =>
        {
            (await db.Entries.SingleAsync()).Substitute(gone.Id, next.Id, next.Name, "test", app.Clock.GetUtcNow().UtcDateTime, "离职");
            await db.SaveChangesAsync();
        });

        await (await unit.Visit($"/workers/{gone.Id}/erasure/new")).Submit("#erasure", new Dictionary<string, string> { ["Why"] = Why });
        Assert.Equal("/workers", unit.Address);
        Assert.Equal([], await Left(app, "沈嘉禾"));
        Assert.Equal((1, EntryStage.UnitVetted), await app.WithDb(async db => (await db.Entries.CountAsync(e => e.Members.Any(m => m.Name == "陆明远")), await db.Entries.Select(e => e.Stage).SingleAsync())));
    }

    private static async Task Needed(App app, CompetitionsDb db, Worker worker, string what)
    {
        var (now, place, unit) = (app.Clock.GetUtcNow().UtcDateTime, await db.Organisations.SingleAsync(o => o.Code == "LP"), await db.Organisations.SingleAsync(o => o.Code == "E1"));
        var day = DateOnly.FromDateTime(now);
        switch (what)
        {
            case "honour":
                db.Add(new Honour(HonourKind.Prize, "一等奖", Holder.Of(new HonourPerson(worker.Id, worker.Name), unit.Id, unit.Name), new Grantor(place.Id, place.Name, place.Level), new HonourOccasion(null, "争霸赛", "焊工", "职工组", 2020, 1)));
                break;
            case "sheet":
                db.Add(new ResultSheet(unit, place, new ResultSheetText("厂赛", "衡远机电", OrganisationLevel.Enterprise, day.AddDays(-9), "焊工", "a.xlsx"), [new ResultRow(1, 1, 1, worker.Name, unit.Name, null, worker.Id, null, new ResultMarks(new Points(90), null, null, null, true), null)], "test", now, day));
                break;
            case "sitting":
                await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF; INSERT INTO Sittings (OccasionId, WorkerId, \"Set\", Stage, ResultId, Version) VALUES (1, {worker.Id}, 'A', 'Admitted', {Guid.NewGuid()}, 0)");
                break;
            default:
                var account = new Account { UserName = "own", NormalizedUserName = "OWN", DisplayName = "own", SecurityStamp = "test", WorkerId = worker.Id };
                db.Add(account);
                db.Add(Duty.At(unit, account.Id, DutyKind.EnterpriseOfficer, new DateOnly(2020, 1, 1), null, account.Id));
                break;
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Every text column that still holds the name.</summary>
    private static Task<List<string>> Left(App app, string name) => app.WithDb(async db =>
    {
        var found = new List<string>();
        foreach (var (table, column) in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson())
            .SelectMany(t => t.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => (t.GetTableName()!, p.GetColumnName()))).Distinct().ToList())
        {
#pragma warning disable EF1002 // names of the model, not of a person
            var hits = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\" WHERE \"{column}\" LIKE {{0}}", $"%{name}%").ToListAsync();
#pragma warning restore EF1002
            found.AddRange(hits[0] > 0 ? [$"{table}.{column}"] : []);
        }

        return found;
    });

    private static string Number(App app, Worker worker) => app.Services.GetRequiredService<FieldCipher>().Open("worker.id-number", worker.IdNumberSealed);
}
