using Competitions.Contests;

namespace Competitions.Tests.Contests;

/// <summary>Issue 4, Panels: who may judge, and why not (actors.md §3.2).</summary>
public class JudgeStandingTests
{
    private static readonly DateOnly Day = new(2026, 5, 20);
    private static readonly JudgeRules Strict = new() { LeastGrade = QualificationGrade.Senior, TrainingNeeded = true };

    [Theory]
    [InlineData(QualificationKind.Assessor, QualificationGrade.Basic)]
    [InlineData(QualificationKind.Technician, QualificationGrade.Basic)]
    [InlineData(QualificationKind.MiddleTitle, QualificationGrade.Basic)]
    [InlineData(QualificationKind.CityReferee, QualificationGrade.Basic)]
    [InlineData(QualificationKind.SeniorAssessor, QualificationGrade.Senior)]
    [InlineData(QualificationKind.SeniorTechnician, QualificationGrade.Senior)]
    [InlineData(QualificationKind.AssociateTitle, QualificationGrade.Senior)]
    [InlineData(QualificationKind.ProvinceReferee, QualificationGrade.Senior)]
    [InlineData(QualificationKind.ChiefTechnician, QualificationGrade.Highest)]
    [InlineData(QualificationKind.FullTitle, QualificationGrade.Highest)]
    [InlineData(QualificationKind.NationalReferee, QualificationGrade.Highest)]
    public void Each_ladder_has_its_steps(QualificationKind kind, QualificationGrade grade) => Assert.Equal(grade, Qualification.GradeOf(kind));

    [Theory]
    [InlineData(QualificationKind.SeniorTechnician, 0, true)] // the last day counts
    [InlineData(QualificationKind.SeniorTechnician, -1, false)] // expired by then
    [InlineData(QualificationKind.NationalReferee, 30, true)]
    [InlineData(QualificationKind.Technician, 30, false)] // too low
    public void What_is_expired_on_the_day_or_too_low_counts_as_none(QualificationKind kind, int daysLeft, bool enough)
    {
        var record = Trained();
        record.Qualify(Of(kind, Day.AddDays(daysLeft)));
        Assert.Equal(enough ? null : "panel.not-qualified", Refused(() => Panel().Seat("anna", "安娜", false, Standing(record: record, rules: Strict))));
        Assert.Null(Refused(() => Panel().Seat("anna", "安娜", false, Standing(record: record)))); // rules that ask for nothing
    }

    [Fact]
    public void Who_has_no_record_lacks_both_and_who_is_not_trained_is_told_so()
    {
        Assert.Equal([JudgeLack.Qualification, JudgeLack.Training], Standing(rules: Strict).Lacks);
        var record = new JudgeRecord(1, "anna");
        record.Qualify(Of(QualificationKind.FullTitle));
        Assert.Equal("panel.not-trained", Refused(() => Panel().Seat("anna", "安娜", false, Standing(record: record, rules: Strict))));
        Assert.Empty(Standing(record: record, rules: Strict with { TrainingNeeded = false }).Lacks);
    }

    [Fact]
    public void What_stands_against_him_is_said_in_its_order_and_each_once()
    {
        var all = Standing([EntryRole.Coach, EntryRole.Leader, EntryRole.Competitor], sameUnit: true, [Relation.Other, Relation.Kin, Relation.Interest, Relation.Apprentice, Relation.Kin], [Asked(null)]);
        Assert.Equal(
            [JudgeConflict.TakesPart, JudgeConflict.Coach, JudgeConflict.SameUnit, JudgeConflict.Kin, JudgeConflict.Apprentice, JudgeConflict.Interest, JudgeConflict.Related, JudgeConflict.AsksRecusal],
            all.Conflicts(0));
        Assert.Equal([JudgeConflict.AsksRecusal], all.Conflicts(0, himself: true)); // the rest would tell him who is entered
        Assert.Equal("panel.takes-part", Refused(() => all.Check("安娜", 0)));
        Assert.Equal("panel.asks-recusal", Refused(() => all.Check("安娜", 0, himself: true)));
        Assert.Equal("panel.coach", Refused(() => Standing([EntryRole.Coach], true).Check("安娜", 0)));
        Assert.Equal("panel.same-unit", Refused(() => Standing(sameUnit: true, declared: [Relation.Kin]).Check("安娜", 0)));
    }

