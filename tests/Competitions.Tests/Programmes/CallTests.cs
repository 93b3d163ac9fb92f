using Competitions.Honours;
using Competitions.Programmes;
using static Competitions.Tests.Programmes.Called;

namespace Competitions.Tests.Programmes;

/// <summary>A call from its notice to the honours, for every kind there is.</summary>
public class CallTests
{
    [Theory, MemberData(nameof(Kinds), MemberType = typeof(Called))]
    public void It_reviews_what_was_accepted_and_what_never_came_so_far_has_lapsed(string kind)
    {
        var call = Call(kind: kind);
        List<Application> all = [Accepted(call, 1), Accepted(call, 2), Draft(call, 3), Submitted(call, 4)];

        Assert.Equal("call.window-open", Refused(() => call.BeginReview(all, new DateOnly(2026, 4, 15), Officer, RecommendBy.AddSeconds(-1))));
        call.BeginReview(all, new DateOnly(2026, 4, 16), Officer, After);
        Assert.Equal([ApplicationStage.UnderReview, ApplicationStage.UnderReview, ApplicationStage.Lapsed, ApplicationStage.Lapsed], all.Select(a => a.Stage));
        Assert.Equal(2, all.Take(2).Select(a => a.BlindCode).Distinct().Count());
    }

    [Fact]
    public void What_waits_for_a_decision_is_decided_before_the_review()
    {
        var call = Call();
        var correcting = Recommended(call, 2);
        correcting.AskCorrection(call, new DateOnly(2026, 4, 20), Officer, In, "缺章");
        List<Application> all = [Accepted(call, 1), correcting];

        Assert.Equal("call.undecided", Refused(() => call.BeginReview(all, new DateOnly(2026, 4, 20), Officer, After)));
        call.BeginReview(all, new DateOnly(2026, 4, 21), Officer, After); // its days are over
        Assert.Equal(ApplicationStage.Lapsed, correcting.Stage);
    }

    [Fact]
    public void Five_experts_who_may_score_each_application_are_needed()
    {
        var call = Call(experts: 4);
        Assert.Equal("call.too-few-experts", Refused(() => call.BeginReview([Accepted(call)], new DateOnly(2026, 4, 16), Officer, After)));

        call.Seat(new Reviewer("colleague", "同事", 10, null)); // of the very unit that declares
        Assert.Equal("call.experts-short", Refused(() => call.BeginReview([Accepted(call, unit: 10)], new DateOnly(2026, 4, 16), Officer, After)));
        call.Seat(new Reviewer("expert-5", "专家5", 905, null));
        call.BeginReview([Accepted(call, unit: 10)], new DateOnly(2026, 4, 16), Officer, After);
        Assert.Equal(CallStage.Reviewing, call.Stage);
    }

    [Fact]
    public void An_expert_never_scores_his_unit_himself_or_what_he_checked()
    {
        var call = Call();
        var made = Accepted(call, id: 1, unit: 10);
        Assert.Equal(ReviewBar.OwnUnit, made.BarOf(new Reviewer("a", "甲", 10, null)));
        Assert.Equal(ReviewBar.OwnName, made.BarOf(new Reviewer("b", "乙", 77, 101)));
        Assert.Equal(ReviewBar.TookPart, made.BarOf(new Reviewer(Town, "丙", 77, null)));
        Assert.Equal(ReviewBar.None, made.BarOf(new Reviewer("d", "丁", 77, 999)));

        call.Seat(new Reviewer("colleague", "同事", 10, null));
        call.BeginReview([made], new DateOnly(2026, 4, 16), Officer, After);
        Assert.Equal("review.barred", Refused(() => _ = new ReviewSheet(call, made, "colleague")));
        Assert.Equal("review.not-seated", Refused(() => _ = new ReviewSheet(call, made, "stranger")));
    }

