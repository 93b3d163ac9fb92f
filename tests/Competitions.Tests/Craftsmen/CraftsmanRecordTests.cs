using Competitions.Craftsmen;
using Competitions.WorkingDays;

namespace Competitions.Tests.Craftsmen;

/// <summary>A level or title from its beginning to its end, and how it is taken away.</summary>
public class CraftsmanRecordTests
{
    private static readonly WorkingDay Calendar = new([new CalendarDay(new DateOnly(2026, 10, 1), CalendarDayKind.Off, "国庆节")]);

    [Fact]
    public void An_appointment_has_its_term_and_needs_a_second_person_and_a_document()
    {
        var made = Ladder.Recommended();

        Assert.Equal("craftsman.second-person", Ladder.Code(() => made.Confirm("临总工〔2026〕1 号", Ladder.Today, Ladder.Today, "unit", Ladder.Now)));
        Assert.Equal("craftsman.date-ahead", Ladder.Code(() => made.Confirm("临总工〔2026〕1 号", Ladder.Today.AddDays(1), Ladder.Today, "officer", Ladder.Now)));
        made.Confirm("临总工〔2026〕1 号", Ladder.Today, Ladder.Today, "officer", Ladder.Now);

        Assert.Equal((CraftsmanStage.InForce, new DateOnly(2029, 11, 9)), (made.Stage, made.To!.Value));
        Assert.True(made.IsInForceOn(new DateOnly(2029, 11, 9)));
        Assert.False(made.IsInForceOn(new DateOnly(2029, 11, 10)));
        Assert.Equal("区赛前三：证明", Assert.Single(made.Grounds));
    }

    [Fact]
    public void Who_meets_no_condition_is_not_recommended_and_a_craftsman_is_named_by_a_call()
    {
        var lead = LadderCheck.Of(Ladder.Rules.LevelOf("lead"), Ladder.Worker, Ladder.Today);
        var craftsman = LadderCheck.Of(Ladder.Rules.LevelOf("craftsman"), Ladder.Worker with { Holds = [new("lead", Ladder.Proof)] }, Ladder.Today);

        Assert.Equal("craftsman.not-met", Ladder.Code(() => Craftsman.Recommend(Ladder.Shen, Ladder.Rules, lead, "同意", "unit")));
        Assert.True(craftsman.Meets);
        Assert.Equal("craftsman.by-call", Ladder.Code(() => Craftsman.Recommend(Ladder.Shen, Ladder.Rules, craftsman, "同意", "unit")));
        Assert.Equal("craftsman.not-a-title", Ladder.Code(() => Craftsman.Name(Ladder.Shen, Ladder.Rules, Ladder.Rules.LevelOf("lead"), new NamedHonour(1, null, "技能带头人", "1 号", Ladder.Today), "x")));
    }

    [Fact]
    public void It_is_suspended_from_to_and_resumed_and_its_key_is_given_back_when_it_is_over()
    {
        var made = Ladder.Named();
        Assert.Equal("craftsman.suspension-days", Ladder.Code(() => made.Suspend(Ladder.Today, Ladder.Today, "o", Ladder.Now, "履职不合格")));
        made.Suspend(Ladder.Today, Ladder.Today.AddDays(1), "o", Ladder.Now, "履职不合格");
        Assert.False(made.IsInForceOn(Ladder.Today));
        made.Resume(Ladder.Today.AddDays(2), "o", Ladder.Now, "期满");
        Assert.Equal(((DateOnly?)null, "7|临平工匠"), (made.SuspendedTo, made.OpenKey));

        Assert.Equal("craftsman.term-runs", Ladder.Code(() => made.End(EndReason.TermOver, Ladder.Today, Ladder.Today, "o", Ladder.Now, "届满")));
        Assert.Equal("craftsman.ends-before", Ladder.Code(() => made.End(EndReason.Died, new DateOnly(2025, 9, 19), Ladder.Today, "o", Ladder.Now, "去世")));
        made.End(EndReason.Died, Ladder.Today, Ladder.Today, "o", Ladder.Now, "去世");
        Assert.Equal((CraftsmanStage.Ended, null), (made.Stage, made.OpenKey));
        Assert.Equal("craftsman.move-not-allowed", Ladder.Code(() => made.Resume(Ladder.Today, "o", Ladder.Now, "x")));
        Assert.Equal(3, made.History.Count);
    }

