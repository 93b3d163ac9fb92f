using Competitions.Innovations;

namespace Competitions.Tests.Innovations;

/// <summary>The figures of the example are those of the application form's own example (mock-up 经济效益); grades are those of the State Council's rule.</summary>
public class BenefitTests
{
    private static readonly BenefitLine Rework = new(BenefitKind.Saving, "减少返工", 1860, 148, "台", "质量台账");
    private static readonly BenefitLine Hours = new(BenefitKind.Saving, "节约工时", 7.125m, 4200, "台");
    private static readonly BenefitLine Spent = new(BenefitKind.Cost, "设备与调试", 86_000, 1, "次", "发票");

    private static readonly ValueBand[] Bands =
    [
        new(1, 1_000_000, 2500, 4000, "奖状"), new(2, 500_000, 1500, 2500, "奖状"), new(3, 100_000, 500, 1500, "奖状"),
        new(4, 10_000, 300, 500, "表扬"), new(5, 0, 0, 300, "表扬"),
    ];

    [Fact]
    public void Savings_and_avoided_losses_are_added_and_the_cost_of_the_first_year_taken_off()
    {
        var benefit = Benefit.Of([Rework, Hours, Spent, new(BenefitKind.AvoidedLoss, "停机损失", 12_000, 1.5m, "次")]);

        Assert.Equal([275_280m, 29_925, 18_000, -86_000], benefit.Amounts);
        Assert.Equal(237_205, benefit.Net);
        Assert.Equal((305_205m, 18_000m, -86_000m), (benefit.Of(BenefitKind.Saving), benefit.Of(BenefitKind.AvoidedLoss), benefit.Of(BenefitKind.Cost)));
        Assert.Equal(219_205, Benefit.Of([Spent, Rework, Hours]).Net);
    }

    [Fact]
    public void Costs_come_last_however_they_were_given() =>
        Assert.Equal(["减少返工", "节约工时", "设备与调试"], Benefit.Of([Spent, Rework, Hours]).Lines.Select(l => l.What));

    [Theory]
    [InlineData("0.5", "1", 1)]
    [InlineData("2.5", "1", 3)]
    [InlineData("0.4999", "1", 0)]
    [InlineData("0.0005", "1000", 1)]
    [InlineData("0.3333", "3", 1)]
    public void A_line_is_rounded_half_up_to_the_yuan(string value, string quantity, int yuan)
    {
        Assert.Equal(yuan, Line(Number(value), Number(quantity)).Amount);
        Assert.Equal(-yuan, (Line(Number(value), Number(quantity)) with { Kind = BenefitKind.Cost }).Amount);

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_total_is_the_sum_of_the_rounded_lines() => Assert.Equal(2, Benefit.Of([Line(0.5m, 1), Line(0.5m, 1)]).Net);

    [Fact]
    public void What_costs_more_than_it_brings_is_shown_as_it_is() => Assert.Equal(-80_000, Benefit.Of([Spent, Line(6000, 1)]).Net);

    [Fact]
    public void Nothing_calculated_is_nothing() => Assert.Equal(0, Benefit.Of([]).Net);

    [Fact]
    public void A_line_that_cannot_be_is_refused_by_its_number()
    {
        Refuses("innovation.benefit-negative", 2, Rework, Line(-1, 1));
        Refuses("innovation.benefit-negative", 1, Line(1, -1));
        Refuses("innovation.benefit-too-fine", 1, Line(0.00001m, 1));
        Refuses("innovation.benefit-too-fine", 1, Line(1, 1.23456m));
        Refuses("innovation.benefit-too-large", 1, Line(100_001, 100_000));
        Refuses("innovation.benefit-too-large", 1, Line(decimal.MaxValue, decimal.MaxValue));
        Refuses("innovation.benefit-what-missing", 1, Line(1, 1) with { What = " " });
        Refuses("innovation.benefit-what-missing", 1, Line(1, 1) with { What = new string('长', 61) });
        Refuses("innovation.benefit-unit-missing", 1, Line(1, 1) with { QuantityUnit = "" });
        Refuses("innovation.benefit-too-many-lines", Benefit.MostLines, [.. Enumerable.Repeat(Rework, 31)]);
        Assert.Equal(10_000_000_000, Benefit.Of([Line(100_000, 100_000)]).Net);
    }

    [Theory]
    [InlineData(1_000_000, 1)]
    [InlineData(999_999, 2)]
    [InlineData(500_000, 2)]
    [InlineData(499_999, 3)]
    [InlineData(100_000, 3)]
    [InlineData(10_000, 4)]
    [InlineData(9_999, 5)]
    [InlineData(0, 5)]
    [InlineData(-1, null)]
    public void A_grade_begins_with_its_least_value(int value, int? grade) => Assert.Equal(grade, ValueBand.For(value, Bands)?.Grade);

    private static BenefitLine Line(decimal value, decimal quantity) => new(BenefitKind.Saving, "节约", value, quantity, "件");

    private static void Refuses(string code, int first, params BenefitLine[] lines)
    {
        var refusal = Assert.Throws<Refusal>(() => Benefit.Of(lines));
        Assert.Equal((code, (object)first), (refusal.Code, refusal.Details[0]));
    }
}
