using Competitions.Contests;
using Competitions.Results;

namespace Competitions.Tests.Results;

/// <summary>skills-contests.md §4.10.</summary>
public sealed class AwardingTests
{
    private static readonly TitleBand[] Anhui = [new(10, 1), new(30, 2), new(null, 3)];

    [Theory]
    [InlineData(9, 1)]
    [InlineData(10, 1)] // undefined in the source: our bands have no gap
    [InlineData(11, 2)]
    [InlineData(30, 2)]
    [InlineData(31, 3)]
    public void Title_holders_by_the_size_of_the_field(int field, int holders)
    {
        var sheets = Of(new AwardRules { Titles = [new TitleRule("区技术能手", Anhui)] });
        for (var i = 0; i < field; i++)
        {
            sheets.With(90, 99 - i);
        }

        Assert.Equal(holders, sheets.Sum().Lines.Count(l => l.Titles.Any()));
    }

    [Theory]
    [InlineData(false, "001")]
    [InlineData(true, "001 003")]
    public void A_title_already_held_is_not_given_again_and_passes_on_only_where_the_rule_says_so(bool passesOn, string given)
    {
        var sheets = Of(new AwardRules { Titles = [new TitleRule("区技术能手", [new TitleBand(null, 2)], PassesOn: passesOn)] }).With(95, 95).With(90, 90, titles: "区技术能手").With(80, 80).With(70, 70);

        var lines = sheets.Sum().Lines;

        Assert.Equal(given, string.Join(' ', lines.Where(l => l.Titles.Any()).Select(l => l.Number)));
        Assert.Equal(passesOn ? [] : ["区技术能手"], lines.Single(l => l.Number == "002").Members[0].HeldTitles);
    }

    [Fact]
    public void Who_failed_a_part_has_neither_the_title_nor_the_level_and_by_rule_no_prize()
    {
        var rules = new AwardRules { PrizesNeedPass = true, Titles = [new TitleRule("区技术能手", [new TitleBand(null, 3)], PassedOnly: true)], Levels = [new LevelRule("")] };

        var line = Of(rules).With(59, 99).With(60, 60).Sum().Lines[0];

        Assert.Equal(("001", null, 0, null), (line.Number, line.Prize, line.Titles.Count(), line.Members[0].Level));
    }

    /// <summary>Both parts passed → 高级工, the first fifth → 技师 or one up; nobody is given what he has.</summary>
    [Fact]
    public void Levels_rise_by_the_best_rule_that_is_reached()
    {
        var rules = new AwardRules { Levels = [new LevelRule(""), new LevelRule("technician", Share: 0.4m, OrOneUp: true)] };

        var lines = Of(rules).With(99, 99, level: "technician").With(95, 95).With(90, 90, level: "intermediate").With(85, 85, level: "senior").With(50, 90).Sum().Lines;

        Assert.Equal(["高级技师", "技师", "高级工", null, null], lines.Select(l => l.Members[0].Level));
    }

    [Fact]
    public void An_event_without_certificates_raises_nobody()
    {
        var sheets = Of(new AwardRules { Levels = [new LevelRule("senior")] }).With(99, 99);

        Assert.Null(ResultSummary.Of(sheets.Basis with { LevelAt = null }, sheets.Of).Lines[0].Members[0].Level);
    }

    [Theory]
    [InlineData("10=1 5=2 3")]
    [InlineData("10=1")]
    [InlineData("")]
    public void Bands_that_leave_a_gap_are_refused(string bands)
    {
        TitleBand[] read = [.. bands.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => b.Split('=') is [var to, var n] ? new TitleBand(Whole(to), Whole(n)) : new TitleBand(null, Whole(b)))];

        Assert.Equal("event.title-bands", Assert.Throws<Refusal>(() => new AwardRules { Titles = [new TitleRule("t", read)] }.Check()).Code);
    }

    private static Sheets Of(AwardRules awards) => new() { Rules = new Sheets().Rules with { Awards = awards } };

    private static int Whole(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
