using Competitions.Notices;
using Competitions.WorkingDays;

namespace Competitions.Tests.Notices;

public class PublicNoticeTests
{
    private static readonly DateOnly Monday = new(2026, 6, 1);
    private static readonly DateOnly End = new(2026, 6, 8);
    private static readonly WorkingDay Calendar = Arranged(2026);

    /// <summary>Counted by finger on the printed arrangement for 2026.</summary>
    [Theory]
    [InlineData("2026-06-01", 5, "2026-06-08")] // 2 3 4 5 and Monday 8; the first day does not count
    [InlineData("2026-06-17", 5, "2026-06-25")] // 18, 端午 19–21, 22 23 24 25
    [InlineData("2026-09-17", 5, "2026-09-23")] // 18, Sunday 20 is worked, 21 22 23
    [InlineData("2026-09-29", 3, "2026-10-09")] // 30, 国庆 1–7, 8, 9
    public void The_end_is_counted_in_working_days_with_holidays_and_make_up_days(string from, int days, string end) =>
        Assert.Equal(new NoticePeriod(Day(from), Day(end), days, false), NoticePeriod.Of(Day(from), days, Arrangement()));

    [Fact]
    public void A_year_without_an_arrangement_is_refused_by_name_until_somebody_sets_the_end()
    {
        var from = Day("2026-12-28");
        var refused = Assert.Throws<Refusal>(() => NoticePeriod.Of(from, 5, Arrangement()));
        Assert.Equal(("working-day.no-arrangement", 2027), (refused.Code, refused.Details[0]));

        Assert.Equal(new NoticePeriod(from, Day("2027-01-08"), 5, true), NoticePeriod.Of(from, 5, Arrangement(), Day("2027-01-08")));
        Assert.Equal("notice.end-too-early", Assert.Throws<Refusal>(() => NoticePeriod.Of(from, 5, Arrangement(), Day("2027-01-01"))).Code);
    }

    [Fact]
    public void A_person_may_make_it_longer_and_never_shorter()
    {
        Assert.Equal(Day("2026-06-12"), NoticePeriod.Of(Monday, 5, Calendar, Day("2026-06-12")).EndsOn);
        var refused = Assert.Throws<Refusal>(() => NoticePeriod.Of(Monday, 5, Calendar, Day("2026-06-07")));
        Assert.Equal(("notice.end-too-early", End), (refused.Code, refused.Details[0]));
        Assert.Equal("notice.days", Assert.Throws<Refusal>(() => NoticePeriod.Of(Monday, 0, Calendar)).Code);
    }

    [Fact]
    public void It_is_closed_after_its_last_day_and_not_on_it()
    {
        var notice = Notice();
        var refused = Assert.Throws<Refusal>(() => notice.Close(End, "one", Some.Noon));
        Assert.Equal(("notice.still-running", End, End.AddDays(1)), (refused.Code, (DateOnly)refused.Details[0], (DateOnly)refused.Details[1]));

        notice.Close(End.AddDays(1), "one", Some.Noon);
        notice.Close(End.AddDays(2), "two", Some.Noon.AddDays(1));

        Assert.Equal((NoticeStage.Closed, "one"), (notice.Stage, Assert.Single(notice.History).By));
    }

    [Fact]
    public void An_open_objection_holds_it_up_and_the_days_go_on()
    {
        var notice = Notice();
        var (one, two) = (Against(notice), Against(notice));
        Assert.Equal(NoticeStage.Suspended, notice.Stage);
        Assert.Equal("notice.objection-open", Assert.Throws<Refusal>(() => notice.Close(End.AddDays(1), "one", Some.Noon)).Code);

        one.Answer(ObjectionOutcome.Rejected, "经核查，计时记录无误。", "officer", Some.Noon);
        notice.Answered(one, open: 1, "officer", Some.Noon);
        Assert.Equal(NoticeStage.Suspended, notice.Stage);
        two.Answer(ObjectionOutcome.Rejected, "经核查，计时记录无误。", "officer", Some.Noon);
        notice.Answered(two, open: 0, "officer", Some.Noon);

        Assert.Equal((NoticeStage.Running, End), (notice.Stage, notice.EndsOn));
        notice.Close(End.AddDays(1), "one", Some.Noon);
        Assert.Equal(NoticeStage.Closed, notice.Stage);
    }

