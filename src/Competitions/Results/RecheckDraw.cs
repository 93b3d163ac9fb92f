using Competitions.Blinding;
using Competitions.Contests;

namespace Competitions.Results;

/// <summary>A work as it may be re-checked: by its code alone.</summary>
/// <param name="Points">Of the module.</param>
/// <param name="Sequence">Of its last line in the ledger.</param>
/// <param name="Judges">Accounts of who gave a mark for it.</param>
public sealed record CheckedWork(string Work, Points Points, long Sequence, IReadOnlySet<string> Judges);

/// <summary>The works of a module as they stand now. Whose they are is not known here.</summary>
/// <param name="Full">Full mark of the module.</param>
/// <param name="IsLocked">Every sheet of it is.</param>
public sealed record RecheckField(string Module, IReadOnlyList<CheckedWork> Works, Points Full, bool IsLocked)
{
    /// <summary>The ledger's line up to which it goes.</summary>
    public long Sequence => Works.Select(w => w.Sequence).DefaultIfEmpty().Max();

    public CheckedWork? Of(string work) => Works.FirstOrDefault(w => w.Work == work);

    /// <summary>1-2-2-4 by the module's points; equals in the order of their codes.</summary>
    public IReadOnlyList<(CheckedWork Work, int Place)> Ranked =>
        [.. Works.OrderByDescending(w => w.Points.Value).ThenBy(w => w.Work, StringComparer.Ordinal).Select(w => (w, 1 + Works.Count(o => o.Points > w.Points)))];
}

/// <summary>P-RECH, per cent.</summary>
/// <param name="Top">All of the first so many are re-checked.</param>
/// <param name="Sample">Of the others, at least.</param>
/// <param name="ErrorLimit">Above it everything is.</param>
public sealed record RecheckShares(decimal Top, decimal Sample, decimal ErrorLimit)
{
    public static RecheckShares Of(EventRules rules) => new(rules.RecheckTop, rules.RecheckSample, rules.RecheckErrorLimit);

    /// <summary>A share of so many, rounded up: 30 % of 37 are 12.</summary>
    public static int CountOf(int of, decimal share) => (int)decimal.Ceiling(of * share / 100);

    /// <summary>More than the limit is no small probability: 1 of 16 is 6.25 %.</summary>
    public bool IsTooMany(int wrong, int @checked) => wrong * 100m > ErrorLimit * @checked;
}

/// <summary>Which works are re-checked (skills-contests.md §4.7). The same field and secret draw the same works, for whoever draws again.</summary>
public static class RecheckDraw
{
    /// <summary>The first so many by points; who is equal to the last of them is in it.</summary>
    public static IReadOnlyList<CheckedWork> Top(RecheckField field, RecheckShares shares)
    {
        var count = RecheckShares.CountOf(field.Works.Count, shares.Top);
        var ranked = field.Ranked;
        return count == 0 ? [] : [.. ranked.Where(r => r.Work.Points >= ranked[count - 1].Work.Points).Select(r => r.Work)];
    }

    /// <summary>Of the rest, in the order of their codes; a work is drawn whose lot is among the first so many.</summary>
    public static IReadOnlyList<CheckedWork> Sample(IEnumerable<CheckedWork> rest, RecheckShares shares, string secret)
    {
        List<CheckedWork> works = [.. rest.OrderBy(w => w.Work, StringComparer.Ordinal)];
        var (lots, count) = (Lots.Order(secret, works.Count), RecheckShares.CountOf(works.Count, shares.Sample));
        return [.. works.Where((_, i) => lots[i] < count)];
    }

    /// <summary>What the sample is drawn from: the seed, and for what.</summary>
    public static string Secret(string seed, string eventCode, string module, int number) => $"{seed}\nrecheck\n{eventCode}\n{module}\n{number}";
}
