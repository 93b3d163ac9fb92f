using Competitions.Results;

namespace Competitions.Tests.Results;

public class AppealTests
{
    private const string Facts = "焊机电流表失灵，第三道焊缝返工，现场裁判在场。";
    private const string Leader = "leader";
    private static readonly DateTime End = Some.Noon.AddHours(4);
    private static readonly Arbiter Group = new("supervisor", false, false);

    /// <summary>P-APP: 120 minutes after the actual end; the last instant is in it.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(120, null)]
    [InlineData(121, "appeal.too-late")]
    [InlineData(-1, "appeal.not-ended")]
    public void It_is_taken_within_the_minutes_of_the_rules_from_the_actual_end(int minutes, string? refused)
    {
        var thrown = Record.Exception(() => Filed(End.AddMinutes(minutes)));
        Assert.Equal(refused, (thrown as Refusal)?.Code);
        if (refused == "appeal.too-late")
        {
            Assert.Equal([End, 120, End.AddMinutes(120)], ((Refusal)thrown!).Details); // it says when the time ended
        }
    }

    [Fact]
    public void It_needs_facts_a_module_and_an_end()
    {
        Assert.Equal("appeal.facts-missing", Assert.Throws<Refusal>(() => new Appeal(Some.Event(), Ground(), AppealKind.Judging, "不公", Leader, End)).Code);
        Assert.Equal("appeal.no-such-module", Assert.Throws<Refusal>(() => new Appeal(Some.Event(), Ground() with { Module = "x" }, AppealKind.Judging, Facts, Leader, End)).Code);
        Assert.Equal("appeal.not-ended", Assert.Throws<Refusal>(() => new Appeal(Some.Event(), Ground() with { EndedAt = null }, AppealKind.Judging, Facts, Leader, End)).Code);
    }

    [Fact]
    public void Who_judges_the_event_or_is_of_the_unit_decides_nothing()
    {
        foreach (var (arbiter, code) in ((Arbiter, string)[])[(Group with { JudgesEvent = true }, "appeal.judge-of-event"), (Group with { IsOfUnit = true }, "appeal.own-unit")])
        {
            var appeal = Filed();
            Assert.Equal(code, Assert.Throws<Refusal>(() => appeal.Accept(arbiter, End)).Code);
            Assert.Equal(code, Assert.Throws<Refusal>(() => appeal.Refuse(arbiter, End, "不在受理范围")).Code);
            appeal.Accept(Group, End);
            Assert.Equal(code, Assert.Throws<Refusal>(() => appeal.Find(AppealOutcome.Upheld, "设备正常，维持。", arbiter, End)).Code);
            Assert.Equal(AppealStage.Accepted, appeal.Stage);
        }
    }

    [Fact]
    public void What_was_found_is_delivered_signed_and_may_go_on_to_another_persons_last_word_in_time()
    {
        var appeal = Delivered();
        Assert.Equal(End.AddMinutes(60 + 120), appeal.SecondDeadline);
        Assert.Equal("appeal.second-too-late", Assert.Throws<Refusal>(() => appeal.Escalate(Leader, End.AddMinutes(181), "仍不服")).Code);
        appeal.Escalate(Leader, End.AddMinutes(180), "计时记录没有核对");

        Assert.Equal("appeal.second-person", Assert.Throws<Refusal>(() => appeal.Rule(AppealOutcome.Corrected, "核对后更正。", Group, End.AddMinutes(200))).Code);
        appeal.Rule(AppealOutcome.Corrected, "核对后更正。", new Arbiter("committee", false, false), End.AddMinutes(200));
        appeal.Deliver(Leader, End.AddMinutes(210));

        Assert.Equal((AppealStage.Final, AppealOutcome.Corrected, End.AddMinutes(180)), (appeal.Stage, appeal.Outcome, appeal.SecondDeadline));
        Assert.Equal("appeal.move-not-allowed", Assert.Throws<Refusal>(() => appeal.Escalate(Leader, End.AddMinutes(211), "再次申诉")).Code);
    }

    [Fact]
    public void Only_who_filed_it_signs_withdraws_and_goes_on()
    {
        var appeal = Filed();
        Assert.Equal("appeal.not-yours", Assert.Throws<Refusal>(() => appeal.Withdraw("another", End, "")).Code);
        appeal.Accept(Group, End);
        appeal.Find(AppealOutcome.Upheld, "设备正常，维持。", Group, End);
        Assert.Equal("appeal.not-yours", Assert.Throws<Refusal>(() => appeal.Deliver("another", End)).Code);
        appeal.Deliver(Leader, End);
        Assert.Equal("appeal.not-yours", Assert.Throws<Refusal>(() => appeal.Escalate("another", End, "仍不服")).Code);
    }

    [Fact]
    public void Words_are_needed_where_something_is_refused_or_found()
    {
        var appeal = Filed();
        Assert.Equal("appeal.reason-missing", Assert.Throws<Refusal>(() => appeal.Refuse(Group, End, "")).Code);
        appeal.Accept(Group, End);
        Assert.Equal("appeal.outcome-missing", Assert.Throws<Refusal>(() => appeal.Find(AppealOutcome.None, "设备正常，维持。", Group, End)).Code);
        Assert.Equal("appeal.finding-missing", Assert.Throws<Refusal>(() => appeal.Find(AppealOutcome.Upheld, " ", Group, End)).Code);
    }

    [Fact]
    public void A_slip_counts_when_a_second_person_signed_it_and_the_mark_is_still_the_one_that_stood()
    {
        var wrong = new WrongMark("A2B3C4D5E6", "practical", "panel", "judge1", 80, 17);
        Assert.Equal("slip.same-value", Assert.Throws<Refusal>(() => Slip(80)).Code);
        Assert.Equal("slip.reason-missing", Assert.Throws<Refusal>(() => new CorrectionSlip(Some.Event(), 1, wrong, 86, " ", new SlipGround(), "chief", End)).Code);
        var slip = Slip(86);
        Assert.Equal("slip.second-person", Assert.Throws<Refusal>(() => slip.Apply(17, "chief", End)).Code);
        Assert.Equal("slip.mark-moved", Assert.Throws<Refusal>(() => slip.Apply(18, "supervisor", End)).Code);
        slip.Apply(17, "supervisor", End);

        Assert.Equal(("G-01", SlipStage.Applied, 80m, 86m, "supervisor"), (slip.Code, slip.Stage, slip.Old, slip.New, slip.SignedBy));
        Assert.Equal("slip.move-not-allowed", Assert.Throws<Refusal>(() => slip.Discard("chief", End)).Code);

        CorrectionSlip Slip(decimal to) => new(Some.Event(), 1, wrong, to, "监督书面通知第 2 号", new SlipGround(), "chief", End);
    }

    private static AppealGround Ground() => new(1, 2, "衡远机电工会", "practical", End);

    private static Appeal Filed(DateTime? at = null) => new(Some.Event(), Ground(), AppealKind.Equipment, Facts, Leader, at ?? End);

    private static Appeal Delivered()
    {
        var appeal = Filed();
        appeal.Accept(Group, End.AddMinutes(10));
        appeal.Find(AppealOutcome.Upheld, "设备正常，维持。", Group, End.AddMinutes(50));
        appeal.Deliver(Leader, End.AddMinutes(60));
        return appeal;
    }
}
