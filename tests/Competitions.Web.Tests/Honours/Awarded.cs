using Competitions.Honours;
using Competitions.People;
using Competitions.Web.Honours;
using Competitions.Web.Honours.Certificates;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Honours;

/// <summary>Events whose results became honours, and honours that carry certificates.</summary>
internal static class Awarded
{
    public const string Document = "临总工〔2026〕18 号";
    public const string Series = "临总工赛证";

    /// <summary>A line of a published result: one competitor of E1.</summary>
    public static AwardedLine Line(Worker worker, int rank, string? prize, string? title = null, string? level = null) => new(
        1, rank, worker.Id, "职工组", rank, worker.Memberships[0].OrganisationId, worker.Memberships[0].OrganisationName, null,
        [new AwardedPerson(new HonourPerson(worker.Id, worker.Name), title is null ? [] : [title], level)], prize);

    /// <summary>What the result of the event WELD says now becomes its honours.</summary>
    public static Task<AwardingOutcome> Award(this App app, params AwardedLine[] lines) => app.With<HonourDesk, AwardingOutcome>(async (desk, db) =>
    {
        var (of, contest) = (await db.Events.SingleAsync(e => e.Code == "WELD"), await db.Contests.SingleAsync(c => c.Code == "C-WELD"));
        return await desk.Award(new AwardingEvent(of.Id, contest.Name, of.Title, contest.Year, new Grantor(contest.OrganisationId, contest.OrganisationName, contest.Level)), lines, "test", "成绩更正");
    });

    /// <summary>All that is approved is granted by the document.</summary>
    public static Task Grant(this App app) => app.WithDb(async db =>
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        (await db.Honours.Where(h => h.Stage == HonourStage.Approved).ToListAsync()).ForEach(h => h.Grant(Document, DateOnly.FromDateTime(now).AddDays(-1), "test", now));
        await db.SaveChangesAsync();
    });

    public static Task<int> Issue(this App app, params int[] honours) => app.With<CertificateDesk, int>((desk, _) => desk.Issue(honours, Series, app.Today(), "test"));

    public static DateOnly Today(this App app) => DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>So many granted honours of persons of E1, their ids; workers are invented, numbers from the given one on.</summary>
    public static async Task<int[]> Granted(this App app, int count, string unit = "E1")
    {
        await app.Organisations();
        return await app.WithDb(async db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var (of, federation) = (await db.Organisations.SingleAsync(o => o.Code == unit), await db.Organisations.SingleAsync(o => o.Code == "LP"));
            var honours = Enumerable.Range(1, count).Select(n => new Honour(
                HonourKind.Prize, "一等奖", Holder.Of(new HonourPerson(100_000 + n, $"选手{n}"), of.Id, of.Name), new Grantor(federation.Id, federation.Name, federation.Level),
                new HonourOccasion(null, "2026 年临平区职工技能争霸赛", "焊工", "职工组", 2026, n)).ApprovedWithTheEvent("test", now)).ToList();
            honours.ForEach(h => h.Grant(Document, DateOnly.FromDateTime(now).AddDays(-1), "test", now));
            db.AddRange(honours);
            await db.SaveChangesAsync();
            return honours.Select(h => h.Id).ToArray();
        });
    }

    public static async Task<T> With<TService, T>(this App app, Func<TService, Competitions.Data.CompetitionsDb, Task<T>> act) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>(), scope.ServiceProvider.GetRequiredService<Competitions.Data.CompetitionsDb>());
    }
}
