using Competitions.Programmes;

namespace Competitions.Tests.Programmes;

public class AnswersTests
{
    private static readonly FormField Compared = new("compared", "前后对比", FieldKind.Table) { Columns = [new("指标"), new("应用前", true)], Most = 2 };

    [Theory]
    [InlineData(FieldKind.Number, "12.5", null)]
    [InlineData(FieldKind.Number, "12,5", "answer.no-number")]
    [InlineData(FieldKind.Number, "1e3", "answer.no-number")]
    [InlineData(FieldKind.Date, "2026-02-29", "answer.no-day")]
    [InlineData(FieldKind.Date, "2028-02-29", null)]
    [InlineData(FieldKind.YesNo, "也许", "answer.no-choice")]
    [InlineData(FieldKind.Choice, "小发明", null)]
    [InlineData(FieldKind.Choice, "大发明", "answer.no-choice")]
    [InlineData(FieldKind.Text, "", "answer.missing")]
    public void Each_kind_of_question_takes_what_it_asks_for(FieldKind kind, string written, string? wrong) =>
        Assert.Equal(wrong, Answered("a", written).Against([new FormField("a", "问题", kind) { Options = ["小发明"] }], whole: true).Select(f => f.Code).SingleOrDefault());

    [Fact]
    public void What_is_not_needed_may_be_left_out_and_a_draft_may_lack_anything()
    {
        FormField needed = new("a", "问题"), free = new("b", "说明") { IsRequired = false };
        Assert.Single(new Answers().Against([needed, free], whole: true));
        Assert.Empty(new Answers().Against([needed, free], whole: false));
    }

    [Fact]
    public void A_table_tells_the_row_and_the_column()
    {
        var wrong = new Answers([new("compared", [["用时", "11.0"], ["返工", "很多"], ["用电", "3"]])]).Against([Compared], whole: true).ToList();
        Assert.Equal(["answer.too-many", "answer.cell-wrong"], wrong.Select(f => f.Code));
        Assert.Equal<object>(["前后对比", 2, "应用前"], wrong[1].Details);
    }

    [Fact]
    public void Empty_rows_are_not_kept() => Assert.Single(new Answers([new("compared", [["用时", "11"], ["", " "]])]).Rows("compared"));

    private static Answers Answered(string key, string text) => new([new(key, [[text]])]);
}