    /// <summary>Five working days after Friday 13 November are Friday 20.</summary>
    [Fact]
    public void Nobody_loses_a_title_unheard_nor_by_one_persons_word()
    {
        var (made, friday) = (Ladder.Named(), new DateOnly(2026, 11, 13));
        var of = Case(made);
        of.Make(CaseMove.Verify, "o", Ladder.Now, "派两人核查");
        of.Notify("业绩材料系伪造", Ladder.Rules, Calendar, friday, "o", Ladder.Now);

        Assert.Equal(new DateOnly(2026, 11, 20), of.HearBy);
        Assert.Equal("craftsman-case.hearing-runs", Ladder.Code(() => of.Propose("拟撤销", new DateOnly(2026, 11, 20), "o", Ladder.Now)));
        Assert.Equal("craftsman-case.too-late", Ladder.Code(() => of.State("我没有", new DateOnly(2026, 11, 21), "o", Ladder.Now)));
        of.Propose("拟撤销", new DateOnly(2026, 11, 21), "o", Ladder.Now);
        Assert.Equal("craftsman-case.second-person", Ladder.Code(() => of.Approve("同意", "o", Ladder.Now)));
        of.Approve("同意", "leader", Ladder.Now);
        Assert.Equal("craftsman-case.document-missing", Ladder.Code(() => of.Decree(made, " ", Ladder.Today, "o", Ladder.Now)));
        of.Decree(made, "临总工〔2026〕30 号", Ladder.Today, "o", Ladder.Now);

        Assert.Equal((CaseStage.Revoked, CraftsmanStage.Revoked, null), (of.Stage, made.Stage, of.OpenOf));
        Assert.Equal(Ladder.Today, made.To);
        Assert.Contains("弄虚作假，临总工〔2026〕30 号", made.History[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_heard_in_time_need_not_wait_and_what_is_sent_back_is_told_anew()
    {
        var of = Case(Ladder.Named());
        of.Make(CaseMove.Verify, "o", Ladder.Now, "核查");
        of.Notify("属实", Ladder.Rules, Calendar, Ladder.Today, "o", Ladder.Now);
        of.State("本人不认可", Ladder.Today, "o", Ladder.Now);
        of.Propose("拟撤销", Ladder.Today, "o", Ladder.Now);
        of.Make(CaseMove.Return, "leader", Ladder.Now, "证据不足");
        of.Notify("补充证据", Ladder.Rules, Calendar, Ladder.Today, "o", Ladder.Now);

        Assert.Equal((CaseStage.Hearing, ""), (of.Stage, of.Statement)); // he is heard again
        Assert.Equal("craftsman-case.ground", Ladder.Code(() => new CraftsmanCase(Ladder.Named(), "别的", "群众来信反映", "u", Ladder.Now)));
        Assert.Equal("craftsman-case.not-standing", Ladder.Code(() => Case(Ladder.Recommended())));
    }

    [Fact]
    public void A_year_is_reported_confirmed_and_judged_by_three_hands()
    {
        var check = new DutyCheck(Ladder.Named(), 2026, new DateOnly(2026, 11, 1));
        Assert.Equal(new DateOnly(2027, 1, 15), check.DueOn);
        Assert.Equal("duty-check.done-missing", Ladder.Code(() => check.Report(Done(1, null), "h", Ladder.Now)));
        Assert.Equal("duty-check.proof-missing", Ladder.Code(() => check.Report(new Dictionary<string, (int?, string)> { ["apprentices"] = (1, ""), ["trainings"] = (0, "") }, "h", Ladder.Now)));
        Assert.Equal("duty-check.done-range", Ladder.Code(() => check.Report(Done(-1, 0), "h", Ladder.Now)));
        check.Report(Done(1, 1), "h", Ladder.Now);
        Assert.False(check.IsMet); // trainings: one of two
        check.Return("u", Ladder.Now, "补一次");
        check.Report(Done(1, 2), "h", Ladder.Now);
        Assert.True(check.IsMet);
        check.Confirm("u", Ladder.Now, "");
        Assert.Equal("duty-check.second-person", Ladder.Code(() => check.Judge(true, Ladder.Today, "u", Ladder.Now, "完成")));
        Assert.Equal("duty-check.reason-missing", Ladder.Code(() => check.Judge(true, Ladder.Today, "t", Ladder.Now, " ")));
        check.Judge(true, Ladder.Today, "t", Ladder.Now, "完成");
        Assert.Equal(DutyCheckStage.Qualified, check.Stage);
    }

    [Fact]
    public void A_check_is_opened_in_its_season_and_who_reports_nothing_fails_when_it_is_over()
    {
        Assert.Equal("duty-check.too-early", Ladder.Code(() => new DutyCheck(Ladder.Named(), 2026, new DateOnly(2026, 10, 31))));
        Assert.Equal("duty-check.nothing-to-check", Ladder.Code(() => new DutyCheck(Ladder.Named(), 2024, Ladder.Today)));
        var check = new DutyCheck(Ladder.Named(), 2025, Ladder.Today);

        Assert.Equal("duty-check.still-open", Ladder.Code(() => check.Judge(false, new DateOnly(2026, 1, 15), "t", Ladder.Now, "没有填报")));
        Assert.False(check.IsOverdueOn(new DateOnly(2026, 1, 15)));
        Assert.True(check.IsOverdueOn(new DateOnly(2026, 1, 16)));
        Assert.Equal("duty-check.move-not-allowed", Ladder.Code(() => check.Judge(true, new DateOnly(2026, 1, 16), "t", Ladder.Now, "没有填报")));
        check.Judge(false, new DateOnly(2026, 1, 16), "t", Ladder.Now, "没有填报");
        Assert.Equal(DutyCheckStage.Failed, check.Stage);
    }

    [Fact]
    public void Failures_in_a_row_are_counted_from_the_last_year_that_was_judged()
    {
        Assert.Equal(2, DutyCheck.FailuresInARow([(2024, DutyCheckStage.Failed), (2025, DutyCheckStage.Failed), (2026, DutyCheckStage.Open)]));
        Assert.Equal(1, DutyCheck.FailuresInARow([(2023, DutyCheckStage.Failed), (2025, DutyCheckStage.Failed)])); // a year between them
        Assert.Equal(0, DutyCheck.FailuresInARow([(2024, DutyCheckStage.Failed), (2025, DutyCheckStage.Qualified)]));
    }

    /// <summary>Honoured on 26 September 2026 is who began after 26 September 2025 and up to that day.</summary>
    [Theory]
    [InlineData(2025, 9, 26, false)]
    [InlineData(2025, 9, 27, true)]
    [InlineData(2026, 9, 26, true)]
    [InlineData(2026, 9, 27, false)]
    public void The_years_list_goes_from_day_to_day(int year, int month, int day, bool honoured)
    {
        var made = Ladder.Named(new DateOnly(year, month, day));

        Assert.Equal(honoured ? null : "craftsman-reward.not-honoured", Record.Exception(() => new CraftsmanReward(made, 2026, "o", Ladder.Now)) is Refusal no ? no.Code : null);
    }

    [Fact]
    public void A_reward_is_paid_once_with_its_voucher()
    {
        var reward = new CraftsmanReward(Ladder.Named(new DateOnly(2026, 9, 20)), 2026, "o", Ladder.Now);
        Assert.Equal(10000m, reward.Amount);
        Assert.Equal("craftsman-reward.voucher-missing", Ladder.Code(() => reward.Pay("", Ladder.Today, Ladder.Today, "c", Ladder.Now)));
        Assert.Equal("craftsman-reward.date-ahead", Ladder.Code(() => reward.Pay("记-9", Ladder.Today.AddDays(1), Ladder.Today, "c", Ladder.Now)));
        Assert.Equal("craftsman-reward.date-early", Ladder.Code(() => reward.Pay("记-9", new DateOnly(2025, 12, 31), Ladder.Today, "c", Ladder.Now)));
        reward.Pay("记-9", Ladder.Today, Ladder.Today, "c", Ladder.Now);
        Assert.Equal("craftsman-reward.paid", Ladder.Code(() => reward.Pay("记-10", Ladder.Today, Ladder.Today, "c", Ladder.Now)));
    }

    private static CraftsmanCase Case(Craftsman of) => new(of, "弄虚作假", "群众来信反映材料不实", "unit", Ladder.Now);

    private static Dictionary<string, (int?, string)> Done(int? apprentices, int? trainings) => new() { ["apprentices"] = (apprentices, "台账"), ["trainings"] = (trainings, "签到表") };
}
