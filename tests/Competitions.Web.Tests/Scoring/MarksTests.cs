using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Competitions.Contests;
using Competitions.People;
using Competitions.Scoring;
using Competitions.Web.Scoring.Marks;
using Competitions.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Competitions.Web.Tests.Scoring;

public class MarksTests
{
    [Fact]
    public async Task With_the_start_every_entry_has_a_work_in_each_module_and_a_row_and_nobody_can_tell_whose()
    {
        await using var app = new App();
        await Floor.Open(app, entries: 4);

        var (works, book) = (await app.WithDb(db => db.Works.AsNoTracking().ToListAsync()), await app.WithDb(db => db.CodeBook.AsNoTracking().ToListAsync()));

        Assert.Equal((8, 12), (works.Count, book.Count)); // 4 × theory and practical, and 4 rows
        Assert.Equal(["WELD@final.001", "WELD@final.002", "WELD@final.003", "WELD@final.004"], book.Where(l => l.Module == "@final").Select(l => l.Work).Order());
        Assert.All(book, l => Assert.Equal(l.Module is "theory", l.OpenedAt is not null)); // the theory has no layer, the practical three
    }

    [Fact]
    public async Task A_mark_is_in_the_ledger_when_it_is_acknowledged_and_sent_again_it_is_the_same()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var mark = Floor.Panel(floor.Works[0], 88.5m);

