using Competitions.Schemes;
using Competitions.Scoring;

namespace Competitions.Tests.Scoring;

public sealed class MarkSheetTests
{
    /// <summary>worldskills.md §0.4: max × the judges' mean ÷ 3.</summary>
    [Theory]
    [InlineData("2.00", "2 3 3", "1.78")]
    [InlineData("0.50", "1 1 2", "0.22")]
    [InlineData("1.00", "0 0 0", "0.00")]
    [InlineData("2.00", "3 3", null)] // one has not given yet
    [InlineData("2.00", "1 2 3", null)] // a spread of 2 is scored again
    public void A_judgement_counts_when_all_have_given_and_are_no_more_than_one_apart(string most, string scores, string? points) =>
        Assert.Equal(points, Given(Judgement(most), scores).Points(Judgement(most))?.ToString());

    /// <summary>Issue 3: a spread over 1 asks to re-score and keeps both; it counts when all have given again.</summary>
    [Fact]
    public void Who_are_more_than_one_apart_all_give_again_and_what_was_before_is_kept()
    {
        var item = Judgement("2.00");
        var sheet = Given(item, "0 2 3");
        Assert.True(item.IsApart(sheet.Of("K1")!));

        Give(sheet, ("K1", "judge0", 2)); // with the old ones 2 2 3: no more than one apart, but the others have not given again
        Assert.Equal((null, false, true, 1), (sheet.Points(item)?.ToString(), item.IsApart(sheet.Of("K1")!), item.IsRescored(sheet.Of("K1")!), item.Given(sheet.Of("K1")!)));
        Give(sheet, ("K1", "judge1", 2), ("K1", "judge2", 3));

        Assert.Equal(("1.56", false), (sheet.Points(item)?.ToString(), item.IsRescored(sheet.Of("K1")!)));
        Assert.Equal([0m, 2m, 3m], Assert.Single(sheet.Of("K1")!.Earlier).OrderBy(j => j.Key).Select(j => j.Value));
    }

    [Fact]
    public void Still_apart_they_give_a_third_time_and_each_time_is_kept()
    {
        var item = Judgement("2.00");
        var sheet = Given(item, "0 2 3");
        Give(sheet, ("K1", "judge0", 1), ("K1", "judge1", 2), ("K1", "judge2", 3), ("K1", "judge1", 2));

        Assert.Equal((2, 1), (sheet.Of("K1")!.Earlier.Count, item.Given(sheet.Of("K1")!)));
        Give(sheet, ("K1", "judge0", 2), ("K1", "judge2", 2));
        Assert.Equal("1.33", sheet.Points(item)?.ToString());
    }

    [Fact]
    public void Who_has_left_the_panel_counts_no_longer()
    {
        var item = Judgement("3.00") with { Judges = 2, Seats = ["judge0", "judge2"] };
        var sheet = Given(item, "3 0 2");

        Assert.Equal("2.50", sheet.Points(item)?.ToString()); // (3 + 2) ÷ 2
        Assert.Null(Given(item, "3 0").Points(item));
    }

    /// <summary>skills-contests.md §4.3, the worked example.</summary>
    [Theory]
    [InlineData("79 86 88 90 91.5", "88.00")]
    [InlineData("79 91.5 88 91.5 86", "88.50")] // of two equal highest only one goes: (86 + 88 + 91.5) ÷ 3
    [InlineData("79 86 88 90", null)]
    public void A_panels_marks_become_one_by_dropping_the_ends(string marks, string? points) =>
        Assert.Equal(points, Given(Panel(5), marks).Points(Panel(5))?.ToString());

    [Fact]
    public void With_four_judges_nothing_is_dropped() => Assert.Equal("85.75", Given(Panel(4), "79 86 88 90").Points(Panel(4))?.ToString());

    [Theory]
    [InlineData("PASS_FAIL", "", "1", "2.00")]
    [InlineData("NUMBER_COMPLETED", "NUM_POSSIBLE:::8#x~x#", "5", "1.25")]
    [InlineData("REGULAR_DIFFERENCE_DEDUCTION", "TARGET_VALUE:::100#x~x##-#DIFFERENCE:::0.5#x~x##-#DIFFERENCE_TYPE:::#x~x#UNIT#-#DEDUCTION:::0.25#x~x##-#DEDUCTION_TYPE:::#x~x#UNIT", "101.2", "1.50")]
    public void A_measurement_is_worth_what_its_calculation_says(string type, string parameters, string value, string points)
    {
        var item = new MarkItem("K1", "a", MarkHow.Calculated, new Points(2)) { Calculation = new Calculation(type, type, false, Calculation.Read(parameters)) };

        Assert.Equal(points, Given(item, value).Points(item)?.ToString());
    }