    [Theory]
    [InlineData(Relation.Kin, "panel.kin")]
    [InlineData(Relation.Apprentice, "panel.apprentice")]
    [InlineData(Relation.Interest, "panel.interest")]
    [InlineData(Relation.Other, "panel.related")]
    public void A_declared_relation_to_who_is_entered_refuses_and_names_its_kind(Relation relation, string code)
    {
        var panel = Panel();
        Assert.Equal(code, Refused(() => panel.Seat("anna", "安娜", false, Standing(declared: [relation]))));
        Assert.Empty(panel.Judges);
    }

    [Fact]
    public void A_recusal_keeps_him_out_while_it_is_asked_and_when_it_is_granted_and_only_where_it_reaches()
    {
        var seated = Panel();
        seated.Seat("anna", "安娜", false);
        var (of, here) = (new Recusal(Some.Event(), null, "anna", "与领队合办公司", Some.Noon), new Recusal(Some.Event(), seated, "anna", "与领队合办公司", Some.Noon));
        Assert.True(of.Reaches(0) && of.Reaches(7) && here.Reaches(seated.Id) && !here.Reaches(seated.Id + 1));
        Assert.Equal([JudgeConflict.AsksRecusal], Standing(recusals: [of]).Conflicts(7));
        Assert.True(Standing(recusals: [here]).MayJudge(seated.Id + 1));

        Assert.Equal("recusal.own", Refused(() => of.Grant("anna", Some.Noon, "")));
        of.Grant("chief", Some.Noon, "");
        Assert.Equal([JudgeConflict.Recused], Standing(recusals: [of]).Conflicts(7));
        Assert.Equal("recusal.move-not-allowed", Refused(() => of.TakeBack("anna", Some.Noon)));

        Assert.Equal("recusal.answer-missing", Refused(() => here.Decline("chief", Some.Noon, "不")));
        here.Decline("chief", Some.Noon, "所述情况不影响公正");
        Assert.True(Standing(recusals: [here]).MayJudge(seated.Id));
        var back = Asked(null);
        Assert.Equal("recusal.not-yours", Refused(() => back.TakeBack("bela", Some.Noon)));
        back.TakeBack("anna", Some.Noon);
        Assert.True(Standing(recusals: [back]).MayJudge(0));
    }

