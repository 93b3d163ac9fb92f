using Competitions.Contests;
using Competitions.Data;
using Competitions.Data.Contests;
using Competitions.Web.Contests.Moves;
using Competitions.Web.Scoring;
using Competitions.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Seeding;

/// <summary>Contests with events in every moment of their life, each brought there by its moves.</summary>
internal sealed class DemoContests(CompetitionsDb db, DemoPeople people, FieldCipher cipher, DateTime now)
{
    public const string Officer = "demo-district";

    private readonly DemoQuestions _questions = new(db, people.Organisations["LP"].Id, now);
    private readonly DemoSessions _sessions = new(db, now);
    private readonly DemoPromotions _promotions = new(db, people, now);
    private readonly DemoResults _results = new(db);
    private readonly DemoSchemes _schemes = new(db);
    private readonly DemoMarks _marks = new(db);
    private readonly DemoViolations _violations = new(db);
    private readonly DemoCodes _codes = new(db, cipher);
    private readonly DemoRechecks _rechecks = new(db);
    private readonly DemoHonours _honours = new(db, people);
    private readonly DemoNotices _notices = new(db, cipher);
    private readonly DateOnly _today = now.InChina().Date();

    public Dictionary<string, Event> Events { get; } = [];

    public async Task Load()
    {
        var presets = (await db.NewestPresets()).ToDictionary(p => p.Code);
        var entries = new DemoEntries(db, people, now);
        await _questions.Load();
        foreach (var plan in SeedFiles.Json<IReadOnlyList<ContestPlan>>("demo/contests.json"))
        {
            var contest = await Contest(plan);
            foreach (var line in plan.Events)
            {
                var made = await Made(contest, line, presets[line.Preset]);
                var day = new EventDays(contest, line.Moment, now);
                await Live(made, line, day, entries, plan.Owner);
                db.ChangeTracker.Clear(); // what is done is only read from here on
            }
        }
    }

    private string Filled(string text) => ContestPlan.Filled(text, _today);

    private async Task<Contest> Contest(ContestPlan plan)
    {
        var contest = new Contest(Filled(plan.Code), people.Organisations[plan.Owner], new ContestText(
            Filled(plan.Name), plan.Series, plan.Level, plan.Class, _today.Year + plan.Year, plan.Theme, plan.Venue, "演示联系人 0571-00000000",
            $"演示备〔{_today.Year + plan.Year}〕{plan.Code.Length} 号", null, SeedFiles.Text("demo/rules.md"), _today.AddDays(plan.Starts), _today.AddDays(plan.Ends),
            _today.AddDays(plan.Opens).StartInChina().AddHours(9), _today.AddDays(plan.Closes).StartInChina().AddHours(17)), _today);
        contest.HostedBy([.. plan.HostList]);
        db.Add(contest);
        await db.SaveChangesAsync();
        return contest;
    }

    private async Task<Event> Made(Contest contest, EventPlan line, RulePreset preset)
    {
        var occupation = await db.Occupations.FindAsync(line.Occupation);
        var made = new Event(contest.Id, Filled(line.Code), new EventText(line.Title, line.Occupation, occupation!.Name, line.Level, line.Certificate, line.Capacity, line.Fewest), preset);
        var groups = line.Team > 0 ? [new EventGroup("team", $"职工团体组（{line.Team} 人）", GroupFor.Workers, line.Team)] : made.Groups;

        // no paper of the bank for this occupation: theory on paper, marked by the panel; a draft still lacks something
        var sits = line.Moment != "draft" && made.Modules.Any(m => m.Way is ModuleWay.Sitting);
        var paper = sits ? await _questions.PaperFor(line.Title, line.Occupation, contest.RegistrationOpensAt!.Value.AddDays(-1)) : null;
        var modules = made.Modules.Select(m => m.Way is ModuleWay.Sitting && sits ? m with { Way = paper is null ? ModuleWay.Panel : m.Way, PaperId = paper?.Id } : m);
        if (line.Scheme is not null)
        {
            modules = modules.Select(m => m.Kind is ModuleKind.Practical ? m with { Way = ModuleWay.Aspects } : m);
        }

        if (line.Process)
        {
            modules = modules.Select(m => m.Kind is ModuleKind.Practical ? m with { Way = ModuleWay.ProcessSheet, Layers = 0 } : m);
        }

        if (line.Sealed)
        {
            modules = modules.Select(m => m.Kind is ModuleKind.Practical ? m with { Layers = 3 } : m);
        }

        made.Compose(line.Moment == "draft" ? made.Rules with { Prizes = [] } : made.Rules with { SealedCodes = line.Sealed, RequiresRecheck = line.Recheck, Judges = line.Judges ? new JudgeRules { LeastGrade = QualificationGrade.Basic, TrainingNeeded = true } : made.Rules.Judges }, [.. made.Rounds], [.. groups], [.. modules]);
        db.Add(made);
        await db.SaveChangesAsync();
        Events.Add(made.Code, made);
        if (line.Scheme is { Length: > 0 } scheme)
        {
            await _schemes.Write(made, scheme, Officer, contest.RegistrationOpensAt!.Value.AddDays(-3));
        }

        return made;
    }