    /// <summary>Worked by hand: totals 90 80 70 60 50 lose 90 and 50, mean 70; 95 71 70 69 20 lose 95 and 20, mean 70; 60 five times 60.</summary>
    [Fact]
    public void The_highest_and_the_lowest_total_are_dropped_and_a_tie_goes_to_the_better_innovation()
    {
        var (call, all) = Reviewing(3);
        List<ReviewSheet> sheets =
        [
            .. Sheets(call, all[0], (40, 50), (40, 40), (40, 30), (40, 20), (40, 10)), // totals 90 … 50, innovation 40: use may be up to 40
            .. Sheets(call, all[1], (55, 40), (41, 30), (45, 25), (44, 25), (10, 10)),
            .. Sheets(call, all[2], (30, 30), (30, 30), (30, 30), (30, 30), (30, 30)),
        ];
        call.Rank(all, sheets, Officer, After);

        Assert.Equal([70m, 70m, 60m], all.Select(a => a.Total!.Value.Value));
        Assert.Equal([2, 1, 3], all.Select(a => a.Rank!.Value)); // innovation: 40 against (41+45+44)/3 = 43.33
        Assert.Equal(["二等奖", "一等奖", null], all.Select(a => a.Grade));
        Assert.Equal([ApplicationStage.Selected, ApplicationStage.Selected, ApplicationStage.Unselected], all.Select(a => a.Stage));
    }

    [Fact]
    public void A_sheet_that_is_missing_holds_the_ranking_up()
    {
        var (call, all) = Reviewing(1);
        var sheets = Sheets(call, all[0], (30, 30), (30, 30), (30, 30), (30, 30));

        Assert.Equal("call.sheets-missing", Refused(() => call.Rank(all, sheets, Officer, After)));
        var fifth = new ReviewSheet(call, all[0], "expert-5");
        fifth.Recuse("担任该单位顾问", After);
        Assert.Equal("call.experts-short", Refused(() => call.Rank(all, [.. sheets, fifth], Officer, After))); // he recused himself: four are not five
        Assert.Equal(ApplicationStage.UnderReview, all[0].Stage);
    }

    [Theory]
    [InlineData(BorderTie.Narrow, 0)]
    [InlineData(BorderTie.Widen, 2)]
    public void Equals_across_the_line_go_as_the_rules_say(BorderTie tie, int selected)
    {
        var (call, all) = Reviewing(2, Rules with { Line = new LineRule(1, null, tie) });
        call.Rank(all, [.. Sheets(call, all[0], Same), .. Sheets(call, all[1], Same)], Officer, After);
        Assert.Equal(selected, all.Count(a => a.Stage is ApplicationStage.Selected));
    }

    [Fact]
    public void Equals_across_a_line_that_must_be_decided_stop_the_ranking()
    {
        var (call, all) = Reviewing(2, Rules with { Line = new LineRule(1, null, BorderTie.Decide) });
        Assert.Equal("call.tie-at-line", Refused(() => call.Rank(all, [.. Sheets(call, all[0], Same), .. Sheets(call, all[1], Same)], Officer, After)));
        Assert.Equal(CallStage.Reviewing, call.Stage);
    }

    [Fact]
    public void Who_added_up_does_not_approve()
    {
        var (call, all) = Reviewing(1);
        call.Rank(all, Sheets(call, all[0], Same), Officer, After);

        Assert.Equal("call.second-person", Refused(() => call.Approve(all, Officer, After)));
        call.Approve(all, Leader, After);
        Assert.Equal(ApplicationStage.Approved, all[0].Stage);
    }

    [Fact]
    public void Sent_back_it_is_scored_anew_and_nobody_keeps_a_rank()
    {
        var (call, all) = Reviewing(1);
        var sheets = Sheets(call, all[0], Same);
        call.Rank(all, sheets, Officer, After);
        call.Return(all, Leader, After, "两份评审表打分依据不足");
        foreach (var sheet in sheets)
        {
            sheet.Reopen(After);
        }

        Assert.Equal((CallStage.Reviewing, ApplicationStage.UnderReview), (call.Stage, all[0].Stage));
        Assert.True(all[0] is { Rank: null, Total: null, Grade: null });
        Assert.Equal("call.sheets-missing", Refused(() => call.Rank(all, sheets, Officer, After)));
    }

