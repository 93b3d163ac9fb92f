using Competitions.Studios;
using static Competitions.Tests.Studios.StudioTests;

namespace Competitions.Tests.Studios;

/// <summary>studios.md §7.5: 自评, 考核, 整改, 复核.</summary>
public class StudioAssessmentTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public void The_default_sheet_has_a_hundred_points_in_the_shares_of_the_field() => Assert.Equal(
        [("基础建设", 15m), ("创新攻关", 30m), ("知识产权", 15m), ("人才培养", 20m), ("示范推广", 10m), ("台账报告", 10m)],
        Rules.Checked().Indicators.GroupBy(i => i.Group).Select(g => (g.Key, g.Sum(i => i.Points))));

    [Theory]
    [InlineData(100, null, StudioGrade.Excellent, AssessmentStage.Assessed)]
    [InlineData(90, null, StudioGrade.Excellent, AssessmentStage.Assessed)]
    [InlineData(89.9, null, StudioGrade.Qualified, AssessmentStage.Assessed)]
    [InlineData(60, null, StudioGrade.Qualified, AssessmentStage.Assessed)]
    [InlineData(59.9, null, StudioGrade.Failed, AssessmentStage.Failed)]
    [InlineData(98, "弄虚作假", StudioGrade.Failed, AssessmentStage.Failed)]
    public void The_total_of_the_sheet_gives_the_grade_and_a_veto_gives_none_but_the_lowest(decimal total, string? veto, StudioGrade grade, AssessmentStage stage)
    {
        var sheet = Submitted();
        sheet.Assess(Scores(total), veto, new DateOnly(2027, 3, 1), "补齐课题台账", "b", At, Today);

        Assert.Equal((total, grade, stage), (sheet.Total, sheet.Grade, sheet.Stage));
        Assert.Equal(grade is StudioGrade.Failed ? new DateOnly(2027, 3, 1) : null, sheet.RectifyBy);
    }

    [Fact]
    public void A_report_is_whole_before_it_is_submitted_and_within_the_points_of_each_indicator()
    {
        var sheet = new StudioAssessment(New(), 2025, Rules, At);

        Assert.Equal("studio-assessment.points", Code(() => sheet.Report(new Dictionary<string, (decimal?, string)> { ["place"] = (5.5m, "") }, "")));
        Assert.Equal("studio-assessment.points", Code(() => sheet.Report(new Dictionary<string, (decimal?, string)> { ["place"] = (1.55m, "") }, "")));
        sheet.Report(new Dictionary<string, (decimal?, string)> { ["place"] = (5, "60 平方米") }, "全年完成两项课题，带徒四人。");
        Assert.Equal("studio-assessment.self-missing", Code(() => sheet.Submit("a", At)));
        sheet.Report(Selves(), "全年");
        Assert.Equal("studio-assessment.summary-missing", Code(() => sheet.Submit("a", At)));
        sheet.Report(Selves(), "全年完成两项课题，带徒四人。");
        sheet.Submit("a", At);
        Assert.Equal(("60 平方米", 100m), (sheet.Lines[0].Proof, sheet.SelfTotal));
        Assert.Equal("studio-assessment.not-open", Code(() => sheet.Report(Selves(), "")));
        Assert.Equal("studio-assessment.move-not-allowed", Code(() => sheet.Submit("a", At)));
    }

    [Fact]
    public void What_is_returned_says_why_and_keeps_what_was_written()
    {
        var sheet = Submitted();
        Assert.Equal("studio-assessment.reason-missing", Code(() => sheet.Return("b", At, "")));
        sheet.Return("b", At, "缺经费凭证");
        Assert.Equal((AssessmentStage.Reporting, 100m), (sheet.Stage, sheet.SelfTotal));
        sheet.Submit("a", At);
    }

    [Fact]
    public void A_sheet_without_a_score_for_each_indicator_is_no_assessment()
    {
        var sheet = Submitted();
        var some = Scores(80);
        some.Remove("place");

        Assert.Equal("studio-assessment.score-missing", Code(() => sheet.Assess(some, null, null, "", "b", At, Today)));
        Assert.Equal("studio-assessment.veto", Code(() => sheet.Assess(Scores(80), "自己编的", null, "", "b", At, Today)));
        Assert.Equal((AssessmentStage.Submitted, null), (sheet.Stage, sheet.Total));
    }

    [Theory]
    [InlineData("2026-11-01")]
    [InlineData("2027-05-02")]
    [InlineData(null)]
    public void A_rectification_ends_within_six_months(string? by) => Assert.Equal(
        "studio-assessment.deadline", Code(() => Submitted().Assess(Scores(50), null, by is null ? null : DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture), "补齐", "b", At, Today)));

    [Fact]
    public void A_failed_year_is_corrected_within_its_days_and_then_checked_again()
    {
        var sheet = Failed();
        Assert.Equal("studio-assessment.too-late", Code(() => sheet.Correct("课题台账已经补齐，经费凭证全部入账。", "a", At, new DateOnly(2027, 5, 2))));
        sheet.Correct("课题台账已经补齐，经费凭证全部入账。", "a", At, new DateOnly(2027, 5, 1)); // its last day
        Assert.Equal("studio-assessment.reason-missing", Code(() => sheet.Recheck(true, "", "b", At, new DateOnly(2027, 5, 20))));
        sheet.Recheck(true, "现场核实", "b", At, new DateOnly(2027, 4, 2));

        Assert.Equal((AssessmentStage.Passed, StudioGrade.Failed), (sheet.Stage, sheet.Grade)); // the year stays what it was
    }

    [Fact]
    public void Without_a_report_it_fails_again_once_the_deadline_is_over_and_not_before()
    {
        var sheet = Failed();
        Assert.Equal("studio-assessment.deadline-runs", Code(() => sheet.Recheck(false, "未报告", "b", At, new DateOnly(2027, 5, 1))));
        Assert.Equal("studio-assessment.move-not-allowed", Code(() => sheet.Recheck(true, "照旧", "b", At, new DateOnly(2027, 5, 2)))); // nothing to pass
        sheet.Recheck(false, "未报告", "b", At, new DateOnly(2027, 5, 2));
        Assert.Equal(AssessmentStage.FailedAgain, sheet.Stage);
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2027)]
    public void A_year_before_its_naming_or_after_this_one_is_not_assessed(int year) => Assert.Equal("studio-assessment.year", Code(() => _ = new StudioAssessment(New(), year, Rules, At)));

    private static StudioAssessment Failed()
    {
        var sheet = Submitted();
        sheet.Assess(Scores(50), null, new DateOnly(2027, 5, 1), "补齐课题台账", "b", At, Today);
        return sheet;
    }

    private static StudioAssessment Submitted()
    {
        var sheet = new StudioAssessment(New(), 2025, Rules, At);
        sheet.Report(Selves(), "全年完成两项课题，带徒四人。");
        sheet.Submit("a", At);
        return sheet;
    }

    private static Dictionary<string, (decimal?, string)> Selves() => Rules.Indicators.ToDictionary(i => i.Code, i => ((decimal?)i.Points, i.Code == "place" ? "60 平方米" : ""));

    /// <summary>From the first indicator on, until the total is reached.</summary>
    private static Dictionary<string, (decimal?, string)> Scores(decimal total)
    {
        Dictionary<string, (decimal?, string)> scores = [];
        foreach (var indicator in Rules.Indicators)
        {
            scores[indicator.Code] = (Math.Min(total, indicator.Points), "");
            total -= Math.Min(total, indicator.Points);
        }

        return scores;
    }
}
