using Competitions.Schemes;

namespace Competitions.Tests.Schemes;

public class CalculationTests
{
    [Theory]
    [InlineData("PASS_FAIL", "", 1, 2.00)]
    [InlineData("PASS_FAIL", "", 0, 0)]
    [InlineData("NUMBER_COMPLETED", "NUM_POSSIBLE:::3.00000000#x~x#", 2, 1.33)] // 2 × 2 ÷ 3 = 1.333…
    [InlineData("REGULAR_DIFFERENCE_DEDUCTION", "TARGET_VALUE:::10#x~x##-#DIFFERENCE:::0.1#x~x##-#DIFFERENCE_TYPE:::#x~x#UNIT#-#DEDUCTION:::0.5#x~x##-#DEDUCTION_TYPE:::#x~x#UNIT", 10.25, 1.00)] // two whole steps
    [InlineData("CHOICE", "CHOICE1_DEDUCTION:::0E-8#x~x##-#CHOICE2_DEDUCTION:::25#x~x##-#DEDUCTION_TYPE:::#x~x#PERCENT", 2, 1.50)]
    [InlineData("RANGED_SCORE", "RANGE1_LOWER:::9.9#x~x##-#RANGE1_UPPER:::10.1#x~x##-#RANGE1_DEDUCTION:::0#x~x##-#RANGE2_LOWER:::9.5#x~x##-#RANGE2_UPPER:::10.5#x~x##-#RANGE2_DEDUCTION:::1#x~x#", 10.4, 1.00)]
    [InlineData("RANGED_SCORE", "RANGE1_LOWER:::9.9#x~x##-#RANGE1_UPPER:::10.1#x~x##-#RANGE1_DEDUCTION:::0#x~x#", 20, 0)]
    public void A_measured_value_gives_its_mark(string type, string parameters, decimal value, decimal mark) =>
        Assert.Equal(new Points(mark), new Calculation("", type, false, Calculation.Read(parameters)).Mark(new Points(2), value));

    [Theory]
    [InlineData("PASS_FAIL", "", 2)]
    [InlineData("NUMBER_COMPLETED", "NUM_POSSIBLE:::3#x~x#", 4)]
    [InlineData("CHOICE", "CHOICE1_DEDUCTION:::0#x~x#", 2)]
    public void A_value_that_cannot_be_is_refused(string type, string parameters, decimal value) =>
        Assert.Equal("calculation.value", Assert.Throws<Refusal>(() => new Calculation("", type, false, Calculation.Read(parameters)).Mark(new Points(2), value)).Code);

    [Fact]
    public void What_was_read_is_written_the_same() =>
        Assert.Equal("NUM_POSSIBLE:::4.00000000#x~x#", new Calculation("", "NUMBER_COMPLETED", true, Calculation.Read("NUM_POSSIBLE:::4.00000000#x~x#")).Written);

    [Fact]
    public void A_judgement_is_its_share_of_three_rounded_half_up() // 0.75 × 5 ÷ 9 = 0.41666…
    {
        var aspect = new Aspect(AspectKind.Judgement, "", null, null, null, null, new Points(0.75m), []);
        Assert.Equal(new Points(0.42m), aspect.Judged([1, 2, 2]));
        Assert.Equal("aspect.judgement-out-of-range", Assert.Throws<Refusal>(() => aspect.Judged([4])).Code);
    }
}
