using Competitions.Contests;
using Competitions.Scoring;

namespace Competitions.Results;

/// <summary>奖项、称号、等级 of a ranking, by the event's rules. Shares and bands count those who are ranked.</summary>
internal sealed class Awarding
{
    private readonly ResultBasis _basis;
    private readonly List<BoardRow> _ranked;
    private readonly bool[] _passed;
    private readonly IReadOnlyList<string?> _prizes;
    private readonly IReadOnlyList<decimal>? _scores;
    private readonly Dictionary<int, Standing> _medals = [];
    private readonly List<(TitleRule Rule, HashSet<int> Rows)> _titles;
    private readonly List<(LevelRule Rule, HashSet<int> Rows)> _levels;

    /// <param name="ranked">In the order of the sheet; its labels are ids of entries.</param>
    /// <exception cref="Refusal">prizes.tie-undecided</exception>
    public Awarding(ResultBasis basis, List<BoardRow> ranked, Func<int, bool> passed)
    {
        var (rules, entries) = (basis.Rules, ranked.ConvertAll(r => int.Parse(r.Label, System.Globalization.CultureInfo.InvariantCulture)));
        (_basis, _ranked, _passed) = (basis, ranked, [.. entries.Select(passed)]);
        _prizes = Prizes.Of(ranked, [.. rules.Prizes.Select(p => new PrizeGrade(p.Name, p.Share, p.Fixed))], rules.PrizeRounding, rules.PrizeTie);
        var scale = rules.Scale switch { "700" => Scale.SevenHundred, "500" => Scale.FiveHundred, _ => Scale.None };
        if (scale is not Scale.None && ranked.Count > 0)
        {
            (_scores, Spread) = Scales.Of(scale, [.. ranked.Select(r => r.Total.Value)]);
        }

        if (rules.Awards.Medals)
        {
            decimal? excellent = scale switch { Scale.SevenHundred => 700, Scale.FiveHundred => 500, _ => null };
            _medals = Medals.Award(_scores ?? [.. ranked.Select(r => r.Total.Value)], new MedalRules(rules.MedalTolerance, excellent, rules.Awards.SmallFields)).ToDictionary(s => s.Index);
        }

        var members = entries.ConvertAll(e => basis.Field.First(c => c.EntryId == e).Members);
        _titles = [.. rules.Awards.Titles.Select(t => (t, First(t.PlacesOf(ranked.Count), i => !t.PassesOn || (!t.PassedOnly || _passed[i]) && members[i].Any(m => Takes(m, t)))))];
        _levels = [.. rules.Awards.Levels.Select(l => (l, First(PlacesOf(l), _ => true)))];
    }

    public Spread Spread { get; }

    /// <summary>Where medals are given, all of a tied medal share a position, and below them equal scores.</summary>
    public int Position(int at) => _medals.TryGetValue(at, out var standing) ? standing.Position : _ranked[at].Rank;

    public decimal? Score(int at) => _scores?[at];

    public Medal Medal(int at) => _medals.TryGetValue(at, out var standing) ? standing.Medal : Scoring.Medal.None;

    public string? Prize(int at) => _basis.Rules.Awards.PrizesNeedPass && !_passed[at] ? null : _prizes[at];

    public ResultMember For(int at, ContestantMember member)
    {
        if (member.Role is not EntryRole.Competitor)
        {
            return new ResultMember(member.WorkerId, member.Name, member.Role, [], [], null);
        }

        var won = _titles.Where(t => t.Rows.Contains(at) && (!t.Rule.PassedOnly || _passed[at])).Select(t => t.Rule.Name).Distinct().ToLookup(member.Titles.Contains);
        return new ResultMember(member.WorkerId, member.Name, member.Role, [.. won[false]], [.. won[true]], Level(at, member));
    }

    private string? Level(int at, ContestantMember member)
    {
        var steps = _basis.Levels.OrderBy(l => l.Order).ToList();
        var has = steps.Find(l => l.Code == member.Level)?.Order ?? 0;
        return _levels.Where(l => _basis.LevelAt is not null && l.Rows.Contains(at) && (!l.Rule.PassedOnly || _passed[at]))
            .Select(l => (l.Rule.OrOneUp, Step: steps.Find(s => s.Code == (l.Rule.Level.Length == 0 ? _basis.LevelAt : l.Rule.Level))))
            .Select(l => l.Step is null || l.Step.Order > has ? l.Step : l.OrOneUp ? steps.Find(s => s.Order > has) : null)
            .MaxBy(s => s?.Order)?.Name;
    }

    private int PlacesOf(LevelRule rule) => (rule.Share, rule.Top) switch
    {
        ({ } share, { } top) => Math.Min(top, Prizes.Counts(_ranked.Count, [new PrizeGrade("", share)], _basis.Rules.PrizeRounding)[0]),
        ({ } share, null) => Prizes.Counts(_ranked.Count, [new PrizeGrade("", share)], _basis.Rules.PrizeRounding)[0],
        (null, { } top) => top,
        _ => _ranked.Count,
    };

    /// <summary>The first so many of those who come into question; equals at the border by the rule for prizes.</summary>
    private HashSet<int> First(int places, Func<int, bool> counts)
    {
        var rows = Enumerable.Range(0, _ranked.Count).Where(counts).ToList();
        var given = Prizes.Of([.. rows.Select(i => _ranked[i])], [new PrizeGrade("first", 0, places)], CountRounding.Down, _basis.Rules.PrizeTie);
        return [.. rows.Where((_, i) => given[i] is not null)];
    }

    private static bool Takes(ContestantMember member, TitleRule title) => member.Role is EntryRole.Competitor && !member.Titles.Contains(title.Name);
}