    [Fact]
    public void An_objection_that_is_right_withdraws_it_for_good()
    {
        var notice = Notice();
        var objection = Against(notice);
        objection.Answer(ObjectionOutcome.Upheld, "经核查，第二名用时录入有误。", "officer", Some.Noon);

        notice.Answered(objection, open: 0, "officer", Some.Noon);

        Assert.Equal((NoticeStage.Withdrawn, false), (notice.Stage, notice.Stands));
        Assert.Equal("notice.withdrawn", Assert.Throws<Refusal>(() => notice.Close(End.AddDays(1), "one", Some.Noon)).Code);
        Assert.Equal("notice.no-objections-now", Assert.Throws<Refusal>(() => Against(notice)).Code);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)] // the day it is given
    [InlineData(7, true)] // its last day
    [InlineData(8, false)]
    public void Objections_are_taken_from_its_first_day_to_its_last(int day, bool taken)
    {
        var notice = Notice();
        Assert.Equal(taken, notice.TakesObjectionsOn(Monday.AddDays(day)));
        Assert.Equal(taken, Record.Exception(() => Against(notice, Monday.AddDays(day))) is null);
    }

    [Fact]
    public void An_objection_has_a_text_a_unit_and_one_answer_in_writing()
    {
        var notice = Notice();
        Assert.Equal("objection.text-missing", Assert.Throws<Refusal>(() => notice.Dispute(Who(), "不服", "R", Monday, Some.Noon)).Code);
        Assert.Equal("objection.unit-missing", Assert.Throws<Refusal>(() => notice.Dispute(Who() with { Unit = " " }, Text, "R", Monday, Some.Noon)).Code);
        Assert.Equal("objection.consent-missing", Assert.Throws<Refusal>(() => notice.Dispute(Who() with { ConsentVersion = "" }, Text, "R", Monday, Some.Noon)).Code);
        Assert.Equal(NoticeStage.Running, Notice().Stage);

        var objection = Against(Notice());
        Assert.Equal("objection.outcome-missing", Assert.Throws<Refusal>(() => objection.Answer(ObjectionOutcome.Open, Text, "o", Some.Noon)).Code);
        Assert.Equal("objection.finding-missing", Assert.Throws<Refusal>(() => objection.Answer(ObjectionOutcome.Rejected, "不成立", "o", Some.Noon)).Code);
        objection.Answer(ObjectionOutcome.Rejected, Text, "o", Some.Noon);
        Assert.Equal("objection.answered", Assert.Throws<Refusal>(() => objection.Answer(ObjectionOutcome.Upheld, Text, "o", Some.Noon)).Code);
    }

    [Fact]
    public void Its_seal_is_of_all_that_was_shown()
    {
        var notice = Notice();
        Assert.Equal(notice.Seal, notice.SealNow());
        Assert.NotEqual(notice.Seal, Notice(List(("1", "沈*"), ("2", "陆**"))).Seal);
        Assert.NotEqual(notice.Seal, Notice(until: End.AddDays(1)).Seal);
        Assert.NotEqual(notice.Seal, Notice(List(("1", "沈*"), ("2", "陆*")) with { Columns = [new("名次"), new("获奖人", true)] }).Seal);
    }

    [Fact]
    public void A_column_that_nobody_has_anything_in_is_left_out()
    {
        var list = new NoticeList([new("组别"), new("名次"), new("姓名", true)], [["", "1", "沈*"], ["", "2", "陆*"]]).Trimmed();
        Assert.Equal(["名次", "姓名"], list.Columns.Select(c => c.Name));
        Assert.Equal(["1 沈*", "2 陆*"], list.Rows.Select(r => string.Join(' ', r)));
        Assert.Equal("notice.empty", Assert.Throws<Refusal>(() => Notice(new NoticeList([], []))).Code);
    }

    private const string Text = "第二名的用时与大屏不一致，请核对。";

    private static Objection Against(PublicNotice notice, DateOnly? on = null) => notice.Dispute(Who(), Text, "RECEIPT", on ?? Monday, Some.Noon);

    private static Objector Who() => new(new SealedField([1], "n"), new SealedField([2], "p"), "衡远机电", "v1");

    private static NoticeList List(params (string Rank, string Name)[] rows) => new([new("名次"), new("姓名", true)], [.. rows.Select(r => (IReadOnlyList<string>)[r.Rank, r.Name])]);

    private static PublicNotice Notice(NoticeList? list = null, DateOnly? until = null) => new(
        new NoticeSource(NoticeOf.EventResults, 1), new NoticePublisher(1, "临平区总工会"), new NoticeText("焊工结果公示", "", "0571-00000000"), list ?? List(("1", "沈*"), ("2", "陆*")),
        NoticePeriod.Of(Monday, 5, Calendar, until), "officer", Some.Noon);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static WorkingDay Arranged(int year) => new([new CalendarDay(new DateOnly(year, 1, 1), CalendarDayKind.Off, "元旦")]);

    private static WorkingDay Arrangement() => new(File.ReadAllLines(Support.Repository.File("seed/reference/calendar.csv")).Skip(1).Select(l => l.Split(','))
        .Select(c => new CalendarDay(Day(c[0]), c[1] == "work" ? CalendarDayKind.Work : CalendarDayKind.Off, c[2])));
}
