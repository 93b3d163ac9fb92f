using Competitions.Blinding;
using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Notices;
using Competitions.People;
using Competitions.Programmes;
using Competitions.Questions;
using Competitions.Schemes;
using Competitions.Web.Seeding;
using Competitions.Web.Shell;
using Competitions.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Competitions.Web.Tests.Seeding;

/// <summary>The demo is loaded once for all of these; none of them changes it.</summary>
public sealed class LoadedDemo : IAsyncLifetime, IDisposable
{
    public App App { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _ = App.Address;
        await Load();
    }

    public async Task<bool> Load()
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoSeed>().Load();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => App.Dispose();
}

public class DemoSeedTests(LoadedDemo demo) : IClassFixture<LoadedDemo>
{
    [Fact]
    public async Task The_district_has_seven_streets_one_town_thirty_enterprises_and_three_thousand_workers()
    {
        await demo.App.WithDb(async db =>
        {
            var organisations = await db.Organisations.ToListAsync();
            Assert.Equal(7, organisations.Count(o => o.TypeCode == "town" && o.ShortName.EndsWith("街道", StringComparison.Ordinal)));
            Assert.Equal("塘栖镇", Assert.Single(organisations, o => o.TypeCode == "town" && o.ShortName.EndsWith('镇')).ShortName);
            Assert.Equal(30, organisations.Count(o => o.Level is OrganisationLevel.Enterprise));
            Assert.All(organisations, o => Assert.EndsWith($"/{o.Id}/", o.Path, StringComparison.Ordinal));
            Assert.Equal(3000, await db.Workers.CountAsync());
            Assert.Equal(3000, await db.Workers.SelectMany(w => w.Memberships).CountAsync(m => m.To == null));
            Assert.True(await db.Workers.SelectMany(w => w.Memberships).AnyAsync(m => m.To != null)); // some have worked elsewhere
        });
    }

    [Fact]
    public async Task What_is_marked_by_aspects_has_a_scheme_of_one_hundred_that_is_locked_once_the_event_began()
    {
        await demo.App.WithDb(async db =>
        {
            var schemes = await db.MarkingSchemes.AsNoTracking().ToListAsync();
            var events = await db.Events.AsNoTracking().ToListAsync();
            Assert.Equal(4, schemes.DistinctBy(s => s.EventId).Count());
            Assert.All(schemes, s => Assert.Equal(100m, s.Content.Total.Value));
            Assert.All(schemes, s => Assert.Empty(SchemeShape.Warnings(s.Content)));
            Assert.All(schemes, s => Assert.Equal(events.Single(e => e.Id == s.EventId).HasStarted, s.IsLocked));
            Assert.Equal(["", "赛前裁判会议：加重安全检查，操作工时相应减 0.5 分。"], schemes.Where(s => schemes.Any(x => x.EventId == s.EventId && x.Number == 2)).OrderBy(s => s.Number).Select(s => s.Why));
            Assert.Equal([EventStage.Draft], events.Where(e => e.AspectModules.Count > 0 && schemes.All(s => s.EventId != e.Id)).Select(e => e.Stage)); // and one that still lacks it
        });
    }

    [Fact]
    public async Task Every_id_number_is_of_the_unassigned_area_with_a_right_check_character_and_no_phone_is_anybodys()
    {
        var cipher = demo.App.Services.GetRequiredService<FieldCipher>();
        await demo.App.WithDb(async db => Assert.All(await db.Workers.Select(w => new { w.IdNumberSealed, w.PhoneSealed, w.BornOn, w.Sex }).ToListAsync(), w =>
        {
            var number = IdNumber.Read(IdKind.ResidentCard, cipher.Open("worker.id-number", w.IdNumberSealed));
            Assert.StartsWith("990101", number.Value, StringComparison.Ordinal);
            Assert.Equal((w.BornOn, w.Sex), (number.BornOn!.Value, number.Sex));
            Assert.StartsWith("100", cipher.Open("worker.phone", w.PhoneSealed!), StringComparison.Ordinal);
        }));
    }

    [Fact]
    public async Task Names_include_rare_characters_of_the_upper_planes_and_the_dot_of_ethnic_names()
    {
        var names = await demo.App.WithDb(db => db.Workers.Select(w => w.Name).ToListAsync());
        Assert.Contains(names, n => n.Any(char.IsSurrogate));
        Assert.Contains(names, n => n.Contains('·'));
    }

    [Fact]
    public async Task Every_duty_has_an_account()
    {
        var kinds = await demo.App.WithDb(db => db.Duties.Select(d => d.Kind).Distinct().ToListAsync());
        Assert.Empty(Enum.GetValues<DutyKind>().Except(kinds));
    }