    /// <summary>The moves that lead to a moment, in their order; the entries do theirs in between.</summary>
    private async Task Live(Event made, EventPlan line, EventDays day, DemoEntries entries, string owner)
    {
        if (line.Moment == "draft")
        {
            return;
        }

        await Make(made, EventMove.OpenRegistration, day.Opened);
        await entries.Enter(made, line, day, await _promotions.Into(made, owner, line, code => entries.Fit(made, code), day.Opened));
        if (line.Moment is "registration" or "full")
        {
            return;
        }

        if (line.Moment == "cancelled")
        {
            await Make(made, EventMove.Cancel, day.Vetted, "报名人数不足，经组委会研究取消本赛项。");
            await entries.Release(made, day.Vetted);
            return;
        }

        await Make(made, EventMove.CloseRegistration, day.Closed);
        if (line.Moment is "vetting" or "too-few")
        {
            return;
        }

        await Make(made, EventMove.FinishVetting, day.Vetted);
        var going = line.Moment is "running" or "suspended";
        var sessions = line.Moment == "postponed" ? [] : await _sessions.Plan(made, entries.Coming(made), line.Moment == "ready" ? _today.AddDays(6).StartInChina().AddHours(9) : day.Started);
        if (line.Moment == "postponed")
        {
            await Make(made, EventMove.Postpone, now.AddDays(-1), "赛场供电检修，延期举行，时间另行通知。");
        }

        if (line.Moment is "ready" or "postponed")
        {
            return;
        }

        if (line.Sealed)
        {
            await _codes.Key(made, day.Vetted);
        }

        await Make(made, EventMove.Start, day.Started);
        await _marks.Seat(made);
        if (line.Moment == "running" && line.Scheme is not null)
        {
            await _schemes.Change(made, Officer, day.Started.AddMinutes(10));
        }

        var worked = await Hold(made, sessions, entries, day.Started, going);
        var drawn = await _codes.Draw(made, worked, day.Started.AddMinutes(5));
        await _marks.Give(made, worked, drawn, day.Started.AddMinutes(going ? 12 : 100), going ? now.AddMinutes(line.Moment == "suspended" ? -21 : -1) : day.Finished.AddMinutes(-10), going);
        made = await HandOn(made, entries, going ? now : day.Finished);
        await (line.Moment is "running" or "checking" && !line.Sealed ? _violations.Register(made, worked, day.Started.AddMinutes(30)) : Task.CompletedTask);
        if (line.Moment == "suspended")
        {
            await Make(made, EventMove.Suspend, now.AddMinutes(-20), "操作间排烟系统故障，暂停比赛，选手原地等候。");
        }

        if (going)
        {
            await _marks.Show(made);
            return;
        }

        await entries.Finish(made, day.Finished);
        await Make(made, EventMove.Finish, day.Finished);
        await (line.Recheck ? _rechecks.Check(made, day.Finished.AddMinutes(20)) : Task.CompletedTask);
        EventMove[] after = [EventMove.OpenCodes, EventMove.Announce, EventMove.GiveNotice, EventMove.Honour, EventMove.Archive];
        var freeAt = day.Finished; // when what is noticed may be honoured
        string[] reached = ["opened", "announced", "noticed", "honoured", "archived"];
        for (var i = 0; i <= Array.IndexOf(reached, line.Moment); i++)
        {
            var at = freeAt > day.Finished.AddHours(8 * (i + 1)) ? freeAt.AddHours(i) : day.Finished.AddHours(8 * (i + 1));
            if (after[i] is EventMove.GiveNotice)
            {
                freeAt = await _notices.Give(made, line.Moment == "noticed" ? now.AddDays(-2) : at, line.Moment == "noticed");
                continue;
            }

            await Make(made, after[i], at);
            if (after[i] is EventMove.OpenCodes)
            {
                await _results.Tell(made, day.Finished.AddHours(9), publish: line.Moment != "opened", correct: line.Moment == "honoured");
            }

            if (after[i] is EventMove.Honour)
            {
                await _honours.Give(made, at);
            }
        }

        await _marks.Show(made);
        if (line.PromotesTo is { } target)
        {
            await _promotions.Results(made, owner, [.. entries.Of(made).Where(e => e.Stage is EntryStage.Finished)], Filled(target), day.Finished);
        }
    }

