using Competitions.Scoring;
using FsCheck;
using FsCheck.Fluent;

namespace Competitions.Tests.Scoring;

public sealed class MedalsTests
{
    [Fact]
    public void Every_medal_and_position_of_the_2024_rows_is_reproduced()
    {
        var rows = RealData.Results("wsc2024_skills01-04_official_results.csv");

        Assert.Equal(70, rows.Count);
        foreach (var skill in rows.GroupBy(r => r["skill"]).Select(g => g.ToList()))
        {
            foreach (var place in Medals.Award([.. skill.Select(r => r.Number("mark"))], new MedalRules(2, 700)))
            {
                Assert.Equal((skill[place.Index]["position"], Of(skill[place.Index]["medal"])), ($"{place.Position}", place.Medal));
            }
        }
    }

    [Fact]
    public void Every_medal_of_the_2009_rows_is_reproduced()
    {
        var rows = RealData.Results("wsc2009_skills01-05_500scale_results.csv");

        Assert.Equal(66, rows.Count);
        foreach (var skill in rows.GroupBy(r => r["skill_number"]).Select(g => g.ToList()))
        {
            foreach (var place in Medals.Award([.. skill.Select(r => r.Number("score500"))], new MedalRules(2, 500)))
            {
                Assert.Equal(Of(skill[place.Index]["medal"]), place.Medal);
            }
        }
    }

    [Theory]
    [InlineData("734 740 733 732 731 725", "1 Gold, 2 Silver, 2 Silver, 2 Silver, 5 Bronze, 6 None")] // 731 is within 2 of 732, not of the top
    [InlineData("740 739 730 729 720 710", "1 Gold, 1 Gold, 3 Bronze, 3 Bronze, 5 None, 6 None")]
    [InlineData("740 739 738 730 720 710", "1 Gold, 1 Gold, 1 Gold, 4 None, 5 None, 6 None")]
    [InlineData("740 739 738 736 720 710", "1 Gold, 1 Gold, 1 Gold, 4 Bronze, 5 None, 6 None")]
    [InlineData("740 730 730 727 720 710", "1 Gold, 2 Silver, 2 Silver, 4 None, 5 None, 6 None")]
    [InlineData("740 730 720 600 600 600", "1 Gold, 2 Silver, 3 Bronze, 4 None, 4 None, 4 None")]
    [InlineData("740", "1 Gold")]
    public void Ties_are_measured_from_the_top_of_their_group(string scores, string places) =>
        Assert.Equal(places, Awarded(scores, new MedalRules()));

    [Fact]
    public void Without_tolerance_one_point_decides() =>
        Assert.Equal("1 Gold, 2 Silver, 3 Bronze, 4 Excellence", Awarded("728 724 722 721", new MedalRules(0, 700)));

    [Theory]
    [InlineData("740 730 720 710 705 690", "1 Gold, 2 Silver, 3 Bronze, 4 Excellence, 5 Excellence, 6 None")]
    [InlineData("740 730 720 710 690", "1 Gold, 2 Silver, 3 Excellence, 4 Excellence, 5 None")]
    [InlineData("740 739 720 710 690", "1 Gold, 1 Gold, 3 Excellence, 4 Excellence, 5 None")]
    [InlineData("740 730 720 690", "1 Gold, 2 Excellence, 3 Excellence, 4 None")]
    [InlineData("740 730 720", "1 None, 2 None, 3 None")]
    public void A_small_field_gives_fewer_medals_and_three_make_it_void(string scores, string places) =>
        Assert.Equal(places, Awarded(scores, new MedalRules(2, 700, SmallField: true)));

    [Fact]
    public void A_negative_tolerance_is_refused() =>
        Assert.Equal("medals.tolerance-negative", Assert.Throws<Refusal>(() => Medals.Award([1], new MedalRules(-1))).Code);

    [Fact]
    public void The_order_of_the_input_changes_nobodys_place() => Prop.ForAll(ScalesTests.Marks, marks =>
    {
        var rules = new MedalRules(2, 50);
        var turned = marks.Reverse().ToArray();
        return Medals.Award(marks, rules).Select(p => (p.Score, p.Position, p.Medal))
            .SequenceEqual(Medals.Award(turned, rules).Select(p => (p.Score, p.Position, p.Medal)));
    }).QuickCheckThrowOnFailure();

    private static string Awarded(string scores, MedalRules rules) => string.Join(", ",
        Medals.Award([.. scores.Split(' ').Select(decimal.Parse)], rules).Select(p => $"{p.Position} {p.Medal}"));

    private static Medal Of(string written) => written.ToUpperInvariant() switch
    {
        "GOLD" => Medal.Gold, "SILVER" => Medal.Silver, "BRONZE" => Medal.Bronze, "" => Medal.None, _ => Medal.Excellence,
    };
}
