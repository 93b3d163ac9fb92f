using Competitions.Contests;
using Competitions.Results;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Results;

/// <summary>成绩复核 (skills-contests.md §4.7).</summary>
public class RecheckTests
{
    private const string Seed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static readonly RecheckShares Shares = new(30, 15, 5);
    private static readonly Signer Supervisor = new("supervisor", "石铭", "石铭");

    /// <summary>The table of the rule book: n, top, sample, and what the first errors do.</summary>
    [Theory]
    [InlineData(12, 4, 2, 1)]
    [InlineData(37, 12, 4, 1)]
    [InlineData(100, 30, 11, 3)]
    public void The_table_of_the_rule_book(int n, int top, int sample, int wrongThatWidens)
    {
        var recheck = Drawn(n);
        Assert.Equal((top, sample), (recheck.Items.Count(i => i.For is RecheckFor.Top), recheck.Items.Count(i => i.For is RecheckFor.Sample)));
        var (field, rates) = (Of(n), new List<decimal>());
        for (var wrong = 1; wrong <= wrongThatWidens; wrong++)
        {
            Assert.Null(recheck.WidenedAt);
            recheck.Fault(recheck.Items[wrong - 1].Work, new Points(1), "漏加一项", field, Supervisor, Some.Noon);
            rates.Add(decimal.Round(wrong * 100m / (top + sample), 2, MidpointRounding.AwayFromZero));
            Assert.True(recheck.WidenedAt is not null || recheck.ErrorRate == rates[^1]);
        }

        Assert.Equal((Some.Noon, n), (recheck.WidenedAt, recheck.Items.Count));
        Assert.Equal(n switch { 12 => [16.67m], 37 => [6.25m], _ => [2.44m, 4.88m, 7.32m] }, rates);
    }

    [Fact]
    public void Exactly_the_limit_is_not_above_it()
    {
        Assert.False(Shares.IsTooMany(1, 20));
        Assert.True(Shares.IsTooMany(2, 39));
        Assert.False(Shares.IsTooMany(0, 0));
    }

    /// <summary>Ties at the line are all in it, and the sample is of who is left.</summary>
    [Fact]
    public void Ties_at_the_line_are_all_re_checked()
    {
        decimal[] points = [95, 90, 88, 85, 85, 85, 80, 70, 60, 50];
        var recheck = new Recheck(Some.Event(), Of(points), 1, Seed, "supervisor", Some.Noon);

        Assert.Equal(["W01", "W02", "W03"], Tops(recheck)); // 30 % of 10
        points[2] = 85;
        recheck = new Recheck(Some.Event(), Of(points), 1, Seed, "supervisor", Some.Noon);

        Assert.Equal(["W01", "W02", "W03", "W04", "W05", "W06"], Tops(recheck)); // the third place is shared by four
        Assert.Equal([1, 2, 3, 3, 3, 3], recheck.Items.Where(i => i.For is RecheckFor.Top).Select(i => i.Place));
        Assert.Single(recheck.Items, i => i.For is RecheckFor.Sample); // 15 % of 4
    }