    /// <summary>Of what is going on the first session is at work, and the others sit the theory meanwhile.</summary>
    /// <returns>Who works, or worked, at a seat.</returns>
    private async Task<IReadOnlyList<int>> Hold(Event made, IReadOnlyList<(Session Session, List<Seat> Seats)> sessions, DemoEntries entries, DateTime startedAt, bool going)
    {
        var here = going ? sessions[0].Seats : [.. sessions.SelectMany(s => s.Seats)];
        var absent = new[] { here[^1].EntryId!.Value };
        foreach (var (session, seats) in going ? sessions.Take(1) : sessions)
        {
            await _sessions.Run(made, session, seats, going ? startedAt : session.PlannedAt, !going, absent);
        }

        await entries.SignIn(made, here, absent, startedAt.AddMinutes(-20));
        var writing = going ? sessions.Skip(1).SelectMany(s => s.Seats) : here.Where(s => !absent.Contains(s.EntryId!.Value));
        await _questions.Sit(made, entries.WorkersOf(made, [.. writing.Select(s => s.EntryId!.Value)]), going ? startedAt.AddMinutes(5) : startedAt.AddDays(-1));
        return [.. here.Select(s => s.EntryId!.Value).Except(absent)];
    }

    /// <summary>What was written in the theory becomes marks while the event runs. The job lets go of all it read, so the event is read anew.</summary>
    private async Task<Event> HandOn(Event made, DemoEntries entries, DateTime at)
    {
        await new TakeSittingResults(db, new Stopped(at)).Run(CancellationToken.None);
        db.ChangeTracker.Clear();
        await entries.Read(made);
        return Events[made.Code] = await db.Events.SingleAsync(e => e.Id == made.Id);
    }

    private sealed class Stopped(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }

    private async Task Make(Event made, EventMove move, DateTime at, string why = "")
    {
        await db.Make(made, move, Officer, at, why);
        await db.SaveChangesAsync();
    }
}

/// <summary>When the steps of an event were: between the contest's own dates, and never after now.</summary>
internal sealed class EventDays(Contest contest, string moment, DateTime now)
{
    private readonly DateTime _starts = contest.StartsOn.StartInChina().AddHours(9);

    public DateTime Opened { get; } = contest.RegistrationOpensAt!.Value;
    public DateTime Closed => Earlier(contest.RegistrationClosesAt!.Value, Earlier(_starts, now).AddDays(-4));
    public DateTime Vetted => Closed.AddDays(2);

    /// <summary>What is still going on began an hour ago.</summary>
    public DateTime Started => moment is "running" or "suspended" ? now.AddMinutes(-50) : _starts;
    public DateTime Finished => Earlier(Started.AddHours(16), now);

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
