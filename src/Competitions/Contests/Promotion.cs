namespace Competitions.Contests;

/// <summary>
/// Who of a ranking goes on. It is walked from the top, equals together: nobody overtakes one who stands before him, and who is
/// held back by his unit's places leaves his own to the next.
/// </summary>
public sealed class Promotion
{
    private readonly PromotionRule _rule;
    private readonly IReadOnlyList<Contender> _ranked;
    private readonly Promoted[] _outcome;
    private readonly Dictionary<string, int> _ofUnit = [];
    private int _open;

    private Promotion(PromotionRule rule, IReadOnlyList<Contender> ranked)
    {
        (_rule, _ranked, _outcome) = (rule, ranked, new Promoted[ranked.Count]);
        _open = rule.PlacesOf(ranked.Count) ?? int.MaxValue;
    }

    /// <summary>The outcome of each, in the order of <paramref name="ranked"/>.</summary>
    /// <param name="rule">Checked here.</param>
    /// <param name="ranked">In order of rank, and of the decision among equals.</param>
    public static IReadOnlyList<Promoted> Of(PromotionRule rule, IReadOnlyList<Contender> ranked)
    {
        rule.Check();
        var promotion = new Promotion(rule, ranked);
        for (int from = 0, to; from < ranked.Count; from = to)
        {
            to = from + 1;
            while (to < ranked.Count && (ranked[to].Rank, ranked[to].Settled) == (ranked[from].Rank, ranked[from].Settled))
            {
                to++;
            }

            promotion.Take([.. Enumerable.Range(from, to - from)]);
        }

        promotion.ListReserves();
        return promotion._outcome;
    }

    private void Take(IReadOnlyList<int> equals)
    {
        var fit = equals.Where(IsFit).ToList();
        if (_open <= 0)
        {
            Say(fit, PromotionOutcome.Out, PromotionGround.BeyondPlaces);
            return;
        }

        var (going, doubtful, doubtfulPlaces) = WithinUnits(fit);
        if (going.Count + doubtfulPlaces <= _open)
        {
            Say(going, PromotionOutcome.Goes, PromotionGround.None);
            _open = _open == int.MaxValue ? _open : _open - going.Count - doubtfulPlaces;
            return;
        }

        var (outcome, ground) = AtBorder();
        Say([.. going, .. doubtful], outcome, ground);
        _open = 0;
    }

    /// <summary>Lays aside who is beyond his unit's places. Where equals of one unit stand across that border, the tie's rule decides.</summary>
    private (List<int> Going, List<int> Doubtful, int DoubtfulPlaces) WithinUnits(List<int> fit)
    {
        if (_rule.PerUnit == 0)
        {
            return (fit, [], 0);
        }

        var (going, doubtful, places) = (new List<int>(), new List<int>(), 0);
        foreach (var unit in fit.GroupBy(i => _ranked[i].Unit))
        {
            var (room, count) = (_rule.PerUnit - _ofUnit.GetValueOrDefault(unit.Key), unit.Count());
            _ofUnit[unit.Key] = _ofUnit.GetValueOrDefault(unit.Key) + count;
            if (room <= 0)
            {
                Say(unit, PromotionOutcome.Out, PromotionGround.UnitPlacesUsed);
            }
            else if (count <= room || _rule.Tie is BorderTie.Widen)
            {
                going.AddRange(unit);
            }
            else
            {
                var (outcome, ground) = AtBorder();
                Say(unit, outcome, ground);
                doubtful.AddRange(outcome is PromotionOutcome.Undecided ? unit : []);
                places += outcome is PromotionOutcome.Undecided ? room : 0;
            }
        }

        going.Sort();
        return (going, doubtful, places);
    }

    private (PromotionOutcome, PromotionGround) AtBorder() => _rule.Tie switch
    {
        BorderTie.Widen => (PromotionOutcome.Goes, PromotionGround.None),
        BorderTie.Narrow => (PromotionOutcome.Out, PromotionGround.TiedAtBorder),
        _ => (PromotionOutcome.Undecided, PromotionGround.None),
    };

    private bool IsFit(int i)
    {
        var ground = _ranked[i].Mark.Value < _rule.FewestMark ? PromotionGround.BelowMark
            : _rule.PassedOnly && !_ranked[i].Passed ? PromotionGround.NotPassed : PromotionGround.None;
        _outcome[i] = new Promoted(PromotionOutcome.Out, ground);
        return ground is PromotionGround.None;
    }

    private void ListReserves()
    {
        var next = Enumerable.Range(0, _ranked.Count)
            .Where(i => _outcome[i] is { Outcome: PromotionOutcome.Out, Ground: PromotionGround.UnitPlacesUsed or PromotionGround.BeyondPlaces or PromotionGround.TiedAtBorder }).ToList();
        for (var (at, order) = (0, 0); at < next.Count && (at < _rule.Reserves || at > 0 && IsEqual(next[at - 1], next[at])); at++)
        {
            order = at > 0 && IsEqual(next[at - 1], next[at]) ? order : at + 1;
            _outcome[next[at]] = _outcome[next[at]] with { Outcome = PromotionOutcome.Reserve, ReserveOrder = order };
        }

        bool IsEqual(int one, int other) => (_ranked[one].Rank, _ranked[one].Settled) == (_ranked[other].Rank, _ranked[other].Settled);
    }

    private void Say(IEnumerable<int> rows, PromotionOutcome outcome, PromotionGround ground)
    {
        foreach (var i in rows)
        {
            _outcome[i] = new Promoted(outcome, ground);
        }
    }
}