    [Fact]
    public async Task One_event_has_three_sealed_layers_marks_and_nobody_who_knows_whose_they_are()
    {
        await demo.App.WithDb(async db =>
        {
            var of = Assert.Single(await db.Events.ToListAsync(), e => e.SealedModules.Count > 0);
            var module = Assert.Single(of.SealedModules).Code;
            Assert.Equal([(1, DrawStage.Sealed), (2, DrawStage.Sealed), (3, DrawStage.Sealed)], (await db.CodeDraws.OrderBy(d => d.Layer).ToListAsync()).Select(d => (d.Layer, d.Stage)));
            Assert.True(await db.Works.AnyAsync(w => w.EventCode == of.Code && w.Module == module && db.Marks.Any(m => m.Work == w.Code)));
            Assert.False(await db.CodeBook.AnyAsync(l => l.EventCode == of.Code && l.Module != "theory"));
            var key = await db.SealKeys.SingleAsync();
            Assert.NotNull(Competitions.Web.Blinding.Sealing.Unwrap(key.Wrapped, "23456-789AB-CDEFG-HJKMN", "NMKJH-GFEDC-BA987-65432")); // as the README says
        });
    }

    [Fact]
    public async Task One_event_asks_for_qualified_judges_and_has_one_of_each_kind_who_may_not_sit()
    {
        await demo.App.WithDb(async db =>
        {
            var of = Assert.Single(await db.Events.ToListAsync(), e => e.Rules.Judges.TrainingNeeded);
            var judges = await db.JudgesOf(of.Id, demo.App.Clock.Today());
            var standings = await db.StandingsOf(of, [.. judges.Select(j => j.Account)], demo.App.Clock.Today());
            Assert.Equal(["demo-chief", "demo-judge", "demo-judge2"], standings.Where(s => s.Value.MayJudge(0)).Select(s => s.Key).Order());
            Assert.Equal([JudgeConflict.Kin], standings["demo-judge3"].Conflicts(0));
            Assert.Equal([JudgeLack.Qualification], standings["demo-judge4"].Lacks);
            Assert.Equal([JudgeLack.Training], standings["demo-judge5"].Lacks);
            Assert.Equal([JudgeConflict.AsksRecusal], standings["demo-floor"].Conflicts(0));
        });
    }

    [Fact]
    public async Task Every_stage_of_an_events_life_is_there()
    {
        var stages = await demo.App.WithDb(db => db.Events.Select(e => e.Stage).Distinct().ToListAsync());
        Assert.Empty(Enum.GetValues<EventStage>().Except(stages));
    }

    [Fact]
    public async Task Every_entry_before_the_day_is_there_and_the_finished_ones_too()
    {
        var stages = await demo.App.WithDb(db => db.Entries.Select(e => e.Stage).Distinct().ToListAsync());
        Assert.Empty(Enum.GetValues<EntryStage>().Except([EntryStage.Retired, EntryStage.Disqualified]).Except(stages));
    }

    [Fact]
    public async Task The_best_of_a_street_are_in_the_districts_event()
    {
        await demo.App.WithDb(async db =>
        {
            var promoted = await db.Entries.Where(e => e.PromotedFrom != null).ToListAsync();
            Assert.Equal(3, promoted.Count);
            static int Competitor(Entry e) => e.Members.Single(m => m.Role is EntryRole.Competitor).WorkerId;
            var before = await db.Entries.Where(e => promoted.Select(p => p.PromotedFrom!.Value).Contains(e.Id)).ToListAsync();
            Assert.All(promoted, p => Assert.Equal(Competitor(before.Single(b => b.Id == p.PromotedFrom)), Competitor(p)));
        });
    }

    [Fact]
    public async Task Registration_of_this_year_is_open_today_and_every_move_was_made_before_now()
    {
        await demo.App.WithDb(async db =>
        {
            var now = demo.App.Clock.UtcNow();
            var contest = await db.Contests.SingleAsync(c => c.Code == $"LP{now.InChina().Year}");
            Assert.True(contest.RegistrationOpensAt < now && now < contest.RegistrationClosesAt);
            Assert.Equal(9, contest.RegistrationOpensAt!.Value.InChina().Hour); // nine in the morning in China, whatever the server's zone
            Assert.All(await db.Events.ToListAsync(), e =>
            {
                Assert.All(e.History, h => Assert.InRange(h.At, DateTime.MinValue, now));
                Assert.Equal(e.History.OrderBy(h => h.At).Select(h => h.Move), e.History.Select(h => h.Move));
            });
        });
    }

