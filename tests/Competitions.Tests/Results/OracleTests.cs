using System.Globalization;
using Competitions.Contests;
using Competitions.Results;

namespace Competitions.Tests.Results;

/// <summary>A field of thirty-seven against sheets that <c>oracle/make.py</c> computed with nothing of ours.</summary>
public sealed class OracleTests
{
    private static readonly IReadOnlyList<LevelStep> Steps = [.. Enumerable.Range(1, 8).Select(n => new LevelStep($"{n}", $"{n}", n))];

    [Fact]
    public void Places_prizes_titles_and_levels_are_those_of_the_script() =>
        Assert.Equal(Rows("expected.csv").Select(r => string.Join(',', r)), Lines().Select(l => string.Join(',',
            l.Rank, l.EntryId, l.Modules[1].Points, l.Total, l.Passed ? 1 : 0, l.Prize, l.Members[0].Titles.Count, l.Members[0].Level ?? "0")));

    [Fact]
    public void Units_stand_by_place_points_as_the_script_has_them()
    {
        var units = Rows("marks.csv").ToDictionary(r => int.Parse(r[0], CultureInfo.InvariantCulture), r => int.Parse(r[1], CultureInfo.InvariantCulture));
        var ranking = TeamRanking.Of(new TeamRule(TeamWay.PlacePoints), Lines().Select(l => new TeamScore(units[l.EntryId], "", "", l.Names, l.Rank, l.Total, l.Modules[1].Points!.Value, null, l.Passed, null)));

        Assert.Equal(Rows("teams.csv").Select(r => string.Join(',', r)), ranking.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Team},{r.Points:0.##}")));
    }

    private static IReadOnlyList<ResultLine> Lines()
    {
        var sheets = new Sheets
        {
            Rules = new EventRules
            {
                PresetCode = "oracle", PresetVersion = 1, Prizes = [new("first", 0.10m), new("second", 0.20m), new("third", 0.30m)],
                Awards = new AwardRules { Titles = [new TitleRule("t", [new TitleBand(null, 3)], PassedOnly: true)], Levels = [new LevelRule("4"), new LevelRule("5", Share: 0.2m, OrOneUp: true)] },
            },
        };
        foreach (var r in Rows("marks.csv"))
        {
            sheets.Judged(Number(r[2]), [.. r[3..8].Select(Number)], Number(r[8]), level: r[10], titles: r[11] == "1" ? ["t"] : []);
            sheets.Deduct(int.Parse(r[0], CultureInfo.InvariantCulture), Number(r[9]));
        }

        return ResultSummary.Of(sheets.Basis with { Levels = Steps }, sheets.Of).Lines;
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Support.Repository.File($"tests/Competitions.Tests/Results/oracle/{file}")).Skip(1).Select(l => l.Split(','));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