    /// <summary>The seed decides, and nothing else: neither the order in which works are read, nor who asks.</summary>
    [Fact]
    public void The_same_seed_draws_the_same_works_for_whoever_draws_again() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<PositiveInt>().Select(n => (n.Get % 120) + 1).ToArbitrary(), n =>
        {
            var field = Of(n);
            var other = field with { Works = [.. field.Works.Reverse()] };
            var top = RecheckDraw.Top(field, Shares);
            var (one, two) = (RecheckDraw.Sample(field.Works.Except(top), Shares, $"{n}"), RecheckDraw.Sample(other.Works.Except(top), Shares, $"{n}"));
            var rest = n - top.Count;
            return one.Select(w => w.Work).SequenceEqual(two.Select(w => w.Work)) && !one.Intersect(top).Any() && one.Distinct().Count() == one.Count
                && top.Count * 100 >= n * 30 && one.Count * 100 >= rest * 15 && (one.Count - 1) * 100 < rest * 15
                && top.All(t => field.Works.Except(top).All(w => w.Points < t.Points));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_work_of_the_rest_is_drawn_by_some_seed()
    {
        var field = Of(20);
        var drawn = Enumerable.Range(0, 200).SelectMany(n => RecheckDraw.Sample(field.Works, Shares, $"{n}")).GroupBy(w => w.Work).ToDictionary(w => w.Key, w => w.Count());
        Assert.Equal(20, drawn.Count); // 3 of 20 in each of 200 draws: 30 times on average
        Assert.All(drawn.Values, count => Assert.InRange(count, 10, 55));
    }

    [Fact]
    public void It_begins_when_every_sheet_is_locked()
    {
        Assert.Equal("recheck.not-locked", Code(() => _ = new Recheck(Some.Event(), Of(12) with { IsLocked = false }, 1, Seed, "supervisor", Some.Noon)));
        Assert.Equal("recheck.nothing-marked", Code(() => _ = new Recheck(Some.Event(), Of(0), 1, Seed, "supervisor", Some.Noon)));
        Assert.Equal("recheck.no-such-module", Code(() => _ = new Recheck(Some.Event(), Of(12) with { Module = "x" }, 1, Seed, "supervisor", Some.Noon)));
    }

    [Fact]
    public void Each_step_is_signed_by_one_who_marked_nothing_of_it()
    {
        var (recheck, field) = (Drawn(12), Of(12));
        Assert.Equal("day-sheet.name", Code(() => recheck.Pass(["W01"], field, Supervisor with { Typed = "万洁" }, Some.Noon)));
        Assert.Equal("recheck.own-mark", Code(() => recheck.Pass(["W01"], field, new Signer("judge", "邹欣岚", "邹欣岚"), Some.Noon)));
        Assert.Equal("recheck.none-chosen", Code(() => recheck.Pass([], field, Supervisor, Some.Noon)));
        var outside = field.Works.First(w => recheck.Items.All(i => i.Work != w.Work)).Work;
        Assert.Equal("recheck.not-drawn", Code(() => recheck.Pass([outside], field, Supervisor, Some.Noon)));
        Assert.Equal("recheck.same-value", Code(() => recheck.Fault("W01", field.Of("W01")!.Points, "漏加一项", field, Supervisor, Some.Noon)));
        Assert.Equal("recheck.value", Code(() => recheck.Fault("W01", new Points(100.5m), "漏加一项", field, Supervisor, Some.Noon)));
        Assert.Equal("recheck.reason-missing", Code(() => recheck.Fault("W01", new Points(1), " 错 ", field, Supervisor, Some.Noon)));
        Assert.Empty(recheck.Findings);
        recheck.Pass(["W01"], field, Supervisor, Some.Noon);
        Assert.Equal(("supervisor", "石铭", field.Of("W01")!.Sequence), recheck.Last("W01") is { } f ? (f.By, f.Name, f.Sequence) : default);
    }

    [Fact]
    public void It_is_finished_when_all_is_right_or_corrected_to_what_was_found()
    {
        var (recheck, field) = (Drawn(100), Of(100));
        var wrong = recheck.Items[0].Work;
        recheck.Fault(wrong, new Points(99.5m), "第三项漏加", field, Supervisor, Some.Noon);
        recheck.Pass([.. recheck.Items.Skip(1).Select(i => i.Work)], field, Supervisor, Some.Noon);
        Assert.Equal("recheck.unsettled", Code(() => recheck.Finish(field, Supervisor, Some.Noon)));

        var other = With(field, wrong, 99);
        Assert.Equal(RecheckState.Again, recheck.StateOf(recheck.Items[0], other)); // the slip says something else than the finding
        var corrected = With(field, wrong, 99.5m);
        Assert.Equal(RecheckState.Corrected, recheck.StateOf(recheck.Items[0], corrected));
        Assert.Equal("recheck.not-locked", Code(() => recheck.Finish(corrected with { IsLocked = false }, Supervisor, Some.Noon)));
        recheck.Finish(corrected, Supervisor, Some.Noon);

        Assert.Equal((RecheckStage.Finished, 1, 2.44m, corrected.Sequence), (recheck.Stage, recheck.Wrong, recheck.ErrorRate, recheck.Sequence)); // a corrected one was wrong all the same
        Assert.Equal("recheck.move-not-allowed", Code(() => recheck.Pass([wrong], corrected, Supervisor, Some.Noon)));
    }

    /// <summary>A slip after its end: where it no longer holds it is taken up again, by itself.</summary>
    [Fact]
    public void A_correction_after_its_end_takes_it_up_again()
    {
        var (recheck, field) = (Drawn(12), Of(12));
        recheck.Pass([.. recheck.Items.Select(i => i.Work)], field, Supervisor, Some.Noon);
        recheck.Finish(field, Supervisor, Some.Noon);
        var outside = field.Works.First(w => recheck.Items.All(i => i.Work != w.Work)).Work;

        recheck.Follow(With(field, outside, field.Of(outside)!.Points.Value - 1), "G-01", "supervisor", Some.Noon);
        Assert.Equal(RecheckStage.Finished, recheck.Stage); // it was not re-checked and does not come into the top
        var risen = With(field, outside, 100);
        recheck.Follow(risen, "G-02", "supervisor", Some.Noon);

        Assert.Equal((RecheckStage.Checking, RecheckFor.Risen, 1), (recheck.Stage, recheck.Items[^1].For, recheck.Items[^1].Place));
        Assert.Equal([RecheckMove.Draw, RecheckMove.Finish, RecheckMove.Resume, RecheckMove.Extend], recheck.History.Select(h => h.Move));
        Assert.Equal([outside], recheck.Unsettled(risen).Select(i => i.Work));
        recheck.Pass([outside], risen, Supervisor, Some.Noon);
        recheck.Finish(risen, Supervisor, Some.Noon);
        recheck.Follow(With(risen, "W01", 3), "G-03", "supervisor", Some.Noon);
        Assert.Equal((RecheckStage.Checking, RecheckState.Again), (recheck.Stage, recheck.StateOf(recheck.Items[0], With(risen, "W01", 3))));
    }

    [Fact]
    public void A_finding_that_its_signer_takes_back_is_no_error_and_what_was_widened_stays_wide()
    {
        var (recheck, field) = (Drawn(12), Of(12));
        recheck.Fault("W01", new Points(1), "看错了一行", field, Supervisor, Some.Noon);
        Assert.Equal((1, 12), (recheck.Wrong, recheck.Items.Count));
        recheck.Pass(["W01"], field, Supervisor, Some.Noon);
        Assert.Equal((0, 12, 2), (recheck.Wrong, recheck.Items.Count, recheck.Findings.Count));
    }

    [Fact]
    public void What_was_discarded_stays_and_is_followed_no_more()
    {
        var recheck = Drawn(12);
        recheck.Discard("unlock", Some.Noon, "评分单 2026-06-01 解锁：漏录");
        recheck.Follow(Of(37), "G-01", "supervisor", Some.Noon);
        Assert.Equal((RecheckStage.Discarded, 6), (recheck.Stage, recheck.Items.Count));
        Assert.Equal("recheck.move-not-allowed", Code(() => recheck.Finish(Of(12), Supervisor, Some.Noon)));
    }

    [Fact]
    public void An_event_whose_rules_ask_for_it_opens_no_codes_before()
    {
        var of = Some.Event(EventMove.OpenRegistration, EventMove.CloseRegistration, EventMove.FinishVetting, EventMove.Start, EventMove.Finish);
        var refused = Assert.Throws<Refusal>(() => of.Make(EventMove.OpenCodes, new EventFacts(2, Unrechecked: ["实操"]), "test", Some.Noon));
        Assert.Equal(("event.recheck-open", "实操"), (refused.Code, refused.Details[0]));
        of.Make(EventMove.OpenCodes, new EventFacts(2, Unrechecked: []), "test", Some.Noon);
    }

    private static Recheck Drawn(int n) => new(Some.Event(), Of(n), 1, Seed, "supervisor", Some.Noon);

    private static IEnumerable<string> Tops(Recheck recheck) => recheck.Items.Where(i => i.For is RecheckFor.Top).Select(i => i.Work);

    /// <summary>So many works, no two equal, the first the best.</summary>
    private static RecheckField Of(int n) => Of([.. Enumerable.Range(0, n).Select(i => 99m - (0.5m * i))]);

    private static RecheckField Of(IReadOnlyList<decimal> points) =>
        new("practical", [.. points.Select((p, i) => new CheckedWork($"W{i + 1:00}", new Points(p), i + 1, new HashSet<string> { "judge" }))], new Points(100), true);

    /// <summary>After a slip that made that work so.</summary>
    private static RecheckField With(RecheckField field, string work, decimal points) =>
        field with { Works = [.. field.Works.Select(w => w.Work == work ? w with { Points = new Points(points), Sequence = field.Sequence + 1 } : w)] };

    private static string? Code(Action act) => Record.Exception(act) is Refusal refusal ? refusal.Code : null;
}