    [Fact]
    public async Task Nobody_is_in_two_events_of_a_contest_and_no_unit_has_more_than_it_may()
    {
        await demo.App.WithDb(async db =>
        {
            var entries = await db.Entries.ToListAsync();
            var events = await db.Events.ToDictionaryAsync(e => e.Id);
            Assert.All(entries.SelectMany(e => e.Members.Where(m => m.Role is EntryRole.Competitor).Select(m => (e.ContestId, m.WorkerId))).GroupBy(m => m), g => Assert.Single(g));
            Assert.All(entries.GroupBy(e => (e.EventId, e.UnitId)), g => Assert.True(
                events[g.Key.EventId].Rules.Entry.MostPerUnit is var most && (most == 0 || g.Count() <= most)));
        });
    }

    [Fact]
    public async Task The_running_event_has_a_clock_that_runs_seats_signed_in_and_people_writing()
    {
        await demo.App.WithDb(async db =>
        {
            var running = await db.Events.SingleAsync(e => e.Stage == EventStage.Running);
            var sessions = await db.Sessions.Where(s => s.EventId == running.Id).OrderBy(s => s.PlannedAt).ToListAsync();
            Assert.Equal([SessionStage.Running, .. sessions.Skip(1).Select(_ => SessionStage.Planned)], sessions.Select(s => s.Stage));
            Assert.InRange(sessions[0].RemainingAt(demo.App.Clock.UtcNow()), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(sessions[0].Minutes));
            var seats = await db.Seats.Where(s => s.SessionId == sessions[0].Id).ToListAsync();
            Assert.Single(seats, s => s.Attendance is Attendance.Absent);
            Assert.Single(seats, s => s.ExtraMinutes == 10);
            var stages = await (from sitting in db.Sittings join occasion in db.Occasions on sitting.OccasionId equals occasion.Id
                                where occasion.Purpose == $"module:{running.Code}/theory" select sitting.Stage).Distinct().ToListAsync();
            Assert.Equal(3, stages.Count);
        });
    }

    [Fact]
    public async Task The_bank_has_some_two_hundred_questions_and_last_years_sheets_are_marked()
    {
        await demo.App.WithDb(async db =>
        {
            Assert.InRange(await db.Questions.CountAsync(), 190, 260);
            Assert.Equal(3, await db.Questions.Select(q => q.OccupationCode).Distinct().CountAsync());
            var last = await db.Occasions.Where(o => o.Purpose.StartsWith($"module:LP{demo.App.Clock.UtcNow().InChina().Year - 1}-")).Select(o => o.Id).ToListAsync();
            var sheets = await db.Sittings.Where(s => last.Contains(s.OccasionId)).ToListAsync();
            Assert.All(sheets, s => Assert.InRange(s.Points!.Value.Value, 20, 100));
            Assert.True(sheets.Count > 40);

            // each sheet is a mark of its module's work, so that no job has anything left to hand on
            Assert.Empty(await db.Sittings.Where(s => s.Stage == SittingStage.HandedIn && !db.Marks.Any(m => m.Id == s.ResultId)).ToListAsync());
        });
    }

    [Fact]
    public async Task Calls_of_every_kind_stand_at_every_desk_with_five_hundred_applications_that_their_checks_let_through()
    {
        await demo.App.WithDb(async db =>
        {
            var (calls, applications) = (await db.Calls.AsNoTracking().ToDictionaryAsync(c => c.Id), await db.Applications.AsNoTracking().ToListAsync());
            Assert.Empty(ProgrammeKinds.All.Except(calls.Values.Select(c => c.Kind)));
            Assert.Empty(Enum.GetValues<CallStage>().Except([CallStage.Draft, CallStage.Approved, CallStage.Cancelled]).Except(calls.Values.Select(c => c.Stage)));
            Assert.InRange(applications.Count, 500, 700);
            Assert.Empty(Enum.GetValues<ApplicationStage>().Except([ApplicationStage.Approved, ApplicationStage.Cancelled]).Except(applications.Select(a => a.Stage)));
            Assert.Equal(applications.Count, applications.DistinctBy(a => (a.CallId, a.UnitId, a.Title)).Count());

            var (levels, workers) = (await db.SkillLevels.ToDictionaryAsync(l => l.Code, l => l.Order), await db.Workers.AsNoTracking().ToDictionaryAsync(w => w.Id));
            Assert.All(applications.Where(a => calls[a.CallId].Kind != "key-project"), a => // whose demo is its own room's
            {
                var call = calls[a.CallId];
                var people = a.People.OrderBy(p => p.Order).Select(p => workers[p.WorkerId]).Select(w => new PersonFacts(w.Id, w.Name, w.Sex, w.BornOn, true, w.SkillLevelCode is { } code ? levels[code] : null, w.InTradeSince, []));
                Assert.Empty(a.Check(call, ApplicationFacts.None with { People = [.. people] }, [.. call.Rules.Papers.Select(p => p.Title)], call.OpensAt.InChina().Date()).Where(f => f.IsBlocking).Select(f => f.Code));
            });
            Assert.All(await db.CallQuotas.ToListAsync(), q => Assert.Equal(
                (true, applications.Count(a => a.CallId == q.CallId && a.RecommenderId == q.OrganisationId && ApplicationLifecycle.HoldsPlace(a.Stage))), (q.Used <= q.Most, q.Used)));
        });
    }