    [Fact]
    public void The_last_value_stands_and_what_was_not_attempted_counts_nothing()
    {
        var item = new MarkItem("K1", "a", MarkHow.Direct, new Points(2));
        var sheet = Sheet(item);
        Give(sheet, ("K1", "anna", 1.5m), ("K1", "bela", 1), ("K1", "anna", 0.5m));
        Assert.Equal("0.50", sheet.Points(item)?.ToString()); // a correction by who gave first stands last

        Give(sheet, ("K1~", "anna", 1));
        Assert.Equal("0.00", sheet.Points(item)?.ToString());
        Give(sheet, ("K1~", "anna", 0));
        Assert.Equal("0.50", sheet.Points(item)?.ToString());
    }

    [Fact]
    public void A_total_is_the_sum_less_deductions_and_never_below_zero_nor_above_the_full_mark()
    {
        MarkItem[] items = [new("K1", "a", MarkHow.Direct, new Points(6)), new("K2", "a", MarkHow.Direct, new Points(4))];
        var sheet = Sheet(items);
        Assert.Null(sheet.Total());
        Give(sheet, ("K1", "anna", 5), ("K2", "anna", 3.25m), ("-1", "floor", 0.75m), ("+1", "chief", 0.5m));
        Assert.Equal(("8.00", (2, 2)), (sheet.Total()?.ToString(), sheet.Progress));
        Give(sheet, ("-1", "floor", 20));
        Assert.Equal("0.00", sheet.Total()?.ToString());
        Give(sheet, ("-1", "floor", 0), ("+1", "chief", 9));
        Assert.Equal("10.00", sheet.Total()?.ToString());
    }

    [Theory]
    [InlineData(MarkHow.Direct, "2.01", "marks.out-of-range")]
    [InlineData(MarkHow.Direct, "-0.01", "marks.out-of-range")]
    [InlineData(MarkHow.Direct, "1.3", "marks.wrong-step")]
    [InlineData(MarkHow.Direct, "1.5", null)]
    [InlineData(MarkHow.Judgement, "2.5", "marks.judgement-out-of-range")]
    [InlineData(MarkHow.Judgement, "4", "marks.judgement-out-of-range")]
    [InlineData(MarkHow.Judgement, "3", null)]
    [InlineData(MarkHow.Time, "61.5", "marks.time-out-of-range")]
    [InlineData(MarkHow.Time, "-1", "marks.time-out-of-range")]
    [InlineData(MarkHow.Time, "3600", null)]
    [InlineData(MarkHow.Deduction, "-1", "marks.out-of-range")]
    [InlineData(MarkHow.Adjustment, "-1", null)]
    public void A_value_that_cannot_be_given_is_refused(MarkHow how, string value, string? code) =>
        Assert.Equal(code, new MarkItem("K1", "a", how, new Points(2)) { Step = 0.5m }.Objection(Number(value)));

    [Fact]
    public void A_measured_value_outside_its_calculation_is_refused()
    {
        var item = new MarkItem("K1", "a", MarkHow.Calculated, new Points(2)) { Calculation = new Calculation("n", "NUMBER_COMPLETED", false, Calculation.Read("NUM_POSSIBLE:::8#x~x#")) };

        Assert.Equal([null, "marks.out-of-range", "marks.out-of-range"], ((decimal[])[8, 9, -1]).Select(item.Objection));
    }

    [Theory]
    [InlineData("K1", MarkHow.Direct)]
    [InlineData("K1~", MarkHow.Direct)]
    [InlineData("time", MarkHow.Time)]
    [InlineData("-7f", MarkHow.Deduction)]
    [InlineData("+7f", MarkHow.Adjustment)]
    [InlineData("K2", null)]
    [InlineData("K2~", null)]
    [InlineData("-", null)]
    [InlineData("-1f?", null)]
    [InlineData("-1234567890123456789012345678901234567890", null)]
    [InlineData("", null)]
    public void A_line_finds_its_item_by_its_code(string code, MarkHow? how) => Assert.Equal(how, Plan(new MarkItem("K1", "a", MarkHow.Direct, new Points(2))).Item("a", code)?.How);

    private static MarkItem Judgement(string most) => new("K1", "a", MarkHow.Judgement, new Points(Number(most))) { Judges = 3 };

    private static MarkItem Panel(int judges) => new(MarkItem.Panel, "a", MarkHow.Panel, new Points(100)) { Judges = judges };

    private static MarkSheet Given(MarkItem item, string values)
    {
        var sheet = Sheet(item);
        Give(sheet, [.. values.Split(' ').Select((v, i) => (item.Code, $"judge{i}", Number(v)))]);
        return sheet;
    }

    private static void Give(MarkSheet sheet, params (string Item, string Judge, decimal Value)[] given)
    {
        foreach (var (item, judge, value) in given)
        {
            sheet.Apply(new Mark("E", 1, Guid.Empty, sheet.Work, item, judge, value, default, default, null, ""));
        }
    }

    private static MarkSheet Sheet(params MarkItem[] items) => new("W1", "a", Plan(items));

    private static MarkingPlan Plan(params MarkItem[] items) =>
        new([new PlannedModule("a", "模块A", "practical", Points.Sum(items.Select(i => i.Most)), 1)], items, "practical -time", 2);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