    [Fact]
    public void The_shortlisted_pitch_in_an_order_that_anybody_draws_again_and_both_rounds_count()
    {
        var (call, all) = Reviewing(3, Rules with { Pitch = new PitchRule(2, 40, 10), Line = new LineRule(1) });
        List<ReviewSheet> sheets = [.. Sheets(call, all[0], Same), .. Sheets(call, all[1], (50, 30), (50, 30), (50, 30), (50, 30), (50, 30)), .. Sheets(call, all[2], (10, 10), (10, 10), (10, 10), (10, 10), (10, 10))];
        Assert.Equal("call.pitch-missing", Refused(() => call.Rank(all, sheets, Officer, After)));
        call.Shortlist(all, sheets, "0123456789abcdef", Officer, After);

        Assert.Equal([ApplicationStage.UnderReview, ApplicationStage.UnderReview, ApplicationStage.Unselected], all.Select(a => a.Stage));
        var again = PitchOrder.Of("0123456789abcdef", [all[0].BlindCode!, all[1].BlindCode!]);
        Assert.Equal([again[all[0].BlindCode!], again[all[1].BlindCode!]], all.Take(2).Select(a => a.PitchOrder!.Value));

        var both = all.Take(2).ToList();
        List<ReviewSheet> pitches = [.. sheets, .. Sheets(call, all[0], (60, 40), (60, 40), (60, 40), (60, 40), (60, 40)), .. Sheets(call, all[1], Same)];
        call.Rank(both, pitches, Officer, After);
        Assert.Equal((76m, 72m), (all[0].Total!.Value.Value, all[1].Total!.Value.Value)); // 60 % of 60 and 40 % of 100; 60 % of 80 and 40 % of 60
        Assert.Equal((1, 2), (all[0].Rank, all[1].Rank));
    }

    [Theory, MemberData(nameof(Kinds), MemberType = typeof(Called))]
    public void What_is_named_stands_in_the_register_once(string kind)
    {
        var (call, all) = Reviewing(1, kind: kind);
        call.Rank(all, Sheets(call, all[0], Same), Officer, After);
        call.Approve(all, Leader, After);
        call.GiveNotice(all, Officer, After);
        call.Name(all, "临总工〔2026〕31 号", new DateOnly(2026, 4, 16), Officer, After);

        var honour = Assert.Single(ProgrammeHonours.Of(call, all[0], (_, _) => false));
        Assert.Equal((HonourKind.Prize, "一等奖", "沈嘉禾", "2026 年五小成果", 1), (honour.Kind, honour.Name, honour.HolderName, honour.Occasion, honour.ApplicationId));
        Assert.False(honour.IsByHand);
    }

    [Fact]
    public void A_collective_is_honoured_by_its_own_name()
    {
        var (call, all) = Reviewing(1, Rules with { Honour = new HonourRule(HonourKind.Organisation, HonouredAs.Collective, [new GradeRule("区级创新工作室")]) });
        call.Rank(all, Sheets(call, all[0], Same), Officer, After);

        var honour = Assert.Single(ProgrammeHonours.Of(call, all[0], (_, _) => false));
        Assert.Equal((HolderKind.Team, "合箱间隙在线检测改造", "沈嘉禾"), (honour.HolderKind, honour.HolderName, honour.People.Single().Name));
    }

    [Fact]
    public void A_title_that_is_held_is_not_given_again()
    {
        var (call, all) = Reviewing(1, Rules with { Honour = new HonourRule(HonourKind.Title, HonouredAs.First, [new GradeRule("临平工匠")]) });
        call.Rank(all, Sheets(call, all[0], Same), Officer, After);

        Assert.Empty(ProgrammeHonours.Of(call, all[0], (worker, title) => worker == 101 && title == "临平工匠"));
    }

    [Fact]
    public void Rules_do_not_change_once_it_is_published_and_deadlines_only_move_on()
    {
        var call = Call();
        var notice = new CallNotice("新名称", "临总工〔2026〕12 号", "", "0571");
        call.Edit(Rules with { NoticeDays = 9 }, notice, new CallWindow(Opens, Closes.AddDays(1), RecommendBy.AddDays(1)));
        Assert.Equal((5, "新名称"), (call.Rules.NoticeDays, call.Title));
        Assert.Equal("call.window-shortened", Refused(() => call.Edit(Rules, notice, new CallWindow(Opens, Closes, RecommendBy.AddDays(1)))));
    }

    [Fact]
    public void Experts_have_until_a_moment_after_the_recommending_that_only_moves_on()
    {
        var notice = new CallNotice("五小", "临总工〔2026〕12 号", "", "0571");
        Assert.Equal("call.review-window", Refused(() => Call(reviewBy: RecommendBy)));
        var call = Call(reviewBy: RecommendBy.AddSeconds(1));

        call.Edit(Rules, notice, new CallWindow(Opens, Closes, RecommendBy, ReviewBy));
        Assert.Equal("call.window-shortened", Refused(() => call.Edit(Rules, notice, new CallWindow(Opens, Closes, RecommendBy, ReviewBy.AddSeconds(-1)))));
        Assert.Equal("call.window-shortened", Refused(() => call.Edit(Rules, notice, new CallWindow(Opens, Closes, RecommendBy))));
        Assert.Equal(ReviewBy, call.ReviewBy);
    }

