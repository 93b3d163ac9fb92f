using Competitions.Questions;

namespace Competitions.Tests.Questions;

public sealed class QuestionTests
{
    [Theory]
    [InlineData(QuestionKind.SingleChoice, "", "甲|乙", "A", "question.text-missing")]
    [InlineData(QuestionKind.SingleChoice, "问", "甲", "A", "question.choices-number")]
    [InlineData(QuestionKind.SingleChoice, "问", "甲|乙|丙|丁|戊|己|庚|辛|壬", "A", "question.choices-number")]
    [InlineData(QuestionKind.SingleChoice, "问", "AB|ａ b", "A", "question.choice-repeated")]
    [InlineData(QuestionKind.SingleChoice, "问", "甲|乙", "C", "question.answer-not-a-choice")]
    [InlineData(QuestionKind.SingleChoice, "问", "甲|乙", "A|B", "question.one-answer")]
    [InlineData(QuestionKind.MultipleChoice, "问", "甲|乙", "A", "question.two-answers")]
    [InlineData(QuestionKind.TrueFalse, "问", "", "A", "question.answer-not-a-choice")]
    [InlineData(QuestionKind.FillIn, "问", "", "", "question.answer-missing")]
    public void A_question_that_cannot_be_marked_is_refused(QuestionKind kind, string text, string choices, string right, string code) =>
        Assert.Equal(code, Assert.Throws<Refusal>(() => new QuestionBody(kind, text, Split(choices), Split(right)).Checked()).Code);

    [Fact]
    public void Answers_are_put_in_order_and_doubled_ones_go() =>
        Assert.Equal(["A", "C"], new QuestionBody(QuestionKind.MultipleChoice, "问", ["甲", "乙", "丙"], ["c", " a ", "C"]).Checked().Right);

    [Theory]
    [InlineData(QuestionKind.SingleChoice, "B", "B", 2)]
    [InlineData(QuestionKind.SingleChoice, "B", "A", 0)]
    [InlineData(QuestionKind.SingleChoice, "B", "", 0)]
    [InlineData(QuestionKind.MultipleChoice, "ABD", "DBA", 2)]
    [InlineData(QuestionKind.MultipleChoice, "ABD", "A", 1)]
    [InlineData(QuestionKind.MultipleChoice, "ABD", "AB", 1)]
    [InlineData(QuestionKind.MultipleChoice, "ABD", "ABC", 0)]
    [InlineData(QuestionKind.MultipleChoice, "ABD", "ABCD", 0)]
    [InlineData(QuestionKind.TrueFalse, "T", "T", 2)]
    [InlineData(QuestionKind.TrueFalse, "T", "F", 0)]
    public void Part_of_a_multiple_choice_earns_half_and_anything_wrong_earns_nothing(QuestionKind kind, string right, string given, int points) =>
        Assert.Equal(points, new Marking().Of(Item(kind, right.Select(r => $"{r}")), given).Value);

    [Theory]
    [InlineData("380V", true)]
    [InlineData(" ３８０ ｖ ", true)]
    [InlineData("380 伏", true)]
    [InlineData("三百八十伏", false)]
    public void A_fill_in_is_held_up_without_case_width_and_spaces(string given, bool right) =>
        Assert.Equal(right ? 2 : 0, new Marking().Of(Item(QuestionKind.FillIn, ["380v", "380伏"]), given).Value);

    [Fact]
    public void The_share_of_a_partial_answer_is_the_presets() =>
        Assert.Equal(0.67m, new Marking(1m / 3).Of(Item(QuestionKind.MultipleChoice, ["A", "B"]), "A").Value);

    internal static PaperItem Item(QuestionKind kind, IEnumerable<string> right, int place = 1) =>
        new("A", place, place, kind, "问", kind is QuestionKind.FillIn or QuestionKind.TrueFalse ? [] : ["甲", "乙", "丙", "丁"], [.. right], new Points(2));

    private static string[] Split(string text) => text.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