    [Fact]
    public async Task A_units_account_writes_for_its_own_unit_alone_and_a_society_recommends()
    {
        await demo.App.WithDb(async db =>
        {
            var made = await (from a in db.Applications join d in db.Duties on a.MadeBy equals d.AccountId where d.Kind == DutyKind.EnterpriseOfficer select new { a.UnitId, d.OrganisationId }).ToListAsync();
            Assert.NotEmpty(made);
            Assert.All(made, m => Assert.Equal(m.OrganisationId, m.UnitId));
            var society = await db.Organisations.SingleAsync(o => o.TypeCode == "society");
            Assert.Equal([ApplicationStage.UnitPassed, ApplicationStage.Accepted], (await db.Applications.Where(a => a.RecommenderId == society.Id).Select(a => a.Stage).ToListAsync()).Order());
        });
    }

    [Fact]
    public async Task What_was_named_is_an_honour_of_its_year_and_a_named_studio_stands_in_its_room()
    {
        await demo.App.WithDb(async db =>
        {
            var year = demo.App.Clock.UtcNow().InChina().Year;
            var named = await (from a in db.Applications where a.Stage == ApplicationStage.Named join c in db.Calls on a.CallId equals c.Id select new { a.Id, c.Kind, c.Year }).ToListAsync();
            Assert.Equal([("craftsman", year - 2), ("craftsman", year - 1), ("model-worker", year - 3)], named.Where(n => n.Kind is "craftsman" or "model-worker").Select(n => (n.Kind, n.Year)).Distinct().Order());
            Assert.Empty(named.Select(n => n.Id).Except(await db.Honours.Where(h => h.ApplicationId != null).Select(h => h.ApplicationId!.Value).ToListAsync()));
            Assert.Equal(
                named.Where(n => n.Kind == "studio-naming").Select(n => n.Id).Order(),
                (await db.Studios.SelectMany(s => s.Namings).Where(n => n.ApplicationId != null).Select(n => n.ApplicationId!.Value).ToListAsync()).Order());
            var running = await db.PublicNotices.SingleAsync(n => n.Of == NoticeOf.Call && n.Stage == NoticeStage.Running);
            Assert.InRange(demo.App.Clock.Today(), running.StartsOn, running.EndsOn);
        });
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        var before = await Size();
        Assert.False(await demo.Load());
        Assert.Equal(before, await Size());

        Task<(int, int, int)> Size() => demo.App.WithDb(async db => (await db.Workers.CountAsync(), await db.Duties.CountAsync(), await db.Users.CountAsync()));
    }

    [Fact]
    public async Task Two_databases_get_the_same_people()
    {
        using var other = new App();
        await using var scope = other.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoSeed>().Load();
        Assert.Equal(await Names(demo.App), await Names(other));

        static Task<List<string>> Names(App app) => app.WithDb(db => db.Workers.OrderBy(w => w.Id).Select(w => w.Name).ToListAsync());
    }

    [Fact]
    public async Task The_large_seed_refuses_a_database_that_has_the_demo_in_it()
    {
        await using var scope = demo.App.Services.CreateAsyncScope();
        var no = await Assert.ThrowsAsync<Refusal>(() => scope.ServiceProvider.GetRequiredService<LargeSeed>().Load(_ => { }, 10));
        Assert.Equal("seed.not-empty", no.Code);
        Assert.Contains("空的", Sentences.Of(no), StringComparison.Ordinal);
    }
}

public class LargeSeedTests
{
    [Fact]
    public async Task A_large_district_has_as_many_workers_as_asked_and_loads_once()
    {
        using var app = new App();
        await using var scope = app.Services.CreateAsyncScope();
        var large = scope.ServiceProvider.GetRequiredService<LargeSeed>();
        Assert.True(await large.Load(_ => { }, 6000));
        Assert.False(await large.Load(_ => { }, 6000));
        Assert.Equal(6000, await app.WithDb(db => db.Workers.CountAsync()));
        var cipher = app.Services.GetRequiredService<FieldCipher>();
        var one = await app.WithDb(db => db.Workers.SingleAsync(w => w.Id == 5501));
        Assert.StartsWith("990101", cipher.Open("worker.id-number", one.IdNumberSealed), StringComparison.Ordinal);
        Assert.Equal(one.Memberships[0].OrganisationName, await app.WithDb(db => db.Organisations.Where(o => o.Id == one.Memberships[0].OrganisationId).Select(o => o.Name).SingleAsync()));
        Assert.Null(one.Memberships[0].To);
        Assert.NotNull(one.InsuredSince);
    }
}