    [Fact]
    public void A_review_whose_days_are_over_does_not_begin()
    {
        var (call, late) = (Call(reviewBy: ReviewBy), Call(reviewBy: ReviewBy));
        Assert.Equal("call.review-over", Refused(() => late.BeginReview([Accepted(late)], new DateOnly(2026, 5, 6), Officer, ReviewBy)));
        Assert.Equal(CallStage.Published, late.Stage);
        call.BeginReview([Accepted(call)], new DateOnly(2026, 5, 6), Officer, ReviewBy.AddSeconds(-1));
        Assert.Equal(CallStage.Reviewing, call.Stage);
    }

    [Fact]
    public void Who_runs_the_call_extends_the_review_with_a_reason_that_stays()
    {
        var call = Call(reviewBy: ReviewBy);
        Assert.Equal("call.move-not-allowed", Refused(() => call.ExtendReview(ReviewBy.AddDays(3), Officer, In, "专家外出")));
        call.BeginReview([Accepted(call)], new DateOnly(2026, 4, 16), Officer, After);

        Assert.Equal("call.reason-missing", Refused(() => call.ExtendReview(ReviewBy.AddDays(3), Officer, After, " ")));
        Assert.Equal("call.window-shortened", Refused(() => call.ExtendReview(ReviewBy.AddSeconds(-1), Officer, After, "专家外出")));
        Assert.Equal("call.review-over", Refused(() => call.ExtendReview(ReviewBy.AddDays(2), Officer, ReviewBy.AddDays(2), "专家外出")));
        call.ExtendReview(ReviewBy.AddDays(3), Officer, ReviewBy.AddDays(2), "专家外出");
        Assert.Equal((CallStage.Reviewing, ReviewBy.AddDays(3), "专家外出"), (call.Stage, call.ReviewBy!.Value, call.History[^1].Why));
    }

    [Fact]
    public void Sent_back_after_its_last_day_the_review_needs_a_new_one()
    {
        var (call, all) = Reviewing(1, reviewBy: ReviewBy);
        call.Rank(all, Sheets(call, all[0], Same), Officer, After);
        var late = ReviewBy.AddDays(1);

        Assert.Equal("call.review-over", Refused(() => call.Return(all, Leader, late, "依据不足")));
        (call, all) = Reviewing(1, reviewBy: ReviewBy);
        call.Rank(all, Sheets(call, all[0], Same), Officer, After);
        call.Return(all, Leader, late, "依据不足", late.AddDays(5));
        Assert.Equal((CallStage.Reviewing, late.AddDays(5)), (call.Stage, call.ReviewBy!.Value));
    }

    [Fact]
    public void The_pitches_have_a_last_day_that_is_still_to_come()
    {
        var (call, all) = Reviewing(1, Rules with { Pitch = new PitchRule(2, 40, 10), Line = new LineRule(1) }, reviewBy: ReviewBy);
        var sheets = Sheets(call, all[0], Same);
        Assert.Equal("call.review-over", Refused(() => call.Shortlist(all, sheets, "0123456789abcdef", Officer, ReviewBy)));
        Assert.Equal(CallStage.Reviewing, call.Stage);
        call.Shortlist(all, sheets, "0123456789abcdef", Officer, ReviewBy, ReviewBy.AddDays(7));
        Assert.Equal((CallStage.Pitching, ReviewBy.AddDays(7)), (call.Stage, call.ReviewBy!.Value));
    }

    private static readonly (decimal, decimal)[] Same = [(30, 30), (30, 30), (30, 30), (30, 30), (30, 30)];

    private static (Call Call, List<Application> All) Reviewing(int count, CallRules? rules = null, string kind = "five-small", DateTime? reviewBy = null)
    {
        var call = Call(rules ?? Rules with { Rubric = [new RubricItem("innovation", "创新性", 60, []), new RubricItem("use", "实用性", 50, [])] }, kind, reviewBy: reviewBy);
        List<Application> all = [.. Enumerable.Range(1, count).Select(n => Accepted(call, n))];
        call.BeginReview(all, new DateOnly(2026, 4, 16), Officer, After);
        return (call, all);
    }

    private static List<ReviewSheet> Sheets(Call call, Application of, params (decimal Innovation, decimal Use)[] given) =>
        [.. given.Select((g, i) => Sheet(call, of, $"expert-{i + 1}", g.Innovation, g.Use))];
}