        var first = await floor.Give(floor.Judges[0], mark);
        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => floor.Give(floor.Judges[0], mark)));

        Assert.Equal(1, first.Single().Sequence);
        Assert.All(again, a => Assert.Equal(first.Single(), a.Single()));
        var line = Assert.Single(await floor.Lines());
        Assert.Equal((88.5m, floor.Judges[0], "panel"), (line.Value, line.Judge, line.Aspect));
    }

    /// <summary>F8: also when the event is over by then.</summary>
    [Fact]
    public async Task A_mark_whose_acknowledgement_was_lost_gets_its_first_answer_after_the_end_and_a_new_one_is_refused()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var mark = Floor.Panel(floor.Works[0], 80);
        await floor.Give(floor.Judges[0], mark);
        await (await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD")).Submit("#Finish");

        var answers = await floor.Give(floor.Judges[0], mark, Floor.Panel(floor.Works[1], 70));

        Assert.Equal([1L, null], answers.Select(a => a.Sequence));
        Assert.Equal("marks.not-running", answers[1].Refusal);
        Assert.NotEqual("", answers[1].Sentence);
        Assert.Single(await floor.Lines());
    }

    /// <summary>F8: ten at once, none of which was there before, and twice in one envelope.</summary>
    [Fact]
    public async Task A_mark_that_comes_ten_times_at_once_is_one_line_and_all_ten_hear_the_same()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var mark = Floor.Panel(floor.Works[0], 88.5m);
        var page = await app.As(floor.Judges[0]).Visit("/");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var answer = await page.Send("/events/WELD/marks", new[] { mark, mark });
            return (await answer.Content.ReadFromJsonAsync<MarkAnswer[]>())!;
        }));

        Assert.All(answers.SelectMany(a => a), a => Assert.Equal(new MarkAnswer(mark.Id, 1, null), a));
        Assert.Single(await floor.Lines());
    }

    /// <summary>F8: a tablet that was away for hours, across a restart, while others went on.</summary>
    [Fact]
    public async Task A_mark_sent_again_hours_later_hears_what_it_heard_first_although_another_stands_by_now()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var mark = Floor.Panel(floor.Works[0], 88.5m);
        var first = (await floor.Give(floor.Judges[0], mark)).Single();
        await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 70, after: first.Sequence));

        await using var later = app.Restarted();
        later.Clock.Advance(TimeSpan.FromHours(5));
        var again = (await new Floor(later, floor.EventId, floor.Works, floor.Judges).Give(floor.Judges[0], mark)).Single();

        Assert.Equal(first, again);
        Assert.Equal([88.5m, 70m], (await floor.Lines()).Select(l => l.Value));
    }

    public static TheoryData<object, string> Wrong => new()
    {
        { 100.01m, "marks.out-of-range" }, { -1, "marks.out-of-range" }, { 80.005m, "marks.wrong-step" },
        { "NaN", "marks.not-a-number" }, { "1e309", "marks.not-a-number" }, { "88,5", "marks.not-a-number" }, { "八十", "marks.not-a-number" }, { "", "marks.not-a-number" }, { true, "marks.not-a-number" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_refused_in_words_and_its_neighbour_stored(object value, string code)
    {
        await using var app = new App();
        var floor = await Floor.Open(app);

        var answers = await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], value), Floor.Panel(floor.Works[1], "90.5"));

        Assert.Equal((code, null), (answers[0].Refusal, answers[0].Sequence));
        Assert.NotEmpty(answers[0].Sentence!);
        Assert.Equal(90.5m, Assert.Single(await floor.Lines()).Value);
    }

    [Fact]
    public async Task Another_judges_work_an_unknown_one_and_an_unknown_item_are_refused()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var stranger = await app.Judge(floor.EventId, DutyKind.ScoringJudge, "unseated");
        var theory = await app.WithDb(db => db.Works.Where(w => w.Module == "theory").Select(w => w.Code).FirstAsync());

        Assert.Equal("marks.not-yours", (await floor.Give(stranger, Floor.Panel(floor.Works[0], 80))).Single().Refusal);
        Assert.Equal("marks.no-such-work", (await floor.Give(floor.Judges[0], Floor.Panel("NOSUCHWORK", 80))).Single().Refusal);
        Assert.Equal("marks.no-such-item", (await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 80) with { Item = "K1" })).Single().Refusal);
        Assert.Equal("marks.not-yours", (await floor.Give(floor.Judges[0], Floor.Panel(theory, 80))).Single().Refusal);
        Assert.Equal("marks.chief-only", (await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 5) with { Item = "+1" })).Single().Refusal);
        Assert.Empty(await floor.Lines());
    }

    [Fact]
    public async Task Who_is_no_judge_of_the_event_finds_no_door()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var other = await app.Judge(await app.Registering("LATHE"), DutyKind.ScoringJudge, "of-another-event");

        Assert.Equal(HttpStatusCode.Forbidden, (await floor.Send(other, new[] { Floor.Panel(floor.Works[0], 80) })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await floor.Send(floor.Judges[0], Array.Empty<object>())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await floor.Send(floor.Judges[0], new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.As(floor.Judges[0]).Http.PostAsync("/events/WELD/marks", new StringContent("[]", System.Text.Encoding.UTF8, "application/json"))).StatusCode); // without the token
        Assert.Empty(await floor.Lines());
    }

    /// <summary>F9, F10: an older version is told what stands; of many at once exactly one is stored.</summary>
    [Fact]
    public async Task A_stale_mark_is_refused_with_what_stands_and_of_twenty_at_once_one_wins()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var first = (await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 80))).Single().Sequence;

        var stale = (await floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 70))).Single();
        Assert.Equal(("marks.stale", 80m, first), (stale.Refusal, stale.Standing?.Value, stale.Standing?.Sequence));

        var races = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => floor.Give(floor.Judges[0], Floor.Panel(floor.Works[0], 60 + n, after: first))));
        Assert.Single(races, r => r.Single().Sequence is not null);
        Assert.Equal(19, races.Count(r => r.Single().Refusal == "marks.stale"));
        Assert.Equal(2, (await floor.Lines()).Count);

        // another judge's mark of the same work is no conflict
        Assert.NotNull((await floor.Give(floor.Judges[1], Floor.Panel(floor.Works[0], 75))).Single().Sequence);
    }

    [Fact]
    public async Task The_ledger_is_one_whole_chain_also_after_a_restart_and_the_database_refuses_to_change_it()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, entries: 3);
        await Task.WhenAll(floor.Judges.SelectMany(j => floor.Works.Select((w, n) => floor.Give(j, Floor.Panel(w, 70 + n)))));
        await using (var again = app.Restarted())
        {
            var lines = await floor.Lines();
            Assert.Equal((9, null), (lines.Count, LedgerHead.FirstBroken(lines)));
            Assert.Equal((9L, lines[^1].Hash), await again.WithDb(db => db.LedgerHeads.Select(h => ValueTuple.Create(h.Sequence, h.Hash)).SingleAsync()));
        }

        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE Marks SET Value = 100")));
        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("DELETE FROM Marks")));
    }

    /// <summary>F12: the lock is on the head, so what comes after its commit is refused, whatever was checked before.</summary>
    [Fact]
    public async Task No_mark_is_stored_after_the_end_of_the_event_was_committed()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, entries: 20);
        var organiser = await (await app.Open(DutyKind.FederationOfficer)).Visit("/events/WELD");
        var giving = floor.Judges.SelectMany(j => floor.Works.Select(w => floor.Give(j, Floor.Panel(w, 80)))).ToList();

        await organiser.Submit("#Finish");
        var ended = await app.WithDb(db => db.LedgerHeads.Select(h => h.Sequence).SingleAsync());
        var answers = (await Task.WhenAll(giving)).Select(a => a.Single()).ToList();

        Assert.Equal(EventStage.Checking, await app.WithDb(db => db.Events.Where(e => e.Code == "WELD").Select(e => e.Stage).SingleAsync()));
        Assert.Equal(ended, (await floor.Lines()).Count);
        Assert.Equal(answers.Where(a => a.Sequence is not null).Select(a => a.Sequence!.Value).Order(), (await floor.Lines()).Select(l => l.Sequence));
    }

    /// <summary>F12: locked and opened again and again while three judges do not stop; each turn is held until they have met it.</summary>
    [Fact]
    public async Task A_sheet_that_is_locked_while_marks_pour_in_takes_none_after_the_locks_commit()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, entries: 6);
        var sheet = new Sheet("practical", DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime.AddHours(8)));
        using var stop = new CancellationTokenSource();
        var answers = new ConcurrentQueue<MarkAnswer>();
        var pouring = Task.WhenAll(floor.Judges.Select(j => Pour(app, floor, j, answers, stop.Token)));
        int Taken() => answers.Count(a => a.Sequence is not null);
        int Refused() => answers.Count - Taken();

        for (var round = 0; round < 10; round++)
        {
            await More(Taken, pouring);
            var locked = await Turn(app, sheet, marks: false);
            await More(Refused, pouring);
            Assert.Equal(locked, (await floor.Lines()).Count);
            await Turn(app, sheet, marks: true);
        }

        await stop.CancelAsync();
        await pouring;
        Assert.Equal(answers.Where(a => a.Sequence is not null).Select(a => a.Sequence!.Value).Order(), (await floor.Lines()).Select(l => l.Sequence));
        Assert.Equal(["marks.locked"], answers.Select(a => a.Refusal).OfType<string>().Distinct());
    }

    /// <summary>Until there are some more of them: however slow the machine is.</summary>
    private static async Task More(Func<int> counted, Task pouring)
    {
        for (var before = counted(); counted() < before + 5;)
        {
            await (pouring.IsCompleted ? pouring : Task.Delay(5));
        }
    }

    /// <summary>Gives marks without a pause; a mark that is refused is forgotten.</summary>
    private static async Task Pour(App app, Floor floor, string judge, ConcurrentQueue<MarkAnswer> answers, CancellationToken stop)
    {
        var (page, last) = (await app.As(judge).Visit("/"), new Dictionary<string, long>());
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var work = floor.Works[n % floor.Works.Count];
            using var sent = await page.Send("/events/WELD/marks", new[] { Floor.Panel(work, n % 100, last.TryGetValue(work, out var after) ? after : null) });
            var answer = (await sent.Content.ReadFromJsonAsync<MarkAnswer[]>(CancellationToken.None))!.Single();
            answers.Enqueue(answer);
            if (answer.Sequence is { } sequence)
            {
                last[work] = sequence;
            }
        }
    }

    /// <summary>Locks or opens the sheet, in a line with the writer; the number of marks at that moment.</summary>
    private static async Task<long> Turn(App app, Sheet sheet, bool marks)
    {
        while (true)
        {
            try
            {
                return await app.WithDb(async db =>
                {
                    var head = await db.LedgerHeads.SingleAsync();
                    head.Take(sheet, marks);
                    await db.SaveChangesAsync();
                    return head.Sequence;
                });
            }
            catch (DbUpdateConcurrencyException)
            {
                // a mark came between: once more
            }
        }
    }

    [Fact]
    public async Task A_batch_with_a_hole_and_one_too_large_are_refused_whole_and_the_next_goes_in()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var mark = Floor.Panel(floor.Works[0], 80);

        Assert.Equal(HttpStatusCode.Conflict, (await floor.Send(floor.Judges[0], new[] { mark, null })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await floor.Send(floor.Judges[0], Enumerable.Range(0, 501).Select(_ => Floor.Panel(floor.Works[0], 80)))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await floor.Send(floor.Judges[0], new[] { mark with { Why = new string('长', 200_000) } })).StatusCode);
        Assert.Empty(await floor.Lines());
        Assert.NotNull((await floor.Give(floor.Judges[0], mark)).Single().Sequence);
    }

    /// <summary>Another judge's aspect: a panel of one criterion marks no other.</summary>
    [Fact]
    public async Task A_panel_of_one_criterion_marks_no_aspect_of_another()
    {
        await using var app = new App();
        var floor = await Floor.Open(app, way: ModuleWay.Aspects);
        await app.WithDb(async db =>
        {
            var panel = await db.Panels.SingleAsync();
            panel.Describe("工艺组", ["A"]);
            await db.SaveChangesAsync();
        });

        var answers = await floor.Give(floor.Judges[0], Floor.Mark(floor.Works[0], "K3", 2), Floor.Mark(floor.Works[0], "K1", 2), Floor.Mark(floor.Works[0], "K3~", 1), Floor.Mark(floor.Works[0], "K1", 2.5m), Floor.Mark(floor.Works[0], "K2", 3.01m));

        Assert.Equal(["marks.not-yours", null, "marks.not-yours", "marks.judgement-out-of-range", "marks.out-of-range"], answers.Select(a => a.Refusal));
        Assert.Equal("K1", Assert.Single(await floor.Lines()).Aspect);
    }

    [Fact]
    public async Task Points_are_taken_off_with_a_reason_that_is_kept_for_ever_and_taken_back_with_another()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var (judge, work) = (floor.Judges[0], floor.Works[0]);

        var refused = await floor.Give(judge, Floor.Mark(work, "-a1", 5), Floor.Mark(work, "-a1", 5, why: " "), Floor.Mark(work, "-a1", 5, why: new string('长', 201)), Floor.Mark(work, "-a1", 101, why: "超时"), Floor.Mark(work, "-a;--", 1, why: "超时"));
        Assert.Equal(["marks.reason-missing", "marks.reason-missing", "marks.reason-too-long", "marks.out-of-range", "marks.no-such-item"], refused.Select(a => a.Refusal));
        Assert.All(refused, a => Assert.NotEmpty(a.Sentence!));
        Assert.Empty(await floor.Lines());

        var first = Floor.Mark(work, "-a1", 5, why: "超时 5 分钟");
        var stored = await floor.Stores(judge, first);
        Assert.Equal(stored, await floor.Stores(judge, first)); // sent again: the same line, one reason
        await floor.Stores(floor.Judges[1], Floor.Mark(work, "-a1", 0, after: stored, why: "计时有误"));

        Assert.Equal([5m, 0m], (await floor.Lines()).Select(l => l.Value));
        Assert.Equal(["计时有误", "超时 5 分钟"], await app.WithDb(db => db.MarkReasons.Select(r => r.Why).OrderBy(w => w).ToListAsync()));
        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE MarkReasons SET Why = ''")));
        await Assert.ThrowsAsync<SqliteException>(() => app.WithDb(db => db.Database.ExecuteSqlRawAsync("DELETE FROM MarkReasons")));
    }

    /// <summary>F8 of a deduction: ten at once of one, each naming nothing before it.</summary>
    [Fact]
    public async Task Of_ten_deductions_under_one_code_at_once_one_is_stored_with_its_own_reason()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);

        var races = await Task.WhenAll(Enumerable.Range(1, 10).Select(n => floor.Give(floor.Judges[n % 3], Floor.Mark(floor.Works[0], "-a1", n, why: $"事由 {n}"))));

        Assert.Single(races, r => r.Single().Sequence is not null);
        var line = Assert.Single(await floor.Lines());
        Assert.Equal($"事由 {line.Value:0}", await app.WithDb(db => db.MarkReasons.Select(r => r.Why).SingleAsync()));
    }

    [Fact]
    public async Task Floor_judges_write_time_and_deductions_and_nothing_else()
    {
        await using var app = new App();
        var floor = await Floor.Open(app);
        var onFloor = await app.Judge(floor.EventId, DutyKind.FloorJudge, "floor");

        var answers = await floor.Give(onFloor, Floor.Mark(floor.Works[0], MarkItem.Time, 3750), Floor.Mark(floor.Works[0], "-a1", 2, why: "未戴护目镜"), Floor.Panel(floor.Works[0], 80), Floor.Mark(floor.Works[0], "+a1", 2, why: "补偿"), Floor.Mark(floor.Works[1], MarkItem.Time, 61.5m));

        Assert.Equal([null, null, "marks.not-yours", "marks.chief-only", "marks.time-out-of-range"], answers.Select(a => a.Refusal));
        Assert.Equal(2, (await floor.Lines()).Count);
    }
}