    [Fact]
    public void A_recusal_is_of_the_event_or_of_a_panel_that_he_sits_in_and_says_why()
    {
        Assert.Equal("recusal.not-seated", Refused(() => _ = new Recusal(Some.Event(), Panel(), "anna", "与领队合办公司", Some.Noon)));
        Assert.Equal("recusal.reason-missing", Refused(() => _ = new Recusal(Some.Event(), null, "anna", " 不想 ", Some.Noon)));
        Assert.Equal("recusal.too-late", Refused(() => _ = new Recusal(Some.Event(EventMove.Cancel), null, "anna", "与领队合办公司", Some.Noon)));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 3, 3)] // it goes on longer than it was planned
    [InlineData(5, 3, 5)]
    public void The_day_is_the_contests_last_one_or_today_where_it_goes_on(int ends, int today, int day) =>
        Assert.Equal(Day.AddDays(day), JudgeStanding.DayOf(Some.Event(), Day.AddDays(ends), Day.AddDays(today)));

    [Fact]
    public void Once_it_is_over_the_day_does_not_move_any_more() =>
        Assert.Equal(Day, JudgeStanding.DayOf(Some.Event(EventMove.Cancel), Day, Day.AddYears(2)));

    [Fact]
    public void A_judge_does_not_record_his_own_qualification_nor_his_own_paper()
    {
        var record = new JudgeRecord(1, "anna");
        Assert.Equal("judge.not-your-own", Refused(() => record.Qualify(Of(QualificationKind.FullTitle) with { By = "anna" })));
        Assert.Equal("judge.not-your-own", Refused(() => record.RecordTraining(new Training(Day, "评判规则", null, "anna", Some.Noon, "没有网络"), Day)));
        Assert.Equal("judge.qualification-number", Refused(() => record.Qualify(Of(QualificationKind.FullTitle) with { Number = "  " })));
        Assert.Null(record.Qualification);
    }

    [Fact]
    public void A_training_has_a_day_that_was_a_topic_and_hours_if_any_and_is_signed_once()
    {
        var record = new JudgeRecord(1, "anna");
        Assert.Equal("judge.training-date", Refused(() => record.SignTraining(Day.AddDays(1), "评判规则", 4, Day, Some.Noon)));
        Assert.Equal("judge.training-date", Refused(() => record.SignTraining(Day.AddYears(-1).AddDays(-1), "评判规则", 4, Day, Some.Noon)));
        Assert.Equal("judge.training-topic", Refused(() => record.SignTraining(Day, " ", 4, Day, Some.Noon)));
        Assert.Equal("judge.training-hours", Refused(() => record.SignTraining(Day, "评判规则", 0, Day, Some.Noon)));
        Assert.Equal("judge.training-reason", Refused(() => record.RecordTraining(new Training(Day, "评判规则", 4, "chief", Some.Noon, ""), Day)));
        record.SignTraining(Day, "评判规则", null, Day, Some.Noon);
        Assert.Equal("judge.training-twice", Refused(() => record.SignTraining(Day, "评判规则 ", 4, Day, Some.Noon)));
        record.RecordTraining(new Training(Day.AddDays(-1), "评判规则", 4, "chief", Some.Noon, "签在纸上"), Day);
        Assert.Equal([("anna", false), ("chief", true)], record.Trainings.Select(t => (t.By, t.IsOnPaper)));
    }

    [Fact]
    public void A_declaration_names_a_person_or_a_unit_and_stays_when_it_has_ended()
    {
        Assert.Equal("declaration.nobody", Refused(() => Declared(new(Relation.Kin, "  ", null, null, "表亲"))));
        Assert.Equal("declaration.text-missing", Refused(() => Declared(new(Relation.Other, "张三", null, null, " "))));
        Assert.Equal("person-name.character", Refused(() => Declared(new(Relation.Kin, "张三1", null, null, null))));
        var declared = Declared(new(Relation.Kin, " 阿依古丽 • 买买提 ", 3, "某厂工会", null));
        Assert.Equal(("阿依古丽·买买提", "阿依古丽·买买提", "某厂工会"), (declared.Person, declared.PersonKey, declared.UnitName));
        Assert.Equal("declaration.not-yours", Refused(() => declared.End("chief", Some.Noon, "已不往来")));
        Assert.Equal("declaration.reason-missing", Refused(() => declared.End("anna", Some.Noon, "")));
        declared.End("anna", Some.Noon, "已不往来");
        Assert.Equal("declaration.ended-already", Refused(() => declared.End("anna", Some.Noon, "已不往来")));
        Assert.Equal((Some.Noon, "阿依古丽·买买提"), (declared.EndedAt, declared.Person));
    }

    [Fact]
    public void Nothing_starts_while_somebody_sits_in_a_panel_who_may_not()
    {
        var facts = new EventFacts(2, UnfitJudges: [new("安娜", "实操组", MustLeave: true), new("贝拉", "实操组", MustLeave: false)]);
        Assert.Equal([("event.lacks-recusal", "实操组 安娜"), ("event.lacks-fit-judge", "实操组 贝拉")], Event.LacksBeforeStart(facts).Select(l => (l.Code, l.Thing)));
        var of = Some.Event(EventMove.OpenRegistration, EventMove.CloseRegistration, EventMove.FinishVetting);
        Assert.Equal("event.judges-unfit", Refused(() => of.Make(EventMove.Start, facts, "test", Some.Noon)));
        of.Make(EventMove.Start, facts with { UnfitJudges = [] }, "test", Some.Noon);
        Assert.Equal(EventStage.Running, of.Stage);
    }

    private static Panel Panel() => new(Some.Event(), "practical", "实操组", []);

    private static Recusal Asked(Panel? panel) => new(Some.Event(), panel, "anna", "与领队合办公司", Some.Noon);

    private static Declaration Declared(DeclaredRelation what) => new(1, "anna", what, Some.Noon);

    private static Qualification Of(QualificationKind kind, DateOnly? until = null) => new(kind, "演示 001", until, "chief", Some.Noon);

    private static JudgeRecord Trained()
    {
        var record = new JudgeRecord(1, "anna");
        record.SignTraining(Day, "评判规则", 4, Day, Some.Noon);
        return record;
    }

    private static JudgeStanding Standing(IReadOnlyList<EntryRole>? roles = null, bool sameUnit = false, IReadOnlyList<Relation>? declared = null, IReadOnlyList<Recusal>? recusals = null, JudgeRecord? record = null, JudgeRules? rules = null) =>
        new(new JudgeFacts(roles ?? [], sameUnit, declared ?? [], recusals ?? [], record), rules ?? new JudgeRules(), Day);

    private static string? Refused(Action act) => (Record.Exception(act) as Refusal)?.Code;
}
