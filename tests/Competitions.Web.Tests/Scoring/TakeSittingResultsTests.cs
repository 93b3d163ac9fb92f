using Competitions.Contests;
using Competitions.Data.Contests;
using Competitions.People;
using Competitions.Questions;
using Competitions.Scoring;
using Competitions.Web.Scoring;
using Competitions.Web.Tests.Questions;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Scoring;

public sealed class TakeSittingResultsTests
{
    [Fact]
    public async Task Points_of_a_sitting_become_one_mark_of_the_modules_work_however_often_the_job_runs()
    {
        await using var app = new App();
        var hall = await Hall.Open(app, purpose: TakeSittingResults.PurposeOf("DG-2026", "theory"));
        var sitting = hall.Sittings[0].Sitting;
        await Finished(app, sitting);
        await Run(app);
        Assert.Empty(await app.WithDb(db => db.Marks.ToListAsync())); // there is no such event yet: the result waits

        var entry = await RunningEvent(app, hall);
        await Run(app);
        await Run(app);

        var mark = Assert.Single(await app.WithDb(db => db.Marks.AsNoTracking().ToListAsync()));
        var line = await app.WithDb(db => db.CodeBook.SingleAsync());
        Assert.Equal((1, "theory", mark.Work), (line.EntryId == entry ? 1 : 0, line.Module, line.Work));
        Assert.Equal(50m, mark.Value); // 10 of 20, on the module's 100
        Assert.Equal(TakeSittingResults.Aspect, mark.Aspect);
        Assert.Null(LedgerHead.FirstBroken([mark]));
    }

    [Fact]
    public async Task The_entrants_of_the_event_are_admitted_at_once_and_only_once()
    {
        await using var app = new App();
        var hall = await Hall.Open(app, purpose: TakeSittingResults.PurposeOf("DG-2026", "theory"));
        await RunningEvent(app, hall);
        await app.WithDb(db => db.Sittings.ExecuteDeleteAsync());
        var officer = await app.Open(DutyKind.FederationOfficer);

        await officer.Visit($"/occasions/{hall.Occasion}");
        await officer.Submit("#entrants");
        await officer.Submit("#entrants");

        Assert.Equal("沈嘉禾0", Assert.Single(officer.Texts("tbody tr td:first-child")));
    }

    private static async Task Run(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeSittingResults>().Run(CancellationToken.None);
    }

    /// <summary>Half of the points: the four single choices and the two true or false.</summary>
    private static async Task Finished(App app, int id)
    {
        var right = await Hall.Right(app, id);
        await app.WithDb(async db =>
        {
            var sitting = await db.Sittings.SingleAsync(s => s.Id == id);
            var occasion = await db.Occasions.SingleAsync(o => o.Id == sitting.OccasionId);
            var paper = await db.Papers.SingleAsync(p => p.Id == occasion.PaperId);
            var at = app.Clock.GetUtcNow().UtcDateTime;
            sitting.Start(occasion, at);
            var places = paper.Of(sitting.Set).Where(i => i.Kind is QuestionKind.SingleChoice or QuestionKind.TrueFalse).Select(i => i.Place);
            sitting.End(HandIn.ByHand, paper, places.Select(p => new GivenAnswer(Guid.NewGuid(), id, p, right[p], 1, at)), at);
            await db.SaveChangesAsync();
        });
    }

    private static Task<int> RunningEvent(App app, Hall hall) => app.WithDb(async db =>
    {
        var (at, today) = (app.Clock.GetUtcNow().UtcDateTime, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime));
        var owner = await db.Organisations.SingleAsync(o => o.Code == "LP");
        var contest = new Contest("C2026", owner, new ContestText("技能争霸赛", null, OrganisationLevel.District, ContestClass.Second, 2026,
            null, null, null, null, null, "", today, today, at.AddDays(-9), at.AddDays(-1)), today);
        db.Add(contest);
        await db.SaveChangesAsync();

        var preset = (await db.NewestPresets()).Single(p => p.Code == "district");
        var held = new Event(contest.Id, "DG-2026", new EventText("电工", "电工", "电工", null, false, 30, 1), preset);
        held.Compose(held.Rules, held.Rounds, held.Groups, [.. held.Modules.Select(m => m.Way is ModuleWay.Sitting ? m with { PaperId = hall.Paper } : m)]);
        foreach (var move in (EventMove[])[EventMove.OpenRegistration, EventMove.CloseRegistration, EventMove.FinishVetting, EventMove.Start])
        {
            held.Make(move, new EventFacts(30), "test", at);
        }

        db.Add(held);
        await db.SaveChangesAsync();
        var worker = await db.Sittings.Where(s => s.Id == hall.Sittings[0].Sitting).Select(s => s.WorkerId).SingleAsync();
        var group = held.Groups[0];
        var entry = new Entry(held, group.Code, owner.Id, owner.Name, "test", at).With(worker, "沈嘉禾0");
        foreach (var kind in Enum.GetValues<ConsentKind>())
        {
            entry.Consent(worker, kind, "1", at, himself: true);
        }

        entry.Submit(group, "test", at);
        entry.Make(EntryMove.PassUnit, "test", at);
        entry.Accept("0001", "test", at);
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry.Id;
    });
}
